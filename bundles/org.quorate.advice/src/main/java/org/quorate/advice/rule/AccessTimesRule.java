// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.AccessTimes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;

/**
 * Reads that write access times. Source: provisioning reference 2, number 31 ("every read is a write lock; noatime"); kernel reference 6
 * (atime) and 3.2; mount(8) on what relatime and strictatime do.
 */
public final class AccessTimesRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("access-times", Severity.WARNING,
            "reads write access times (strictatime, or relatime) on a shared file system",
            "provisioning reference 2 (31); kernel reference 6; mount(8)");
    private static final Set<Operation> READS = Set.of(Operation.READ, Operation.READDIR, Operation.SESSION);

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Set<Operation> reads = context.uses(use -> READS.contains(use.operation())).stream().map(Use::operation)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)));
        return reads.isEmpty() ? List.of() : context.shared(FileSystemSpec.class).stream()
                .filter(contender -> contender.spec().accessTimes() != AccessTimes.NOATIME)
                .map(contender -> finding(context, contender, reads)).toList();
    }

    private static Finding finding(Context context, Contender<FileSystemSpec> contender, Set<Operation> reads) {
        AccessTimes times = contender.spec().accessTimes();
        boolean always = times == AccessTimes.STRICTATIME;
        List<String> evidence = new ArrayList<>(List.of("mounted " + times.option()));
        reads.forEach(operation -> context.measured(contender).forEach(figures -> Phrases.latency(figures, operation).ifPresent(evidence::add)));
        List<QuickFix.Change> changes = new ArrayList<>();
        if (always) {
            changes.add(QuickFix.Change.leaveOut(contender.path("strictatime")));
        }
        changes.add(QuickFix.Change.set(contender.path("noatime"), "true"));
        return new Finding(ABOUT.id(), always ? Severity.WARNING : Severity.HINT,
                contender.label() + (always ? " writes an access time at every read" : " writes an access time at the first read after a change"),
                "To write an access time a node needs the exclusive lock of the inode and a transaction, so that readers of one file take it"
                        + " from each other. Hardly a program needs access times: mount noatime.",
                evidence, contender.path(always ? "strictatime" : "noatime"),
                Optional.of(new QuickFix("mount noatime", changes)));
    }
}
