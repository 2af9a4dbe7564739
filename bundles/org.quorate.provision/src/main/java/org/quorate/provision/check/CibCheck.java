// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.site.Site;

/**
 * Judges what the parts of the cluster's configuration add up to: crm_verify accepts {@code stonith-enabled=false}, a
 * missing order and a node that nothing fences (provisioning reference, section 4). Not thread-safe.
 */
final class CibCheck {

    private final Exported exported;
    private final Site site;
    private final CibReading part;

    private CibCheck(Exported exported, String name) {
        this.exported = exported;
        this.site = exported.site();
        this.part = CibReading.of(exported, name);
    }

    static void check(Exported exported) {
        new CibCheck(exported, "cluster").cluster();
        new CibCheck(exported, "volume").volume();
        if (exported.site().hasPhp()) {
            new CibCheck(exported, "php").php();
        }
    }

    private void cluster() {
        Fencing.Agent agent = site.fenceAgent().orElseThrow();
        exported.expectEqual("true", part.properties().get("stonith-enabled"), part.path(), "stonith-enabled");
        exported.expectEqual("freeze", part.properties().get("no-quorum-policy"), part.path(), "no-quorum-policy");
        exported.expectEqual(agent == Fencing.Agent.SBD ? Set.of("stonith-enabled", "no-quorum-policy", "stonith-watchdog-timeout")
                : Set.of("stonith-enabled", "no-quorum-policy"), part.properties().keySet(), part.path(), "list of properties");
        if (agent == Fencing.Agent.SBD) {
            // Twice the watchdog's time, which outlasts the 30 s that corosync waits for an arbiter.
            exported.expectEqual(site.cluster().quorumDevice().isPresent() ? "70" : "10", part.properties().get("stonith-watchdog-timeout"),
                    part.path(), "stonith-watchdog-timeout");
        }
        site.nodes().forEach(node -> fenced(node, agent));
        watched("dlm", "ocf:pacemaker:controld");
        boolean clvmd = site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD;
        String locks = clvmd ? "clvmd" : "lvmlockd";
        if (site.isGfs2()) {
            watched(locks, clvmd ? "ocf:heartbeat:clvm" : "ocf:heartbeat:lvmlockd");
        }
        exported.expectEqual(Map.of("locking", site.isGfs2() ? List.of("dlm", locks) : List.of("dlm")), part.groups(), part.path(), "order of groups");
        exported.expectEqual(Map.of("locking-clone", "locking"), part.clones(), part.path(), "list of clones");
        duel(agent);
    }

    /** Every node by a device that can fence it, and by none that it runs itself. */
    private void fenced(Node node, Fencing.Agent agent) {
        if (agent == Fencing.Agent.SBD) {
            return; // by its own watchdog
        }
        String program = "fence_" + agent.name().toLowerCase(Locale.ROOT);
        List<Map.Entry<String, CibReading.Made>> devices = part.made().entrySet().stream()
                .filter(e -> e.getValue().agent().equals(program)
                        && List.of(e.getValue().parameters().getOrDefault("pcmk_host_list", "").split("[ ,]")).contains(node.name())).toList();
        part.fault(devices.size() == 1, node.name() + " has " + devices.size() + " fence devices");
        if (FenceAgents.isPower(agent)) {
            devices.forEach(e -> part.fault(part.constraints().contains("location " + e.getKey() + " avoids " + node.name()),
                    node.name() + " may run its own fence device"));
        } else {
            devices.forEach(e -> exported.expectEqual(site.device(), e.getValue().parameters().get("devices"), part.path(), "fenced device"));
        }
    }

    /** Two nodes alone that shoot each other at once: one device waits, not both. */
    private void duel(Fencing.Agent agent) {
        boolean delayed = FenceAgents.isPower(agent) && site.nodes().size() == 2 && site.cluster().quorumDevice().isEmpty()
                && !site.cluster().fencing().orElseThrow().delay().isZero();
        String waits = site.platform() == Platform.UBUNTU_16_04 ? "delay" : "pcmk_delay_base"; // Pacemaker's own since 1.1.17
        String other = waits.equals("delay") ? "pcmk_delay_base" : "delay";
        part.fault(part.made().values().stream().noneMatch(m -> m.parameters().containsKey(other)), "a fence device waits by " + other);
        long found = part.made().values().stream().filter(m -> m.parameters().containsKey(waits)).count();
        exported.expectEqual(delayed ? 1L : 0L, found, part.path(), "number of fence devices that wait");
    }

    private void volume() {
        boolean logical = site.isGfs2() && site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.LVMLOCKD;
        if (logical) {
            watched("volume-lv", "ocf:heartbeat:LVM-activate");
            parameters("volume-lv", Map.of("vgname", site.volumeGroup(), "lvname", Site.LOGICAL_VOLUME,
                    "activation_mode", "shared", "vg_access_mode", "lvmlockd"));
        }
        watched("volume-fs", "ocf:heartbeat:Filesystem");
        parameters("volume-fs", Map.of("device", site.mountSource(), "directory", site.scenario().mountPoint(),
                "fstype", site.isGfs2() ? "gfs2" : "ocfs2", "options", String.join(",", site.mountOptions())));
        exported.expectEqual(Map.of("volume", logical ? List.of("volume-lv", "volume-fs") : List.of("volume-fs")), part.groups(), part.path(),
                "order of groups");
        exported.expectEqual(Map.of("volume-clone", "volume"), part.clones(), part.path(), "list of clones");
        follows("volume-clone", "locking-clone");
    }

    private void php() {
        CibReading.Made php = part.made().get("php-fpm");
        String agent = "systemd:" + site.platform().php().unit().replaceFirst("[.]service$", "");
        part.fault(php != null && php.agent().equals(agent), "PHP is not run by " + agent);
        exported.expectEqual(Map.of("php-fpm-clone", "php-fpm"), part.clones(), part.path(), "list of clones");
        follows("php-fpm-clone", "volume-clone");
    }

    private void follows(String clone, String first) {
        exported.expectEqual(Set.of("order " + first + " then " + clone, "colocation " + clone + " with " + first), part.constraints(),
                part.path(), "list of constraints");
    }

    /** Its failure fences the node: it must never be restarted under open files. */
    private void watched(String id, String agent) {
        CibReading.Made found = part.made().get(id);
        part.fault(found != null && found.agent().equals(agent), id + " is not run by " + agent);
        part.fault(found != null && found.operations().contains("monitor") && found.operations().contains("on-fail=fence"),
                id + " is not watched");
    }

    private void parameters(String id, Map<String, String> expected) {
        exported.expectEqual(expected, part.made().containsKey(id) ? part.made().get(id).parameters() : Map.of(), part.path(),
                "what " + id + " is told");
    }
}
