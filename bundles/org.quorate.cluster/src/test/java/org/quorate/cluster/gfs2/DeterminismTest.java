// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** Equal seeds make equal runs, in every figure. */
class DeterminismTest {

    private static final String MIXED = """
            fileSets:
              - {name: a, files: 30, size: 3 KiB, layout: shared}
            phases:
              - name: mix
                closed: {threads: 3, thinkTime: 1 ms}
                duration: 3 s
                mix:
                  - {operation: create, fileSet: a, size: 3 KiB, weight: 2}
                  - {operation: append, fileSet: a, access: any, size: 100 B, fsync: true}
                  - {operation: read, fileSet: a, access: any, size: 3 KiB, weight: 3}
                  - {operation: unlink, fileSet: a, access: own}
            """;

    private static String figures(int replication) {
        RunResult run = Scenarios.run(Scenarios.of(3, MIXED), "gfs2", replication);
        return run.phases().stream().map(DeterminismTest::figures).collect(Collectors.joining());
    }

    private static String figures(PhaseResult phase) {
        return phase.messages() + " " + phase.disk() + " " + phase.census() + " " + phase.startNanos() + " " + phase.endNanos() + " "
                + phase.stations() + phase.operations().stream().map(o -> o.operation() + " " + o.latency().mean() + " "
                        + o.latency().percentile(99) + " " + Arrays.toString(o.partNanos())).collect(Collectors.joining(" "));
    }

    @Test
    void sameSeedSameFigures() {
        assertEquals(figures(0), figures(0));
        assertNotEquals(figures(0), figures(1), "another replication has other random numbers");
    }
}
