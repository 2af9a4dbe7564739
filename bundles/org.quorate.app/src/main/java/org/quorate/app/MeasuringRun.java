// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.quorate.intake.measure.DeviceTimes;
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
import org.quorate.remote.Visible;
import org.quorate.remote.inventory.Fleet;
import org.quorate.remote.inventory.NodeInventories;
import org.quorate.remote.measure.MeasuredNode;

/** One measurement of a fleet, and its connections, which end with it. Used by one thread. */
final class MeasuringRun implements AutoCloseable {

    private static final int ROUND_TRIPS = 200;
    private static final int LEAST_ROUND_TRIPS = 20;
    private static final double SHORTEST_INTERVAL = 0.005;
    private static final double LONGEST_INTERVAL = 0.015;
    /** Of the time of a node. */
    private static final double PING_SHARE = 0.25;
    private static final double READ_SHARE = 0.5;
    private static final double SCRATCH_SHARE = 0.2;
    private static final long CLOSE_MILLIS = 500;
    private static final Pattern OF_FIGURE = Pattern.compile("(read|write|flush|bandwidth|queueDepth): ");
    private static final String NO_CPU = "CPU: what a system call takes that does nothing is told, and not used: the times of cluster.hardware are those of calls"
            + " that find a file, of messages, of wake-ups and of work on locks and blocks inside the kernel, which nothing outside of it measures; the"
            + " lab's were fitted to operations on the file systems (quorate fit)";

