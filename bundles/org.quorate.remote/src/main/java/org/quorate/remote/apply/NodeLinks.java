// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Target;

/** The connections to the nodes of a job; each new one is in the log. Thread-safe. */
final class NodeLinks implements AutoCloseable {

    private final ApplyJob job;
    private final ApplyRun.Surroundings around;
    private final Audit audit;
    private final Map<String, NodeLink> links = new LinkedHashMap<>();
    private final Map<String, String> unreached = new ConcurrentHashMap<>();
    private final Set<String> placed = ConcurrentHashMap.newKeySet();

    NodeLinks(ApplyJob job, ApplyRun.Surroundings around, Audit audit) {
        this.job = job;
        this.around = around;
        this.audit = audit;
        around.targets().forEach((name, target) -> links.put(name, new NodeLink(name, target, around.connector(), this::opened)));
        for (String node : job.nodes()) {
            if (!links.containsKey(node)) {
                throw new IllegalArgumentException("it is not said where the node " + node + " is reached");
            }
        }
    }

    private void opened(String name, RemoteShell shell) throws RemoteException {
        Target target = shell.target();
        String fingerprint = shell.fingerprint().orElse("");
        try {
            audit.write("connected", Map.of("node", name, "login", target.text(), "fingerprint", fingerprint));
        } catch (IOException e) {
            throw new RemoteException(Kind.FILE, e.getMessage());
        }
        around.told().connected(name, target.text(), fingerprint);
    }

    NodeLink of(String node) {
        return links.get(node);
    }

    /** By the addresses that the export knows. */
    Map<String, NodeLink> byAddress() {
        Map<String, NodeLink> byAddress = new LinkedHashMap<>(links);
        List<String> addresses = job.plan().words("NODE_ADDRESSES");
        for (int i = 0; i < addresses.size(); i++) {
            byAddress.put(addresses.get(i), links.get(job.nodes().get(i)));
        }
        return byAddress;
    }

    /**
     * Connects to nodes and puts the export there.
     *
     * @return why that was not possible, a text for each of those
     */
    List<String> reach(NodeSteps steps, List<String> nodes) {
        new Parallel(job.atOnce(), around.cancelled()).each(nodes, node -> {
            // From here on it may be there, if only a part of it, and if nobody waits for the answer.
            placed.add(node);
            try {
                steps.place(of(node));
            } catch (RemoteException e) {
                unreached.put(node, e.getMessage());
                if (e.kind() != Kind.FILE && !e.mayHaveRun()) {
                    placed.remove(node);
                }
            }
        });
        return nodes.stream().filter(unreached::containsKey).map(node -> node + ": " + unreached.get(node)).toList();
    }

    /** Why a node could not be reached at first; null: it was. */
    String obstacle(String node) {
        return unreached.get(node);
    }

    boolean allReached() {
        return unreached.isEmpty();
    }

    /** Nodes that may have the export of this run. */
    List<String> placed() {
        return job.nodes().stream().filter(placed::contains).toList();
    }

    @Override
    public void close() {
        links.values().forEach(NodeLink::close);
    }
}
