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
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.UnitFormat;
import org.quorate.study.failure.Membership;

/**
 * Nodes are given up while switches find another way. Source: IEEE 802.1D-2004, table 17-1 and 17.21.23: rapid spanning tree gives a
 * neighbour up after three hello times of 2 s, which is 6 s; classic spanning tree takes up to 20 s + 2 * 15 s. corosync.conf(5), kernel
 * reference 3.7: corosync forms a ring without a node after token + consensus ({@link Membership}); o2net gives a
 * silent connection up after its idle time-out. published F3 and P9: with the former default of 1 s, nodes were fenced under normal load.
 */
public final class SwitchConvergenceRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("switch-convergence", Severity.WARNING,
            "token or idle time-out shorter than a switch needs to converge (6 s with rapid spanning tree)",
            "IEEE 802.1D-2004; corosync.conf(5); kernel reference 3.7; published F3, P9");
    private static final Duration CONVERGENCE = Duration.ofSeconds(3 * 2);
    private static final Duration USUAL_TOKEN = Duration.ofSeconds(3);
    private static final Duration USUAL_IDLE = Duration.ofSeconds(30);
    private static final String CLASSIC = " Classic spanning tree takes up to 50 s, which no time-out should outlast: configure rapid spanning"
            + " tree and edge ports.";

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        token(context).ifPresent(findings::add);
        for (Contender<Ocfs2Spec> contender : context.onO2cb()) {
            Duration idle = contender.spec().idleTimeout();
            if (idle.compareTo(CONVERGENCE) < 0) {
                String path = contender.path("idleTimeout");
                findings.add(new Finding(ABOUT.id(), ABOUT.severity(), contender.label() + " gives connections up before a switch converges",
                        "A connection that is silent for so long is closed, and the nodes begin to decide who survives, while the network only"
                                + " needed a moment." + CLASSIC,
                        List.of("idle time-out " + Phrases.time(idle) + ", convergence " + Phrases.time(CONVERGENCE)), path,
                        Optional.of(QuickFix.of("the default of o2cb", path, UnitFormat.format(USUAL_IDLE)))));
            }
        }
        return findings;
    }

    private static Optional<Finding> token(Context context) {
        List<String> labels = context.onCorosync().stream().map(Contender<FileSystemSpec>::label).toList();
        Duration token = context.scenario().cluster().token();
        Membership timers = Membership.of(context.scenario().cluster());
        Duration givenUp = Duration.ofNanos(timers.token() + timers.consensus());
        if (labels.isEmpty() || givenUp.compareTo(CONVERGENCE) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(ABOUT.id(), ABOUT.severity(), "corosync gives nodes up before a switch converges",
                "A node that cannot be reached for token and consensus together is fenced, although the network would have found another way."
                        + " The same happens to a node that is only busy." + CLASSIC,
                List.of("token " + Phrases.time(token) + " on " + Phrases.nodes(context.nodes()) + ": given up after "
                        + Phrases.time(givenUp) + ", convergence " + Phrases.time(CONVERGENCE), "on corosync: " + Phrases.and(labels)),
                "cluster.token", Optional.of(QuickFix.of("the default of corosync 3.1", "cluster.token", UnitFormat.format(USUAL_TOKEN)))));
    }
}
