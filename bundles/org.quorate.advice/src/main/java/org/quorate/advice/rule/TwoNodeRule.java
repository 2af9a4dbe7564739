// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;

/**
 * Two nodes on corosync and nothing that breaks a tie. Source: provisioning reference 1.5 (two_node, wait_for_all and the delay of one
 * fence device, or else both shoot each other; a quorum device decides); votequorum(5). Under o2cb the node with the lowest number goes on
 * (kernel reference 3.7), so that the rule is not about it. A delay of the first node's power switch that is longer than fencing takes
 * breaks the tie, but always for the first node: that is only a hint.
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
        List<String> evidence = new ArrayList<>(List.of("2 nodes, no quorum device; on corosync: " + Phrases.and(labels)));
        Optional<Fencing> delayed = context.scenario().cluster().fencing().filter(TwoNodeRule::decides);
        if (delayed.isPresent()) {
            evidence.add("fence delay " + Phrases.time(delayed.get().delay()) + ", fencing takes " + Phrases.time(delayed.get().duration()));
            return List.of(new Finding(ABOUT.id(), Severity.HINT, "Only the fence delay breaks a tie of two nodes",
                    "When the two lose sight of each other, the delay lets " + context.scenario().cluster().nodes().get(0).name() + " live, even"
                            + " if it is the one whose network is broken. A third node, or a corosync-qnetd arbiter on any small machine elsewhere,"
                            + " decides by what it sees: name its host in cluster.quorumDevice.",
                    evidence, "cluster.quorumDevice", Optional.empty()));
        }
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "Two nodes have nothing that breaks a tie",
                "When the two lose sight of each other, each has one vote of two. With two_node both fence each other at the same time unless"
                        + " one fence device has a delay, and after a restart each waits for the other. A third node, or a corosync-qnetd"
                        + " arbiter on any small machine elsewhere, decides: name its host in cluster.quorumDevice.",
                evidence, "cluster.quorumDevice", Optional.empty()));
    }

    /** The second node is off before the order of fencing the first one is carried out. */
    private static boolean decides(Fencing fencing) {
        return switch (fencing.agent()) {
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> fencing.delay().compareTo(fencing.duration()) > 0;
            case SBD, SCSI, MPATH -> false;
        };
    }
}
