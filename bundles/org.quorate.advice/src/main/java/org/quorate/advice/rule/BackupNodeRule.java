// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.InitialState;
import org.quorate.model.OperationShare;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.PhaseFigures;

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

    private static final double CLEARLY = 1.5;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        if (context.nodes() < 2 || context.shared().isEmpty()) {
            return findings;
        }
        Set<String> told = new LinkedHashSet<>();
        for (Use use : context.uses()) {
            boolean scan = use.nodes().size() == 1 && use.share().access() == OperationShare.Access.EACH && use.onlyLooks();
            if (scan && usedByOthers(context, use) && told.add(use.nodes().get(0) + " " + use.set().name())) {
                finding(context, use).ifPresent(findings::add);
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
        boolean most = false;
        for (ContenderResult contender : context.candidates()) {
            for (PhaseFigures phase : contender.phases()) {
                if (phase.phase().equals(scan.phase().name())) {
                    most |= memory(contender, phase, node, evidence);
                }
            }
        }
        if (context.run().isPresent() && !most) {
            return Optional.empty();
        }
        evidence.add(0, node + " touches each file of " + scan.set().name() + " in phase " + scan.phase().name());
        return Optional.of(finding(node + " takes locks of all files of " + scan.set().name(), evidence, scan.path()));
    }

    /** Adds who has how much; true if the node has clearly more than any other. */
    private static boolean memory(ContenderResult contender, PhaseFigures phase, String node, List<String> evidence) {
        double own = phase.memory().stream().filter(memory -> memory.node().equals(node)).mapToDouble(memory -> memory.lockBytes().mean()).sum();
        double others = phase.memory().stream().filter(memory -> !memory.node().equals(node)).map(NodeMemory::lockBytes)
                .mapToDouble(bytes -> bytes.mean()).max().orElse(0);
        boolean clearly = own > others * CLEARLY;
        if (clearly) {
            evidence.add(contender.label() + ", after phase " + phase.phase() + ": lock memory of " + node + " is " + Phrases.bytes(own)
                    + ", of every other node at most " + Phrases.bytes(others));
        }
        return clearly;
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
