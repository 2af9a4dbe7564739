// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quorate.advice.fleet.FleetAdviser;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.remote.Hop;
import org.quorate.remote.RemoteException;
import org.quorate.remote.inventory.Fleet;
import org.quorate.remote.inventory.NodeInventories;

/** Takes an inventory of real nodes, changing nothing on them, and compares them with each other and with a scenario. Thread-safe. */
public final class InventoryNodes {

    private final NodeConnections connections;

    InventoryNodes(NodeConnections connections) {
        this.connections = connections;
    }

    /**
     * Where the nodes of a scenario are reached: by their names, as ssh would.
     *
     * @param byAddress by their addresses on the cluster network instead
     */
    public static Map<String, String> hosts(Scenario scenario, boolean byAddress) {
        Map<String, String> hosts = new LinkedHashMap<>();
        for (Node node : scenario.cluster().nodes()) {
            hosts.put(node.name(), byAddress ? node.address() : node.name());
        }
        return hosts;
    }

    /** What is wrong with a host; absent: it is {@code [user@]host[:port]}. */
    public static Optional<String> wrongHost(String host) {
        try {
            Hop.of(host);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The same nodes compared with another scenario, or with the same one after it was changed; asks no node and takes milliseconds. */
    public FleetReport compare(FleetReport report, Optional<Scenario> scenario) {
        return new FleetAdviser().report(report.nodes(), report.missing(), scenario);
    }

    /**
     * Takes it; some seconds, and as long as a person is asked.
     *
     * @param hosts     {@code [user@]host[:port]} by name of the node
     * @param scenario  that they are meant for
     * @param remarks   told what a person should know of the configuration; by the calling thread
     * @return also if no node answered: it says why
     * @throws UnusableHostException                      if a host is not of that form, or the configuration has something that cannot be used
     * @throws IOException                                if the configuration, or a secret that is kept, cannot be read
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public FleetReport inventory(Map<String, String> hosts, Optional<Scenario> scenario, NodeAccess access, NodeQuestions questions,
            Consumer<String> remarks, Progress progress) throws IOException {
        List<Fleet.Outcome<NodeInventory>> outcomes;
        try (NodeConnections.Nodes found = connections.find(hosts, access, questions, remarks)) {
            NodeInventories inventories = new NodeInventories(found.connector(), access.sudo());
            outcomes = new Fleet(access.atOnce()).run(found.targets(), inventories::take, (done, name) -> progress.report(done, hosts.size(), name),
                    progress::isCancelled);
        }
        List<NodeInventory> nodes = new ArrayList<>();
        List<FleetReport.Missing> missing = new ArrayList<>();
        for (Fleet.Outcome<NodeInventory> outcome : outcomes) {
            outcome.value().ifPresent(nodes::add);
            outcome.failure().map(RemoteException::getMessage).ifPresent(why -> missing.add(new FleetReport.Missing(outcome.name(), why)));
        }
        return new FleetAdviser().report(nodes, missing, scenario);
    }
}
