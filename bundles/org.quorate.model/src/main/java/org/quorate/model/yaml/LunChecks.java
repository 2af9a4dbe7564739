// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.DeviceClass;

/** What must hold between the fields of {@code lun}. */
final class LunChecks {

    private LunChecks() {
    }

    static void check(Section lun, Problems problems) {
        portals(lun, problems);
        custom(lun, problems);
    }

    private static void portals(Section lun, Problems problems) {
        List<String> portals = lun.or(LunFields.PORTALS, List.of());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < portals.size(); i++) {
            if (!seen.add(portals.get(i))) {
                problems.error(lun.at(LunFields.PORTALS, i), lun.pathOf(LunFields.PORTALS) + "[" + i + "]",
                        "stands here twice", "each portal once");
            }
        }
        // Without multipath each portal shows up as a disk of its own (provisioning reference 1.6).
        if (portals.size() > 1 && lun.given(LunFields.MULTIPATH).equals(Optional.of(false))) {
            problems.error(lun.at(LunFields.MULTIPATH), lun.pathOf(LunFields.MULTIPATH),
                    "several portals without multipath are several disks for one LUN", "true, or one portal");
        }
    }

    /** A custom device has no preset, so all its figures must be given. */
    private static void custom(Section lun, Problems problems) {
        if (!lun.effective(LunFields.DEVICE).equals(Optional.of(DeviceClass.CUSTOM))) {
            return;
        }
        List<String> missing = new ArrayList<>();
        Section service = lun.section(LunFields.SERVICE);
        for (Field<?> field : LunFields.Service.TYPE.fields()) {
            if (!service.has(field)) {
                missing.add(LunFields.SERVICE.name() + "." + field.name());
            }
        }
        for (Field<?> field : List.of(LunFields.LINK, LunFields.QUEUE_DEPTH)) {
            if (!lun.has(field)) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            problems.error(lun.at(LunFields.DEVICE), lun.pathOf(LunFields.DEVICE),
                    "a custom device has no figures of its own; missing: " + String.join(", ", missing),
                    "all figures, or a class that has them");
        }
    }
}
