// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes that come, go, or are known by another address or number. Thread-safe. */
final class NodesRule implements ConsequenceRule {

    private static final String OCFS2_FILE = "files/common/etc/ocfs2/cluster.conf";
    private static final String COROSYNC_FILE = "files/common/etc/corosync/corosync.conf";
    /** Name, then number, in both files; the number comes first or last among the other lines of a node. */
    private static final Pattern OCFS2_NODE = Pattern.compile("(?m)^\\tname = (\\S+)\\n\\tcluster = \\S+\\n\\tnumber = (\\d+)");
    private static final Pattern COROSYNC_NODE = Pattern.compile("(?m)^\\s*name: (\\S+)\\n\\s*nodeid: (\\d+)");
    private static final Verdict ADDED_O2CB = Verdict.online("provision.sh --grow node: a slot first, then the node list on all"
            + " nodes (o2cb register-cluster), then the new node", "o2cb(8), register-cluster; GROW.md");
    private static final Verdict ADDED_PACEMAKER = Verdict.online("provision.sh --grow node: a journal or slot first, then corosync.conf on"
            + " all nodes and corosync-cfgtool -R, its fence device, its fencing test, then the mount", "corosync-cfgtool(8); GROW.md");
    private static final Verdict REMOVED_O2CB = Verdict.rolling("unmount and stop o2cb there, then the new node list on the"
            + " others; each forgets the node when its own o2cb is next stopped", "o2cb(8), remove-node");
    private static final Verdict REMOVED_PACEMAKER = Verdict.online("standby, then Pacemaker and corosync off there; the new corosync.conf on the"
            + " others, corosync-cfgtool -R, crm_node --remove, and its fence device goes", "corosync-cfgtool(8), crm_node(8); GROW.md");
    private static final Verdict ADDRESS = Verdict.stopped("o2net and corosync name their peers by address: unmount and stop the"
            + " cluster on all nodes, install the new configuration, start", "provisioning reference 1.2, 1.3");
    private static final Verdict NUMBER = Verdict.stopped("the number is the node's place in the disk heartbeat and the lock"
            + " manager: unmount and stop the cluster on all nodes first", "provisioning reference 1.2, 1.3");

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        Map<String, String> old = addresses(before);
        Map<String, String> now = addresses(after);
        String file = after.hasPacemaker() ? COROSYNC_FILE : OCFS2_FILE;
        List<ExportChange> changes = new ArrayList<>();
        now.forEach((name, address) -> {
            if (!old.containsKey(name)) {
                changes.add(ExportChange.of("node", "", name + " " + address, file, after.hasPacemaker() ? ADDED_PACEMAKER : ADDED_O2CB));
            } else if (!old.get(name).equals(address)) {
                changes.add(ExportChange.of("address of " + name, old.get(name), address, file, ADDRESS));
            }
        });
        old.forEach((name, address) -> {
            if (!now.containsKey(name)) {
                changes.add(ExportChange.of("node", name + " " + address, "", file, after.hasPacemaker() ? REMOVED_PACEMAKER : REMOVED_O2CB));
            }
        });
        Map<String, String> numbers = numbers(after);
        numbers(before).forEach((name, number) -> {
            if (numbers.containsKey(name) && !numbers.get(name).equals(number)) {
                changes.add(ExportChange.of("number of " + name, number, numbers.get(name), file, NUMBER));
            }
        });
        return changes;
    }

    @Override
    public List<String> settings() {
        return List.of("NODE_NAMES", "NODE_ADDRESSES");
    }

    private static Map<String, String> addresses(ExportFacts facts) {
        List<String> names = facts.list("NODE_NAMES");
        List<String> addresses = facts.list("NODE_ADDRESSES");
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), addresses.size()); i++) {
            found.put(names.get(i), addresses.get(i));
        }
        return found;
    }

    private static Map<String, String> numbers(ExportFacts facts) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher node = (facts.hasPacemaker() ? COROSYNC_NODE : OCFS2_NODE).matcher(facts.file(facts.hasPacemaker() ? COROSYNC_FILE : OCFS2_FILE));
        while (node.find()) {
            found.put(node.group(1), node.group(2));
        }
        return found;
    }
}
