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
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;

/**
 * fcntl locks that only count on one node. Source: lab README ("fcntl on OCFS2/o2cb is node-local: both nodes get the same exclusive
 * lock; on GFS2 it works, at 14 to 25 ms each"); provisioning reference 1.2.
 */
public final class PosixLockRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("node-local-locks", Severity.CRITICAL,
            "fcntl locks between nodes on OCFS2 with o2cb, where they are local to a node", "lab README; provisioning reference 1.2");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Use> locks = context.uses(use -> use.operation() == Operation.FCNTL && use.nodesMeet());
        return locks.isEmpty() ? List.of() : context.onO2cb().stream().map(contender -> finding(context, contender, locks)).toList();
    }

    private static Finding finding(Context context, Contender<Ocfs2Spec> contender, List<Use> locks) {
        List<String> evidence = new ArrayList<>(locks.stream().map(use -> Phrases.who(use) + " lock files of " + use.set().name()
                + " with fcntl").toList());
        evidence.addAll(Phrases.latencies(context, Operation.FCNTL));
        return new Finding(ABOUT.id(), ABOUT.severity(), "fcntl locks on " + contender.label() + " exclude nobody on another node",
                "With o2cb, fcntl and lockf locks are known to one node only: two nodes get the same exclusive lock and overwrite each"
                        + " other's data. flock works across nodes. Where the application must use fcntl, run OCFS2 under Pacemaker"
                        + " (stack: pcmk) or use GFS2; there each lock goes through corosync, 14 to 25 ms in the lab.",
                evidence, contender.path("stack"),
                Optional.of(QuickFix.of("run OCFS2 under Pacemaker, which needs fencing", contender.path("stack"), "pcmk")));
    }
}
