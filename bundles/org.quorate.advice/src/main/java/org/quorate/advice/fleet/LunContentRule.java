// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.DeviceFacts;

/**
 * What lies on shared LUNs. Source: provisioning reference 1.1, step 5 (no signatures), and 1.10 (a first MiB that is not zero is refused, too).
 */
final class LunContentRule implements FleetRule {

    private static final Set<String> CLUSTERED = Set.of("ocfs2", "gfs2");

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        fleet.shared().forEach((wwid, byNode) -> {
            Set<String> found = new LinkedHashSet<>();
            List<String> unexamined = new ArrayList<>();
            // Paths below a map are its members, as udev says of them: what lies on the LUN is seen on the map.
            byNode.forEach((node, devices) -> FleetView.used(devices).forEach(device -> look(node, device, found, unexamined)));
            mounted(fleet, wwid, byNode).ifPresent(findings::add);
            if (!found.isEmpty()) {
                findings.add(new Finding("lun-not-empty", Severity.CRITICAL, "A shared LUN is not empty",
                        "Setting it up anew destroys what is on it, so the exported scripts refuse to. If it is the wrong LUN, take the right one;"
                                + " if its content is to go, wipe it yourself, knowing that it is gone for every node.",
                        LunRule.evidence(wwid, List.copyOf(found)), "lun.wwid", Optional.empty()));
            } else if (unexamined.size() == byNode.size()) {
                findings.add(new Finding("lun-not-examined", Severity.WARNING, "Nobody could look whether a shared LUN is empty",
                        "That needs root, and a device that answers.", LunRule.evidence(wwid, List.of(String.join(", ", unexamined))), "lun.wwid",
                        Optional.empty()));
            }
        });
        return findings;
    }

    private static void look(String node, DeviceFacts device, Set<String> found, List<String> unexamined) {
        if (!device.signatures().isEmpty()) {
            found.add(String.join(", ", device.signatures()) + " (" + node + ": " + device.name() + ")");
        } else if (device.nonZero().orElse(0) > 0) {
            found.add(device.nonZero().getAsLong() + " bytes of the first MiB are not zero (" + node + ": " + device.name() + ")");
        } else if (!device.examined() && !device.fileSystem().isEmpty()) {
            found.add(device.fileSystem() + " (" + node + ": " + device.name() + ", as udev says)");
        } else if (!device.examined() && !unexamined.contains(node)) {
            unexamined.add(node);
        }
    }

    /** The device itself, or what lies on it: partitions and volumes. */
    private static Optional<Finding> mounted(FleetView fleet, String wwid, Map<String, List<DeviceFacts>> byNode) {
        List<String> local = new ArrayList<>();
        fleet.nodes().stream().filter(node -> byNode.containsKey(node.node())).forEach(node -> {
            FleetView.family(node, byNode.get(node.node())).stream().filter(device -> !device.mountPoint().isEmpty())
                    .filter(device -> !CLUSTERED.contains(device.fileSystem()))
                    .forEach(device -> local.add(node.node() + ": " + device.name() + ", " + (device.fileSystem().isEmpty() ? "mounted" : device.fileSystem())
                            + ", on " + device.mountPoint()));
        });
        return local.isEmpty() ? Optional.empty() : Optional.of(new Finding("lun-mounted-locally", Severity.CRITICAL,
                "A shared LUN is mounted as a local file system", "Nothing keeps the other nodes from writing to it: two such mounts destroy it. Unmount it,"
                        + " and take the LUN away from whoever does not need it.",
                LunRule.evidence(wwid, local), "", Optional.empty()));
    }
}
