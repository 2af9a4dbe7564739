// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;

/** What every run promises, whatever the file system. */
class RunTest {

    private static final String MIX = """
            fileSets:
              - {name: s, files: 60, size: 2 KiB, layout: shared}
              - {name: t, files: 90, size: lognormal 40 KiB variation 100 %%, layout: tree, directories: 5}
            phases:
              - name: mixed
                %s
                duration: 1 s
                warmUp: 0.2 s
                mix:
                  - {operation: create, weight: 2, fileSet: s, size: 6 KiB}
                  - {operation: unlink, weight: 2, fileSet: s}
                  - {operation: stat, weight: 5, fileSet: s, access: any}
                  - {operation: session, weight: 3, fileSet: s, access: zipf, zipfExponent: 1.1, size: 1 KiB}
                  - {operation: read, weight: 5, fileSet: t, access: any, size: 64 KiB}
                  - {operation: write, weight: 2, fileSet: t, access: any, size: 10 KiB, fsync: true}
                  - {operation: append, weight: 2, fileSet: t, access: own, size: 3 KiB}
                  - {operation: rename, weight: 1, fileSet: t, access: any}
                  - {operation: mkdir, weight: 1, fileSet: t}
                  - {operation: readdir, weight: 1, fileSet: s, access: any}
                  - {operation: flock, weight: 1, fileSet: s, access: first}
                  - {operation: open, weight: 1, fileSet: t, access: next}
                  - {operation: fsync, weight: 1, fileSet: t, access: own}
            """;

    private static Scenario mixed(int nodes, String load) {
        return Scenarios.of(nodes, MIX.formatted(load));
    }

    private static String digest(RunResult run) {
        return run.events() + run.phases().stream().map(p -> p.endNanos() + p.messages().toString() + p.disk() + p.census()
                + p.operations().stream().map(o -> o.operation() + " " + o.latency().count() + " " + o.latency().mean() + " "
                + o.latency().max() + Arrays.toString(o.partNanos())).collect(Collectors.joining())).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "ocfs2-pcmk", "gfs2", "ext4"})
    void sameSeedGivesTheSameFiguresAndAnotherReplicationOthers(String contender) {
        Scenario scenario = mixed(3, "closed: {threads: 4, thinkTime: exponential 2 ms}");
        String first = digest(Scenarios.run(scenario, contender));
        assertEquals(first, digest(Scenarios.run(scenario, contender)));
        assertNotEquals(first, digest(Scenarios.run(scenario, contender, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "ocfs2-pcmk", "gfs2", "ext4"})
    void everyOperationEndsAndItsPartsSumToItsLatency(String contender) {
        for (int nodes = 1; nodes <= 5; nodes += 2) {
            RunResult run = Scenarios.run(mixed(nodes, "closed: {threads: 6, thinkTime: exponential 1 ms}"), contender);
            PhaseResult phase = run.phases().get(0);
            assertEquals(13, phase.operations().size(), "every kind of operation occurs");
            for (OperationResult operation : phase.operations()) {
                double latency = operation.latency().mean() * operation.latency().count();
                double parts = Arrays.stream(operation.partNanos()).sum();
                // the histogram keeps three digits
                assertEquals(1, parts / latency, 0.002, () -> operation.operation() + " of " + contender);
                for (long part : operation.partNanos()) {
                    assertTrue(part >= 0, () -> operation.operation() + " has a negative part: " + Arrays.toString(operation.partNanos()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "ocfs2-pcmk", "gfs2", "ext4"})
    void openLoadBeyondCapacityIsCalledSaturated(String contender) {
        Scenario light = mixed(2, "open: {rate: 40 /s}");
        Scenario heavy = mixed(2, "open: {rate: 2000000 /s}");
        assertTrue(!Scenarios.run(light, contender).phases().get(0).saturated());
        assertTrue(Scenarios.run(heavy, contender).phases().get(0).saturated());
    }

    @Test
    void cancelledRunHasNoResult() {
        Scenario scenario = mixed(3, "closed: {threads: 4}");
        RunRequest request = new RunRequest(scenario, scenario.fileSystems().get(0), 0);
        assertThrows(CancelledRunException.class, () -> ClusterRun.run(request, () -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "ocfs2-pcmk", "gfs2"})
    void droppedCachesLeaveNoInodes(String contender) {
        Scenario scenario = Scenarios.of(2, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: 200
                    mix: [{operation: create, fileSet: p, size: 4 KiB}]
                  - name: after
                    dropCaches: true
                    closed: {threads: 1}
                    operationsPerThread: 1
                    mix: [{operation: readdir, fileSet: p}]
                """);
        PhaseResult after = Scenarios.run(scenario, contender).phases().get(1);
        after.census().forEach(c -> assertTrue(c.cachedInodes() <= 2, () -> "inodes left: " + c));
    }
}
