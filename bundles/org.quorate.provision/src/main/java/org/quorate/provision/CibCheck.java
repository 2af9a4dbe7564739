// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quorate.model.Fencing;
import org.quorate.model.Node;

/**
 * Reads the pcs commands that build the cluster's configuration, and judges what they add up to: crm_verify accepts
 * {@code stonith-enabled=false}, a missing order and a node that nothing fences (provisioning reference, section 4).
 * Not thread-safe.
 */
final class CibCheck {

    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "ocf:pacemaker:controld", Set.of(),
            "ocf:heartbeat:lvmlockd", Set.of(),
            "ocf:heartbeat:LVM-activate", Set.of("vgname", "lvname", "activation_mode", "vg_access_mode"),
            "ocf:heartbeat:Filesystem", Set.of("device", "directory", "fstype", "options"));
    private static final Set<String> FENCE_PARAMETERS = Set.of("ip", "username", "password_script", "ipaddr", "login",
            "passwd_script", "lanplus", "ssl", "multicast_address", "key_file", "key", "devices", "pcmk_host_list",
            "pcmk_reboot_action", "pcmk_delay_base");
    private static final Set<String> OPERATION = Set.of("monitor", "start", "stop", "interval", "timeout", "on-fail");

    /** A resource or fence device: its agent, its group, and all else that was said of it. */
    private record Made(String agent, String group, Map<String, String> parameters, List<String> operations) {
    }

    private final Exported exported;
    private final String path;
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Set<String> clones = new HashSet<>();
    private final Set<String> constraints = new HashSet<>();

    private CibCheck(Exported exported, String path) {
        this.exported = exported;
        this.path = path;
    }

    static void check(Exported exported) {
        read(exported, "cluster").cluster();
        read(exported, "volume").volume();
        if (exported.site().hasPhp()) {
            read(exported, "php").php();
        }
    }

    private static CibCheck read(Exported exported, String part) {
        CibCheck check = new CibCheck(exported, "cib/" + part + ".sh");
        try {
            List<List<String>> commands = ShellReader.commands(exported.text(check.path));
            check.fault(!commands.isEmpty() && commands.get(0).equals(List.of("set", "-euo", "pipefail")), "does not stop at a failure");
            commands.stream().skip(1).forEach(check::command);
        } catch (IllegalArgumentException e) {
            check.fault(false, e.getMessage());
        }
        Set<String> ids = new TreeSet<>(check.made.keySet());
        check.clones.forEach(clone -> ids.add(clone + "-clone"));
        exported.expectEqual(ids, new TreeSet<>(List.of(exported.text("cib/" + part + ".ids").split("\n"))), check.path,
                "what it makes");
        for (String id : exported.text("cib/" + part + ".delete").split("\n")) {
            check.fault(check.made.containsKey(id) || check.groups.contains(id), "does not make " + id + ", which a roll-back deletes");
        }
        return check;
    }

    private void command(List<String> words) {
        fault(words.size() > 4 && words.subList(0, 3).equals(List.of("pcs", "-f", "$1")), "an odd command: " + words);
        List<String> rest = words.subList(Math.min(3, words.size()), words.size());
        String verb = String.join(" ", rest.subList(0, Math.min(2, rest.size())));
        List<String> values = rest.subList(Math.min(2, rest.size()), rest.size());
        switch (verb) {
            case "property set" -> values.forEach(word -> pair(word, properties));
            case "stonith create", "resource create" -> create(values, verb.startsWith("stonith"));
            case "resource clone" -> {
                clones.add(values.get(0));
                fault(values.contains("interleave=true"), "a restart of one node restarts all: no interleave of " + values.get(0));
                fault(made.containsKey(values.get(0)) || groups.contains(values.get(0)), "clones " + values.get(0) + ", which is not there");
            }
            case "constraint order", "constraint colocation", "constraint location" -> constraints.add(String.join(" ", rest.subList(1, rest.size())));
            default -> fault(false, "an odd command: " + verb);
        }
    }

    private void pair(String word, Map<String, String> into) {
        int equals = word.indexOf('=');
        fault(equals > 0, "no value: " + word);
        if (equals > 0) {
            fault(into.put(word.substring(0, equals), word.substring(equals + 1)) == null, "twice: " + word);
        }
    }

    private void create(List<String> words, boolean fence) {
        fault(words.size() >= 2, "a resource without an agent");
        String agent = words.size() < 2 ? "" : words.get(1);
        boolean known = fence ? agent.startsWith("fence_") : PARAMETERS.containsKey(agent) || agent.startsWith("systemd:");
        fault(known, "unknown agent " + agent);
        Map<String, String> parameters = new HashMap<>();
        List<String> operations = new ArrayList<>();
        String group = "";
        String place = "parameters";
        for (String word : words.subList(Math.min(2, words.size()), words.size())) {
            if (List.of("op", "meta", "--group").contains(word)) {
                place = word;
            } else if (place.equals("--group")) {
                group = word;
            } else if (place.equals("op")) {
                fault(OPERATION.contains(word.replaceAll("=.*", "")), "unknown word of an operation: " + word);
                operations.add(word);
            } else if (place.equals("meta")) {
                fault(fence && word.equals("provides=unfencing"), "unknown meta attribute: " + word);
            } else {
                pair(word, parameters);
            }
        }
        Set<String> allowed = fence ? FENCE_PARAMETERS : PARAMETERS.getOrDefault(agent, Set.of());
        parameters.keySet().forEach(key -> fault(allowed.contains(key), "unknown parameter " + key + " of " + agent));
        groups.add(group);
        fault(made.put(words.get(0), new Made(agent, group, parameters, operations)) == null, "makes " + words.get(0) + " twice");
    }

    private void cluster() {
        exported.expectEqual("true", properties.get("stonith-enabled"), path, "stonith-enabled");
        exported.expectEqual("freeze", properties.get("no-quorum-policy"), path, "no-quorum-policy");
        Fencing.Agent agent = exported.site().fenceAgent().orElseThrow();
        exported.expectEqual(agent == Fencing.Agent.SBD ? Set.of("stonith-enabled", "no-quorum-policy", "stonith-watchdog-timeout")
                : Set.of("stonith-enabled", "no-quorum-policy"), properties.keySet(), path, "list of properties");
        exported.site().nodes().forEach(node -> fenced(node, agent));
        member("dlm", "ocf:pacemaker:controld", "locking");
        member("lvmlockd", "ocf:heartbeat:lvmlockd", "locking");
        before("dlm", "lvmlockd");
        fault(clones.equals(Set.of("locking")), "clones " + clones);
        duel(agent);
    }

    /** Every node by a device that can fence it, and by none that it runs itself. */
    private void fenced(Node node, Fencing.Agent agent) {
        if (agent == Fencing.Agent.SBD) {
            return; // by its own watchdog
        }
        String program = "fence_" + agent.name().toLowerCase(Locale.ROOT);
        List<Map.Entry<String, Made>> devices = made.entrySet().stream().filter(e -> e.getValue().agent().equals(program)
                && List.of(e.getValue().parameters().getOrDefault("pcmk_host_list", "").split("[ ,]")).contains(node.name())).toList();
        fault(devices.size() == 1, node.name() + " has " + devices.size() + " fence devices");
        if (FenceDevices.isPower(agent)) {
            devices.forEach(e -> fault(constraints.contains("location " + e.getKey() + " avoids " + node.name()),
                    node.name() + " may run its own fence device"));
        } else {
            devices.forEach(e -> exported.expectEqual(exported.site().device(), e.getValue().parameters().get("devices"), path, "fenced device"));
        }
    }

    /** Two nodes alone that shoot each other at once: one device waits, not both. */
    private void duel(Fencing.Agent agent) {
        Site site = exported.site();
        boolean delayed = FenceDevices.isPower(agent) && site.nodes().size() == 2 && site.cluster().quorumDevice().isEmpty()
                && !site.cluster().fencing().orElseThrow().delay().isZero();
        long found = made.values().stream().filter(m -> m.parameters().containsKey("pcmk_delay_base")).count();
        exported.expectEqual(delayed ? 1L : 0L, found, path, "number of fence devices that wait");
    }

    private void volume() {
        Site site = exported.site();
        member("volume-lv", "ocf:heartbeat:LVM-activate", "volume");
        member("volume-fs", "ocf:heartbeat:Filesystem", "volume");
        before("volume-lv", "volume-fs");
        parameters("volume-lv", Map.of("vgname", site.volumeGroup(), "lvname", Site.LOGICAL_VOLUME,
                "activation_mode", "shared", "vg_access_mode", "lvmlockd"));
        parameters("volume-fs", Map.of("device", site.mountSource(), "directory", site.scenario().mountPoint(),
                "fstype", "gfs2", "options", String.join(",", site.mountOptions())));
        fault(clones.equals(Set.of("volume")), "clones " + clones);
        follows("volume-clone", "locking-clone");
    }

    private void php() {
        fault(made.containsKey("php-fpm") && made.get("php-fpm").agent().equals("systemd:" + exported.site().platform().phpUnit().replace(".service", "")), "PHP is not run");
        fault(clones.equals(Set.of("php-fpm")), "clones " + clones);
        follows("php-fpm-clone", "volume-clone");
    }

    private void follows(String clone, String first) {
        fault(constraints.contains("order start " + first + " then " + clone), clone + " does not wait for " + first);
        fault(constraints.contains("colocation add " + clone + " with " + first), clone + " runs where " + first + " does not");
    }

    /** A member of a group whose failure fences the node: it must never be restarted over open files. */
    private void member(String id, String agent, String group) {
        Made found = made.get(id);
        fault(found != null && found.agent().equals(agent) && found.group().equals(group), id + " is not " + agent + " of " + group);
        fault(found != null && found.operations().contains("monitor") && found.operations().contains("on-fail=fence"),
                id + " is not watched");
    }

    private void before(String first, String second) {
        List<String> ids = List.copyOf(made.keySet());
        fault(ids.indexOf(first) < ids.indexOf(second), second + " starts before " + first);
    }

    private void parameters(String id, Map<String, String> expected) {
        exported.expectEqual(expected, made.containsKey(id) ? made.get(id).parameters() : Map.of(), path, "what " + id + " is told");
    }

    private void fault(boolean good, String what) {
        exported.expect(good, path, what);
    }
}
