// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/**
 * The part of an axis that is looked at, in shares of its length: 0 is where the whole axis starts, 1 where it ends.
 *
 * @param from 0 or more
 * @param to   more than {@code from}, at most 1
 */
public record Window(double from, double to) {

    public static final Window WHOLE = new Window(0, 1);

    /** One cannot look closer than this: beyond it neighbouring marks of an axis would need more than twelve digits. */
    public static final double LEAST = 1e-5;

    public Window {
        if (!(from >= 0 && from < to && to <= 1)) {
            throw new IllegalArgumentException("no part of an axis: " + from + " to " + to);
        }
    }

    public double length() {
        return to - from;
    }

    /**
     * Closer or further away, with one place staying where it is as long as the axis does not end.
     *
     * @param factor less than 1: closer
     * @param at     what stays, as a share of this window
     */
    public Window scaled(double factor, double at) {
        double length = Math.max(LEAST, Math.min(1, length() * factor));
        return placed(from + at * length() - at * length, length);
    }

    /** Moved by a share of its length; it stops at the ends of the axis. */
    public Window moved(double by) {
        return placed(from + by * length(), length());
    }

    /** The part of this window from one share of it to another, in either order; never less than the least. */
    public Window part(double first, double second) {
        double low = Math.max(0, Math.min(first, second));
        double high = Math.min(1, Math.max(first, second));
        double length = Math.max(LEAST, (high - low) * length());
        return placed(from + low * length(), length);
    }

    private static Window placed(double from, double length) {
        double start = Math.max(0, Math.min(1 - length, from));
        return new Window(start, Math.min(1, start + length));
    }
}
