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
import org.quorate.model.Gfs2Spec;

/**
 * More nodes than a vendor supports. Source: provisioning reference 1.3 and 7, number 4: Red Hat supports GFS2 on at most 16 nodes, SUSE
 * OCFS2 and GFS2 on at most 32.
 */
public final class NodeLimitRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("node-limit", Severity.WARNING,
            "more nodes than vendors support: 16 with GFS2, 32 with OCFS2", "provisioning reference 1.3 and 7 (4)");
    /** GFS2. */
    private static final int RED_HAT = 16;
    /** OCFS2, and GFS2. */
    private static final int SUSE = 32;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        return context.shared(FileSystemSpec.class).stream().filter(contender -> context.nodes() > most(contender))
                .map(contender -> finding(context.nodes(), contender)).toList();
    }

    private static int most(Contender<FileSystemSpec> contender) {
        return contender.spec() instanceof Gfs2Spec ? RED_HAT : SUSE;
    }

    private static Finding finding(int nodes, Contender<FileSystemSpec> contender) {
        boolean none = nodes > SUSE;
        return new Finding(ABOUT.id(), ABOUT.severity(), "More nodes than " + (none ? "vendors support" : "Red Hat supports") + " with "
                + contender.label(),
                "It may run, but " + (none ? "no vendor helps" : "Red Hat does not help") + " when it does not, and each further node adds"
                        + " messages to every new lock and time to every recovery. CephFS is made for so many clients.",
                List.of(Phrases.nodes(nodes) + ", supported are at most " + (most(contender) == SUSE ? SUSE + " by SUSE"
                        : RED_HAT + " by Red Hat and " + SUSE + " by SUSE")), "cluster.nodes", Optional.empty());
    }
}
