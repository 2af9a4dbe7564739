// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.provision.platform.ClusterSoftware.ParameterNames;
import org.quorate.provision.platform.ClusterSoftware.SharedLvm;
import org.quorate.provision.platform.ClusterSoftware.Shell;

/**
 * The operating systems that scripts are written for, one row each (provisioning reference 1.0), and what differs between
 * them. Thread-safe.
 */
public enum Platform {
    /** corosync 2.3.5, pcs 0.9.149, clvm 2.02.133, fence-agents 4.0.22, systemd 229. */
    UBUNTU_16_04(OsRelease.UBUNTU_16_04, Distribution.UBUNTU, "16.04", Php.debian("7.0"), "yes", Stacks.BOTH,
            new ClusterSoftware(2, Shell.PCS_0_9, SharedLvm.CLVMD, ParameterNames.OLD, ClusterSoftware.EARLY_AGENTS,
                    Names.debian("dlm|dlm-controld", "clvm", "fence-agents", "resource-agents"))),
    /** corosync 2.4 (udpu), pcs 0.9, lvmlockd 2.02.176, fence-agents 4.0.25: older parameter names, fewer agents. */
    UBUNTU_18_04(OsRelease.UBUNTU_18_04, Distribution.UBUNTU, "18.04", Php.debian("7.2"), "yes", Stacks.BOTH,
            new ClusterSoftware(2, Shell.PCS_0_9, SharedLvm.LVMLOCKD, ParameterNames.OLD, ClusterSoftware.EARLY_AGENTS,
                    Names.debian("dlm-controld", "lvm2-lockd", "fence-agents", "resource-agents"))),
    /** corosync 3.0.3 (knet), pcs 0.10.4, lvmlockd 2.03.07; the package's o2cb service is broken (reference S5). */
    UBUNTU_20_04(OsRelease.UBUNTU_20_04, Distribution.UBUNTU, "20.04", Php.debian("7.4"), "strict", Stacks.BOTH,
            new ClusterSoftware(3, Shell.PCS_0_10, SharedLvm.LVMLOCKD, ParameterNames.NEW, ClusterSoftware.ALL_AGENTS,
                    Names.debian("dlm-controld", "lvm2-lockd", "fence-agents", "resource-agents"))),
    /** corosync 3.1 (knet), pcs 0.10; agents are split, lvmlockd's is in -extra. */
    UBUNTU_22_04(OsRelease.UBUNTU_22_04, Distribution.UBUNTU, "22.04", Php.debian("8.1"), "strict", Stacks.BOTH,
            new ClusterSoftware(3, Shell.PCS_0_10, SharedLvm.LVMLOCKD, ParameterNames.NEW, ClusterSoftware.ALL_AGENTS,
                    Names.debian("dlm-controld", "lvm2-lockd", "fence-agents-base", "fence-agents-extra",
                            "resource-agents-base", "resource-agents-extra"))),
    /** corosync 3.1 (knet), pcs 0.11; one package for each fence agent besides -base (reference S9). */
    UBUNTU_24_04(OsRelease.UBUNTU_24_04, Distribution.UBUNTU, "24.04", Php.debian("8.3"), "strict", Stacks.BOTH,
            new ClusterSoftware(3, Shell.PCS_0_10, SharedLvm.LVMLOCKD, ParameterNames.NEW, ClusterSoftware.ALL_AGENTS,
                    Names.debian("dlm-controld", "lvm2-lockd", "fence-agents-base",
                            "resource-agents-base", "resource-agents-extra"))),
    /** corosync 3.1 (knet), pcs 0.11. */
    DEBIAN_12(OsRelease.DEBIAN_12, Distribution.DEBIAN, "12", Php.debian("8.2"), "strict", Stacks.BOTH,
            new ClusterSoftware(3, Shell.PCS_0_10, SharedLvm.LVMLOCKD, ParameterNames.NEW, ClusterSoftware.ALL_AGENTS,
                    Names.debian("dlm-controld", "lvm2-lockd", "fence-agents", "resource-agents"))),
    /** corosync 3 (knet), pcs 0.10; GFS2 is in the Resilient Storage repository (reference S10). */
    RHEL_8(OsRelease.RHEL_8, Distribution.RED_HAT, "8", Php.redHat(), "strict", Stacks.GFS2, Names.redHat()),
    /** corosync 3 (knet), pcs 0.11, LVM with a file of devices; GFS2 of format 1802 (reference S12). */
    RHEL_9(OsRelease.RHEL_9, Distribution.RED_HAT, "9", Php.redHat(), "strict", Stacks.GFS2, Names.redHat()),
    /** OCFS2 in Oracle's own kernel, UEK (reference S14, S16). */
    ORACLE_8(OsRelease.ORACLE_8, Distribution.ORACLE, "8", Php.redHat(), "strict", Stacks.O2CB, Names.redHat()),
    ORACLE_9(OsRelease.ORACLE_9, Distribution.ORACLE, "9", Php.redHat(), "strict", Stacks.O2CB, Names.redHat()),
    /** The high availability extension: corosync 2.4.5, crmsh (reference S17, S18). */
    SLES_15(OsRelease.SLES_15, Distribution.SUSE, "15", Php.suse(), "strict", Stacks.PACEMAKER,
            new ClusterSoftware(2, Shell.CRMSH, SharedLvm.LVMLOCKD, ParameterNames.NEW, ClusterSoftware.SUSE_AGENTS,
                    Names.suse()));

