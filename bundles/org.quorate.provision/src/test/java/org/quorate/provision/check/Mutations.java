// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.GeneratedFile;

/** The catalogue of single faults: what how-tos do wrong, and what tools accept silently (provisioning reference 2 and 4). */
final class Mutations {

    private static final String NODE = "node.sh";
    private static final String SETTINGS = "settings.sh";
    private static final String O2CB = "files/common/etc/ocfs2/cluster.conf";
    private static final String DEFAULTS = "files/common/etc/default/o2cb";
    private static final String COROSYNC = "files/common/etc/corosync/corosync.conf";
    private static final String FSTAB = "blocks/etc/fstab";
    private static final String ISCSID = "blocks/etc/iscsi/iscsid.conf";
    private static final String MULTIPATH = "files/common/etc/multipath.conf";
    private static final String LVM = "files/common/etc/lvm/lvmlocal.conf";
    private static final String POOL = "files/common/etc/php/8.2/fpm/pool.d/zz-quorate.conf";
    private static final String UNIT = "files/common/etc/systemd/system/quorate-php-sessions.service";
    private static final String TIMER = "files/common/etc/systemd/system/quorate-php-sessions.timer";
    private static final String CLUSTER = "cib/cluster.sh";
    private static final String VOLUME = "cib/volume.sh";

    private Mutations() {
    }

