// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.Node;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.text.Quantity;

/**
 * Locks fill a large part of a node's memory. Source: the run; the limit of a tenth is that at which the kernel itself begins to work off
 * memory that it cannot just drop (vm.dirty_background_ratio, 10, Documentation/admin-guide/sysctl/vm.rst). Lock memory is worse: the
 * lab README has 8.2 s to drop 20,000 to 40,000 lock resources of OCFS2, and published P7 memory that ran out.
 */
public final class LockMemoryRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofRun("lock-memory", Severity.WARNING,
            "lock memory of more than a tenth of a node's memory", "the run; vm.dirty_background_ratio; lab README; published P7");
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
            List<String> evidence = new ArrayList<>();
            for (ContenderResult contender : context.candidates()) {
                worst(contender, nodes.get(i)).ifPresent(evidence::add);
            }
            if (!evidence.isEmpty()) {
                findings.add(new Finding(ABOUT.id(), ABOUT.severity(), "Locks fill much of the memory of " + nodes.get(i).name(),
                        "Lock memory is not page cache: to free it, locks must be given up one by one, with messages and journal flushes, and"
                                + " until then it is missing for data. Give the node more memory, let fewer files be touched by each node, or drop"
                                + " the caches after scans.",
                        evidence, "cluster.nodes[" + i + "].memory", Optional.empty()));
            }
        }
        return findings;
    }

    private static Optional<String> worst(ContenderResult contender, Node node) {
        double most = 0;
        String when = "";
        for (PhaseFigures phase : contender.phases()) {
            double bytes = phase.memory().stream().filter(memory -> memory.node().equals(node.name())).map(NodeMemory::lockBytes)
                    .mapToDouble(interval -> interval.mean()).sum();
            if (bytes > most) {
                most = bytes;
                when = phase.phase();
            }
        }
        double share = most / node.memory().value();
        return share <= MOST ? Optional.empty() : Optional.of(contender.label() + ", after phase " + when + ": " + Phrases.bytes(most) + " of "
                + Phrases.bytes(node.memory().value()) + ", " + Quantity.percent(share));
    }
}
