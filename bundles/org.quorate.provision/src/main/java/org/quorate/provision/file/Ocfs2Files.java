// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.file;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.preset.DiskPatience;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Quote;
import org.quorate.provision.text.Resources;

/** Configuration of OCFS2 with o2cb (reference 1.2). Pure functions, thread-safe. */
public final class Ocfs2Files {

    /**
     * Ubuntu's kernels blacklist every watchdog driver, softdog too, and what modules-load.d names is not loaded if it is
     * blacklisted (systemd pull request 8830); modprobe loads it. And a systemd before 248 looks for the device only when it
     * starts itself (systemd issue 17838), which at boot is too early for any driver that is a module.
     */
    private static final String WATCHDOG = """
            [Unit]
            Description=A watchdog that systemd feeds: the software one if there is no other
            Before=%s

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            ExecStart=/bin/sh -c 'test -e /dev/watchdog || exec modprobe softdog'
            ExecStart=/bin/sh -c 'test -n "$$(find /proc/1/fd -lname "/dev/watchdog*")" || exec systemctl daemon-reexec'

            [Install]
            WantedBy=multi-user.target
            """;

    private static final String OWN_PROGRAM = "/usr/local/sbin/quorate-o2cb";
    private static final String OWN_UNIT = """
            [Unit]
            Description=O2CB cluster stack of OCFS2, in the place of the package's own service
            Wants=network-online.target remote-fs-pre.target
            After=network-online.target
            Before=remote-fs-pre.target

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            ExecStart=/usr/local/sbin/quorate-o2cb online
            ExecStop=/usr/local/sbin/quorate-o2cb offline

            [Install]
            WantedBy=multi-user.target
            """;

    private Ocfs2Files() {
    }

    public static List<GeneratedFile> of(Site site, Ocfs2Spec spec) {
        List<GeneratedFile> files = new ArrayList<>(List.of(
                GeneratedFile.onEveryNode("/etc/ocfs2/cluster.conf", "0644", clusterConf(site)),
                GeneratedFile.onEveryNode(site.platform().o2cbDefaults(), "0644", defaults(site, spec)),
                GeneratedFile.onEveryNode("/etc/systemd/system.conf.d/90-quorate-watchdog.conf", "0644", """
                        # A node whose kernel hangs is reset before the others declare it dead.
                        [Manager]
                        RuntimeWatchdogSec=%ds
                        """.formatted(site.watchdogSeconds())),
                GeneratedFile.onEveryNode("/etc/systemd/system/quorate-watchdog.service", "0644",
                        WATCHDOG.formatted(site.platform().o2cbUnits().get(0))),
                GeneratedFile.block("/etc/fstab", fstab(site))));
        if (site.platform().hasBrokenO2cbService()) {
            files.add(GeneratedFile.onEveryNode(OWN_PROGRAM, "0755", Resources.text("quorate-o2cb.sh")));
            files.add(GeneratedFile.onEveryNode("/etc/systemd/system/" + site.platform().o2cbUnits().get(0), "0644", OWN_UNIT));
        }
        return files;
    }

    /** The files of the step o2cb, in the order in which they are installed. */
    public static List<String> stackFiles(Site site) {
        List<String> paths = new ArrayList<>(List.of("/etc/ocfs2/cluster.conf", site.platform().o2cbDefaults()));
        if (site.platform().hasBrokenO2cbService()) {
            paths.addAll(List.of(OWN_PROGRAM, "/etc/systemd/system/" + site.platform().o2cbUnits().get(0)));
        }
        return paths;
    }

    /** The tabs are part of the format: with blanks the tool reads another file. */
    private static String clusterConf(Site site) {
        StringBuilder text = new StringBuilder();
        String cluster = Quote.word(site.cluster().name());
        for (Node node : site.nodes()) {
            text.append("node:\n\tname = ").append(Quote.word(node.name()))
                    .append("\n\tcluster = ").append(cluster)
                    .append("\n\tnumber = ").append(node.number())
                    .append("\n\tip_address = ").append(Quote.word(node.address()))
                    .append("\n\tip_port = 7777\n\n");
        }
        return text.append("cluster:\n\tname = ").append(cluster)
                .append("\n\theartbeat_mode = local\n\tnode_count = ").append(site.nodes().size()).append("\n").toString();
    }

    private static String defaults(Site site, Ocfs2Spec spec) {
        return """
                # The same on all nodes: o2net refuses a peer with other timeouts. A node is dead after %d s without disk
                # heartbeat.
                O2CB_ENABLED=true
                O2CB_BOOTCLUSTER=%s
                O2CB_HEARTBEAT_THRESHOLD=%d
                O2CB_IDLE_TIMEOUT_MS=%d
                O2CB_KEEPALIVE_DELAY_MS=2000
                O2CB_RECONNECT_DELAY_MS=2000
                """.formatted(DiskPatience.deadTime(spec), Quote.word(site.cluster().name()), spec.heartbeatThreshold(),
                spec.idleTimeout().toMillis());
    }

    /**
     * Reference 1.2 and mistake #8, but for its nofail: mount.ocfs2 1.8.7 hands that to the kernel, which refuses the mount ("Unrecognized
     * mount option", measured in releng/lab). Without it a missing LUN fails remote-fs.target, which the boot does not need.
     */
    private static String fstab(Site site) {
        List<String> options = new ArrayList<>(List.of("_netdev"));
        options.addAll(site.mountOptions());
        options.add("x-systemd.requires=" + site.platform().o2cbUnits().get(0));
        if (site.hasPhp() && site.platform().distribution().hasSelinux()) {
            // Reference 1.8. Without labels of its own on each file; SELinux off, the option is ignored.
            options.add("context=system_u:object_r:httpd_sys_rw_content_t:s0");
        }
        return Quote.fstab(site.mountSource()) + " " + Quote.fstab(site.scenario().mountPoint()) + " ocfs2 "
                + String.join(",", options) + " 0 0\n";
    }
}
