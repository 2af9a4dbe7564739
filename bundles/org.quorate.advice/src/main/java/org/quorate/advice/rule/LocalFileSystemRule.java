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
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/**
 * Nothing is shared. Source: provisioning reference 7, number 2 (only one writer at a time: ext4 or XFS with fail-over by the cluster
 * manager, simplest and fastest); published P14 (cluster file systems "deployed without necessity"). A set of files is shared if two nodes
 * touch it and it is more than a directory of their own for each of them.
 */
public final class LocalFileSystemRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("local-file-system", Severity.HINT,
            "nothing that two nodes use together: local file systems would do", "provisioning reference 7 (2); published P14");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Use> uses = context.uses();
        Set<String> working = new LinkedHashSet<>();
        uses.forEach(use -> working.addAll(use.nodes()));
        boolean shared = context.scenario().workload().fileSets().stream().anyMatch(set -> shared(set, uses, context));
        if (context.clustered(FileSystemSpec.class).isEmpty() || working.isEmpty() || shared) {
            return List.of();
        }
        boolean one = working.size() == 1;
        List<String> evidence = new ArrayList<>();
        evidence.add(one ? "only " + working.iterator().next() + " works on the files"
                : "each of " + Phrases.and(List.copyOf(working)) + " works on files and directories of its own");
        context.run().ifPresent(run -> run.contenders().forEach(contender -> latency(contender).ifPresent(evidence::add)));
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "A local file system and no sharing would do",
                one ? "One node at a time needs no lock manager: put ext4 or XFS on the LUN and let the cluster manager mount it on another node"
                        + " when the first fails. Fencing is needed all the same."
                        : "No file or directory is used by two nodes. A LUN, or a part of one, for each node with ext4 or XFS is simpler and"
                        + " faster; the cluster manager can mount it elsewhere when a node fails. If the workload leaves something out that is"
                        + " shared, add it.",
                evidence, "fileSystems", Optional.empty()));
    }

    private static boolean shared(FileSet set, List<Use> uses, Context context) {
        List<Use> ofSet = uses.stream().filter(use -> context.home(use.set()).equals(context.home(set)) && use.operation() != Operation.STATFS)
                .toList();
        long nodes = ofSet.stream().flatMap(use -> use.nodes().stream()).distinct().count();
        return nodes > 1 && ofSet.stream().anyMatch(use -> !use.ownFiles() || use.sharedDirectories());
    }

    private static Optional<String> latency(ContenderResult contender) {
        return contender.total().mixLatencyNanos().map(latency -> Phrases.title(contender) + ": an operation takes "
                + Quantity.of(Dimension.TIME, latency) + " on average");
    }
}
