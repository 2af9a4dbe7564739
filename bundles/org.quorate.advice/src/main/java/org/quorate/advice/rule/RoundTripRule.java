// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;

/** Nodes too far apart. Source: provisioning reference 7, number 1 (latency of more than about 2 ms: no OCFS2 or GFS2). */
public final class RoundTripRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("long-round-trip", Severity.WARNING,
            "a network round trip of more than 2 ms between the nodes", "provisioning reference 7 (1)");
    private static final Duration MOST = Duration.ofMillis(2);

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Duration roundTrip = context.scenario().cluster().interconnect().roundTrip();
        if (!context.sharing() || roundTrip.compareTo(MOST) <= 0) {
            return List.of();
        }
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "The nodes are too far apart for a shared-disk file system",
                "A new file costs several round trips one after the other, and a lock that another node holds costs more. Between sites use"
                        + " CephFS with its own replication, NFS, or replication by the application.",
                List.of("round trip " + Phrases.time(roundTrip) + ", at most " + Phrases.time(MOST) + " is advised"),
                "cluster.interconnect.roundTrip", Optional.empty()));
    }
}
