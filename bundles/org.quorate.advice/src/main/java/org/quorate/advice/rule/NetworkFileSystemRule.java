// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.study.text.Quantity;

/**
 * Many readers, few writers, nothing that needs a coherent view at each instant. Source: provisioning reference 7, number 3 (such use is
 * NFS-like: a highly available NFS server on the LUN serves it), 1 (CephFS) and 6 (GlusterFS is nothing for new designs). "Few" is taken
 * as a tenth of the operations in every phase; locks, O_DIRECT, shared mappings and fsync speak against it.
 */
public final class NetworkFileSystemRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("network-file-system", Severity.HINT,
            "use as of NFS: many readers, at most a tenth of the operations change something, no locks",
            "provisioning reference 7 (1, 3, 6)");
    private static final double FEW = 0.1;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Use> uses = context.uses(use -> use.phase().measured());
        boolean readTogether = uses.stream().anyMatch(use -> use.onlyLooks() && use.nodesMeet());
        if (!context.sharing() || !readTogether || uses.stream().anyMatch(NetworkFileSystemRule::needsCoherence)) {
            return List.of();
        }
        Map<Phase, Double> changing = new LinkedHashMap<>();
        uses.forEach(use -> changing.put(use.phase(), changing(use.phase(), uses)));
        if (changing.values().stream().anyMatch(share -> share > FEW)) {
            return List.of();
        }
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "An NFS server would serve this use",
                "Readers that may see a change when they open a file again need no lock manager between them. A pair of servers that export the"
                        + " LUN by NFS, one active at a time, does it with ext4 or XFS and needs no fencing of the readers. With machines that"
                        + " have disks of their own, CephFS on three or more does it without a shared LUN; GlusterFS is nothing for a new design,"
                        + " its commercial product ended in 2024.",
                changing.entrySet().stream().map(entry -> "phase " + entry.getKey().name() + ": " + Quantity.percent(entry.getValue())
                        + " of the operations change something").toList(), "fileSystems", Optional.empty()));
    }

    private static boolean needsCoherence(Use use) {
        return use.locksFiles() || use.syncs() || use.share().how() != OperationShare.Way.BUFFERED;
    }

    private static double changing(Phase phase, List<Use> uses) {
        double all = 0;
        double changing = 0;
        for (Use use : uses) {
            if (use.phase().equals(phase)) {
                // A sequence counts its operations; a mix weighs them.
                double amount = (phase.sequence() ? use.share().count().orElse(1) : use.share().weight()) * use.nodes().size();
                all += amount;
                changing += use.onlyLooks() ? 0 : amount;
            }
        }
        return changing / all;
    }
}
