// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.script;

import java.util.ArrayList;
import java.util.List;
import org.quorate.provision.platform.Php;
import org.quorate.provision.site.Site;

/** What an administrator must know of his operating system (provisioning reference 1.0, 1.8). Pure functions, thread-safe. */
final class PlatformNotes {

    private PlatformNotes() {
    }

    /** What must be so before the scripts run. */
    static List<String> before(Site site) {
        List<String> lines = new ArrayList<>();
        switch (site.platform().distribution()) {
            case RED_HAT -> lines.add("RHEL: the nodes' subscription has the Resilient Storage Add-On. Rocky Linux, AlmaLinux: their"
                    + " repositories `resilientstorage` and `highavailability` can be reached. All nodes run the same one of the three.");
            case ORACLE -> lines.add("Every node has booted the Unbreakable Enterprise Kernel (`uname -r` says uek): the other kernel has"
                    + " no OCFS2. Its repository is enabled. Not on aarch64.");
            case UBUNTU, DEBIAN, SUSE -> { }
        }
        if (site.hasPhp()) {
            Php php = site.platform().php();
            String owner = site.scenario().application().orElseThrow().owner();
            if (!php.user().equals(owner)) {
                lines.add("PHP's pool www runs as `%s` (%d) here, unless you changed it, but the data belong to `%s`. Change one or the other:"
                        .formatted(php.user(), php.uid(), owner) + " the steps of PHP refuse to go on while they differ.");
            }
        }
        return lines;
    }

    /** What is good to know afterwards. */
    static List<String> notes(Site site) {
        List<String> lines = new ArrayList<>();
        release(site, lines);
        if (site.platform().distribution().hasSelinux()) {
            selinux(site, lines);
        } else {
            lines.add("AppArmor: PHP-FPM has no profile by default. mysqld has one, for its own directories: a database must"
                    + " not have its files on this volume anyway.");
            if (site.spec().securityLabels()) {
                lines.add("The scenario reckons with SELinux labels on this volume. These scripts do not set SELinux up; without it"
                        + " there are none, and creating a file costs less than was simulated.");
            }
        }
        return lines;
    }

    private static void release(Site site, List<String> lines) {
        switch (site.platform()) {
            case UBUNTU_16_04, UBUNTU_18_04, UBUNTU_20_04 -> lines.add(site.cluster().os().id() + " is past its standard support:"
                    + " packages come with Ubuntu Pro or not at all.");
            case RHEL_9 -> lines.add("mkfs.gfs2 of this release makes format 1802, which RHEL 8 cannot mount. For a volume that RHEL 8"
                    + " must mount, add `-o format=1801` to `MKFS_OPTIONS` in settings.sh, before it is made.");
            default -> { }
        }
        if (site.platform().hasBrokenO2cbService() && !site.isGfs2()) {
            lines.add("`service o2cb` does nothing on this release; the unit `quorate-o2cb` does its work. Leave o2cb.service off.");
        }
    }

    private static void selinux(Site site, List<String> lines) {
        if (!site.hasPhp()) {
            lines.add("SELinux: what is on the volume gets the label of an unlabelled file. A service that is confined needs a rule of"
                    + " yours (`semanage fcontext`, then `restorecon -R` from one node).");
        } else if (site.isGfs2()) {
            lines.add("SELinux stays on. Every node has a rule for the volume; labels are on the volume itself, so `restorecon` is run"
                    + " from one node only.");
        } else {
            lines.add("SELinux stays on. The volume is mounted with one context for all of its files, so that none has a label of its own.");
        }
        boolean labels = site.isGfs2();
        if (labels != site.spec().securityLabels()) {
            lines.add(labels ? "The scenario reckons without SELinux labels (`securityLabels`), but there will be some: creating a file costs"
                    + " more than was simulated." : "The scenario reckons with SELinux labels on this volume, but there will be none: creating a"
                    + " file costs less than was simulated.");
        }
    }
}
