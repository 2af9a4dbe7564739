// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a load balancer chooses the node of a session, and what its lock traffic is. */
class RoutingTest {

    private static double messages(String contender, String routing) {
        String phase = """
                  - name: %s
                    closed: {threads: 1}
                    operationsPerThread: 600
                    routing: %s
                    measured: %s
                    mix:
                      - {operation: session, fileSet: sessions, size: 1 KiB}
                """;
        return Scenarios.messages(Scenarios.phase(Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: sessions, files: 60, size: 1 KiB, layout: private}
                phases:
                """ + phase.formatted("first", routing, "false") + phase.formatted("later", routing, "true")), contender), "later"));
    }

    /** Ten uses of each session, then as many again: but for round robin no session changes its node any more. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2"})
    void sessionsThatStayAtTheirNodeCostNoLocks(String contender) {
        double sticky = messages(contender, "sticky");
        double hash = messages(contender, "hash");
        double roundRobin = messages(contender, "round-robin");
        assertTrue(sticky < 0.5, "sticky: " + sticky);
        assertTrue(hash < 0.5, "hash: " + hash);
        assertTrue(roundRobin > 1, "round robin: " + roundRobin);
    }
}
