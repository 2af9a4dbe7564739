// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.text.Titles;

/**
 * Which operation to watch. Immutable, thread-safe.
 *
 * @param scenario   that is run; its seed decides
 * @param contender  one of its file systems
 * @param phase      name of one of its phases
 * @param operation  kind, one of the phase's mix
 * @param node       that does it; absent: any
 * @param index      of the operation among those of its kind, in the order in which they begin, warm-up left out, from 0; absent: by
 *                   percentile
 * @param percentile of the latency that the operation has, above 0 and at most 100; used without an index
 */
public record WatchPlan(Scenario scenario, FileSystemSpec contender, String phase, Operation operation, OptionalInt node, OptionalInt index,
        double percentile) {

    /** The one in the middle. */
    public static final double MEDIAN = 50;

    /**
     * What a user wants to see.
     *
     * @param phase     absent: the first measured one that has the operation
     * @param operation absent: the one of the greatest weight in the phase
     * @param node      name; absent: any
     */
    public record Wish(Optional<String> phase, Optional<Operation> operation, Optional<String> node, OptionalInt index,
            OptionalDouble percentile) {
    }

    /**
     * A checked plan.
     *
     * @param label of one of the scenario's file systems
     * @throws IllegalArgumentException with a message for the user, if there is no such operation in the scenario
     */
    public static WatchPlan of(Scenario scenario, String label, Wish wish) {
        FileSystemSpec contender = scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("the scenario has no file system " + label));
        if (wish.index().isPresent() && wish.percentile().isPresent()) {
            throw new IllegalArgumentException("an operation is chosen by its index or by its percentile, not by both");
        }
        if (wish.index().orElse(0) < 0) {
            throw new IllegalArgumentException("operations are numbered from 0, not " + wish.index().getAsInt());
        }
        double percentile = wish.percentile().orElse(MEDIAN);
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percentile);
        }
        Phase phase = phase(scenario, wish);
        Operation operation = wish.operation().orElseGet(() -> heaviest(phase));
        if (phase.mix().stream().noneMatch(share -> share.operation() == operation)) {
            throw new IllegalArgumentException("phase " + phase.name() + " has no " + Titles.of(operation) + ", only "
                    + String.join(", ", phase.mix().stream().map(share -> Titles.of(share.operation())).distinct().toList()));
        }
        return new WatchPlan(scenario, contender, phase.name(), operation, node(scenario, wish.node()), wish.index(), percentile);
    }

    private static Phase phase(Scenario scenario, Wish wish) {
        List<Phase> phases = scenario.workload().phases().stream().filter(phase -> !phase.mix().isEmpty()).toList();
        if (wish.phase().isPresent()) {
            return phases.stream().filter(phase -> phase.name().equals(wish.phase().get())).findFirst().orElseThrow(
                    () -> new IllegalArgumentException("no phase " + wish.phase().get() + " with operations in the scenario; there are "
                            + String.join(", ", phases.stream().map(Phase::name).toList())));
        }
        return phases.stream().filter(Phase::measured).filter(phase -> wish.operation().isEmpty()
                || phase.mix().stream().anyMatch(share -> share.operation() == wish.operation().get())).findFirst().orElseThrow(
                        () -> new IllegalArgumentException("no measured phase of the scenario has "
                                + wish.operation().map(operation -> "a " + Titles.of(operation)).orElse("operations")));
    }

    private static Operation heaviest(Phase phase) {
        OperationShare heaviest = phase.mix().get(0);
        for (OperationShare share : phase.mix()) {
            heaviest = share.weight() > heaviest.weight() ? share : heaviest;
        }
        return heaviest.operation();
    }

    private static OptionalInt node(Scenario scenario, Optional<String> name) {
        List<String> names = scenario.cluster().nodes().stream().map(Node::name).toList();
        if (name.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(IntStream.range(0, names.size()).filter(i -> names.get(i).equals(name.get())).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no node " + name.get() + " in the scenario; there are " + String.join(", ", names))));
    }
}
