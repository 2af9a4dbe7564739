// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;

/**
 * What differs between the operating systems that scripts are written for (provisioning reference 1.0). Thread-safe.
 */
enum Platform {
    /** corosync 2.4 (udpu), pcs 0.9, lvmlockd 2.02.176, fence-agents 4.0.25: older parameter names, fewer agents. */
    UBUNTU_18_04(OsRelease.UBUNTU_18_04, "ubuntu", "18.04", 2, "7.2", "yes",
            Set.of(Fencing.Agent.IPMILAN, Fencing.Agent.SBD, Fencing.Agent.SCSI, Fencing.Agent.MPATH),
            List.of("fence-agents", "resource-agents")),
    /** corosync 3.1 (knet), pcs 0.10; agents are split, lvmlockd's is in -extra. */
    UBUNTU_22_04(OsRelease.UBUNTU_22_04, "ubuntu", "22.04", 3, "8.1", "strict",
            Set.of(Fencing.Agent.values()),
            List.of("fence-agents-base", "fence-agents-extra", "resource-agents-base", "resource-agents-extra")),
    /** corosync 3.1 (knet), pcs 0.11. */
    DEBIAN_12(OsRelease.DEBIAN_12, "debian", "12", 3, "8.2", "strict",
            Set.of(Fencing.Agent.values()),
            List.of("fence-agents", "resource-agents"));

    private final OsRelease release;
    private final String id;
    private final String version;
    private final int corosync;
    private final String php;
    private final String findMultipaths;
    private final Set<Fencing.Agent> agents;
    private final List<String> agentPackages;

    Platform(OsRelease release, String id, String version, int corosync, String php, String findMultipaths,
            Set<Fencing.Agent> agents, List<String> agentPackages) {
        this.release = release;
        this.id = id;
        this.version = version;
        this.corosync = corosync;
        this.php = php;
        this.findMultipaths = findMultipaths;
        this.agents = agents;
        this.agentPackages = agentPackages;
    }

    static Optional<Platform> of(OsRelease release) {
        return Arrays.stream(values()).filter(p -> p.release == release).findFirst();
    }

    OsRelease release() {
        return release;
    }

    /** ID of /etc/os-release. */
    String id() {
        return id;
    }

    /** VERSION_ID of /etc/os-release. */
    String version() {
        return version;
    }

    /** Major version of corosync: 2 has udpu, 3 has knet. */
    int corosync() {
        return corosync;
    }

    /** multipath-tools 0.7.4 knows yes and no only; later ones have strict, which needs the WWID to be listed. */
    String findMultipaths() {
        return findMultipaths;
    }

    boolean supports(Fencing.Agent agent) {
        return agents.contains(agent);
    }

    /** fence-agents before 4.1 know only the older names of parameters. */
    boolean hasOldFenceParameters() {
        return this == UBUNTU_18_04;
    }

    String phpUnit() {
        return "php" + php + "-fpm.service";
    }

    String phpProgram() {
        return "php-fpm" + php;
    }

    String phpPackage() {
        return "php" + php + "-fpm";
    }

    /** Sorts after www.conf, whose pool it adds to. */
    String phpPoolFile() {
        return "/etc/php/" + php + "/fpm/pool.d/zz-quorate.conf";
    }

    /** Packages of OCFS2. */
    List<String> ocfs2Packages() {
        return List.of("ocfs2-tools");
    }

    /** Packages of GFS2 (reference 2, #10: how-tos forget the lock manager and lvmlockd). */
    List<String> gfs2Packages() {
        List<String> packages = new ArrayList<>(List.of("corosync", "pacemaker", "pacemaker-cli-utils",
                "pacemaker-resource-agents", "pcs", "dlm-controld", "gfs2-utils", "lvm2", "lvm2-lockd"));
        packages.addAll(agentPackages);
        return packages;
    }
}
