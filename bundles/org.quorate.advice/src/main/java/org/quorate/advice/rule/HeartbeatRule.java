// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.time.Duration;
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
import org.quorate.model.Ocfs2Spec;

/**
 * A node fences itself before its paths have failed over. Source: kernel reference 3.7: without a completed heartbeat write a node resets
 * itself after (threshold - 1) * 2 s; provisioning reference 1.7: multipath gives up after no_path_retry * polling_interval +
 * replacement_timeout, 6 * 5 s + 20 s = 50 s as configured there, and this must be less; published F2: Oracle recommends a threshold of 61
 * or more with multipath.
 */
public final class HeartbeatRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("heartbeat-multipath", Severity.WARNING,
            "a heartbeat threshold of o2cb that leaves multipath too little time", "kernel reference 3.7; provisioning reference 1.7; published F2");
    private static final Duration PATHS = Duration.ofSeconds(6 * 5 + 20);
    private static final int RECOMMENDED = 61;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        if (!context.scenario().lun().multipath() || context.nodes() < 2) {
            return findings;
        }
        for (Contender<Ocfs2Spec> contender : context.onO2cb()) {
            int threshold = contender.spec().heartbeatThreshold();
            if (threshold < RECOMMENDED) {
                Duration dead = Duration.ofSeconds((threshold - 1) * 2L);
                boolean tooShort = dead.compareTo(PATHS) <= 0;
                String path = contender.path("heartbeatThreshold");
                findings.add(new Finding(ABOUT.id(), tooShort ? Severity.WARNING : Severity.HINT, contender.label()
                        + (tooShort ? " fences a node before its paths have failed over" : " leaves little time for paths to fail over"),
                        "A node that cannot write its heartbeat resets itself, all nodes at once if the array fails over. The threshold must"
                                + " outlast the time-outs of iSCSI and multipath; Oracle recommends 61 or more with multipath. What it costs: a"
                                + " dead node is noticed that much later.",
                        List.of("threshold " + threshold + ": a node resets itself after " + dead.toSeconds() + " s" + " without a heartbeat",
                                "multipath gives up after " + PATHS.toSeconds() + " s" + " with 6 retries at 5 s and 20 s of iSCSI"),
                        path, Optional.of(QuickFix.of("120 s, as Oracle recommends with multipath", path, Integer.toString(RECOMMENDED)))));
            }
        }
        return findings;
    }
}
