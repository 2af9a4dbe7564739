// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Arrays;

/**
 * Equal servers with one first-come-first-served queue, each service time known on arrival. The departure is then known
 * at once (the recursion of Kiefer and Wolfowitz, "On the theory of queues with many servers", 1955): a visit costs one
 * call and no event but the departure that the caller schedules.
 *
 * <p>Statistics belong to jobs admitted since the last {@link #resetStatistics()}.
 */
public final class Station {
    /** When each server has finished all work admitted so far; a binary heap, the first to be free at its root. */
    private final long[] freeAt;
    private final long[] freeAtReset;
    private long latestArrival = Long.MIN_VALUE;
    private long lastStart;
    private long busy;
    private long wait;
    private long admitted;

    /**
     * An idle station.
     *
     * @param servers how many, at least 1
     */
    public Station(int servers) {
        if (servers < 1) {
            throw new IllegalArgumentException("a station needs at least one server, not " + servers);
        }
        freeAt = new long[servers];
        freeAtReset = new long[servers];
        Arrays.fill(freeAt, Long.MIN_VALUE);
        Arrays.fill(freeAtReset, Long.MIN_VALUE);
    }

    /**
     * Lets a job join the queue.
     *
     * @param nowNanos     its arrival, not before an earlier one
     * @param serviceNanos the time that it occupies a server, not negative
     * @return its departure
     */
    public long admit(long nowNanos, long serviceNanos) {
        if (nowNanos < latestArrival || serviceNanos < 0) {
            throw new IllegalArgumentException("arrival at " + nowNanos + " ns with service of " + serviceNanos
                    + " ns: the last arrival was at " + latestArrival + " ns");
        }
        latestArrival = nowNanos;
        long start = Math.max(nowNanos, freeAt[0]);
        long departure = Math.addExact(start, serviceNanos);
        replaceFirst(departure);
        lastStart = start;
        wait += start - nowNanos;
        busy += serviceNanos;
        admitted++;
        return departure;
    }

    /** When the service of the job admitted last starts. */
    public long lastStartNanos() {
        return lastStart;
    }

    /** The sum of service times. */
    public long busyNanos() {
        return busy;
    }

    /** The sum of times between arrival and start. */
    public long waitNanos() {
        return wait;
    }

    /** The number of jobs. */
    public long admitted() {
        return admitted;
    }

    /**
     * The share of the servers' time that is spent serving, exact for the interval, whatever service crosses its ends.
     *
     * @param fromNanos the instant of the last {@link #resetStatistics()}, or of the start: no job arrived between
     * @param toNanos   after {@code fromNanos} and not before the last arrival
     */
    public double utilisation(long fromNanos, long toNanos) {
        if (toNanos <= fromNanos || toNanos < latestArrival) {
            throw new IllegalArgumentException("not an interval that ends after the last arrival (" + latestArrival
                    + " ns): " + fromNanos + " to " + toNanos);
        }
        // A server that is free only after an instant serves without a gap from the instant on, for all jobs have arrived.
        double inside = (double) busy + beyond(freeAtReset, fromNanos) - beyond(freeAt, toNanos);
        return inside / ((double) freeAt.length * (toNanos - fromNanos));
    }

    /** Starts the statistics anew; jobs in the station stay. */
    public void resetStatistics() {
        System.arraycopy(freeAt, 0, freeAtReset, 0, freeAt.length);
        busy = 0;
        wait = 0;
        admitted = 0;
    }

    private static double beyond(long[] freeAt, long instant) {
        double sum = 0;
        for (long free : freeAt) {
            sum += free > instant ? free - instant : 0;
        }
        return sum;
    }

    private void replaceFirst(long departure) {
        long[] heap = freeAt;
        int hole = 0;
        int child = 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= departure) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
            child = 2 * hole + 1;
        }
        heap[hole] = departure;
    }
}
