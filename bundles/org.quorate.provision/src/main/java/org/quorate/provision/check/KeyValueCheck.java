// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.site.Site;

/**
 * Files of lines: hosts, fstab, keys and values, units of systemd. Their tools ignore a key that they do not know, take a
 * device by a name that differs between nodes, and start a mount before its cluster (provisioning reference 2 and 4).
 * Thread-safe.
 */
final class KeyValueCheck {

    private static final String FSTAB = "blocks/etc/fstab";
    private static final Pattern UNIT_LINE = Pattern.compile("\\[(Unit|Service|Timer|Install|Manager)]|(Description|Wants|After|Before"
            + "|RequiresMountsFor|ConditionPathIsMountPoint|Type|RemainAfterExit|User|ExecStart|ExecStop|ExecStartPre|OnCalendar|RandomizedDelaySec|WantedBy|RequiredBy"
            + "|RuntimeWatchdogSec)=\\S.*");

    private KeyValueCheck() {
    }

    static void check(Exported exported) {
        Site site = exported.site();
        exported.expectEqual(site.nodes().stream().map(n -> n.address() + " " + n.name() + "\n").collect(Collectors.joining()),
                exported.text("blocks/etc/hosts"), "blocks/etc/hosts", "list of nodes");
        iscsid(exported);
        lines(exported, "files/common/etc/sysctl.d/90-quorate-cluster.conf", List.of("kernel.panic = 30", "kernel.panic_on_oops = 1"));
        if (!site.stack().hasPacemaker() && site.spec() instanceof Ocfs2Spec ocfs2) {
            o2cb(exported, ocfs2);
            fstab(exported);
        } else {
            exported.expect(exported.file(FSTAB).isEmpty(), FSTAB, "mounts what Pacemaker mounts");
        }
        if (site.isGfs2()) {
            lvm(exported);
        }
        if (site.fenceAgent().filter(agent -> agent == Fencing.Agent.SBD).isPresent()) {
            lines(exported, "files/common" + site.platform().distribution().defaultsFile("sbd"), List.of("SBD_PACEMAKER=yes",
                    "SBD_STARTMODE=always", "SBD_DELAY_START=no", "SBD_WATCHDOG_DEV=/dev/watchdog",
                    "SBD_WATCHDOG_TIMEOUT=" + (site.cluster().quorumDevice().isPresent() ? 35 : 5)));
        }
        if (site.hasPhp()) {
            php(exported);
        }
        units(exported);
    }

    /** Where the distribution's own default is to log in to every target at boot, that is switched off (reference 1.6). */
    private static void iscsid(Exported exported) {
        Site site = exported.site();
        List<String> expected = new ArrayList<>(List.of("node.session.timeo.replacement_timeout = " + site.patience().replacementTimeout(),
                "node.conn[0].timeo.noop_out_interval = 5", "node.conn[0].timeo.noop_out_timeout = 5"));
        if (site.platform().distribution().packageManager() != Distribution.PackageTool.APT) {
            expected.add(0, "node.startup = manual");
        }
        lines(exported, "blocks/etc/iscsi/iscsid.conf", expected);
    }

