// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.List;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.MemoryPoint;

/**
 * Samples the lock memory of all nodes. Keeps at most {@value #LIMIT} points: when they are full it drops every second one and
 * samples half as often.
 */
public final class MemoryWatch {

    private static final int LIMIT = 256;
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
        points.add(new MemoryPoint(machine.interpreter().now(), bytes));
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
