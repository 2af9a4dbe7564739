// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Fencing;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.site.Site;

/** Configuration of a cluster under Pacemaker, but for its resources (reference 1.3, 1.4). Pure functions, thread-safe. */
public final class PacemakerFiles {

    private PacemakerFiles() {
    }

    public static List<GeneratedFile> of(Site site) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.onEveryNode("/etc/corosync/corosync.conf", "0644", CorosyncConf.of(site)));
        if (site.isGfs2()) {
            files.add(GeneratedFile.onEveryNode("/etc/lvm/lvmlocal.conf", "0644", lvm(site)));
        }
        files.add(GeneratedFile.onEveryNode("/etc/systemd/system/pacemaker.service.d/quorate.conf", "0644", """
                # The LUN is there before the cluster starts, and goes after it has stopped.
                [Unit]
                Wants=%1$s
                After=%1$s multipathd.service remote-fs-pre.target
                """.formatted(site.platform().distribution().initiator().bootUnit())));
        files.addAll(FenceDevices.files(site));
        files.addAll(ClusterInformationBase.files(site));
        if (site.fenceAgent().filter(a -> a == Fencing.Agent.SBD).isPresent()) {
            files.add(GeneratedFile.onEveryNode(site.platform().distribution().defaultsFile("sbd"), "0644", """
                    # Without disk: the watchdog resets a node that lost the quorum.
                    SBD_PACEMAKER=yes
                    SBD_STARTMODE=always
                    SBD_DELAY_START=no
                    SBD_WATCHDOG_DEV=/dev/watchdog
                    SBD_WATCHDOG_TIMEOUT=%d
                    """.formatted(FenceDevices.sbdSeconds(site))));
        }
        if (site.hasReservationFencing()) {
            files.add(GeneratedFile.onEveryNode("/etc/watchdog.conf", "0644", """
                    # Runs the checks in /etc/watchdog.d and restarts the node when one fails.
                    watchdog-device = /dev/watchdog
                    test-directory = /etc/watchdog.d
                    realtime = yes
                    priority = 1
                    """));
            files.add(watchdog(site));
        }
        return files;
    }

    private static final String WATCHDOG_DROP_IN = "/etc/systemd/system/watchdog.service.d/quorate.conf";

    /** What makes the watchdog daemon find a device: Debian's unit has a file of settings, others need a drop-in. */
    public static String watchdogSettings(Site site) {
        Distribution distribution = site.platform().distribution();
        return distribution.packageManager() == Distribution.PackageTool.APT ? distribution.defaultsFile("watchdog")
                : WATCHDOG_DROP_IN;
    }

    private static GeneratedFile watchdog(Site site) {
        String path = watchdogSettings(site);
        return GeneratedFile.onEveryNode(path, "0644", path.equals(WATCHDOG_DROP_IN) ? """
                # The software watchdog if there is no other.
                [Service]
                ExecStartPre=/bin/sh -c 'test -e /dev/watchdog || exec modprobe softdog'
                """ : """
                run_watchdog=1
                run_wd_keepalive=1
                watchdog_module="softdog"
                """);
    }

    /** Reference 1.0, 1.3. Of LVM 2.02, lvmetad cannot be used with shared volume groups. */
    private static String lvm(Site site) {
        String lvmetad = site.platform().hasLvmetad() ? "    use_lvmetad = 0\n" : "";
        boolean clvmd = site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD;
        return """
                # Locks of shared volume groups come from the cluster's lock manager.
                global {
                    %s
                %s}
                """.formatted(clvmd ? "locking_type = 3" : "use_lvmlockd = 1", lvmetad);
    }
}