    private final MeasureRequest request;
    private final Optional<Scenario> scenario;
    private final NodeConnections.Nodes nodes;
    private final NodeAccess access;
    private final Progress progress;
    private final Queue<RemoteShell> open = new ConcurrentLinkedQueue<>();
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final List<Measurement.Missing> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
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
        steps = count + count * (count - 1) / 2 + (request.reads() ? count : 0) + request.scratch().size() + count;
    }

    Measurement measure() {
        reach();
        List<NetworkFigures.Pair> pairs = pairs();
        NetworkFigures network = NetworkFigures.of(pairs, scenario);
        remarks.addAll(network.remarks());
        List<NodeFigures> figures = new ArrayList<>();
        List<ServiceTimes> services = new ArrayList<>();
        LunProfile lun = new LunProfile(scenario.map(Scenario::lun));
        for (Map.Entry<String, Reached> node : reached.entrySet()) {
            figures.add(node(node.getKey(), node.getValue().inventory(), lun, services));
        }
        lun.make();
        remarks.addAll(lun.remarks());
        if (figures.stream().anyMatch(node -> node.nullCallNanos().isPresent())) {
            remarks.add(NO_CPU);
        }
        List<ProfileFigure> profile = new ArrayList<>(network.figures());
        profile.addAll(lun.figures());
        return new Measurement(Measurement.FORMAT, scenario.map(Scenario::name).orElse(""), figures, pairs.stream().map(NetworkFigures.Pair::shown).toList(),
                services, profile, missing, remarks.stream().map(Visible::text).toList());
    }

    /** What is measured on one node alone, one node after the other: all ask the same LUN. */
    private NodeFigures node(String name, NodeInventory inventory, LunProfile lun, List<ServiceTimes> services) {
        LunDevice device = LunDevice.of(inventory, Optional.ofNullable(request.devices().get(name)), scenario);
        boolean read = false;
        if (request.reads()) {
            read = !device.path().isEmpty() && reads(name, device, lun, services);
            if (!device.remark().isEmpty()) {
                remarks.add(name + ": reads: " + device.remark());
            }
            step(name + ": reads");
        }
        if (request.scratch().containsKey(name)) {
            scratch(name, device, lun, services);
            step(name + ": scratch file");
        }
        Optional<Double> call = attempt(name, "system calls", node -> node.call(progress::isCancelled)).flatMap(found -> found);
        step(name + ": system calls");
        Optional<Double> offset = inventory.clock().offsetSeconds().isPresent() ? Optional.of(inventory.clock().offsetSeconds().getAsDouble()) : Optional.empty();
        return new NodeFigures(name, read ? device.path() : "", offset, inventory.clock().uncertaintySeconds(), inventory.processors(),
                inventory.processor(), call);
    }

    private boolean reads(String name, LunDevice device, LunProfile lun, List<ServiceTimes> services) {
        int seconds = (int) Math.max(1, request.seconds() * READ_SHARE);
        Optional<DeviceTimes> times = attempt(name, "reads", node -> node.reads(name, device.path(), seconds, progress::isCancelled));
        times.ifPresent(found -> {
            lun.add(found);
            services.addAll(found.services());
            tell(name + ": reads: ", found);
        });
        return times.isPresent() && !times.get().services().isEmpty();
    }

    private void scratch(String name, LunDevice device, LunProfile lun, List<ServiceTimes> services) {
        int seconds = (int) Math.max(1, request.seconds() * SCRATCH_SHARE);
        String file = request.scratch().get(name);
        attempt(name, "scratch file", node -> node.scratch(name, file, request.mount().orElse(""), seconds, progress::isCancelled)).ifPresent(found -> {
            services.addAll(found.times().services());
            tell(name + ": scratch file: ", found.times());
            boolean same = found.devices().stream().anyMatch(device.names()::contains);
            if (found.times().services().isEmpty()) {
                return;
            }
            if (!found.inMemory() && (same || request.alike())) {
                lun.add(found.times());
            } else {
                remarks.add(name + ": scratch file: on " + found.source() + " (" + found.type() + ", mounted at " + found.mount() + "), which "
                        + (found.inMemory() ? "is memory" : "is not the LUN as far as is known: its times are not taken for those of the LUN; if it is on"
                        + " storage like it, say that they are alike"));
            }
        });
    }

    /** How a figure came about is told with it. */
    private void tell(String what, DeviceTimes times) {
        times.remarks().stream().filter(remark -> !OF_FIGURE.matcher(remark).lookingAt()).forEach(remark -> remarks.add(what + remark));
    }

    private interface Task<T> {
        T run(MeasuredNode node) throws RemoteException;
    }

    /** A node that is lost is not asked again. */
    private <T> Optional<T> attempt(String name, String what, Task<T> task) {
        if (lost.contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.run(node(name)));
        } catch (RemoteException e) {
            remarks.add(name + ": " + what + ": " + e.getMessage());
            if (e.kind() == RemoteException.Kind.DROPPED) {
                lost.add(name);
            }
            return Optional.empty();
        }
    }

    /** All at once. */
    private void reach() {
        NodeInventories inventories = new NodeInventories(nodes.connector(), access.sudo(), false);
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
        if (!MeasuredNode.isAddress(address)) {
            remarks.add("round trips: " + from + " to " + to + ": not an address: " + address);
            return Optional.empty();
        }
        return attempt(from, "round trips to " + to, node -> node.roundTrips(address, count, interval, (int) Math.ceil(Math.max(1, seconds)),
                progress::isCancelled)).map(trips -> {
                    if (trips.samples().count() == 0) {
                        remarks.add("round trips: " + from + " to " + to + " (" + address + "): " + (trips.way().isEmpty()
                                ? trips.remark() + "; install iputils-ping or iputils" : "no answer: " + trips.remark()));
                    }
                    return new NetworkFigures.Pair(new PairTimes(from, to, address, trips.way(), trips.sent(), trips.samples().count() == 0
                            ? Optional.empty() : Optional.of(trips.samples().times()), trips.own().map(Samples::median)), trips);
                });
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

    private void step(String what) {
        done++;
        progress.report(Math.min(done, steps), steps, what);
    }

    /** What the nodes still run ends with their connections. One that hangs is left to end by itself. */
    @Override
    public void close() {
        List<Thread> closing = new ArrayList<>();
        for (RemoteShell shell = open.poll(); shell != null; shell = open.poll()) {
            Thread thread = new Thread(shell::close, "quorate-node-close");
            thread.setDaemon(true);
            thread.start();
            closing.add(thread);
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        for (Thread thread : closing) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