    /** The exports that faults are put into, with the label of their file system. */
    static Map<String, Scenario> bases() {
        Map<String, Scenario> bases = new LinkedHashMap<>();
        Scenarios debian = new Scenarios().os(OsRelease.DEBIAN_12).chap(true);
        bases.put("ocfs2", debian.build());
        bases.put("ocfs2-multipath", debian.nodes(2).multipath(true).build());
        bases.put("gfs2-two", debian.multipath(false).build());
        bases.put("gfs2", debian.nodes(3).build());
        bases.put("gfs2-qdevice", debian.quorumDevice("192.168.1.9").build());
        bases.put("gfs2-sbd", new Scenarios().os(OsRelease.DEBIAN_12).fencing(Fencing.Agent.SBD).build());
        bases.put("gfs2-sbd-qdevice", new Scenarios().os(OsRelease.DEBIAN_12).fencing(Fencing.Agent.SBD).nodes(2).quorumDevice("192.168.1.9").build());
        bases.put("gfs2-mpath", new Scenarios().os(OsRelease.DEBIAN_12).multipath(true).fencing(Fencing.Agent.MPATH).build());
        bases.put("gfs2-corosync2", new Scenarios().os(OsRelease.UBUNTU_18_04).build());
        Scenario suse = new Scenarios().os(OsRelease.SLES_15).build();
        bases.put("gfs2-sles", suse);
        bases.put("ocfs2-sles", Change.of(suse, "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK));
        return bases;
    }

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        all.addAll(shell());
        all.addAll(bundle());
        all.addAll(o2cb());
        all.addAll(corosync());
        all.addAll(cib());
        all.addAll(crmsh());
        all.addAll(mounts());
        all.addAll(mkfs());
        all.addAll(php());
        all.addAll(storage());
        all.addAll(steps());
        return all;
    }

    private static List<Mutation> shell() {
        return List.of(
                Mutation.of("unclosed if", "ocfs2", NODE, "\n    fi\n", "\n", "shell").byToolsOnly(),
                Mutation.of("quote that does not end", "ocfs2", SETTINGS, "MOUNT_POINT='/shared'", "MOUNT_POINT='/shared", "shell"),
                Mutation.of("unquoted variable", "ocfs2", "node-lib.sh", "mkdir -p -- \"${kept%/*}\"", "mkdir -p -- ${kept%/*}", "shellcheck").byToolsOnly(),
                Mutation.of("lost indentation of a script", "ocfs2", NODE, "\n    local verb=", "\n  local verb=", "shfmt").byToolsOnly(),
                Mutation.of("value that runs", "ocfs2", SETTINGS, "MOUNT_POINT='/shared'", "MOUNT_POINT=$(id)"),
                Mutation.of("value in double quotes", "ocfs2", SETTINGS, "MOUNT_POINT='/shared'", "MOUNT_POINT=\"/shared\""),
                Mutation.of("value set twice", "ocfs2", SETTINGS, "MOUNT_POINT='/shared'", "MOUNT_POINT='/x'\nMOUNT_POINT='/shared'"),
                Mutation.of("perl that does not parse", "ocfs2", "files/common/etc/needrestart/conf.d/90-quorate.conf", "} = 0;", "= 0;",
                        "needrestart").byToolsOnly());
    }

    private static List<Mutation> bundle() {
        return List.of(
                Mutation.of("checksum of another text", "ocfs2", FSTAB, "_netdev,", "_netdev,noexec,", "checksums").unsealed(),
                Mutation.of("file that no checksum covers", "ocfs2", "EXTRA.md", "", "more\n").unsealed(),
                Mutation.of("open mark", "ocfs2", NODE, "\nbelongs_here()", "\n@STEPS@\nbelongs_here()", "marks"),
                Mutation.of("carriage return", "ocfs2", FSTAB, " 0 0\n", " 0 0\r\n"),
                Mutation.of("no line end", "ocfs2", "blocks/etc/hosts", " node3\n", " node3"),
                Mutation.of("path that leaves the export", "ocfs2", "../owned", "", "x\n"),
                mode("installed file that all may write", "ocfs2", DEFAULTS, "0666"),
                mode("password script that all may read", "gfs2", "files/common/etc/quorate/fence-node1", "0755"),
                mode("script that cannot be run", "ocfs2", NODE, "0600"),
                Mutation.of("secret in a file", "ocfs2", ISCSID, "node.conn", "node.session.auth.password = 0123456789abc\nnode.conn"),
                Mutation.of("password in the CIB", "gfs2", CLUSTER, "password_script=/etc/quorate/fence-node1", "password=calvin"),
                Mutation.of("mkfs -F", "ocfs2", NODE, "mkfs.ocfs2 \"", "mkfs.ocfs2 -F \""),
                Mutation.of("mkfs answered by yes", "gfs2", NODE, "mkfs.gfs2 \"${MKFS_OPTIONS[@]}\" \"$1\" <<<y", "yes | mkfs.gfs2 \"${MKFS_OPTIONS[@]}\" \"$1\""),
                Mutation.of("wipefs -a", "ocfs2", "node-lib.sh", "wipefs -n --", "wipefs -a --"),
                Mutation.of("vgcreate -ff", "gfs2", NODE, "vgcreate --shared", "vgcreate -ff --shared"),
                Mutation.of("pcs --force", "gfs2", VOLUME, "interleave=true", "interleave=true --force"),
                Mutation.of("iscsiadm -o delete", "ocfs2", NODE, "iscsiadm -m session --rescan", "iscsiadm -m node -o delete"),
                Mutation.of("dd onto a device", "ocfs2", NODE, "udevadm settle", "dd if=/dev/zero of=\"$DEVICE\"\n    udevadm settle"),
                Mutation.of("set -x", "ocfs2", NODE, "set -uo pipefail", "set -uxo pipefail"),
                Mutation.of("chmod 777", "ocfs2", NODE, "chattr +i --", "chmod 777 --"),
                Mutation.of("firewall off", "ocfs2", NODE, "iscsiadm -m session --rescan", "ufw disable"));
    }

    private static Mutation mode(String kind, String base, String path, String mode) {
        return new Mutation(kind, base, path, file -> new GeneratedFile(file.path(), file.content(), file.executable(), mode), List.of(), true,
                true);
    }

    private static List<Mutation> o2cb() {
        return List.of(
                Mutation.of("node_count that is wrong", "ocfs2", O2CB, "node_count = 3", "node_count = 2"),
                Mutation.of("node number 255", "ocfs2", O2CB, "number = 3", "number = 255"),
                Mutation.of("node number twice", "ocfs2", O2CB, "number = 2", "number = 1"),
                Mutation.of("node address twice", "ocfs2", O2CB, "192.168.1.102", "192.168.1.101"),
                Mutation.of("node name twice", "ocfs2", O2CB, "name = node2", "name = node1", "o2cb"),
                Mutation.of("node of another cluster", "ocfs2", O2CB, "cluster = webcluster", "cluster = othercluster", "o2cb"),
                Mutation.of("lost tab", "ocfs2", O2CB, "\tip_port", "ip_port", "o2cb"),
                Mutation.of("blanks instead of a tab", "ocfs2", O2CB, "\tnumber = 2", "        number = 2"),
                Mutation.of("unknown key of o2cb", "ocfs2", O2CB, "\tip_port = 7777", "\tip_prot = 7777", "o2cb"),
                Mutation.of("address that is none", "ocfs2", O2CB, "192.168.1.102", "fe80::1", "o2cb"),
                Mutation.of("port of one node", "ocfs2", O2CB, "7777", "7778"),
                Mutation.of("missing node", "ocfs2", O2CB, "node:\n\tname = node2\n\tcluster = webcluster\n\tnumber = 2\n\tip_address = 192.168.1.102\n\tip_port = 7777\n\n", "", "o2cb"),
                Mutation.of("global heartbeat without regions", "ocfs2", O2CB, "heartbeat_mode = local", "heartbeat_mode = global"),
                Mutation.of("o2cb that is not enabled", "ocfs2", DEFAULTS, "O2CB_ENABLED=true", "O2CB_ENABLED=false", "o2cb"),
                Mutation.of("o2cb of another cluster", "ocfs2", DEFAULTS, "O2CB_BOOTCLUSTER=webcluster", "O2CB_BOOTCLUSTER=ocfs2", "o2cb"),
                Mutation.of("heartbeat threshold below the minimum", "ocfs2", DEFAULTS, "THRESHOLD=31", "THRESHOLD=3"));
    }

    private static List<Mutation> corosync() {
        return List.of(
                Mutation.of("node without nodeid", "gfs2", COROSYNC, "        nodeid: 2\n", "", "corosync"),
                Mutation.of("nodeid twice", "gfs2", COROSYNC, "nodeid: 2", "nodeid: 1", "corosync"),
                Mutation.of("ring address twice", "gfs2", COROSYNC, "192.168.1.102", "192.168.1.101"),
                Mutation.of("corosync name twice", "gfs2", COROSYNC, "name: node2", "name: node1"),
                Mutation.of("two_node with three nodes", "gfs2", COROSYNC, "corosync_votequorum\n", "corosync_votequorum\n    two_node: 1\n"),
                Mutation.of("two nodes without two_node", "gfs2-two", COROSYNC, "    two_node: 1\n", ""),
                Mutation.of("two_node with an arbiter", "gfs2-qdevice", COROSYNC, "corosync_votequorum\n", "corosync_votequorum\n    two_node: 1\n"),
                Mutation.of("misspelt key of corosync", "gfs2-two", COROSYNC, "two_node: 1", "two_node: 1\n    wait_for_al: 1"),
                Mutation.of("token of 10 ms", "gfs2", COROSYNC, "token: 3000", "token: 10"),
                Mutation.of("consensus below token", "gfs2", COROSYNC, "token: 3000", "token: 3000\n    consensus: 1000"),
                Mutation.of("crypto with udpu", "gfs2", COROSYNC, "transport: knet", "transport: udpu", "corosync"),
                Mutation.of("transport that is none", "gfs2", COROSYNC, "transport: knet", "transport: tcp", "corosync"),
                Mutation.of("knet with corosync 2", "gfs2-corosync2", COROSYNC, "transport: udpu", "transport: knet"),
                Mutation.of("cipher that is none", "gfs2", COROSYNC, "aes256", "aes257", "corosync"),
                Mutation.of("no encryption", "gfs2", COROSYNC, "crypto_cipher: aes256", "crypto_cipher: none"),
                Mutation.of("hash that is weak", "gfs2", COROSYNC, "crypto_hash: sha256", "crypto_hash: md5"),
                Mutation.of("version of the file", "gfs2", COROSYNC, "version: 2", "version: 1", "corosync"),
                Mutation.of("unknown quorum provider", "gfs2", COROSYNC, "corosync_votequorum", "corosync_quorum"),
                Mutation.of("open brace", "gfs2", COROSYNC, "logging {", "logging", "corosync"),
                Mutation.of("cluster_name that mkfs was not told", "gfs2", COROSYNC, "cluster_name: webcluster", "cluster_name: hacluster"),
                Mutation.of("arbiter without a host", "gfs2-qdevice", COROSYNC, "            host: 192.168.1.9\n", ""),
                Mutation.of("comment in a value", "gfs2", COROSYNC, "name: node2", "name: node2 # second"));
    }

    private static List<Mutation> cib() {
        String php = "cib/php.sh";
        String avoids = "pcs -f \"$1\" constraint location fence-node2 avoids node2\n";
        return List.of(
                Mutation.of("stonith-enabled=false", "gfs2", CLUSTER, "stonith-enabled=true", "stonith-enabled=false", "simulate"),
                Mutation.of("no-quorum-policy=ignore", "gfs2", CLUSTER, "no-quorum-policy=freeze", "no-quorum-policy=ignore"),
                Mutation.of("unknown property", "gfs2", CLUSTER, "no-quorum-policy=freeze", "no-quorum-police=freeze"),
                Mutation.of("no interleave", "gfs2", VOLUME, " interleave=true", ""),
                Mutation.of("no order", "gfs2", VOLUME, "pcs -f \"$1\" constraint order start locking-clone 'then' volume-clone\n", ""),
                Mutation.of("no colocation", "gfs2", VOLUME, "pcs -f \"$1\" constraint colocation add volume-clone with locking-clone\n", ""),
                Mutation.of("PHP before the mount", "gfs2", php, "start volume-clone 'then' php-fpm-clone", "start php-fpm-clone 'then' volume-clone"),
                Mutation.of("node that nothing fences", "gfs2", CLUSTER, "pcmk_host_list=node2", "pcmk_host_list=node1"),
                Mutation.of("node that runs its own fence device", "gfs2", CLUSTER, avoids, ""),
                Mutation.of("constraint on what is not there", "gfs2", VOLUME, "locking-clone 'then' volume-clone", "locks-clone 'then' volume-clone", "cib"),
                Mutation.of("unknown parameter of a fence agent", "gfs2", CLUSTER, "lanplus=1", "lanpluss=1", "cib"),
                Mutation.of("unknown parameter of a resource agent", "gfs2", VOLUME, "activation_mode=shared", "activation_mod=shared"),
                Mutation.of("unknown agent", "gfs2", CLUSTER, "ocf:heartbeat:lvmlockd", "ocf:heartbeat:lvmlockdd"),
                Mutation.of("lock manager that is not watched", "gfs2", CLUSTER, "interval=30s on-fail=fence", "interval=30s"),
                Mutation.of("unknown on-fail", "gfs2", CLUSTER, "on-fail=fence", "on-fail=fences"),
                Mutation.of("lvmlockd before the lock manager", "gfs2", CLUSTER, "resource create dlm ocf:pacemaker:controld",
                        "resource create dlm2 ocf:pacemaker:controld"),
                Mutation.of("volume of one node", "gfs2", VOLUME, "activation_mode=shared", "activation_mode=exclusive"),
                Mutation.of("mount of another device", "gfs2", VOLUME, "device=/dev/vg_webdata/data", "device=/dev/sdb1"),
                Mutation.of("mount as ext4", "gfs2", VOLUME, "fstype=gfs2", "fstype=ext4"),
                Mutation.of("both fence devices wait", "gfs2-two", CLUSTER, "pcmk_host_list=node2", "pcmk_host_list=node2 pcmk_delay_base=10s"),
                Mutation.of("no fence device waits", "gfs2-two", CLUSTER, " pcmk_delay_base=10s", ""),
                Mutation.of("list of ids that lacks one", "gfs2", "cib/cluster.ids", "lvmlockd\n", ""),
                Mutation.of("roll-back of what is not there", "gfs2", "cib/cluster.delete", "locking\n", "locks\n"),
                Mutation.of("command that runs a name", "gfs2", VOLUME, "directory=/shared", "directory=$(id)"),
                Mutation.of("SBD without its timeout", "gfs2-sbd", CLUSTER, "pcs -f \"$1\" property set stonith-watchdog-timeout=10\n", ""),
                Mutation.of("SBD that gives up before the arbiter is missed", "gfs2-sbd-qdevice", "files/common/etc/default/sbd",
                        "SBD_WATCHDOG_TIMEOUT=35", "SBD_WATCHDOG_TIMEOUT=5"),
                Mutation.of("node taken for dead before its watchdog ends", "gfs2-sbd-qdevice", CLUSTER, "stonith-watchdog-timeout=70",
                        "stonith-watchdog-timeout=10"),
                Mutation.of("goes on after a failure", "gfs2", CLUSTER, "set -euo pipefail\n", ""));
    }

    private static List<Mutation> crmsh() {
        String cluster = "cib/cluster.crm";
        String volume = "cib/volume.crm";
        return List.of(
                Mutation.of("crmsh: stonith-enabled=false", "gfs2-sles", cluster, "stonith-enabled=true", "stonith-enabled=false"),
                Mutation.of("crmsh: node that nothing fences", "gfs2-sles", cluster, "pcmk_host_list=node2", "pcmk_host_list=node1"),
                Mutation.of("crmsh: no interleave", "ocfs2-sles", volume, " \\\n    meta interleave=true", ""),
                Mutation.of("crmsh: no order", "ocfs2-sles", volume, "order volume-clone-after-locking-clone Mandatory: locking-clone volume-clone\n", ""),
                Mutation.of("crmsh: unknown parameter", "gfs2-sles", cluster, "lanplus=1", "lanpluss=1"),
                Mutation.of("crmsh: quote that does not end", "ocfs2-sles", volume, "directory=/shared", "directory=\"/shared"),
                Mutation.of("volume of o2cb under Pacemaker", "ocfs2-sles", SETTINGS, "--cluster-stack=pcmk", "--cluster-stack=o2cb"));
    }

    private static List<Mutation> mounts() {
        return List.of(
                Mutation.of("fstab by sdX", "ocfs2", FSTAB, "UUID=", "/dev/sdb1 "),
                Mutation.of("fstab without _netdev", "ocfs2", FSTAB, "_netdev,", "", "fstab"),
                Mutation.of("fstab with nofail, which the kernel refuses", "ocfs2", FSTAB, "_netdev,", "_netdev,nofail,", "fstab"),
                Mutation.of("fstab that does not wait for o2cb", "ocfs2", FSTAB, ",x-systemd.requires=o2cb.service", "", "fstab"),
                Mutation.of("relative mount point", "ocfs2", FSTAB, " /shared ", " shared ", "fstab"),
                Mutation.of("mount point with a blank", "ocfs2", FSTAB, " /shared ", " /sha red ", "fstab"),
                Mutation.of("fstab of another type", "ocfs2", FSTAB, " ocfs2 ", " ext4 "),
                Mutation.of("fstab of a volume of another UUID", "ocfs2", FSTAB, "UUID=", "UUID=0"),
                Mutation.of("fstab and Pacemaker", "gfs2", FSTAB, "", "/dev/vg_webdata/data /shared gfs2 _netdev,noatime 0 0\n"),
                Mutation.of("node at another's address", "ocfs2", "blocks/etc/hosts", "192.168.1.102", "192.168.1.103"));
    }

    private static List<Mutation> mkfs() {
        return List.of(
                Mutation.of("no slots", "ocfs2", SETTINGS, "'-N'\n    '8'", "'-N'\n    '0'", "mkfs.ocfs2"),
                Mutation.of("fewer slots than planned", "ocfs2", SETTINGS, "'-N'\n    '8'", "'-N'\n    '2'"),
                Mutation.of("label of 64 characters", "ocfs2", SETTINGS, "'-L'\n    'webdata'", "'-L'\n    '" + "x".repeat(64) + "'", "mkfs.ocfs2"),
                Mutation.of("UUID that is none", "ocfs2", SETTINGS, "'-U'\n    '", "'-U'\n    'z", "mkfs.ocfs2"),
                Mutation.of("another UUID", "ocfs2", SETTINGS, "VOLUME_UUID='", "VOLUME_UUID='0", "mkfs.ocfs2"),
                Mutation.of("cluster name that is cut at 16", "ocfs2", SETTINGS, "--cluster-name=webcluster", "--cluster-name=webcluster0123456789", "mkfs.ocfs2"),
                Mutation.of("cluster name that o2cb does not take", "ocfs2", SETTINGS, "--cluster-name=webcluster", "--cluster-name=web-cluster", "mkfs.ocfs2"),
                Mutation.of("no cluster stack", "ocfs2", SETTINGS, "    '--cluster-stack=o2cb'\n", "", "mkfs.ocfs2"),
                Mutation.of("block size of 3000", "ocfs2", SETTINGS, "'-b'\n    '4096'", "'-b'\n    '3000'"),
                Mutation.of("cluster size of 3 KiB", "ocfs2", SETTINGS, "'-C'\n    '4096'", "'-C'\n    '3072'", "mkfs.ocfs2"),
                Mutation.of("journal that is too small", "ocfs2", SETTINGS, "size=64M", "size=3M", "mkfs.ocfs2"),
                Mutation.of("mkfs.ocfs2 told to overwrite", "ocfs2", SETTINGS, "    '-M'", "    '--force'\n    '-M'"),
                Mutation.of("no journals", "gfs2", SETTINGS, "    '-j'\n    '17'\n", ""),
                Mutation.of("GFS2 journal that is too small", "gfs2", SETTINGS, "'-J'\n    '32'", "'-J'\n    '4'", "mkfs.gfs2"),
                Mutation.of("lock table of another cluster", "gfs2", SETTINGS, "'-t'\n    'webcluster:webdata'", "'-t'\n    'other:webdata'", "mkfs.gfs2"),
                Mutation.of("lock table without a colon", "gfs2", SETTINGS, "'-t'\n    'webcluster:webdata'", "'-t'\n    'webdata'", "mkfs.gfs2"),
                Mutation.of("lock table with a dot", "gfs2", SETTINGS, "'-t'\n    'webcluster:webdata'", "'-t'\n    'webcluster:web.data'", "mkfs.gfs2"),
                Mutation.of("lock protocol of one node", "gfs2", SETTINGS, "lock_dlm", "lock_nolock"),
                Mutation.of("resource group of 16 MiB", "gfs2", SETTINGS, "'-r'\n    '256'", "'-r'\n    '16'", "mkfs.gfs2"),
                Mutation.of("mkfs.gfs2 told to overwrite", "gfs2", SETTINGS, "    '-p'", "    '-O'\n    '-p'"));
    }

    private static List<Mutation> php() {
        String save = "session.save_path] = \"/shared/php_sessions\"";
        return List.of(
                Mutation.of("save_path without quotes", "ocfs2", POOL, save, "session.save_path] = 2;0600;/shared/php_sessions", "php"),
                Mutation.of("save_path whose quote is open", "ocfs2", POOL, save, save.substring(0, save.length() - 1), "php"),
                Mutation.of("save_path elsewhere", "ocfs2", POOL, save, "session.save_path] = \"/var/lib/php\"", "php", "fpm"),
                Mutation.of("unknown key of the pool", "ocfs2", POOL, "php_admin_value[session.save_handler]", "php_admin_valu[session.save_handler]", "fpm"),
                Mutation.of("save handler of the network", "ocfs2", POOL, "= files", "= memcached"),
                Mutation.of("PHP does not wait for the mount", "ocfs2", "files/common/etc/systemd/system/php8.2-fpm.service.d/quorate.conf",
                        "RequiresMountsFor=/shared", "RequiresMountsFor=/srv"),
                Mutation.of("unknown key of a unit", "ocfs2", UNIT, "User=", "Usr=", "units"),
                Mutation.of("collector below the mount", "ocfs2", UNIT, "ConditionPathIsMountPoint=/shared", "ConditionPathIsMountPoint=/"),
                Mutation.of("collector as root", "ocfs2", UNIT, "User=www-data", "User=root"),
                Mutation.of("timer that never fires", "ocfs2", TIMER, "OnCalendar=*:09,39", "OnCalendar=25:09", "units").byToolsOnly());
    }

    private static List<Mutation> storage() {
        return List.of(
                Mutation.of("unknown keyword of multipath", "ocfs2-multipath", MULTIPATH, "polling_interval", "poling_interval", "multipath"),
                Mutation.of("queue without end", "ocfs2-multipath", MULTIPATH, "no_path_retry 6", "no_path_retry queue", "multipath"),
                Mutation.of("WWID of another LUN in multipath", "ocfs2-multipath", MULTIPATH, "36001405a1b2c3d4e5f60718293a4b5c6\"\n        alias",
                        "36001405a1b2c3d4e5f60718293a4b5c7\"\n        alias"),
                Mutation.of("open brace of multipath", "ocfs2-multipath", MULTIPATH, "    }\n}", "    }\n", "multipath"),
                Mutation.of("names that differ between nodes", "ocfs2-multipath", MULTIPATH, "user_friendly_names no", "user_friendly_names yes"),
                Mutation.of("value that multipath does not know", "ocfs2-multipath", MULTIPATH, "find_multipaths strict", "find_multipaths maybe", "multipath"),
                Mutation.of("reservation key of another node", "gfs2-mpath", "files/only/node2/etc/multipath.conf", "0x71750002", "0x71750001"),
                Mutation.of("unknown key of iscsid", "ocfs2", ISCSID, "noop_out_interval", "noop_out_intervall", "iscsi"),
                Mutation.of("value of iscsid that is no number", "ocfs2", ISCSID, "noop_out_timeout = 5", "noop_out_timeout = soon").byToolsOnly(),
                Mutation.of("iSCSI that waits longer than planned", "ocfs2-multipath", ISCSID, "replacement_timeout = 20", "replacement_timeout = 120"),
                Mutation.of("unknown key of LVM", "gfs2", LVM, "use_lvmlockd", "use_lvmlockdd", "lvm"),
                Mutation.of("LVM value of another type", "gfs2", LVM, "use_lvmlockd = 1", "use_lvmlockd = \"yes\"", "lvm"),
                Mutation.of("LVM section without its end", "gfs2", LVM, "}\n", "\n", "lvm"),
                Mutation.of("LVM without its locks", "gfs2", LVM, "use_lvmlockd = 1", "use_lvmlockd = 0", "lvm"),
                Mutation.of("WWID of another LUN", "ocfs2", SETTINGS, "DEVICE_WWID='naa.6001405a1b2c3d4e5f60718293a4b5c6'", "DEVICE_WWID='naa.6001405a1b2c3d4e5f60718293a4b5c7'"),
                Mutation.of("device by sdX", "ocfs2", SETTINGS, "DEVICE='/dev/disk/by-id/wwn-0x6001405a1b2c3d4e5f60718293a4b5c6'", "DEVICE='/dev/sdb'"),
                Mutation.of("another size of the LUN", "ocfs2", SETTINGS, "LUN_BYTES=107374182400", "LUN_BYTES=107374182401"),
                Mutation.of("initiators that all log in without CHAP", "ocfs2", SETTINGS, "CHAP_USER='webcluster'", "CHAP_USER=''"),
                Mutation.of("kernel that goes on after an oops", "ocfs2", "files/common/etc/sysctl.d/90-quorate-cluster.conf",
                        "panic_on_oops = 1", "panic_on_oops = 0"));
    }

    private static List<Mutation> steps() {
        return List.of(
                Mutation.of("step without a way back", "ocfs2", NODE, "\nmount_ocfs2_undo() {", "\nmount_ocfs2_undone() {"),
                Mutation.of("format before the fencing was tried", "ocfs2", SETTINGS, "    'self-fencing-test'\n    'format-ocfs2'", "    'format-ocfs2'\n    'self-fencing-test'"),
                Mutation.of("secret of another place", "ocfs2", SETTINGS, "SECRET_PLACES=('CHAP_SECRET')", "SECRET_PLACES=('PATH')"),
                Mutation.of("password script of another node", "gfs2", "files/common/etc/quorate/fence-node2", "secrets/fence-node2", "secrets/fence-node1"));
    }
}
