// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.model.preset.DiskPatience;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Quote;

/** Files that both file systems need: names, sysctl, iSCSI, multipath, PHP. Pure functions, thread-safe. */
public final class CommonFiles {

    /** PHP's own session.gc_maxlifetime: 1440 s (php.ini). The pool says it, too, so that no php.ini can mean longer ones. */
    private static final int SESSION_MINUTES = 24;

    public static final String NEEDRESTART = "/etc/needrestart/conf.d/90-quorate.conf";

    private CommonFiles() {
    }

    public static List<GeneratedFile> of(Site site) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.block("/etc/hosts", hosts(site)));
        files.add(GeneratedFile.block("/etc/iscsi/iscsid.conf", iscsid(site)));
        files.add(GeneratedFile.onEveryNode("/etc/sysctl.d/90-quorate-cluster.conf", "0644", """
                # A node that crashes restarts after 30 s; a kernel that failed does not go on.
                kernel.panic = 30
                kernel.panic_on_oops = 1
                """));
        if (site.platform().distribution().packageManager() == Distribution.PackageTool.APT) {
            // Ubuntu's needrestart restarts services whose libraries were upgraded; for these it is a fencing.
            files.add(GeneratedFile.onEveryNode(NEEDRESTART, "0644", """
                    # A cluster's daemons are restarted by people, one node at a time.
                    $nrconf{override_rc}{qr(^(corosync|corosync-qdevice|pacemaker|sbd|dlm|lvmlockd|o2cb|ocfs2)[.]service$)} = 0;
                    $nrconf{override_rc}{qr(^(iscsid|open-iscsi|multipathd|watchdog)[.]service$)} = 0;
                    """));
        }
        if (site.lun().multipath()) {
            addMultipath(site, files);
        }
        if (site.lun().reservations().isPresent()) {
            files.addAll(ReservationFiles.of(site));
        }
        if (site.hasPhp()) {
            addPhp(site, files);
        }
        return files;
    }

    private static String hosts(Site site) {
        return site.nodes().stream().map(n -> Quote.word(n.address()) + " " + Quote.word(n.name()) + "\n")
                .collect(Collectors.joining());
    }

    /** Reference 1.6. The start of sessions at boot is set for our target only, in its own record. */
    private static String iscsid(Site site) {
        // Red Hat's default is automatic, which would use every portal that a target reports, at the next boot.
        String startup = site.platform().distribution().packageManager() == Distribution.PackageTool.APT ? ""
                : "node.startup = manual\n";
        return startup + """
                node.session.timeo.replacement_timeout = %d
                node.conn[0].timeo.noop_out_interval = 5
                node.conn[0].timeo.noop_out_timeout = 5
                """.formatted(site.patience().replacementTimeout());
    }

    private static void addMultipath(Site site, List<GeneratedFile> files) {
        boolean fenced = site.fenceAgent().filter(a -> a == Fencing.Agent.MPATH).isPresent();
        if (fenced || site.lun().reservations().isPresent()) {
            for (Node node : site.nodes()) {
                String key = fenced ? Site.reservationKey(node) : site.applicationKey(node);
                files.add(GeneratedFile.onNode(node.name(), "/etc/multipath.conf", "0644",
                        multipath(site, "    reservation_key 0x" + key + "\n")));
            }
        } else {
            files.add(GeneratedFile.onEveryNode("/etc/multipath.conf", "0644", multipath(site, "")));
        }
    }

    /** Reference 1.7. */
    private static String multipath(Site site, String reservationKey) {
        DiskPatience patience = site.patience();
        String wwid = Quote.word(site.wwid().multipathForm());
        return """
                # I/O fails %d s after the last path is lost (%d s iSCSI + %d looks of %d s)%s.
                defaults {
                    user_friendly_names no
                    find_multipaths %s
                    polling_interval %d
                    no_path_retry %d
                %s}
                blacklist {
                    wwid ".*"
                }
                blacklist_exceptions {
                    wwid "%s"
                }
                multipaths {
                    multipath {
                        wwid "%s"
                        alias %s
                    }
                }
                """.formatted(patience.total(), patience.replacementTimeout(), patience.noPathRetry(),
                patience.pollingInterval(),
                site.stack().hasPacemaker() ? "" : "; after " + DiskPatience.deadTime(site.spec()) + " s the node is declared dead",
                site.platform().findMultipaths(),
                patience.pollingInterval(), patience.noPathRetry(), reservationKey, wwid, wwid,
                Quote.word(site.lun().name()));
    }

    /** A drop-in for PHP's unit where another unit starts it behind Pacemaker's back; empty elsewhere. */
    public static String phpCondition(Site site) {
        return site.stack().hasPacemaker() && site.platform().php().withApache()
                ? "/etc/systemd/system/" + site.platform().php().unit() + ".d/quorate.conf" : "";
    }

    private static void addPhp(Site site, List<GeneratedFile> files) {
        String mountPoint = Quote.word(site.scenario().mountPoint());
        files.add(GeneratedFile.onEveryNode(site.platform().php().poolFile(), "0644", """
                ; Adds to the pool www. Quoted, since a semicolon would begin a comment. No depth: PHP would not make
                ; the directories.
                [www]
                php_admin_value[session.save_handler] = files
                php_admin_value[session.save_path] = %s
                ; One node removes old sessions, by a timer: not every PHP, by chance.
                php_admin_value[session.gc_probability] = 0
                php_admin_value[session.gc_maxlifetime] = %d
                """.formatted(Quote.ini(site.sessionPath()), SESSION_MINUTES * 60)));
        if (!phpCondition(site).isEmpty()) {
            files.add(GeneratedFile.onEveryNode(phpCondition(site), "0644", """
                    # Apache's unit starts PHP, too: not before Pacemaker has mounted the volume.
                    [Unit]
                    ConditionPathIsMountPoint=%s
                    """.formatted(mountPoint)));
        } else if (!site.stack().hasPacemaker()) {
            files.add(GeneratedFile.onEveryNode("/etc/systemd/system/" + site.platform().php().unit() + ".d/quorate.conf",
                    "0644", """
                    # PHP starts after the volume is mounted and stops before it is unmounted.
                    [Unit]
                    RequiresMountsFor=%s
                    """.formatted(mountPoint)));
        }
        files.add(GeneratedFile.onEveryNode("/etc/systemd/system/quorate-php-sessions.service", "0644", """
                [Unit]
                Description=Remove PHP sessions that are older than their lifetime
                ConditionPathIsMountPoint=%s

                [Service]
                Type=oneshot
                User=%s
                ExecStart=/usr/bin/find %s -xdev -type f -name sess_* -mmin +%d -delete
                """.formatted(mountPoint, Quote.word(site.scenario().application().orElseThrow().owner()),
                Quote.word(site.sessionPath()), SESSION_MINUTES)));
        files.add(GeneratedFile.onEveryNode("/etc/systemd/system/quorate-php-sessions.timer", "0644", """
                [Unit]
                Description=Remove old PHP sessions every half hour

                [Timer]
                OnCalendar=*:09,39
                RandomizedDelaySec=60

                [Install]
                WantedBy=timers.target
                """));
    }
}
