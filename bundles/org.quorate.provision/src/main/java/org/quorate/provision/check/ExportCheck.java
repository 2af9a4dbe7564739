// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.List;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Site;

/**
 * Reads every file of an export back, strictly, and compares it with the scenario: what the tools on the nodes would find
 * late or accept silently (provisioning reference, section 4, column "does not catch"), such as a wrong node count, an
 * unknown key of corosync, a node that nothing fences. An export that fails is not written. It holds no knowledge of how
 * the files are made. Pure function, thread-safe.
 */
public final class ExportCheck {

    private ExportCheck() {
    }

    /** What is wrong, one short sentence each, with the file before it; empty when nothing is. */
    public static List<String> faults(Site site, List<GeneratedFile> files) {
        Exported exported = new Exported(site, files);
        BundleCheck.check(exported);
        SettingsCheck.check(exported);
        KeyValueCheck.check(exported);
        if (site.stack().hasPacemaker()) {
            CorosyncCheck.check(exported);
            CibCheck.check(exported);
        } else {
            O2cbCheck.check(exported);
        }
        if (site.lun().multipath()) {
            MultipathCheck.check(exported);
        }
        return exported.faults();
    }
}
