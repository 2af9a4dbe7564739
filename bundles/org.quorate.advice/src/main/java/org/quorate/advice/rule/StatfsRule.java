// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;

/**
 * statfs, as df and monitoring call it, while nodes write. Source: kernel reference 6 (df / statfs): OCFS2 locks the global bitmap, so
 * that the node which allocates writes a checkpoint; GFS2 adds up what it knows, unless statfs_quantum is 0, when it locks every resource
 * group.
 */
public final class StatfsRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("statfs-storm", Severity.WARNING,
            "df and monitoring (statfs) beside writers, on OCFS2 or on GFS2 with statfs_quantum=0", "kernel reference 6 and 3.2");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        List<Use> storms = context.uses(use -> use.operation() == Operation.STATFS && writesBeside(context, use));
        if (storms.isEmpty()) {
            return findings;
        }
        for (Contender<Ocfs2Spec> contender : context.shared(Ocfs2Spec.class)) {
            findings.add(finding(context, storms, contender.label() + " locks the global bitmap at each statfs", storms.get(0).path(),
                    "The lock of the global bitmap must be given up by the node that allocates, which commits and checkpoints its whole journal"
                            + " first. Monitoring on every node every few seconds makes that a storm. Ask one node only, and seldom.",
                    Optional.empty()));
        }
        for (Contender<Gfs2Spec> contender : context.shared(Gfs2Spec.class)) {
            if (contender.spec().statfsQuantum().isZero()) {
                String path = contender.path("statfsQuantum");
                findings.add(finding(context, storms, contender.label() + " locks every resource group at each statfs", path,
                        "With statfs_quantum=0 the free space is looked up in every resource group, and every writer flushes those that it"
                                + " holds. The default adds up what the nodes report every 30 s and costs nothing.",
                        Optional.of(QuickFix.of("let the nodes report every 30 s, as by default", path, "30 s"))));
            }
        }
        return findings;
    }

    /** What a node holds itself it need not ask another one for. */
    private static boolean writesBeside(Context context, Use statfs) {
        return context.uses().stream().anyMatch(use -> use.phase().equals(statfs.phase()) && !use.onlyLooks()
                && use.operation() != Operation.FLOCK && use.operation() != Operation.FCNTL
                && (use.nodes().size() > 1 || !use.nodes().equals(statfs.nodes())));
    }

    private static Finding finding(Context context, List<Use> storms, String title, String path, String explanation, Optional<QuickFix> fix) {
        List<String> evidence = new ArrayList<>(storms.stream().map(use -> Phrases.who(use)
                + (use.nodes().size() == 1 ? " calls" : " call") + " statfs beside writes").toList());
        evidence.addAll(Phrases.latencies(context, Operation.STATFS));
        return new Finding(ABOUT.id(), ABOUT.severity(), title, explanation, evidence, path, fix);
    }
}
