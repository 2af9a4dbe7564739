// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Arrays;

/**
 * A level that changes in steps over simulated time (bytes held, jobs queued): its mean weighted by time, its maximum and,
 * if wanted, a series for a chart. The level is 0 at time 0 until set.
 *
 * <p>The series is the mean level of equal intervals. When the run outgrows them, two neighbours become one: the memory
 * is bounded, no peak shorter than an interval vanishes from its mean, and nothing is allocated.
 */
public final class TimeWeighted {
    private final double[] integrals;
    private long intervalNanos = 1;
    private long since;
    private long last;
    private double level;
    private double max;
    private double integral;

    /** A level without a series. */
    public TimeWeighted() {
        this(0);
    }

    /**
     * A level with a series.
     *
     * @param points the largest number of points, an even number, or 0 for no series; after the first so many nanoseconds
     *               at least half as many are there
     */
    public TimeWeighted(int points) {
        if (points < 0 || points % 2 != 0) {
            throw new IllegalArgumentException("points must be an even number or 0, not " + points);
        }
        integrals = new double[points];
    }

    /**
     * Changes the level.
     *
     * @param nowNanos not before the last change
     */
    public void set(long nowNanos, double value) {
        advance(nowNanos);
        level = value;
        max = Math.max(max, value);
    }

    /** Changes the level by a difference. */
    public void add(long nowNanos, double difference) {
        set(nowNanos, level + difference);
    }

    /** The present level. */
    public double level() {
        return level;
    }

    /** The highest level since the last {@link #reset}. */
    public double max() {
        return max;
    }

    /** The mean since the last {@link #reset}; the level itself if no time has passed. */
    public double mean(long nowNanos) {
        requireNotBefore(nowNanos);
        return nowNanos == since ? level : (integral + level * (nowNanos - last)) / (nowNanos - since);
    }

    /** Starts mean and maximum anew with the present level; the series goes on. */
    public void reset(long nowNanos) {
        advance(nowNanos);
        since = nowNanos;
        integral = 0;
        max = level;
    }

    /** The width of one interval of the series in nanoseconds. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /**
     * The series up to now: point i is the mean level from i to i + 1 times {@link #intervalNanos()}; of the last, which may
     * not be complete, up to now.
     */
    public double[] series(long nowNanos) {
        advance(nowNanos);
        int complete = integrals.length == 0 ? 0 : (int) (nowNanos / intervalNanos);
        long rest = nowNanos - complete * intervalNanos;
        boolean partial = integrals.length > 0 && rest > 0;
        double[] means = Arrays.copyOf(integrals, partial ? complete + 1 : complete);
        for (int i = 0; i < means.length; i++) {
            means[i] /= i < complete ? intervalNanos : rest;
        }
        return means;
    }

    private void advance(long now) {
        requireNotBefore(now);
        integral += level * (now - last);
        if (integrals.length > 0) {
            fit(now);
            fill(now);
        }
        last = now;
    }

    /** Doubles the intervals until the series reaches the instant. */
    private void fit(long now) {
        while (now > intervalNanos * integrals.length) {
            int half = integrals.length / 2;
            for (int i = 0; i < half; i++) {
                integrals[i] = integrals[2 * i] + integrals[2 * i + 1];
            }
            Arrays.fill(integrals, half, integrals.length, 0);
            intervalNanos *= 2;
        }
    }

    private void fill(long now) {
        long from = last;
        while (from < now) {
            int index = (int) (from / intervalNanos);
            long to = Math.min(now, (index + 1) * intervalNanos);
            integrals[index] += level * (to - from);
            from = to;
        }
    }

    private void requireNotBefore(long now) {
        if (now < last) {
            throw new IllegalArgumentException("the level changed at " + last + " ns, " + now + " ns is before");
        }
    }
}
