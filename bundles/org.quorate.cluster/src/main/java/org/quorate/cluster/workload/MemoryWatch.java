// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.List;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.MemoryPoint;

/**
 * Samples the lock memory and the slab caches of all nodes: every 10 ms at first. Keeps at most {@value #LIMIT} points: when they are full
 * it drops every second one and samples half as often, so that the interval is 10 ms times a power of two, a 127th to a 254th of the run.
 */
public final class MemoryWatch {

    /** Odd, so that the last point stays when every second one goes, and all points keep the same distance. */
    private static final int LIMIT = 255;
    private static final long FIRST_INTERVAL_NANOS = 10_000_000L;

    private final Machine machine;
    private final int kind;
    private final List<MemoryPoint> points = new ArrayList<>();
    private long intervalNanos = FIRST_INTERVAL_NANOS;

    /** Starts watching. */
    public MemoryWatch(Machine machine) {
        this.machine = machine;
        kind = machine.interpreter().register((event, subject) -> sample());
        sample();
    }

    private void sample() {
        long[] bytes = new long[machine.nodes()];
        for (int node = 0; node < bytes.length; node++) {
            bytes[node] = machine.census().lockBytes(node);
        }
        points.add(new MemoryPoint(machine.interpreter().now(), bytes, machine.census().objects()));
        if (points.size() == LIMIT) {
            thin();
        }
        machine.interpreter().after(intervalNanos, kind, 0);
    }

    private void thin() {
        List<MemoryPoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            kept.add(points.get(i));
        }
        points.clear();
        points.addAll(kept);
        intervalNanos *= 2;
    }

    /** The samples so far. */
    public List<MemoryPoint> points() {
        return List.copyOf(points);
    }
}
