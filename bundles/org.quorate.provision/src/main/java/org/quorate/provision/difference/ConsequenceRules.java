// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import static org.quorate.provision.difference.Verdict.format;
import static org.quorate.provision.difference.Verdict.nothing;
import static org.quorate.provision.difference.Verdict.online;
import static org.quorate.provision.difference.Verdict.rolling;
import static org.quorate.provision.difference.Verdict.stopped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All rules, with their verdicts. tunefs.ocfs2 says in its own source what it does to a mounted volume: an operation whose
 * flags lack TUNEFS_FLAG_ONLINE is refused as "device busy" (libocfs2ne.c, tunefs_lock_local). Pure functions, thread-safe.
 */
final class ConsequenceRules {

    private static final String NODE_LIST = "provisioning reference 1.2: o2net refuses a peer with other timeouts";
    private static final String UNTOLD = "no option of tunefs.ocfs2(8) or tunegfs2(8) changes it";

    /** Settings that follow from others, which have rules, or that only the scripts themselves read. */
    static final Set<String> DERIVED = Set.of("LUN_WWID", "DEVICE_WWID", "VG_TAG", "HELD", "FILE_MODES", "STEPS", "TITLES",
            "WHERE", "RISKS", "DEVICE", "COROSYNC",
            "GROWTH", "GROWTH_STEPS", "OCFS2_STACK", "DIALECTS",
            "HEARTBEAT_THRESHOLD", "INITIATOR_RECORDS", "INITIATOR_UNIT", "NEEDRESTART", "O2CB_DEFAULTS", "O2CB_FILES", "O2CB_UNITS",
            "PHP_CONDITION", "SBD_DEFAULTS", "WATCHDOG_DEFAULTS", "RESERVATION_PROGRAM", "RESERVATION_FILES", "PLACES", "JOURNAL_MIB", "FENCED_ALONE");

    private ConsequenceRules() {
    }

    static List<ConsequenceRule> all() {
        List<ConsequenceRule> rules = new ArrayList<>();
        rules.add(new NodesRule());
        cluster(rules);
        lun(rules);
        ocfs2Volume(rules);
        gfs2Volume(rules);
        rules.add(new MountRule());
        rules.add(new FencingRule());
        timers(rules);
        host(rules);
        application(rules);
        return List.copyOf(rules);
    }

    private static void cluster(List<ConsequenceRule> rules) {
        rules.add(new SettingRule("CLUSTER", "cluster name",
                stopped("unmount everywhere; the volume keeps the old name: tunefs.ocfs2 --update-cluster-stack under the new one, and"
                        + " tunefs.ocfs2 -U with the new VOLUME_UUID", "tunefs.ocfs2(8); op_update_cluster_stack.c, op_reset_uuid.c"),
                stopped("unmount everywhere; the volume keeps the old name: tunegfs2 -o locktable=NEW DEVICE, and vgchange"
                        + " --deltag and --addtag", "tunegfs2(8): read on mount only")));
        rules.add(new SettingRule("FS", "file system", format("another file system is another volume: copy the data away and back",
                "mkfs.ocfs2(8), mkfs.gfs2(8)")));
        Verdict release = rolling("move one node after the other, each out of the cluster, all in one go: mixed releases are for the"
                + " move only", "provisioning reference 1.0");
        rules.add(new SettingRule("OS_IDS", "operating system", release));
        rules.add(new SettingRule("OS_VERSION", "release of the operating system", release, stopped("corosync 2 speaks udpu and 3 knet:"
                + " when the release changes that, all nodes change together; else one after the other", "provisioning reference 1.3, 1.5")));
        rules.add(new SettingRule("QUORUM_DEVICE", "quorum device", online("new corosync.conf on all nodes and corosync-cfgtool -R; then"
                + " the certificates and corosync-qdevice (pcs quorum device add|remove does it as well)", "pcs(8), quorum device")));
        rules.add(new SettingRule("FENCE_AGENT", "fence agent", rolling("new devices first, tried on each node, then the old ones go;"
                + " SBD can only be switched on while corosync is down on the node", "provisioning reference 1.5; step sbd")));
        rules.add(new SettingRule("RESERVATION_CHECK", "watchdog's check of reservations",
                rolling("the watchdog daemon restarts on each node", "watchdog(8)")));
    }

