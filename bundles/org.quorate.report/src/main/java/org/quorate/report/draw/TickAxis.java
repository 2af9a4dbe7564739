// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Tick;
import org.quorate.report.chart.Ticks;

/** An axis of JFreeChart that places values and marks as the {@link Axis} says. */
final class TickAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;
    private static final double ROOM_ACROSS = 64;
    private static final double ROOM_UPWARDS = 34;
    private static final double GAP = 8;

    private final transient Axis axis;

    /**
     * An axis that ends where the description says, or further on to leave room for words.
     *
     * @param end at least {@code axis.high()}
     */
    TickAxis(Axis axis, double end, Look look) {
        super(Look.fitted(axis.title(), look.text(), look.width() * 0.6));
        this.axis = axis;
        setRange(axis.scale().place(axis.low()), axis.scale().place(end));
        setLabelFont(look.text());
        setTickLabelFont(look.small());
        setLabelPaint(look.colour(Ink.TEXT));
        setTickLabelPaint(look.colour(Ink.TEXT));
        setAxisLinePaint(look.colour(Ink.AXIS));
        setTickMarkPaint(look.colour(Ink.AXIS));
        setMinorTickCount(0);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double room = across ? area.getWidth() / ROOM_ACROSS : area.getHeight() / ROOM_UPWARDS;
        List<NumberTick> ticks = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : Ticks.of(axis, Math.max(2, (int) room))) {
            double place = axis.scale().place(tick.value());
            String label = tick.label();
            if (across) {
                double half = Look.width(label, getTickLabelFont()) / 2;
                double middle = valueToJava2D(place, area, edge);
                label = middle - half < free ? "" : label;
                free = label.isEmpty() ? free : middle + half + GAP;
            }
            TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
            ticks.add(new NumberTick(place, label, anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    // Charts are drawn once and never compared; what NumberAxis compares is enough.
    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
