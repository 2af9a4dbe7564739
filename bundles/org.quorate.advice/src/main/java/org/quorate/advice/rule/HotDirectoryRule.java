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
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * Nodes that change entries of the same directories and wait for each other's locks there. Source: kernel reference 6 (hot directory);
 * lab README (creates in one directory by two nodes at once and in turn); published P3. It speaks where the run says that these
 * operations spend at least half of their time waiting for another node to give up a lock, so that this wait costs more than everything
 * else together.
 */
public final class HotDirectoryRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofRun("hot-directory", Severity.WARNING,
            "operations in shared directories that mostly wait for other nodes", "kernel reference 6; lab README; published P3; half of the time in the run");
    private static final double MOST = 0.5;
    /** Waiting for other users of a lock, whatever keeps them. */
    private static final List<TimePart> WAITING = List.of(TimePart.LOCK_QUEUE, TimePart.HOLD_TIME, TimePart.HOLDER_JOURNAL);

    /** What speaks against one set. */
    private static final class Case {
        private final List<String> evidence = new ArrayList<>();
        private final Set<String> labels = new LinkedHashSet<>();
    }

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Map<FileSet, Case> cases = new LinkedHashMap<>();
        for (ContenderResult contender : context.candidates()) {
            for (PhaseFigures phase : contender.phases()) {
                for (OperationFigures figures : phase.operations()) {
                    double share = WAITING.stream().mapToDouble(part -> figures.timeShares().getOrDefault(part, 0.0)).sum();
                    if (share >= MOST) {
                        place(context, phase.phase(), figures.operation()).ifPresent(set -> {
                            Case found = cases.computeIfAbsent(set, any -> new Case());
                            found.labels.add(contender.label());
                            found.evidence.add(line(contender, phase, figures.operation(), share));
                        });
                    }
                }
            }
        }
        return cases.entrySet().stream().map(entry -> finding(context, entry.getKey(), entry.getValue())).toList();
    }

    /** The set whose directories most of such operations of the phase change, if several nodes do. */
    private static Optional<FileSet> place(Context context, String phase, Operation operation) {
        return context.uses().stream().filter(use -> use.phase().name().equals(phase) && use.operation() == operation && use.changesEntries())
                .max(Comparator.comparingDouble(use -> use.share().weight()))
                .filter(use -> use.nodes().size() > 1 && use.sharedDirectories()).map(use -> context.home(use.set()));
    }

    private static String line(ContenderResult contender, PhaseFigures phase, Operation operation, double share) {
        return Phrases.latency(contender, phase, operation).orElse(contender.label() + ", phase " + phase.phase() + ": "
                + Titles.of(operation) + ", saturated") + ", " + Quantity.percent(share) + " of the time waits for locks of others";
    }

    private static Finding finding(Context context, FileSet set, Case found) {
        int directories = set.layout() == FileSet.Layout.TREE ? set.directories() : 1;
        List<String> evidence = new ArrayList<>(found.evidence);
        context.baseline().ifPresent(baseline -> baseline.phases().forEach(phase -> changed(context, set, phase).forEach(operation ->
                Phrases.latency(baseline, phase, operation).ifPresent(evidence::add))));
        String where = directories == 1 ? "the directory of " + set.name() : "the " + directories + " directories of " + set.name();
        return new Finding(ABOUT.id(), ABOUT.severity(), "Nodes wait for each other in " + where + " on "
                + Phrases.and(List.copyOf(found.labels)),
                "Every change of a directory needs its exclusive lock, and a node that gives it up writes its journal first; GFS2 also lets a"
                        + " node keep it for up to 0.2 s. Let each node work in directories of its own (by host name, or by a hash that also"
                        + " routes the requests), or spread the files over many more directories than there are nodes.",
                evidence, context.path(set, "layout"), fix(context, set));
    }

    private static List<Operation> changed(Context context, FileSet set, PhaseFigures phase) {
        return context.uses().stream().filter(use -> use.phase().name().equals(phase.phase()) && use.changesEntries()
                && context.home(use.set()).equals(set)).map(Use::operation).distinct().toList();
    }

    /** A file that moves needs another directory to go to. */
    private static Optional<QuickFix> fix(Context context, FileSet set) {
        boolean moves = context.uses().stream().anyMatch(use -> use.operation() == Operation.MOVE && context.home(use.set()).equals(set));
        return moves ? Optional.empty() : Optional.of(new QuickFix("give each node a directory of its own",
                List.of(QuickFix.Change.leaveOut(context.path(set, "directories")),
                        QuickFix.Change.set(context.path(set, "layout"), "private"))));
    }
}
