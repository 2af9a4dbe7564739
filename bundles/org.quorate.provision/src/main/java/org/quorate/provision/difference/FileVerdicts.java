// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a changed configuration file takes effect on a node where no rule tells more of its content. Thread-safe. */
final class FileVerdicts {

    private record Row(Pattern path, Verdict verdict) {
    }

    private static final List<Row> TABLE = List.of(
            row("files/common/etc/ocfs2/cluster\\.conf", Verdict.stopped("unmount everywhere, step o2cb", "step o2cb")),
            row("files/.*/etc/(default|sysconfig)/o2cb", Verdict.stopped("the same on all nodes: unmount everywhere, step o2cb",
                    "provisioning reference 1.2")),
            row("files/.*/usr/local/sbin/quorate-o2cb", Verdict.stopped("it takes o2cb online: unmount everywhere, step o2cb", "step o2cb")),
            row("files/.*/etc/corosync/corosync\\.conf", Verdict.online("on all nodes, then corosync-cfgtool -R", "corosync-cfgtool(8)")),
            row("files/.*/etc/multipath\\.conf", Verdict.online("step multipath", "multipathd(8)")),
            row("files/.*/etc/lvm/.*", Verdict.online("step lvm: read by each command anew; lvmlockd has no part in it", "lvm.conf(5)")),
            row("files/.*/etc/(sysctl\\.d|needrestart|modules-load\\.d)/.*", Verdict.online("its step installs it", "sysctl(8)")),
            row("files/.*/etc/systemd/system\\.conf\\.d/.*", Verdict.online("step watchdog-systemd: systemd re-executes itself",
                    "systemd-system.conf(5)")),
            row("files/.*/etc/systemd/system/.*", Verdict.online("installed and read again (daemon-reload); running services keep"
                    + " running", "systemctl(1)")),
            row("files/.*/etc/(default|sysconfig)/sbd", Verdict.stopped("step sbd, while corosync is down on all nodes", "step sbd")),
            row("files/.*/etc/(watchdog\\.conf|default/watchdog|sysconfig/watchdog)", Verdict.rolling("the watchdog daemon restarts, on one"
                    + " node after the other", "watchdog(8)")),
            row("files/.*/etc/quorate/reservation", Verdict.online("step reservation-register", "step reservation-register")),
            row("files/.*/usr/local/sbin/quorate-reservation", Verdict.online("step reservation-register", "step reservation-register")),
            row("files/.*/etc/quorate/.*", Verdict.online("step fence-agents; agents read it at each call", "step fence-agents")),
            row("files/.*/(php|php-fpm|php7|php8)[^/]*/.*", Verdict.rolling("PHP restarts, on one node after the other",
                    "steps php-mount, php-pool")),
            row("blocks/etc/hosts", Verdict.online("step hosts", "hosts(5)")),
            row("blocks/etc/fstab", Verdict.online("step mount-ocfs2; what is mounted stays as it is", "fstab(5)")),
            row("blocks/etc/iscsi/iscsid\\.conf", Verdict.rolling("copied into a session at its login", "provisioning reference 1.6")),
            row("cib/volume\\..*", Verdict.stopped("Pacemaker restarts a resource whose parameters change, on all nodes",
                    "Pacemaker Explained")),
            row("cib/php\\..*", Verdict.stopped("Pacemaker restarts PHP on all nodes", "Pacemaker Explained")),
            row("cib/.*", Verdict.online("fence devices and properties change in the running cluster: the difference by pcs, on a copy that is"
                    + " pushed; a changed dlm or lvmlockd would restart the volume", "pcs(8), cluster cib-push")),
            row("fencing/.*", Verdict.online("what the agent is asked", "step fence-agents")));

    private static final Verdict UNKNOWN = Verdict.rolling("no rule knows this file: read its difference, and take each node out of the"
            + " cluster for it", "");

    private FileVerdicts() {
    }

    private static Row row(String path, Verdict verdict) {
        return new Row(Pattern.compile(path), verdict);
    }

    /** A file that lies on the nodes or tells them something, as against scripts and pages for people. */
    static boolean isConfiguration(String path) {
        return path.startsWith("files/") || path.startsWith("blocks/") || path.startsWith("cib/") || path.startsWith("fencing/");
    }

    static boolean knows(String path) {
        return found(path).isPresent();
    }

    static Verdict of(String path) {
        return found(path).orElse(UNKNOWN);
    }

    private static Optional<Verdict> found(String path) {
        return TABLE.stream().filter(row -> row.path().matcher(path).matches()).map(Row::verdict).findFirst();
    }
}
