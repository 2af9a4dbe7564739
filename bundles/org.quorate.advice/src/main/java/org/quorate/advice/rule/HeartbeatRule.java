// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.Lun;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.preset.DiskPatience;

/**
 * A node fences itself before its paths have failed over. Source: kernel reference 3.7: without a completed heartbeat write a node resets
 * itself after (threshold - 1) * 2 s; provisioning reference 1.7: what multipath and iSCSI wait, which {@link DiskPatience} has, must be
 * less; published F2: Oracle recommends a threshold of 61 or more with multipath.
 */
public final class HeartbeatRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("heartbeat-multipath", Severity.WARNING,
            "a heartbeat threshold of o2cb that leaves multipath too little time", "kernel reference 3.7; provisioning reference 1.7; published F2");
    private static final int RECOMMENDED = 61;
    private static final String THRESHOLD = "heartbeatThreshold";

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Lun lun = context.scenario().lun();
        return !lun.multipath() ? List.of() : context.onO2cb().stream()
                .flatMap(contender -> finding(contender, DiskPatience.of(contender.spec(), lun)).stream()).toList();
    }

    private static Optional<Finding> finding(Contender<Ocfs2Spec> contender, DiskPatience paths) {
        int threshold = contender.spec().heartbeatThreshold();
        int dead = DiskPatience.deadTime(contender.spec());
        boolean tooShort = dead <= paths.total();
        if (!tooShort && threshold >= RECOMMENDED) {
            return Optional.empty();
        }
        return Optional.of(new Finding(ABOUT.id(), tooShort ? Severity.WARNING : Severity.HINT, contender.label()
                + (tooShort ? " fences a node before its paths have failed over" : " leaves little time for paths to fail over"),
                "A node that cannot write its heartbeat resets itself, all nodes at once if the array fails over. The threshold must"
                        + " outlast the time-outs of iSCSI and multipath; Oracle recommends 61 or more with multipath. What it costs: a"
                        + " dead node is noticed that much later.",
                List.of("threshold " + threshold + ": a node resets itself after " + dead + " s without a heartbeat",
                        "multipath gives up after " + paths.total() + " s with " + paths.noPathRetry() + " retries at " + paths.pollingInterval()
                                + " s and " + paths.replacementTimeout() + " s of iSCSI"),
                contender.path(THRESHOLD), fix(contender, paths.total())));
    }

    /** As recommended, or more if the paths may take longer. */
    private static Optional<QuickFix> fix(Contender<Ocfs2Spec> contender, int paths) {
        int enough = Math.max(RECOMMENDED, paths / 2 + 2);
        return enough > Ocfs2Spec.MOST_HEARTBEAT_THRESHOLD ? Optional.empty() : Optional.of(QuickFix.of((enough - 1) * 2 + " s, "
                + (enough == RECOMMENDED ? "as Oracle recommends with multipath" : "so that the paths give up before"), contender.path(THRESHOLD),
                Integer.toString(enough)));
    }
}
