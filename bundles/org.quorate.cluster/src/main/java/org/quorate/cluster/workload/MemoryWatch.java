// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.MemoryPoint;

/**
 * Samples the lock memory of all nodes. Keeps at most {@value #LIMIT} points: when they are full it drops every second one and
 * samples half as often. Nothing is allocated a sample.
 */
public final class MemoryWatch {

    private static final int LIMIT = 256;
    private static final long FIRST_INTERVAL_NANOS = 10_000_000L;

    private final Machine machine;
    private final int kind;
    private final int nodes;
    private final long[] times = new long[LIMIT];
    /** Lock memory of every node at the first of the times, then at the second, and so on. */
    private final long[] bytes;
    private int count;
    private long intervalNanos = FIRST_INTERVAL_NANOS;

    /** Starts watching. */
    public MemoryWatch(Machine machine) {
        this.machine = machine;
        nodes = machine.nodes();
        bytes = new long[LIMIT * nodes];
        kind = machine.interpreter().register((event, subject) -> sample());
        sample();
    }

    private void sample() {
        times[count] = machine.interpreter().now();
        for (int node = 0; node < nodes; node++) {
            bytes[count * nodes + node] = machine.census().lockBytes(node);
        }
        count++;
        if (count == LIMIT) {
            thin();
        }
        machine.interpreter().after(intervalNanos, kind, 0);
    }

    private void thin() {
        count = LIMIT / 2;
        for (int i = 1; i < count; i++) {
            times[i] = times[2 * i];
            System.arraycopy(bytes, 2 * i * nodes, bytes, i * nodes, nodes);
        }
        intervalNanos *= 2;
    }

    /** The samples so far. */
    public List<MemoryPoint> points() {
        List<MemoryPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new MemoryPoint(times[i], Arrays.copyOfRange(bytes, i * nodes, (i + 1) * nodes)));
        }
        return List.copyOf(points);
    }
}
