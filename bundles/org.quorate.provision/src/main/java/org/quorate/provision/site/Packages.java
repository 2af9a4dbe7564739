// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.site;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Fencing;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.platform.Stack;

/**
 * Packages of a site. {@code a|b} means the first one that the node's package manager knows, where a name could not be
 * verified or differs between updates of one release.
 *
 * @param all  everything that the steps need
 * @param held those of them whose upgrade would restart the cluster or the disk under it
 */
public record Packages(List<String> all, List<String> held) {

    public static Packages of(Site site) {
        Platform platform = site.platform();
        Distribution distribution = platform.distribution();
        List<String> held = new ArrayList<>(List.of(distribution.initiator().packageName()));
        if (site.lun().multipath()) {
            held.add(distribution.multipathPackage());
        }
        if (site.stack().hasPacemaker()) {
            held.addAll(platform.cluster().packages());
            if (distribution == Distribution.SUSE) {
                held.addAll(suseFileSystem(site.stack()));
            }
            if (site.cluster().quorumDevice().isPresent()) {
                held.add("corosync-qdevice");
            }
        } else {
            held.add("ocfs2-tools");
        }
        List<String> all = new ArrayList<>(held);
        site.fenceAgent().ifPresent(agent -> all.addAll(agentPackages(platform, agent)));
        if (site.stack().hasPacemaker()) {
            all.add("psmisc"); // fuser, for the mount's agent
        }
        if (platform.hasSetprivPackage()) {
            all.add("setpriv");
        }
        if (site.lun().reservations().isPresent() && !site.lun().multipath()) { // with multipath, its own tool does it
            all.add(distribution == Distribution.UBUNTU || distribution == Distribution.DEBIAN ? "sg3-utils" : "sg3_utils");
        }
        all.addAll(toolPackages(site));
        if (site.hasPhp()) {
            all.add(platform.php().packageName());
        }
        return new Packages(List.copyOf(all), List.copyOf(held));
    }

    /** What the dialects need themselves, and the kernel that has the file system. */
    private static List<String> toolPackages(Site site) {
        return switch (site.platform().distribution()) {
            case UBUNTU, DEBIAN -> List.of("ufw");
            case RED_HAT -> site.hasPhp() ? List.of("python3-dnf-plugin-versionlock", "policycoreutils-python-utils")
                    : List.of("python3-dnf-plugin-versionlock");
            case ORACLE -> List.of("python3-dnf-plugin-versionlock", "kernel-uek");
            case SUSE -> List.of();
        };
    }

    private static List<String> agentPackages(Platform platform, Fencing.Agent agent) {
        return switch (platform.distribution()) {
            case UBUNTU, DEBIAN -> debianAgent(platform, agent);
            case RED_HAT, ORACLE -> redHatAgent(agent);
            case SUSE -> suseAgent(agent);
        };
    }

    private static List<String> debianAgent(Platform platform, Fencing.Agent agent) {
        List<String> packages = new ArrayList<>(switch (agent) {
            case IPMILAN -> List.of("ipmitool");
            case REDFISH, VMWARE_REST -> List.of("python3-requests", "python3-pycurl");
            case XVM -> List.of("fence-virt|fence-agents-virt");
            case SBD -> List.of("sbd");
            case SCSI -> List.of("sg3-utils", "watchdog");
            case MPATH -> List.of("watchdog");
        });
        if (platform == Platform.UBUNTU_24_04 && agent != Fencing.Agent.XVM && agent != Fencing.Agent.SBD) {
            packages.add("fence-agents-" + FenceAgents.yamlName(agent)); // source package fence-agents 4.12.1-2~exp1ubuntu4
        }
        return packages;
    }

    private static List<String> redHatAgent(Fencing.Agent agent) {
        return switch (agent) {
            case IPMILAN, REDFISH, VMWARE_REST -> List.of("fence-agents-" + FenceAgents.yamlName(agent));
            case XVM -> List.of("fence-virt");
            case SBD -> List.of("sbd");
            case SCSI, MPATH -> List.of("fence-agents-" + FenceAgents.yamlName(agent), "watchdog");
        };
    }

    private static List<String> suseAgent(Fencing.Agent agent) {
        return switch (agent) {
            case IPMILAN -> List.of("ipmitool");
            case REDFISH, VMWARE_REST -> List.of("python3-requests", "python3-pycurl");
            case SBD -> List.of("sbd");
            case XVM, SCSI, MPATH -> throw new IllegalStateException("not a fence agent of SLES 15: " + agent);
        };
    }

    /** The modules are in packages of their own (list of the product SLE-HA15-SP7 in crmsh, crmsh/report/constants.py). */
    private static List<String> suseFileSystem(Stack stack) {
        return stack == Stack.GFS2 ? List.of("dlm-kmp-default", "gfs2-kmp-default", "gfs2-utils", "lvm2", "lvm2-lockd")
                : List.of("dlm-kmp-default", "ocfs2-kmp-default", "ocfs2-tools");
    }
}
