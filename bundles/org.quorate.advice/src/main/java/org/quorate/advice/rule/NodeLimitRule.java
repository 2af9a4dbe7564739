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
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;

/**
 * More nodes than a vendor supports. Source: provisioning reference 1.3 and 7, number 4: Red Hat supports GFS2 on at most 16 nodes, SUSE
 * OCFS2 and GFS2 on at most 32.
 */
public final class NodeLimitRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("node-limit", Severity.WARNING,
            "more nodes than vendors support: 16 with GFS2, 32 with OCFS2", "provisioning reference 1.3 and 7 (4)");
    private static final int GFS2 = 16;
    private static final int OCFS2 = 32;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        for (Contender<FileSystemSpec> contender : context.shared()) {
            int most = contender.spec() instanceof Gfs2Spec ? GFS2 : OCFS2;
            if (context.nodes() > most) {
                findings.add(new Finding(ABOUT.id(), ABOUT.severity(), "More nodes than vendors support with " + contender.label(),
                        "It may run, but no vendor helps when it does not, and each further node adds messages to every new lock and time to"
                                + " every recovery. CephFS is made for so many clients.",
                        List.of(Phrases.nodes(context.nodes()) + ", supported are at most " + most), "cluster.nodes", Optional.empty()));
            }
        }
        return findings;
    }
}