    private static void lun(List<ConsequenceRule> rules) {
        rules.add(new AmountRule("LUN_BYTES", "size of the LUN", facts -> facts.value("LUN_BYTES"),
                online("grow it on the array, then provision.sh --grow lun", "op_resize_volume.c (TUNEFS_FLAG_ONLINE); gfs2_grow(8)"),
                format("neither file system shrinks", "op_resize_volume.c: \"Shrinking ocfs2 filesystems is not supported\";"
                        + " gfs2_grow(8), NOTES")));
        // Not LUN_WWID, which is as it was typed: one LUN has several spellings.
        rules.add(new SettingRule("LUN_SYSFS_WWID", "WWID of the LUN", format("another WWID is another disk: the data does not come along"
                + " by itself", "provisioning reference 1.1")));
        rules.add(new SettingRule("LUN_NAME", "name of the LUN",
                stopped("label and multipath alias: unmount everywhere, tunefs.ocfs2 -L NEW DEVICE", "op_set_label.c: not online"),
                format("the volume group is named after it, and a shared group is not renamed under its locks; the name means"
                        + " nothing to the users: better keep it", "lvmlockd(8)")));
        rules.add(new SettingRule("LUN_IQN", "target", rolling("unmount, log out, log in to the new target, mount: on one node after the"
                + " other; the WWID must stay", "provisioning reference 1.6")));
        rules.add(new ItemsRule("LUN_PORTALS", "portal", online("step iscsi-login; with multipath the path joins the map",
                "provisioning reference 1.6, 1.7"), online("iscsiadm -m node -p PORTAL --logout, on one node after the other, while another"
                + " path works", "provisioning reference 1.6")));
        Verdict reserved = stopped("the reservation is made anew: unmount everywhere, quorate-reservation unregister on all nodes, then steps"
                + " reservation-register and reservation-reserve", "SPC-4, changing the type of a persistent reservation");
        rules.add(new KeyRule("/etc/quorate/reservation", "TYPE", "type of the reservation", reserved));
        rules.add(new KeyRule("/etc/quorate/reservation", "APTPL", "reservation through a loss of power", online("in force from the next"
                + " registration: step reservation-register", "SPC-4, APTPL")));
        Verdict login = rolling("in force from the next login: unmount, log out, log in, mount", "provisioning reference 1.6");
        rules.add(new SettingRule("CHAP_USER", "CHAP user", login));
        rules.add(new SettingRule("MULTIPATH", "multipath", rolling("the device has another name: unmount on the node, steps multipath and"
                + " lun, mount", "provisioning reference 1.7")));
    }

    private static void ocfs2Volume(List<ConsequenceRule> rules) {
        rules.add(new MkfsRule(false, "-b", "block size", format("copy the data away and back", UNTOLD)));
        rules.add(new MkfsRule(false, "-C", "cluster size", format("copy the data away and back", UNTOLD)));
        rules.add(new AmountRule("MKFS_OPTIONS", "OCFS2 slots (mkfs -N)", facts -> facts.isGfs2() ? "" : facts.mkfs().getOrDefault("-N", ""),
                stopped("provision.sh --grow slots: the cluster stays online, the volume is unmounted on all nodes",
                        "op_set_slot_count.c: TUNEFS_FLAG_RW | TUNEFS_FLAG_ALLOCATION, not online"),
                nothing("slots that are not needed cost their journals' space only; tunefs.ocfs2 -N, unmounted, would free it")));
        rules.add(new MkfsRule(false, "-J", "journal", stopped("unmount everywhere, tunefs.ocfs2 -J OPTIONS DEVICE",
                "op_set_journal_size.c, op_set_journal_block.c: not online")));
        rules.add(new MkfsRule(false, "-M", "mount type", format("copy the data away and back", UNTOLD)));
        rules.add(new MkfsRule(false, "--cluster-stack", "cluster stack", stopped("unmount everywhere, start the other stack,"
                + " tunefs.ocfs2 --update-cluster-stack DEVICE", "provisioning reference 1.4; op_update_cluster_stack.c")));
        rules.add(new MkfsRule(false, "--fs-features", "features", stopped("unmount everywhere, tunefs.ocfs2 --fs-features=...",
                "tunefs.ocfs2(8)")));
        rules.add(new SettingRule("VOLUME_UUID", "UUID of the volume", stopped("unmount everywhere, tunefs.ocfs2 -U=UUID DEVICE; the UUID"
                + " follows from the cluster's name and the WWID", "op_reset_uuid.c: not online")));
    }

    private static void gfs2Volume(List<ConsequenceRule> rules) {
        rules.add(new MkfsRule(true, "-b", "block size", format("copy the data away and back", UNTOLD)));
        rules.add(new MkfsRule(true, "-r", "resource group size", format("copy the data away and back", UNTOLD)));
        rules.add(new MkfsRule(true, "-J", "journal size", format("journals that exist keep their size; new ones get the new size from"
                + " gfs2_jadd -J", "gfs2_jadd(8)")));
        rules.add(new AmountRule("MKFS_OPTIONS", "GFS2 journals (mkfs -j)", facts -> facts.isGfs2() ? facts.mkfs().getOrDefault("-j", "") : "",
                online("provision.sh --grow slots: gfs2_jadd, mounted, on one node", "gfs2_jadd(8)"),
                nothing("journals that are not needed cost their space only; no tool takes one away")));
        rules.add(new MkfsRule(true, "-p", "lock protocol", stopped("unmount everywhere, tunegfs2 -o lockproto=NEW DEVICE",
                "tunegfs2(8): read on mount only")));
        rules.add(new MkfsRule(true, "-o", "format", stopped("unmount everywhere, tunegfs2 -r VERSION DEVICE: upwards only", "tunegfs2(8)")));
        rules.add(new SettingRule("LOCK_TABLE", "lock table", stopped("unmount everywhere, tunegfs2 -o locktable=NEW DEVICE",
                "tunegfs2(8): read on mount only; provisioning reference 4: works offline")));
        rules.add(new SettingRule("VG", "volume group", format("a shared group is not renamed under its locks", "lvmlockd(8)")));
        rules.add(new SettingRule("LV", "logical volume", stopped("lvrename with the volume unmounted everywhere", "lvrename(8)")));
    }

