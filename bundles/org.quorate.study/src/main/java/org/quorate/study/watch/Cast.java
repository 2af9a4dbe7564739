// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quorate.cluster.watch.DiskRequests;
import org.quorate.cluster.watch.Stretch;
import org.quorate.cluster.watch.WatchedOperation;
import org.quorate.cluster.watch.WireMessage;
import org.quorate.model.Node;
import org.quorate.study.watch.Lifeline.Kind;

/** Who takes part in an operation, and where each of them stands. Not thread-safe; made for one trace. */
final class Cast {

    /** More other nodes than these are one, as far as they are only asked. */
    private static final int FEW_PEERS = 3;
    private static final int MOST_ROLES = 3;
    /** Stands for all nodes that are only asked. */
    private static final int CROWD = -1;

    private record Place(Kind kind, int node) {
    }

    private final WatchedOperation operation;
    private final List<Node> nodes;
    private final Set<Integer> crowd = new TreeSet<>();
    private final Map<Place, Set<String>> threads = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> roles = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    Cast(WatchedOperation operation, List<Node> nodes) {
        this.operation = operation;
        this.nodes = nodes;
        operation.messages().forEach(this::roles);
        findCrowd();
        add("workload/thread", operation.node());
        for (Stretch stretch : operation.stretches()) {
            add(stretch.thread(), stretch.node());
        }
        for (WireMessage message : operation.messages()) {
            add(message.sender(), message.from());
            add(message.receiver(), message.to());
        }
        operation.disk().forEach(requests -> add(requests.thread(), requests.node()));
        arrange();
    }

    private void findCrowd() {
        Set<Integer> others = new TreeSet<>();
        Set<Integer> busy = new TreeSet<>(Set.of(operation.node()));
        operation.stretches().forEach(stretch -> others.add(stretch.node()));
        operation.messages().forEach(message -> {
            others.addAll(List.of(message.from(), message.to()));
            if (!message.type().contains("MASTER")) {
                busy.addAll(List.of(message.from(), message.to()));
            }
        });
        operation.disk().stream().filter(requests -> others.contains(requests.node())).map(DiskRequests::node).forEach(busy::add);
        others.removeAll(busy);
        if (others.size() > FEW_PEERS) {
            crowd.addAll(others);
        }
    }

    private void roles(WireMessage message) {
        String lock = message.lock().map(name -> name.plain()).orElse("");
        switch (message.type()) {
            case "CREATE_LOCK", "CONVERT_LOCK", "UNLOCK_LOCK", "REQUEST", "CONVERT", "UNLOCK" -> role(message.to(), "master of " + lock);
            case "AST", "GRANT" -> role(message.from(), "master of " + lock);
            case "BAST" -> {
                role(message.from(), "master of " + lock);
                role(message.to(), "holder of " + lock);
            }
            case "LOOKUP" -> role(message.to(), "directory node of " + lock);
            default -> { }
        }
    }

    private void role(int node, String role) {
        roles.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(role);
    }

    private Place place(String thread, int node) {
        return new Place(Threads.kind(thread), crowd.contains(node) ? CROWD : node);
    }

    private void add(String thread, int node) {
        threads.computeIfAbsent(place(thread, node), key -> new LinkedHashSet<>()).add(Threads.name(thread));
    }

    /** The node of the operation, the others, the LUN. */
    private void arrange() {
        List<Integer> order = new ArrayList<>(List.of(operation.node()));
        IntStream.range(0, nodes.size()).filter(node -> node != operation.node()).forEach(order::add);
        order.add(CROWD);
        for (int node : order) {
            for (Kind kind : Kind.values()) {
                if (threads.containsKey(new Place(kind, node))) {
                    places.add(new Place(kind, node));
                }
            }
        }
        if (!operation.disk().isEmpty()) {
            places.add(new Place(Kind.LUN, CROWD));
        }
    }

    /** Index of the lifeline of a thread, by the recipe that it runs first. */
    int lifeline(String thread, int node) {
        return places.indexOf(place(thread, node));
    }

    /** Index of the LUN, which is there if there are requests. */
    int lun() {
        return places.size() - 1;
    }

    /** From left to right. */
    List<Lifeline> lifelines() {
        return places.stream().map(place -> {
            if (place.kind == Kind.LUN) {
                return new Lifeline(Kind.LUN, "", List.of(), List.of());
            }
            String node = place.node == CROWD ? crowd.size() + " other nodes" : nodes.get(place.node).name();
            List<String> names = place.kind == Kind.PROCESS ? List.of() : List.copyOf(threads.get(place));
            return new Lifeline(place.kind, node, names, place.kind == Kind.LOCK_MANAGER ? roles(place.node) : List.of());
        }).toList();
    }

    private List<String> roles(int node) {
        List<String> all = List.copyOf(roles.getOrDefault(node, Set.of()));
        if (all.size() <= MOST_ROLES) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_ROLES));
        some.add("and " + (all.size() - MOST_ROLES) + " more");
        return some;
    }
}
