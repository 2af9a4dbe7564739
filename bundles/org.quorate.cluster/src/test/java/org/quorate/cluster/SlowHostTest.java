// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quorate.model.Cluster;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Scenario;
import org.quorate.sim.LatencyRecorder;

/** What a slow host and its threads do to latency. */
class SlowHostTest {

    private static final double MEDIAN = 50;
    private static final String WORKLOAD = """
            fileSets:
              - {name: s, files: 50, size: 4 KiB, layout: private}
            phases:
              - name: cold
                closed: {threads: 1}
                operationsPerThread: 50
                nodes: [n1]
                mix: [{operation: stat, fileSet: s}]
              - name: warm
                closed: {threads: 1}
                operationsPerThread: 20000
                nodes: [n1]
                mix: [{operation: stat, fileSet: s}]
            """;

    /** As in the lab's busy runs: the processor is taken away now and then, which a single call seldom notices. */
    @Test
    void aBusyHostStretchesTheMeanAndNotTheMedian() {
        LatencyRecorder quiet = latency(hardware(1, 1, 10), "ext4", "warm");
        LatencyRecorder busy = latency(hardware(1, 3, 10), "ext4", "warm");
        assertEquals(1, (double) busy.percentile(MEDIAN) / quiet.percentile(MEDIAN), 0.01);
        assertEquals(3, busy.mean() / quiet.mean(), 0.5);
    }

    @Test
    void aFastHostIsFasterInEachCall() {
        assertEquals(0.5, (double) latency(hardware(0.5, 1, 10), "ext4", "warm").percentile(MEDIAN)
                / latency(hardware(1, 1, 10), "ext4", "warm").percentile(MEDIAN), 0.01);
    }

    /** Locks of a node alone go through threads of that node only; the LUN's and the network's wake-ups are not met. */
    @Test
    void threadsOfANodeHandOverInTheTimeOfASwitch() {
        for (String contender : new String[] {"ocfs2", "gfs2"}) {
            long fast = latency(hardware(1, 1, 1), contender, "cold").percentile(MEDIAN);
            long slow = latency(hardware(1, 1, 500), contender, "cold").percentile(MEDIAN);
            assertTrue(slow > fast + 1_000_000, contender + ": " + fast + " and " + slow);
        }
    }

    private static HardwareProfile hardware(double slowdown, double contention, long switchMicros) {
        Duration call = Duration.ofNanos(20_000);
        return new HardwareProfile("test", call, call, call, call, Duration.ofNanos(switchMicros * 1000), 0, call, call, call, slowdown,
                contention, 0);
    }

    private static LatencyRecorder latency(HardwareProfile hardware, String contender, String phase) {
        Scenario s = Scenarios.of(1, WORKLOAD);
        Cluster c = s.cluster();
        Cluster cluster = new Cluster(c.name(), c.os(), c.kernel(), c.nodes(), c.interconnect(), hardware, c.token(), c.fencing(),
                c.quorumDevice(), c.waitForFencing());
        Scenario changed = new Scenario(s.schemaVersion(), s.name(), s.title(), cluster, s.lun(), s.mountPoint(), s.fileSystems(),
                s.workload(), s.initialState(), s.targets(), s.application(), s.study());
        return Scenarios.phase(Scenarios.run(changed, contender), phase).operations().get(0).latency();
    }
}