    private static void timers(List<ConsequenceRule> rules) {
        String o2cb = "/o2cb"; // in /etc/default or /etc/sysconfig
        Verdict together = stopped("the same on all nodes or they refuse each other: unmount everywhere, provision.sh --only o2cb"
                + " --apply, mount again", NODE_LIST);
        rules.add(new KeyRule(o2cb, "O2CB_HEARTBEAT_THRESHOLD", "disk heartbeat's dead time", together));
        rules.add(new KeyRule(o2cb, "O2CB_IDLE_TIMEOUT_MS", "idle time of a connection", together));
        rules.add(new KeyRule(o2cb, "O2CB_KEEPALIVE_DELAY_MS", "time to a keep-alive", together));
        rules.add(new KeyRule(o2cb, "O2CB_RECONNECT_DELAY_MS", "time to reconnect", together));
        String corosync = "/etc/corosync/corosync.conf";
        Verdict reload = online("new corosync.conf on all nodes, then corosync-cfgtool -R on one", "corosync-cfgtool(8); corosync.conf(5)");
        Verdict transport = stopped("all nodes change together, while corosync is down", "provisioning reference 1.5");
        rules.add(new KeyRule(corosync, "token", "corosync's token", reload));
        rules.add(new KeyRule(corosync, "two_node", "two-node quorum", reload));
        rules.add(new KeyRule(corosync, "transport", "corosync's transport", transport));
        rules.add(new KeyRule(corosync, "crypto_cipher", "corosync's cipher", transport));
        rules.add(new KeyRule(corosync, "crypto_hash", "corosync's hash", transport));
        Verdict login = rolling("a session has it from its login on: unmount, log out, log in, mount", "provisioning reference 1.6");
        for (String key : List.of("node.session.timeo.replacement_timeout", "node.conn[0].timeo.noop_out_interval",
                "node.conn[0].timeo.noop_out_timeout")) {
            rules.add(new KeyRule("blocks/etc/iscsi/iscsid.conf", key, "iSCSI time", login));
        }
        Verdict reconfigure = online("step multipath: the daemon reads its file again, maps stay", "multipathd(8), reconfigure");
        for (String key : List.of("no_path_retry", "polling_interval", "find_multipaths", "reservation_key")) {
            rules.add(new KeyRule("/etc/multipath.conf", key, "multipath", reconfigure));
        }
        rules.add(new SettingRule("WATCHDOG_SECONDS", "watchdog", online("step watchdog-systemd: systemd re-executes itself and opens the"
                + " watchdog again", "systemd-system.conf(5), RuntimeWatchdogSec")));
    }

    private static void host(List<ConsequenceRule> rules) {
        rules.add(new ItemsRule("PACKAGES", "package", online("step packages: nothing starts before it is configured", "step packages"),
                nothing("no step takes packages away")));
        rules.add(new ItemsRule("PORTS", "port", online("step firewall", "provisioning reference 1.1"),
                nothing("the old rule stays until it is taken away: firewall's own command, or rollback.sh --only firewall of the old"
                        + " export")));
        rules.add(new ItemsRule("MODULES", "kernel module", online("step modules", "modprobe(8)"), nothing("it stays loaded")));
        rules.add(new ItemsRule("CLUSTER_UNITS", "service", online("step cluster-start", "systemctl(1)"),
                online("systemctl disable --now UNIT", "systemctl(1)")));
        rules.add(new ItemsRule("UNITS_OFF", "service that stays off", online("step lvm", "systemctl(1)"), nothing("it stays off")));
        rules.add(new SecretsRule());
    }

    private static void application(List<ConsequenceRule> rules) {
        Verdict owner = stopped("files keep the number of their owner: stop what uses them, chown -R on one node, start", "chown(1)");
        for (String variable : List.of("OWNER_UID", "OWNER_GID")) {
            rules.add(new SettingRule(variable, variable.equals("OWNER_UID") ? "owner's uid" : "group's gid", owner));
        }
        Verdict name = online("files hold numbers, not names: step owner checks that the name has the same number", "step owner");
        rules.add(new SettingRule("OWNER", "owner", name));
        rules.add(new SettingRule("OWNER_GROUP", "group", name));
        rules.add(new ItemsRule("DIRECTORIES", "directory", online("step directories", "step directories"), nothing("it stays, with its data")));
        rules.add(new SettingRule("DIRECTORY_MODES", "modes of directories", online("step directories", "step directories")));
        Verdict php = rolling("PHP restarts, on one node after the other", "steps php-mount, php-pool");
        for (String variable : List.of("PHP_POOL_FILE", "PHP_UNIT", "PHP_FPM")) {
            rules.add(new SettingRule(variable, "PHP: " + variable.substring("PHP_".length()).toLowerCase(java.util.Locale.ROOT), php));
        }
    }
}
