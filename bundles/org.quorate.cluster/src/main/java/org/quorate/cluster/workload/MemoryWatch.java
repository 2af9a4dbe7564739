// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.model.SlabCache;

/**
 * Samples the lock memory and the slab caches of all nodes: every 10 ms at first. Keeps at most {@value #LIMIT} points: when they are full
 * it drops every second one and samples half as often, so that the interval is 10 ms times a power of two, a 127th to a 254th of the run.
 * Nothing is allocated a sample.
 */
public final class MemoryWatch {

    /** Odd, so that the last point stays when every second one goes, and all points keep the same distance. */
    private static final int LIMIT = 255;
    private static final long FIRST_INTERVAL_NANOS = 10_000_000L;

    private final Machine machine;
    private final int kind;
    private final int nodes;
    private final long[] times = new long[LIMIT];
    /** Lock memory of every node at the first of the times, then at the second, and so on. */
    private final long[] bytes;
    /** Objects as {@link org.quorate.cluster.host.Census#objects} gives them, at the first of the times, then at the second, and so on. */
    private final long[] objects;
    private final int kinds;
    private int count;
    private long intervalNanos = FIRST_INTERVAL_NANOS;

    /** Starts watching. */
    public MemoryWatch(Machine machine) {
        this.machine = machine;
        nodes = machine.nodes();
        bytes = new long[LIMIT * nodes];
        kinds = nodes * SlabCache.values().length;
        objects = new long[LIMIT * kinds];
        kind = machine.interpreter().register((event, subject) -> sample());
        sample();
    }

    private void sample() {
        times[count] = machine.interpreter().now();
        for (int node = 0; node < nodes; node++) {
            bytes[count * nodes + node] = machine.census().lockBytes(node);
        }
        machine.census().objects(objects, count * kinds);
        count++;
        if (count == LIMIT) {
            thin();
        }
        machine.interpreter().after(intervalNanos, kind, 0);
    }

    private void thin() {
        count = LIMIT / 2 + 1;
        for (int i = 1; i < count; i++) {
            times[i] = times[2 * i];
            System.arraycopy(bytes, 2 * i * nodes, bytes, i * nodes, nodes);
            System.arraycopy(objects, 2 * i * kinds, objects, i * kinds, kinds);
        }
        intervalNanos *= 2;
    }

    /** The samples so far. */
    public List<MemoryPoint> points() {
        List<MemoryPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new MemoryPoint(times[i], Arrays.copyOfRange(bytes, i * nodes, (i + 1) * nodes),
                    Arrays.copyOfRange(objects, i * kinds, (i + 1) * kinds)));
        }
        return List.copyOf(points);
    }
}
