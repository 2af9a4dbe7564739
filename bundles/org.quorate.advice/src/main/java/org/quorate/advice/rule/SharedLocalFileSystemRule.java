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
import org.quorate.model.LocalSpec;
import org.quorate.model.validation.Safety;

/** One ext4 or XFS mounted on several nodes. Source: provisioning reference 2, number 28; {@link Safety}. */
public final class SharedLocalFileSystemRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("shared-local-file-system", Severity.CRITICAL,
            "ext4 or XFS mounted on several nodes at once", "provisioning reference 2 (28)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        for (Contender<LocalSpec> contender : context.contenders(LocalSpec.class)) {
            for (Safety.Finding unsafe : Safety.findings(context.scenario(), contender.spec())) {
                findings.add(new Finding(ABOUT.id(), ABOUT.severity(), "One " + contender.label() + " on " + Phrases.nodes(context.nodes()),
                        "Each node caches blocks and allocates space as if it were alone, and replays the journal of the others when it"
                                + " mounts; mounting read-only is no help, for the journal is replayed then too (quorate unsafe shows what becomes"
                                + " of it, block by block). Share by OCFS2 or GFS2, or let"
                                + " one node mount it at a time under a cluster manager.",
                        List.of(unsafe.reason()), unsafe.path(),
                        Optional.of(QuickFix.of("give each node a file system of its own, as the baseline", unsafe.path(), "false"))));
            }
        }
        return findings;
    }
}
