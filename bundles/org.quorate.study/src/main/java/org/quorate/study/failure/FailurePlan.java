// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Node;
import org.quorate.model.Scenario;

/**
 * What fails when, in which scenario. Immutable, thread-safe.
 *
 * @param scenario     what is hit; its seed is that of the phases of all timers
 * @param kind         what fails, at time 0
 * @param node         the node that it happens to; absent if it happens to all
 * @param duration     it ends by itself after so long; absent: it does not
 * @param replications 1 to {@value #MOST_REPLICATIONS}
 */
public record FailurePlan(Scenario scenario, FailureKind kind, Optional<Node> node, Optional<Duration> duration, int replications) {

    /** Enough that the extremes of the phases are met: a replication takes microseconds. */
    public static final int REPLICATIONS = 1000;
    public static final int MOST_REPLICATIONS = 10_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * A checked plan.
     *
     * @param name name of the node; absent: the last one of the scenario
     * @throws IllegalArgumentException with a message for the user, if that cannot happen in this scenario
     */
    public static FailurePlan of(Scenario scenario, FailureKind kind, Optional<String> name, Optional<Duration> duration, int replications) {
        List<Node> nodes = scenario.cluster().nodes();
        if (name.isPresent() && !kind.ofNode()) {
            throw new IllegalArgumentException(kind.word() + " happens to all nodes, not to one");
        }
        if (duration.isPresent() && !kind.passes()) {
            throw new IllegalArgumentException(kind.word() + " does not end by itself");
        }
        if (duration.isPresent() && (duration.get().isNegative() || duration.get().isZero() || duration.get().compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("a failure lasts more than 0 s and at most a day");
        }
        if (kind.cutsNetwork() && nodes.size() < 2) {
            throw new IllegalArgumentException(kind.word() + " needs two nodes that talk to each other");
        }
        if (replications < 1 || replications > MOST_REPLICATIONS) {
            throw new IllegalArgumentException("replications are 1 to " + MOST_REPLICATIONS + ", not " + replications);
        }
        Optional<Node> node = kind.ofNode() ? Optional.of(name.map(wanted -> named(nodes, wanted)).orElse(nodes.get(nodes.size() - 1)))
                : Optional.empty();
        return new FailurePlan(scenario, kind, node, duration, replications);
    }

    private static Node named(List<Node> nodes, String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "no node " + name + " in the scenario; there are " + String.join(", ", nodes.stream().map(Node::name).toList())));
    }

    /** The nodes that it does not happen to; none if it happens to all. */
    List<Node> others() {
        return node.isEmpty() ? List.of() : scenario.cluster().nodes().stream().filter(other -> !other.equals(node.get())).toList();
    }

    /** Nanoseconds until it ends; {@link Long#MAX_VALUE} if it does not. */
    long end() {
        return duration.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** The two sides of a cluster whose network is cut: the node against the others, or the first half against the second. */
    List<List<Node>> sides() {
        if (node.isPresent()) {
            return List.of(others(), List.of(node.get()));
        }
        List<Node> nodes = scenario.cluster().nodes();
        int half = (nodes.size() + 1) / 2;
        return List.of(nodes.subList(0, half), nodes.subList(half, nodes.size()));
    }
}
