// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Scenario;

/** How a load balancer chooses the node of a session, and what its lock traffic is. */
class RoutingTest {

    /** Two nodes can fall into step, so that round robin brings most sessions to the same node again: from 0.3 to 3 messages in one run. */
    private static final int RUNS = 8;

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
        Scenario scenario = Scenarios.of(2, """
                fileSets:
                  - {name: sessions, files: 60, size: 1 KiB, layout: private}
                phases:
                """ + phase.formatted("first", routing, "false") + phase.formatted("later", routing, "true"));
        return IntStream.range(0, RUNS).mapToDouble(run -> Scenarios.messages(Scenarios.phase(Scenarios.run(scenario, contender, run), "later")))
                .average().orElseThrow();
    }

    /** Ten uses of each session, then as many again: but for round robin no session changes its node any more. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2"})
    void sessionsThatStayAtTheirNodeCostNoLocks(String contender) {
        double sticky = messages(contender, "sticky");
        double hash = messages(contender, "hash");
        double roundRobin = messages(contender, "round-robin");
        assertTrue(sticky < 0.01, "sticky: " + sticky);
        assertTrue(hash < 0.01, "hash: " + hash);
        assertTrue(roundRobin > 1, "round robin: " + roundRobin);
    }
}
