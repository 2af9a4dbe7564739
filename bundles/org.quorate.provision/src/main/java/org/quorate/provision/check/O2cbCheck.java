// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Node;
import org.quorate.provision.site.Site;

/**
 * A strict reader of o2cb's cluster.conf. The tool itself accepts a wrong node_count, the number 255, a number or an
 * address twice, and drops a node whose cluster it does not know without a word (provisioning reference, section 4).
 * Thread-safe.
 */
final class O2cbCheck {

    static final String FILE = "/etc/ocfs2/cluster.conf";
    private static final List<String> NODE_KEYS = List.of("name", "cluster", "number", "ip_address", "ip_port");
    private static final List<String> CLUSTER_KEYS = List.of("name", "heartbeat_mode", "node_count");

    private O2cbCheck() {
    }

    static void check(Exported exported) {
        Site site = exported.site();
        List<Node> nodes = site.nodes();
        List<Map<String, String>> stanzas = read(exported);
        List<Map<String, String>> found = stanzas.stream().filter(s -> s.get("").equals("node")).toList();
        exported.expectEqual(nodes.size(), found.size(), FILE, "number of nodes");
        exported.expectEqual(1, stanzas.size() - found.size(), FILE, "number of clusters");
        for (String key : List.of("name", "number", "ip_address")) {
            Set<String> values = new HashSet<>();
            found.forEach(s -> exported.expect(values.add(s.getOrDefault(key, "")), FILE, "two nodes have the same " + key));
        }
        for (int i = 0; i < Math.min(nodes.size(), found.size()); i++) {
            Map<String, String> stanza = found.get(i);
            String number = stanza.getOrDefault("number", "");
            // o2nm_node_num_write: a number of 255 is O2NM_MAX_NODES, one too many.
            exported.expect(number.matches("[0-9]{1,3}") && Integer.parseInt(number) < 255, FILE, "node number " + number);
            exported.expectEqual(nodes.get(i).name(), stanza.get("name"), FILE, "name of a node");
            exported.expectEqual(site.cluster().name(), stanza.get("cluster"), FILE, "cluster of a node");
            exported.expectEqual(String.valueOf(nodes.get(i).number()), number, FILE, "number of a node");
            exported.expectEqual(nodes.get(i).address(), stanza.get("ip_address"), FILE, "address of a node");
            exported.expectEqual("7777", stanza.get("ip_port"), FILE, "port of a node");
        }
        stanzas.stream().filter(s -> !s.get("").equals("node")).forEach(cluster -> {
            exported.expectEqual(site.cluster().name(), cluster.get("name"), FILE, "name of the cluster");
            exported.expectEqual("local", cluster.get("heartbeat_mode"), FILE, "heartbeat mode");
            exported.expectEqual(String.valueOf(found.size()), cluster.get("node_count"), FILE, "node_count");
        });
        exported.expect(site.cluster().name().matches("[A-Za-z0-9]{1,16}"), FILE, "a cluster name that o2cb refuses or cuts");
    }

    /** The stanzas, each with its kind under the empty key. The tab before a key is part of the format. */
    private static List<Map<String, String>> read(Exported exported) {
        List<Map<String, String>> stanzas = new ArrayList<>();
        for (String line : exported.common(FILE).split("\n")) {
            if (line.equals("node:") || line.equals("cluster:")) {
                stanzas.add(new LinkedHashMap<>(Map.of("", line.substring(0, line.length() - 1))));
            } else if (!line.isEmpty()) {
                String[] pair = line.split(" = ", -1);
                boolean good = line.startsWith("\t") && pair.length == 2 && !stanzas.isEmpty();
                exported.expect(good, FILE, "an odd line: " + line.strip());
                if (good) {
                    Map<String, String> stanza = stanzas.get(stanzas.size() - 1);
                    String key = pair[0].substring(1);
                    exported.expect((stanza.get("").equals("node") ? NODE_KEYS : CLUSTER_KEYS).contains(key), FILE, "unknown key " + key);
                    exported.expect(stanza.put(key, pair[1]) == null, FILE, "key twice: " + key);
                }
            }
        }
        return stanzas;
    }
}
