// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/**
 * How somebody looks at a chart: which part of it, and whether its axes are logarithmic where the chart has them linear, or the
 * other way round. {@link ChartCut} makes the chart that is seen then.
 *
 * @param x       of the axis across, after it was turned
 * @param y       of the upright axis, after it was turned
 * @param turnedX the axis across is logarithmic instead of linear, or linear instead of logarithmic
 * @param turnedY the same of the upright axis
 */
public record ChartView(Window x, Window y, boolean turnedX, boolean turnedY) {

    /** All of it, as it is. */
    public static final ChartView WHOLE = new ChartView(Window.WHOLE, Window.WHOLE, false, false);

    public ChartView withX(Window window) {
        return new ChartView(window, y, turnedX, turnedY);
    }

    public ChartView withY(Window window) {
        return new ChartView(x, window, turnedX, turnedY);
    }

    /** The axis across turned, and whole again: a share of it is another place now. */
    public ChartView turnX() {
        return new ChartView(Window.WHOLE, y, !turnedX, turnedY);
    }

    /** The upright axis turned, and whole again: a share of it is another place now. */
    public ChartView turnY() {
        return new ChartView(x, Window.WHOLE, turnedX, !turnedY);
    }

    /** True if all of both axes is seen, turned or not. */
    public boolean isWhole() {
        return x.equals(Window.WHOLE) && y.equals(Window.WHOLE);
    }
}
