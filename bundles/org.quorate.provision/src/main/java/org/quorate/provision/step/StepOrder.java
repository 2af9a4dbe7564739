// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.step;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Fencing;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.site.Secret;
import org.quorate.provision.site.Site;

/** Which steps a site needs, in order (reference 1.1): fencing is tried before anything is formatted. Thread-safe. */
public final class StepOrder {

    private StepOrder() {
    }

    public static List<Step> of(Site site) {
        List<String> ids = new ArrayList<>(List.of("identity", "hosts", "time"));
        Distribution distribution = site.platform().distribution();
        addIf(ids, site.isGfs2() && distribution == Distribution.RED_HAT, "repositories");
        ids.addAll(List.of("packages", "modules"));
        boolean application = site.scenario().application().isPresent();
        addIf(ids, application, "owner");
        ids.addAll(List.of("firewall", "sysctl"));
        addIf(ids, !site.stack().hasPacemaker(), "watchdog-systemd");
        ids.add("iscsid");
        ids.add("nodes-differ");
        addIf(ids, !Secret.of(site).isEmpty(), "secrets");
        ids.add("iscsi-login");
        addIf(ids, site.lun().multipath(), "multipath");
        ids.add("lun");
        if (site.lun().reservations().isPresent()) {
            ids.addAll(List.of("reservation-capable", "reservation-register", "reservation-reserve"));
        }
        if (site.stack().hasPacemaker()) {
            pacemaker(site, ids);
        } else {
            ids.addAll(List.of("o2cb", "self-fencing-test", "format-ocfs2", "mount-point", "mount-ocfs2"));
        }
        addIf(ids, application, "directories");
        if (site.hasPhp() && distribution.hasSelinux() && site.isGfs2()) {
            ids.addAll(List.of("selinux-rule", "selinux-labels"));
        }
        if (site.hasPhp()) {
            ids.addAll(site.stack().hasPacemaker() ? List.of("php-pool", "cib-php") : List.of("php-mount"));
            ids.add("php-collect");
        }
        return ids.stream().map(StepLibrary::step).toList();
    }

    private static void pacemaker(Site site, List<String> ids) {
        Fencing.Agent agent = site.fenceAgent().orElseThrow();
        ids.add(site.isGfs2() ? "lvm" : "ocfs2-stack");
        ids.add("cluster-order");
        addIf(ids, site.hasReservationFencing(), "watchdog-reservation");
        ids.add("corosync");
        ids.add("corosync-key");
        addIf(ids, site.cluster().quorumDevice().isPresent(), "qdevice-certificates");
        addIf(ids, agent == Fencing.Agent.SBD, "sbd");
        ids.addAll(List.of("cluster-start", "quorate"));
        addIf(ids, FenceAgents.isPower(agent), "fence-agents");
        ids.addAll(List.of("cib-cluster", "fencing-test"));
        addIf(ids, site.isGfs2(), "volume-gfs2");
        addIf(ids, site.isGfs2() && site.platform().hasLvmDevicesFile(), "lvm-devices");
        ids.addAll(List.of(site.isGfs2() ? "format-gfs2" : "format-ocfs2", "mount-point", "cib-volume"));
    }

    private static void addIf(List<String> ids, boolean needed, String id) {
        if (needed) {
            ids.add(id);
        }
    }
}