    /** What is not a comment, line by line. */
    private static void lines(Exported exported, String path, List<String> expected) {
        exported.expectEqual(expected, exported.text(path).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")).toList(), path, "what it says");
    }

    /** The same on all nodes, and enabled: a start with O2CB_ENABLED=false succeeds and starts nothing (reference 1.2). */
    private static void o2cb(Exported exported, Ocfs2Spec spec) {
        lines(exported, "files/common" + exported.site().platform().o2cbDefaults(), List.of("O2CB_ENABLED=true", "O2CB_BOOTCLUSTER=" + exported.site().cluster().name(),
                "O2CB_HEARTBEAT_THRESHOLD=" + spec.heartbeatThreshold(), "O2CB_IDLE_TIMEOUT_MS=" + spec.idleTimeout().toMillis(),
                "O2CB_KEEPALIVE_DELAY_MS=2000", "O2CB_RECONNECT_DELAY_MS=2000"));
    }

    /** By UUID, never sdX; after the network and o2cb; a missing LUN does not stop the boot (reference 2, numbers 8 and 9). */
    private static void fstab(Exported exported) {
        Site site = exported.site();
        List<String> lines = exported.text(FSTAB).lines().toList();
        exported.expectEqual(1, lines.size(), FSTAB, "number of lines");
        for (String line : lines) {
            String[] fields = line.split(" ", -1);
            exported.expectEqual(6, fields.length, FSTAB, "number of fields");
            if (fields.length == 6) {
                exported.expectEqual("UUID=" + site.volumeUuid(), fields[0], FSTAB, "source");
                exported.expectEqual(site.scenario().mountPoint(), fields[1], FSTAB, "target");
                exported.expectEqual("ocfs2", fields[2], FSTAB, "type");
                List<String> options = List.of(fields[3].split(","));
                List<String> wanted = new ArrayList<>(List.of("_netdev", "x-systemd.requires=" + site.platform().o2cbUnits().get(0)));
                if (site.hasPhp() && site.platform().distribution().hasSelinux()) {
                    wanted.add("context=system_u:object_r:httpd_sys_rw_content_t:s0");
                }
                wanted.addAll(site.mountOptions());
                exported.expectEqual(Set.copyOf(wanted), Set.copyOf(options), FSTAB, "list of options");
                exported.expectEqual("0 0", fields[4] + " " + fields[5], FSTAB, "end");
            }
        }
    }

    private static void lvm(Exported exported) {
        boolean clvmd = exported.site().platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD;
        List<String> expected = new ArrayList<>(List.of("global {", clvmd ? "locking_type = 3" : "use_lvmlockd = 1"));
        if (exported.site().platform().hasLvmetad()) {
            expected.add("use_lvmetad = 0");
        }
        expected.add("}");
        lines(exported, "files/common/etc/lvm/lvmlocal.conf", expected);
    }

    /** Quoted: a semicolon begins a comment, and PHP says nothing (reference 2, number 23). */
    private static void php(Exported exported) {
        Site site = exported.site();
        List<String> expected = new ArrayList<>(List.of("[www]", "php_admin_value[session.save_handler] = files",
                "php_admin_value[session.save_path] = \"" + site.sessionPath() + "\"",
                "php_admin_value[session.gc_probability] = 0", "php_admin_value[session.gc_maxlifetime] = 1440"));
        lines(exported, "files/common" + site.platform().php().poolFile(), expected);
        if (!site.stack().hasPacemaker() || site.platform().php().withApache()) {
            lines(exported, "files/common/etc/systemd/system/" + site.platform().php().unit() + ".d/quorate.conf", List.of("[Unit]",
                    (site.stack().hasPacemaker() ? "ConditionPathIsMountPoint=" : "RequiresMountsFor=") + site.scenario().mountPoint()));
        }
        String collect = "files/common/etc/systemd/system/quorate-php-sessions.service";
        exported.expect(exported.text(collect).contains("\nConditionPathIsMountPoint=" + site.scenario().mountPoint() + "\n"), collect,
                "would delete in the directory below the mount");
        exported.expect(exported.text(collect).contains("\nUser=" + site.scenario().application().orElseThrow().owner() + "\n"), collect,
                "does not run as the owner");
    }

    /** systemd only warns of a key that it does not know. */
    private static void units(Exported exported) {
        for (GeneratedFile file : exported.files()) {
            if (file.path().startsWith("files/") && file.path().contains("/etc/systemd/")) {
                file.content().lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(
                        line -> exported.expect(UNIT_LINE.matcher(line).matches(), file.path(), "an odd line: " + line));
            }
        }
        for (Node node : exported.site().nodes()) {
            String path = "files/common/etc/quorate/fence-" + node.name();
            exported.file(path).ifPresent(script -> exported.expect(
                    script.content().endsWith("\nexec cat '/etc/quorate/secrets/fence-" + node.name() + "'\n"), path, "prints something else"));
        }
    }
}
