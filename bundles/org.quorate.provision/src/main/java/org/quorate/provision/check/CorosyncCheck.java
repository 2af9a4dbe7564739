// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Node;
import org.quorate.provision.site.Site;

/**
 * A strict reader of corosync.conf: for version 2, whose files Debian 12's corosync cannot read, and for what corosync
 * itself accepts silently (provisioning reference, section 4: unknown keys, duplicates, two_node with three nodes, a
 * token of 10 ms). Thread-safe.
 */
final class CorosyncCheck {

    /** In the order in which faults are told. */
    private static final List<String> NODE_KEYS = List.of("ring0_addr", "name", "nodeid");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "totem", Set.of("version", "cluster_name", "transport", "crypto_cipher", "crypto_hash", "token"),
            "nodelist", Set.of(),
            "nodelist.node", Set.copyOf(NODE_KEYS),
            "quorum", Set.of("provider", "two_node"),
            "quorum.device", Set.of("model", "votes"),
            "quorum.device.net", Set.of("host", "algorithm", "tls"),
            "logging", Set.of("to_logfile", "logfile", "to_syslog", "timestamp"));

    static final String FILE = "/etc/corosync/corosync.conf";

    private final List<String> faults = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private int nodes;
    private String transport = "";
    private String cluster = "";
    private String token = "";
    private boolean twoNode;
    private boolean device;
    private String host = "";

    private CorosyncCheck() {
    }

    /** The file against the scenario. */
    static void check(Exported exported) {
        Site site = exported.site();
        CorosyncCheck check = new CorosyncCheck();
        check.read(exported.common(FILE));
        check.judge(site.platform().cluster().corosync());
        check.faults.forEach(fault -> exported.expect(false, FILE, fault));
        exported.expectEqual(site.cluster().name(), check.cluster, FILE, "cluster_name");
        exported.expectEqual(String.valueOf(site.cluster().token().toMillis()), check.token, FILE, "token");
        List<String> members = new ArrayList<>();
        for (Node node : site.nodes()) {
            members.addAll(List.of("ring0_addr " + node.address(), "name " + node.name(), "nodeid " + node.number()));
        }
        exported.expectEqual(members, check.members, FILE, "list of nodes");
        exported.expectEqual(site.cluster().quorumDevice().isPresent(), check.device, FILE, "a quorum device");
        exported.expectEqual(site.cluster().quorumDevice().orElse(""), check.host, FILE, "host of the quorum device");
    }

    /** Everything that is wrong with a file for this major version. */
    static List<String> faults(String text, int version) {
        CorosyncCheck check = new CorosyncCheck();
        check.read(text);
        check.judge(version);
        return check.faults;
    }

    private void read(String text) {
        Deque<String> path = new ArrayDeque<>();
        for (String raw : text.split("\n")) {
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            if (line.endsWith(" {")) {
                String name = line.substring(0, line.length() - 2);
                path.addLast(path.isEmpty() ? name : path.getLast() + "." + name);
                open(path.getLast());
            } else if (line.equals("}")) {
                if (path.pollLast() == null) {
                    faults.add("a brace too many");
                }
            } else {
                key(path.isEmpty() ? "" : path.getLast(), line);
            }
        }
        if (!path.isEmpty()) {
            faults.add("a brace is open");
        }
    }

    private void open(String section) {
        if (!KEYS.containsKey(section)) {
            faults.add("unknown section " + section);
        }
        if (section.equals("nodelist.node")) {
            nodes++;
            // Each node has its own keys, and each must have all of them.
            complete();
            seen.removeIf(s -> s.startsWith("nodelist.node."));
        } else if (!seen.add(section)) {
            faults.add("section twice: " + section);
        }
        device |= section.equals("quorum.device");
    }

    private void key(String section, String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 2);
        if (!KEYS.getOrDefault(section, Set.of()).contains(key)) {
            faults.add("unknown key " + section + "." + key);
        }
        if (!seen.add(section + "." + key)) {
            faults.add("key twice: " + section + "." + key);
        }
        if (section.equals("nodelist.node")) {
            members.add(key + " " + value);
            expect(values.add(key + " " + value), "two nodes have the same " + key);
        }
        switch (section + "." + key) {
            case "totem.transport" -> transport = value;
            case "quorum.device.net.host" -> host = value;
            case "totem.cluster_name" -> cluster = value;
            case "totem.version" -> expect(value.equals("2"), "totem version " + value);
            case "totem.token" -> {
                token = value;
                expect(value.matches("[0-9]{4,5}"), "token " + value);
            }
            case "totem.crypto_cipher" -> expect(value.equals("aes256"), "cipher " + value);
            case "totem.crypto_hash" -> expect(value.equals("sha256"), "hash " + value);
            case "quorum.two_node" -> twoNode = value.equals("1");
            case "quorum.provider" -> expect(value.equals("corosync_votequorum"), "provider " + value);
            default -> { }
        }
        expect(value.matches("[A-Za-z0-9./_-]+"), "value of " + key);
    }

    /** Of the node before, if there was one. */
    private void complete() {
        for (String key : NODE_KEYS) {
            expect(nodes < 2 || seen.contains("nodelist.node." + key), "a node without " + key);
        }
    }

    private void judge(int version) {
        expect(transport.equals(version == 2 ? "udpu" : "knet"), "transport " + transport);
        expect(twoNode == (nodes == 2 && !device), "two_node with " + nodes + " nodes, device: " + device);
        for (String needed : List.of("totem.cluster_name", "totem.crypto_cipher", "totem.crypto_hash", "totem.token",
                "quorum.provider", "nodelist.node.nodeid", "nodelist.node.name", "nodelist.node.ring0_addr")) {
            expect(seen.contains(needed), "no " + needed);
        }
        for (String needed : List.of("quorum.device.model", "quorum.device.votes", "quorum.device.net.host", "quorum.device.net.algorithm")) {
            expect(!device || seen.contains(needed), "no " + needed);
        }
    }

    private void expect(boolean good, String fault) {
        if (!good) {
            faults.add(fault);
        }
    }
}
