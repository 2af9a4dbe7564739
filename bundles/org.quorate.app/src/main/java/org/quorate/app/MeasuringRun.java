// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.quorate.intake.measure.RoundTrips;
import org.quorate.intake.measure.Samples;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.measured.Measurement;
import org.quorate.model.measured.NodeFigures;
import org.quorate.model.measured.PairTimes;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Target;
import org.quorate.remote.inventory.Fleet;
import org.quorate.remote.inventory.NodeInventories;
import org.quorate.remote.measure.MeasuredNode;

/** One measurement of a fleet, and its connections, which end with it. Used by one thread. */
final class MeasuringRun implements AutoCloseable {

    private static final int ROUND_TRIPS = 200;
    private static final int LEAST_ROUND_TRIPS = 20;
    private static final double SHORTEST_INTERVAL = 0.005;
    private static final double LONGEST_INTERVAL = 0.015;
    /** Of the time of a node: for its pings. */
    private static final double PING_SHARE = 0.25;

    private final MeasureRequest request;
    private final Optional<Scenario> scenario;
    private final NodeConnections.Nodes nodes;
    private final NodeAccess access;
    private final Progress progress;
    private final Queue<RemoteShell> open = new ConcurrentLinkedQueue<>();
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final List<Measurement.Missing> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final int steps;
    private int done;

    /** A node that answered. */
    private record Reached(RemoteShell shell, NodeInventory inventory) {
    }

    MeasuringRun(MeasureRequest request, Optional<Scenario> scenario, NodeConnections.Nodes nodes, NodeAccess access, Progress progress) {
        this.request = request;
        this.scenario = scenario;
        this.nodes = nodes;
        this.access = access;
        this.progress = progress;
        int count = nodes.targets().size();
        steps = count + count * (count - 1) / 2;
    }

    Measurement measure() {
        reach();
        List<NetworkFigures.Pair> pairs = pairs();
        NetworkFigures network = NetworkFigures.of(pairs, scenario);
        remarks.addAll(network.remarks());
        List<ServiceTimes> services = new ArrayList<>();
        List<ProfileFigure> profile = new ArrayList<>(network.figures());
        return new Measurement(Measurement.FORMAT, scenario.map(Scenario::name).orElse(""), reached.entrySet().stream()
                .map(entry -> figures(entry.getKey(), entry.getValue().inventory())).toList(), pairs.stream().map(NetworkFigures.Pair::shown).toList(),
                services, profile, missing, remarks);
    }

    /** All at once. */
    private void reach() {
        NodeInventories inventories = new NodeInventories(nodes.connector(), access.sudo());
        for (Fleet.Outcome<Reached> outcome : new Fleet(access.atOnce()).run(nodes.targets(), (name, target, cancelled) -> reach(inventories, name, target,
                cancelled), (number, name) -> step(name), progress::isCancelled)) {
            outcome.value().ifPresent(node -> reached.put(outcome.name(), node));
            outcome.failure().ifPresent(why -> missing.add(new Measurement.Missing(outcome.name(), why.getMessage())));
        }
        reached.forEach((name, node) -> node.inventory().remarks().forEach(remark -> remarks.add(name + ": " + remark)));
    }

    private Reached reach(NodeInventories inventories, String name, Target target, BooleanSupplier cancelled) throws RemoteException {
        RemoteShell shell = nodes.connector().connect(target, cancelled);
        open.add(shell);
        if (cancelled.getAsBoolean()) {
            shell.close();
            throw new CancellationException();
        }
        return new Reached(shell, inventories.take(name, shell, cancelled));
    }

    /** One pair after the other: pings of another pair would be in their way on the nodes, and on links that they share. */
    private List<NetworkFigures.Pair> pairs() {
        List<String> names = List.copyOf(nodes.targets().keySet());
        List<NetworkFigures.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String from = reached.containsKey(names.get(i)) ? names.get(i) : names.get(j);
                if (reached.containsKey(from)) {
                    pair(from, from.equals(names.get(i)) ? names.get(j) : names.get(i)).ifPresent(pairs::add);
                }
                step(names.get(i) + " to " + names.get(j));
            }
        }
        if (names.size() == 1) {
            remarks.add("round trips: there is one node, and nothing to ask");
        }
        return pairs;
    }

    private Optional<NetworkFigures.Pair> pair(String from, String to) {
        double seconds = request.seconds() * PING_SHARE / Math.max(1, nodes.targets().size() - 1);
        int count = (int) Math.max(LEAST_ROUND_TRIPS, Math.min(ROUND_TRIPS, seconds / SHORTEST_INTERVAL));
        double interval = Math.max(SHORTEST_INTERVAL, Math.min(LONGEST_INTERVAL, seconds / count));
        String address = address(to);
        try {
            RoundTrips trips = node(from).roundTrips(address, count, interval, (int) Math.ceil(Math.max(1, seconds)), progress::isCancelled);
            if (trips.samples().count() == 0) {
                remarks.add("round trips: " + from + " to " + to + " (" + address + "): " + (trips.way().isEmpty()
                        ? trips.remark() + "; install iputils-ping or iputils" : "no answer: " + trips.remark()));
            }
            return Optional.of(new NetworkFigures.Pair(new PairTimes(from, to, address, trips.way(), trips.sent(), trips.samples().count() == 0
                    ? Optional.empty() : Optional.of(trips.samples().times()), trips.own().map(Samples::median)), trips));
        } catch (RemoteException | IllegalArgumentException e) {
            remarks.add("round trips: " + from + " to " + to + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** On the cluster network where it is known. */
    private String address(String name) {
        return scenario.flatMap(plan -> plan.cluster().nodes().stream().filter(node -> node.name().equals(name)).map(Node::address).findFirst())
                .orElseGet(() -> nodes.targets().get(name).host());
    }

    private MeasuredNode node(String name) {
        Reached node = reached.get(name);
        return new MeasuredNode(node.shell(), access.sudo() && node.inventory().system().root());
    }

    private static NodeFigures figures(String name, NodeInventory inventory) {
        Optional<Double> offset = inventory.clock().offsetSeconds().isPresent() ? Optional.of(inventory.clock().offsetSeconds().getAsDouble()) : Optional.empty();
        return new NodeFigures(name, "", offset, inventory.clock().uncertaintySeconds(), inventory.processors(), inventory.processor(), Optional.empty());
    }

    private void step(String what) {
        done++;
        progress.report(Math.min(done, steps), steps, what);
    }

    /** What the nodes still run ends with their connections. */
    @Override
    public void close() {
        for (RemoteShell shell = open.poll(); shell != null; shell = open.poll()) {
            shell.close();
        }
    }
}
