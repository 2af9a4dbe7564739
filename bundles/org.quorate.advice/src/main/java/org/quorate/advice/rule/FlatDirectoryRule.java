// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.study.text.Quantity;

/**
 * Too many files in one directory. Source: published P1 (a cluster of three nodes: hardly usable beyond about 1,500 files in a directory,
 * for work that lists it and looks at each file), and G7 (a directory of 130,000 files was scanned at 10 files a second or fewer, about
 * 700 times slower than the same files in nested directories). So the lower limit holds for directories that the workload lists or
 * scans, the upper one for all that several nodes share.
 */
public final class FlatDirectoryRule implements Rule {

    /** Files in a directory that is listed or scanned: published P1. */
    static final long LISTED = 1_500;
    /** Files in any shared directory: published G7. */
    static final long ANY = 130_000;
    private static final RuleInfo ABOUT = RuleInfo.ofScenario("flat-directory", Severity.WARNING,
            "more than 1,500 files in a directory that is listed or scanned, or 130,000 in any", "published P1 and G7");

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
        for (FileSet set : context.scenario().workload().fileSets()) {
            long each = filesInADirectory(context, set);
            List<Use> scans = context.uses(use -> use.set().equals(set) && scans(use));
            if (set.layout() != FileSet.Layout.EACH && (each > ANY || each > LISTED && !scans.isEmpty())) {
                findings.add(finding(context, set, each, scans));
            }
        }
        return findings;
    }

    private static boolean scans(Use use) {
        return use.operation() == Operation.READDIR || use.goesThrough()
                && (use.operation() == Operation.STAT || use.operation() == Operation.OPEN || use.operation() == Operation.READ);
    }

    private static long filesInADirectory(Context context, FileSet set) {
        return switch (set.layout()) {
            case SHARED -> set.files();
            case TREE -> set.files() / set.directories();
            case PRIVATE -> set.files() / context.nodes();
            case EACH -> 1;
        };
    }

    private static Finding finding(Context context, FileSet set, long each, List<Use> scans) {
        List<String> evidence = new ArrayList<>(List.of(set.name() + ": " + set.files() + " files, " + each + " in a directory"));
        scans.stream().map(Use::operation).distinct().forEach(operation -> evidence.addAll(Phrases.latencies(context, operation)));
        return new Finding(ABOUT.id(), ABOUT.severity(), each + " files lie in one directory of " + set.name(),
                "A listing reads all blocks of the directory again whenever another node has changed it, and a look at each file takes a lock"
                        + " and a read each. Published cases: hardly usable beyond about 1,500 files, and a tree of directories scanned about"
                        + " 700 times faster than 130,000 files in one. Spread the files, for example by the first letters of a hash.",
                evidence, context.path(set, "layout"), fix(context, set));
    }

    /** A tree is shared by all nodes, so that directories of their own are not replaced. */
    private static Optional<QuickFix> fix(Context context, FileSet set) {
        long directories = set.files() / LISTED + 1;
        boolean possible = set.in().isEmpty() && set.layout() != FileSet.Layout.PRIVATE && directories <= 1_000_000;
        return !possible ? Optional.empty() : Optional.of(new QuickFix("spread them over " + Quantity.number(directories, 0) + " directories",
                List.of(QuickFix.Change.set(context.path(set, "layout"), "tree"),
                        QuickFix.Change.set(context.path(set, "directories"), Long.toString(directories)))));
    }
}
