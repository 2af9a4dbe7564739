// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.FileSystemSpec;

/**
 * Two nodes on corosync and nothing that breaks a tie. Source: provisioning reference 1.5 (two_node, wait_for_all and the delay of one
 * fence device, or else both shoot each other; a quorum device decides); votequorum(5). Under o2cb the node with the lowest number goes on
 * (kernel reference 3.7), so that the rule is not about it.
 */
public final class TwoNodeRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("two-nodes", Severity.WARNING,
            "two nodes on corosync without a quorum device", "provisioning reference 1.5; votequorum(5)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<String> labels = context.onCorosync().stream().map(Contender<FileSystemSpec>::label).toList();
        if (context.nodes() != 2 || labels.isEmpty() || context.scenario().cluster().quorumDevice().isPresent()) {
            return List.of();
        }
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "Two nodes have nothing that breaks a tie",
                "When the two lose sight of each other, each has one vote of two. With two_node both fence each other at the same time unless"
                        + " one fence device has a delay, and after a restart each waits for the other. A third node, or a corosync-qnetd"
                        + " arbiter on any small machine elsewhere, decides: name its host in cluster.quorumDevice.",
                List.of("2 nodes, no quorum device; on corosync: " + Phrases.and(labels)), "cluster.quorumDevice", Optional.empty()));
    }
}
