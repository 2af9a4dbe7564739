// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.quorate.advice.Context;
import org.quorate.advice.Measured;
import org.quorate.advice.Use;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * Where operations spend at least half of their time waiting until others give up a lock, so that this wait costs more than all else
 * together. The figures of a run are those of a kind of operation in a phase; they are laid to the item of the mix that does most of it.
 */
final class LockWaits {

    private static final double MOST = 0.5;
    /** Waiting for other users of a lock, whatever keeps them. */
    private static final List<TimePart> WAITING = List.of(TimePart.LOCK_QUEUE, TimePart.HOLD_TIME, TimePart.HOLDER_JOURNAL);

    /**
     * What speaks against one file set.
     *
     * @param set      whose files or directories are waited for
     * @param use      the first operation that waits
     * @param labels   contenders on which it does
     * @param evidence figures
     */
    record Case(FileSet set, Use use, Set<String> labels, List<String> evidence) {
    }

    private LockWaits() {
    }

    /** The cases among the operations that are of interest and done by several nodes; of each set one. */
    static List<Case> of(Context context, Predicate<Use> ofInterest) {
        Map<FileSet, Case> cases = new LinkedHashMap<>();
        for (Measured measured : context.candidates()) {
            for (OperationFigures figures : measured.phase().operations()) {
                double share = WAITING.stream().mapToDouble(part -> figures.timeShares().getOrDefault(part, 0.0)).sum();
                Optional<Use> use = share < MOST ? Optional.empty() : most(context, measured, figures.operation())
                        .filter(found -> found.nodes().size() > 1).filter(ofInterest);
                use.ifPresent(found -> {
                    Case known = cases.computeIfAbsent(context.home(found.set()),
                            set -> new Case(set, found, new LinkedHashSet<>(), new ArrayList<>()));
                    known.labels.add(measured.contender().label());
                    known.evidence.add(line(measured, figures.operation(), share));
                });
            }
        }
        cases.values().forEach(found -> baseline(context, found));
        return List.copyOf(cases.values());
    }

    private static Optional<Use> most(Context context, Measured measured, Operation operation) {
        return context.uses(use -> measured.isOf(use.phase().name()) && use.operation() == operation).stream()
                .max(Comparator.comparingDouble(use -> use.share().weight()));
    }

    private static String line(Measured measured, Operation operation, double share) {
        return Phrases.latency(measured, operation).orElse(Phrases.of(measured) + Titles.of(operation) + ", saturated") + "; "
                + Quantity.percent(share) + " of that waits for others to give up locks";
    }

    private static void baseline(Context context, Case found) {
        context.measured().stream().filter(measured -> measured.baseline() && measured.isOf(found.use.phase().name())).findFirst()
                .flatMap(measured -> Phrases.latency(measured, found.use.operation())).ifPresent(found.evidence::add);
    }
}
