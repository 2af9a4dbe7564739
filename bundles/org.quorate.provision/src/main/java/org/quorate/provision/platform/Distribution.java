// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import java.util.List;

/**
 * What all releases of a distribution have in common. The names of packages and units that could not be tried are
 * checked again by the scripts themselves, on the node. Immutable, thread-safe.
 */
public enum Distribution {
    UBUNTU(List.of("ubuntu"), PackageTool.APT, Firewall.UFW, "/etc/default", Initiator.OPEN_ISCSI,
            "multipath-tools", false),
    DEBIAN(List.of("debian"), PackageTool.APT, Firewall.UFW, "/etc/default", Initiator.OPEN_ISCSI,
            "multipath-tools", false),
    /** And its rebuilds, whose packages have the same names. */
    RED_HAT(List.of("rhel", "rocky", "almalinux"), PackageTool.DNF, Firewall.FIREWALLD, "/etc/sysconfig",
            Initiator.RED_HAT, "device-mapper-multipath", true),
    ORACLE(List.of("ol"), PackageTool.DNF, Firewall.FIREWALLD, "/etc/sysconfig", Initiator.RED_HAT,
            "device-mapper-multipath", true),
    /** SLES for SAP calls itself sles_sap in some service packs. */
    SUSE(List.of("sles", "sles_sap"), PackageTool.ZYPPER, Firewall.FIREWALLD, "/etc/sysconfig", Initiator.SUSE,
            "multipath-tools", false);

    /** Shell dialect of packages: {@code dialect/apt.sh} and so on. */
    public enum PackageTool { APT, DNF, ZYPPER }

    /** Shell dialect of the firewall: {@code dialect/ufw.sh} and so on. */
    public enum Firewall { UFW, FIREWALLD }

    /**
     * The iSCSI initiator (reference 1.6).
     *
     * @param packageName package
     * @param bootUnit    logs in at boot to the targets whose record says automatic
     * @param records     directories where node records may be: which one was chosen when the tools were built
     */
    public record Initiator(String packageName, String bootUnit, List<String> records) {
        static final Initiator OPEN_ISCSI = new Initiator("open-iscsi", "open-iscsi.service", List.of("/etc/iscsi/nodes"));
        // Red Hat's build keeps its records under /var/lib/iscsi (package iscsi-initiator-utils); the scripts ask iscsiadm.
        static final Initiator RED_HAT = new Initiator("iscsi-initiator-utils", "iscsi.service", List.of("/var/lib/iscsi/nodes"));
        // Moved in service pack 5 (open-iscsi.changes of SUSE:SLE-15-SP5: "Moving DB files from /etc/iscsi to /var/lib/iscsi").
        static final Initiator SUSE = new Initiator("open-iscsi", "iscsi.service",
                List.of("/var/lib/iscsi/nodes", "/etc/iscsi/nodes"));
    }

    private final List<String> ids;
    private final PackageTool packageManager;
    private final Firewall firewall;
    private final String defaults;
    private final Initiator initiator;
    private final String multipathPackage;
    private final boolean selinux;

    Distribution(List<String> ids, PackageTool packageManager, Firewall firewall, String defaults,
            Initiator initiator, String multipathPackage, boolean selinux) {
        this.ids = ids;
        this.packageManager = packageManager;
        this.firewall = firewall;
        this.defaults = defaults;
        this.initiator = initiator;
        this.multipathPackage = multipathPackage;
        this.selinux = selinux;
    }

    /** Values of ID in /etc/os-release. */
    public List<String> ids() {
        return ids;
    }

    public PackageTool packageManager() {
        return packageManager;
    }

    public Firewall firewall() {
        return firewall;
    }

    /** Directory of the variables that services read: {@code o2cb}, {@code sbd}, {@code watchdog}. */
    public String defaultsFile(String service) {
        return defaults + "/" + service;
    }

    /** Directory that corosync's package makes for its log: it does not start when there is none. */
    public String corosyncLogs() {
        return packageManager == PackageTool.APT ? "/var/log/corosync" : "/var/log/cluster";
    }

    public Initiator initiator() {
        return initiator;
    }

    public String multipathPackage() {
        return multipathPackage;
    }

    /** SELinux is enforcing by default. */
    public boolean hasSelinux() {
        return selinux;
    }
}