    private final OsRelease release;
    private final Distribution distribution;
    private final String version;
    private final Php php;
    private final String findMultipaths;
    private final Set<Stack> stacks;
    private final ClusterSoftware cluster;

    Platform(OsRelease release, Distribution distribution, String version, Php php, String findMultipaths,
            Set<Stack> stacks, ClusterSoftware cluster) {
        this.release = release;
        this.distribution = distribution;
        this.version = version;
        this.php = php;
        this.findMultipaths = findMultipaths;
        this.stacks = stacks;
        this.cluster = cluster;
    }

    /** The row of a release; empty when the table has none. */
    public static Optional<Platform> of(OsRelease release) {
        return Arrays.stream(values()).filter(p -> p.release == release).findFirst();
    }

    public OsRelease release() {
        return release;
    }

    public Distribution distribution() {
        return distribution;
    }

    /** VERSION_ID of /etc/os-release, or what it begins with before a point: 9 stands for 9.4, too. */
    public String version() {
        return version;
    }

    public boolean supports(Stack stack) {
        return stacks.contains(stack);
    }

    public Set<Stack> stacks() {
        return stacks;
    }

    public ClusterSoftware cluster() {
        return cluster;
    }

    public Php php() {
        return php;
    }

    /** multipath-tools before 0.7.8 know yes and no only; later ones have strict, which needs the WWID to be listed. */
    public String findMultipaths() {
        return findMultipaths;
    }

    public boolean supports(Fencing.Agent agent) {
        return cluster.agents().contains(agent);
    }

    /** File of O2CB's settings (reference 1.2, S16). */
    public String o2cbDefaults() {
        return distribution.defaultsFile("o2cb");
    }

    /** Ubuntu 20.04's package mixed up its init scripts: no verb but start exists, and start does nothing (reference S5). */
    public boolean hasBrokenO2cbService() {
        return this == UBUNTU_20_04;
    }

    /** Units of o2cb that start at boot; the first one takes the cluster online. Reference 1.2, S5, S16. */
    public List<String> o2cbUnits() {
        return hasBrokenO2cbService() ? List.of("quorate-o2cb.service") : List.of("o2cb.service", "ocfs2.service");
    }

    /** lvmetad is of LVM 2.02 only; shared volume groups cannot be used with it (reference 1.3). */
    public boolean hasLvmetad() {
        return this == UBUNTU_16_04 || this == UBUNTU_18_04;
    }

    /** LVM uses only what a file of devices lists; where Red Hat 9's installer made that file. */
    public boolean hasLvmDevicesFile() {
        return this == RHEL_9;
    }

    /** corosync-qdevice came with corosync 2.4. */
    public boolean hasQuorumDevice() {
        return this != UBUNTU_16_04;
    }

    /** setpriv became part of util-linux with 2.33; before that it is a package of its own in Debian and Ubuntu. */
    public boolean hasSetprivPackage() {
        return this == UBUNTU_16_04 || this == UBUNTU_18_04;
    }

    /** Sets of stacks; a class of its own, since an enum's constants cannot use its own static fields. */
    private static final class Stacks {
        static final Set<Stack> BOTH = Collections.unmodifiableSet(EnumSet.of(Stack.OCFS2_O2CB, Stack.GFS2));
        static final Set<Stack> GFS2 = Collections.unmodifiableSet(EnumSet.of(Stack.GFS2));
        static final Set<Stack> O2CB = Collections.unmodifiableSet(EnumSet.of(Stack.OCFS2_O2CB));
        static final Set<Stack> PACEMAKER = Collections.unmodifiableSet(EnumSet.of(Stack.OCFS2_PCMK, Stack.GFS2));
    }

    /** Names of packages. {@code a|b}: the first one that the node's package manager knows. */
    private static final class Names {

        /** Reference 2, #10: how-tos forget the lock manager and lvmlockd. */
        static List<String> debian(String dlm, String lvm, String... agents) {
            List<String> packages = new ArrayList<>(List.of("corosync", "pacemaker", "pacemaker-cli-utils",
                    "pacemaker-resource-agents", "pcs", dlm, "gfs2-utils", "lvm2", lvm));
            packages.addAll(List.of(agents));
            return packages;
        }

        static ClusterSoftware redHat() {
            return new ClusterSoftware(3, Shell.PCS_0_10, SharedLvm.LVMLOCKD, ParameterNames.NEW,
                    ClusterSoftware.ALL_AGENTS, List.of("corosync", "pacemaker", "pacemaker-cli", "pcs", "dlm",
                            // with knet's encryption, which it only recommends
                            "libknet1-crypto-nss-plugin|libknet1-plugins-all",
                            "gfs2-utils", "lvm2", "lvm2-lockd", "fence-agents-common", "resource-agents"));
        }

        static List<String> suse() {
            return List.of("corosync", "pacemaker", "pacemaker-cli", "crmsh", "libdlm", "fence-agents", "resource-agents");
        }
    }
}
