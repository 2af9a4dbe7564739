// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Measured;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.InitialState;
import org.quorate.model.Node;

/**
 * One node touches every file that others work on. Source: kernel reference 5.3 (skew hazard) and 6 (backup, rsync, find over the whole
 * tree on one node): whichever node touches a file first becomes master of its locks, and the scan leaves its locks in the memory of the
 * node and of the masters; published P5. With a run it speaks only if the node then has at least half as much lock memory again as any
 * other, which is more than chance makes of nodes that do the same.
 */
public final class BackupNodeRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("backup-node", Severity.WARNING,
            "one node (backup, rsync, find) that touches all files of the others and masters or holds their locks",
            "kernel reference 5.3 and 6; published P5");

    /** Our own choice, no source has a figure. */
    private static final double CLEARLY = 1.5;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        if (!context.sharing()) {
            return findings;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Use scan : context.uses(use -> use.nodes().size() == 1 && use.goesThrough() && use.onlyLooks())) {
            if (usedByOthers(context, scan) && told.add(scan.nodes().get(0) + " " + scan.set().name())) {
                finding(context, scan).ifPresent(findings::add);
            }
        }
        warmed(context).ifPresent(findings::add);
        return findings;
    }

    private static boolean usedByOthers(Context context, Use scan) {
        return context.uses().stream().anyMatch(use -> use.set().equals(scan.set())
                && use.nodes().stream().anyMatch(node -> !scan.nodes().contains(node)));
    }

    private static Optional<Finding> finding(Context context, Use scan) {
        String node = scan.nodes().get(0);
        List<String> evidence = new ArrayList<>();
        evidence.add(node + " touches each file of " + scan.set().name() + " in phase " + scan.phase().name());
        List<String> memory = context.candidates().stream().filter(figures -> figures.isOf(scan.phase().name()))
                .flatMap(figures -> most(context, figures, node).stream()).toList();
        if (context.run().isPresent() && memory.isEmpty()) {
            return Optional.empty();
        }
        evidence.addAll(memory);
        return Optional.of(finding(node + " takes locks of all files of " + scan.set().name(), evidence, scan.path()));
    }

    /** Who has how much, if the node has clearly more than any other. */
    private static Optional<String> most(Context context, Measured figures, String node) {
        double own = figures.lockBytes(node);
        double others = context.scenario().cluster().nodes().stream().map(Node::name).filter(other -> !other.equals(node))
                .mapToDouble(figures::lockBytes).max().orElse(0);
        return own <= others * CLEARLY ? Optional.empty() : Optional.of(figures.contender().label() + ", after phase " + figures.phase().phase()
                + ": lock memory of " + node + " is " + Phrases.bytes(own) + ", of every other node at most " + Phrases.bytes(others));
    }

    /** The scenario says that one node has touched all files first. */
    private static Optional<Finding> warmed(Context context) {
        InitialState state = context.scenario().initialState();
        boolean one = state.caches() == InitialState.Caches.WARM && state.by().isPresent()
                && context.uses().stream().anyMatch(use -> state.isWarm(use.set().name()) && !use.nodes().equals(List.of(state.by().get())));
        return !one ? Optional.empty() : Optional.of(finding(state.by().get() + " is master of the locks of all files",
                List.of("initialState: the caches are warm by " + state.by().get()), "initialState.by"));
    }

    private static Finding finding(String title, List<String> evidence, String path) {
        return new Finding(ABOUT.id(), ABOUT.severity(), title,
                "Who touches a file first becomes master of its locks, and every later use by another node asks it over the network. o2dlm"
                        + " keeps it so until the master unmounts, fs/dlm while any node uses the file. The locks stay in memory until they are"
                        + " dropped, and nodes that write must flush for the scan. Scan a snapshot of the LUN, or each node its own files, at a"
                        + " quiet time, and drop the caches afterwards (echo 2 > /proc/sys/vm/drop_caches).",
                evidence, path, Optional.empty());
    }
}
