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
import org.quorate.model.FileSet;
import org.quorate.model.Operation;

/**
 * Nodes that change entries of the same directories and wait for each other there. Source: kernel reference 6 (hot directory); lab README
 * (creates in one directory by two nodes at once and in turn); published P3; how much is too much: {@link LockWaits}.
 */
public final class HotDirectoryRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofRun("hot-directory", Severity.WARNING,
            "changes of shared directories that wait for other nodes at least half of their time",
            "the run; kernel reference 6; lab README; published P3");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        return LockWaits.of(context, use -> use.changesEntries() && use.sharedDirectories()).stream()
                .map(found -> finding(context, found)).toList();
    }

    private static Finding finding(Context context, LockWaits.Case found) {
        FileSet set = found.set();
        int directories = set.layout() == FileSet.Layout.TREE ? set.directories() : 1;
        String where = directories == 1 ? "the directory of " + set.name() : "the " + directories + " directories of " + set.name();
        return new Finding(ABOUT.id(), ABOUT.severity(), "Nodes wait for each other in " + where + " on "
                + Phrases.and(List.copyOf(found.labels())),
                "Every change of a directory needs its exclusive lock, and a node that gives it up writes its journal first; GFS2 also lets a"
                        + " node keep it for up to 0.2 s. Let each node work in directories of its own (by host name, or by a hash that also"
                        + " routes the requests), or spread the files over many more directories than there are nodes.",
                found.evidence(), context.path(set, "layout"), fix(context, set));
    }

    /** A file that moves needs another directory to go to. */
    private static Optional<QuickFix> fix(Context context, FileSet set) {
        if (context.uses().stream().anyMatch(use -> use.operation() == Operation.MOVE && context.home(use.set()).equals(set))) {
            return Optional.empty();
        }
        List<QuickFix.Change> changes = new ArrayList<>();
        if (set.layout() == FileSet.Layout.TREE) {
            changes.add(QuickFix.Change.leaveOut(context.path(set, "directories")));
        }
        changes.add(QuickFix.Change.set(context.path(set, "layout"), "private"));
        return Optional.of(new QuickFix("give each node a directory of its own", changes));
    }
}
