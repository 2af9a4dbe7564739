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
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;

/**
 * No slot or journal beyond those of the nodes. Source: provisioning reference 2, number 2 (a fourth or a replaced node cannot mount;
 * more slots need tunefs.ocfs2 with the stack up) and 1.3 (one journal a mounting node, gfs2_jadd adds some while mounted).
 */
public final class SpareSlotRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("spare-slots", Severity.WARNING,
            "as many node slots or journals as nodes, so that no further or replaced node can mount", "provisioning reference 1.3 and 2 (2, 19)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        int nodes = context.nodes();
        for (Contender<Ocfs2Spec> contender : context.clustered(Ocfs2Spec.class)) {
            if (contender.spec().slots() <= nodes) {
                findings.add(finding(Severity.WARNING, contender.label(), contender.spec().slots(), nodes, "slots", contender.path("slots"),
                        "A slot costs a journal. To add some later, tunefs.ocfs2 -N needs the cluster up and the new journals room."));
            }
        }
        for (Contender<Gfs2Spec> contender : context.clustered(Gfs2Spec.class)) {
            if (contender.spec().journals() <= nodes) {
                // Not so grave: gfs2_jadd adds a journal in seconds while the file system is mounted (published T1).
                findings.add(finding(Severity.HINT, contender.label(), contender.spec().journals(), nodes, "journals",
                        contender.path("journals"), "gfs2_jadd adds one to a mounted file system, as long as there is room."));
            }
        }
        return findings;
    }

    private static Finding finding(Severity severity, String label, int count, int nodes, String what, String path, String later) {
        return new Finding(ABOUT.id(), severity, label + " has no spare among its " + what,
                "A node that is replaced under another name, or one that is added in a hurry, finds none free and cannot mount. " + later,
                List.of(count + " " + what + " for " + Phrases.nodes(nodes)), path,
                Optional.of(QuickFix.of("one more than there are nodes", path, Integer.toString(nodes + 1))));
    }
}
