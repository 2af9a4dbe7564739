// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Measured;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.study.text.Quantity;

/**
 * Locks fill a large part of a node's memory. Source: the run; that a tenth is too much is our own choice, no source has a figure. Why
 * lock memory is worse than page cache: the lab README has 8.2 s to drop 20,000 to 40,000 lock resources of OCFS2, and published P7
 * memory that ran out.
 */
public final class LockMemoryRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofRun("lock-memory", Severity.WARNING,
            "lock memory of more than a tenth of a node's memory", "the run; lab README; published P7; the tenth is our own choice");
    private static final double MOST = 0.1;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        List<Node> nodes = context.scenario().cluster().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            List<String> evidence = context.clustered(FileSystemSpec.class).stream()
                    .flatMap(contender -> worst(context.measured(contender), node).stream()).toList();
            if (!evidence.isEmpty()) {
                findings.add(new Finding(ABOUT.id(), ABOUT.severity(), "Locks fill much of the memory of " + node.name(),
                        "Lock memory is not page cache: to free it, locks must be given up one by one, with messages and journal flushes, and"
                                + " until then it is missing for data. Give the node more memory, let fewer files be touched by each node, or drop"
                                + " the caches after scans.",
                        evidence, "cluster.nodes[" + i + "].memory", Optional.empty()));
            }
        }
        return findings;
    }

    /** After the phase that leaves most, if that is too much. */
    private static Optional<String> worst(List<Measured> phases, Node node) {
        return phases.stream().max(Comparator.comparingDouble(figures -> figures.lockBytes(node.name())))
                .filter(figures -> figures.lockBytes(node.name()) > MOST * node.memory().value())
                .map(figures -> figures.contender().label() + ", after phase " + figures.phase().phase() + ": "
                        + Phrases.bytes(figures.lockBytes(node.name())) + " of " + Phrases.bytes(node.memory().value()) + ", "
                        + Quantity.percent(figures.lockBytes(node.name()) / node.memory().value()));
    }
}
