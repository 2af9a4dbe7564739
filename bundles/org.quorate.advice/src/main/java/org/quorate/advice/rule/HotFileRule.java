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
import org.quorate.model.Operation;

/**
 * Nodes that write the same files and wait for each other. Source: kernel reference 6 (false sharing: the whole inode is the unit, so
 * that nodes which write different ranges of one file take it from each other); how much is too much: {@link LockWaits}. Sessions have a
 * rule of their own.
 */
public final class HotFileRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofRun("hot-file", Severity.WARNING,
            "writes to files of several nodes that wait for other nodes at least half of their time", "the run; kernel reference 6");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        return LockWaits.of(context, use -> use.nodesMeet() && writes(use)).stream().map(found -> finding(context, found)).toList();
    }

    private static boolean writes(Use use) {
        return use.operation() == Operation.WRITE || use.operation() == Operation.APPEND || use.operation() == Operation.FSYNC
                || use.operation() == Operation.CHMOD;
    }

    private static Finding finding(Context context, LockWaits.Case found) {
        String path = found.use().path() + ".access";
        List<QuickFix.Change> changes = new ArrayList<>();
        if (found.use().set().files() < context.nodes()) {
            changes.add(QuickFix.Change.set(context.path(found.use().set(), "files"), Integer.toString(context.nodes())));
        }
        changes.add(QuickFix.Change.set(path, "own"));
        return new Finding(ABOUT.id(), ABOUT.severity(), "Nodes wait for each other at files of " + found.use().set().name() + " on "
                + Phrases.and(List.copyOf(found.labels())),
                "A file has one lock for all of it: to write, a node takes it from the node that wrote last, which must flush the file and its"
                        + " journal first, whatever range either of them writes. Let each node write a file of its own and join them when they"
                        + " are read, or send what is to be written to one node.",
                found.evidence(), path, Optional.of(new QuickFix("let each node write files of its own", changes)));
    }
}
