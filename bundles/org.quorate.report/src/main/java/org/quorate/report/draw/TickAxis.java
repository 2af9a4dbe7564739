// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
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
    private static final double GAP = 6;
    /** Of the width of the drawing. */
    private static final double LONGEST_CELL = 0.2;

    private final transient IntFunction<List<Tick>> ticks;
    private final transient DoubleUnaryOperator places;

    /**
     * An axis that ends where the description says, or further on to leave room for words.
     *
     * @param end at least {@code axis.high()}
     */
    TickAxis(Axis axis, double end, Look look) {
        this(axis.title(), most -> Ticks.of(axis, most), axis.scale()::place, axis.scale().place(axis.low()), axis.scale().place(end),
                look);
    }

    private TickAxis(String title, IntFunction<List<Tick>> ticks, DoubleUnaryOperator places, double low, double high, Look look) {
        super(look.shown(title, look.text(), look.width() * 0.6));
        this.ticks = ticks;
        this.places = places;
        setRange(low, high);
        setLabelFont(look.text());
        setTickLabelFont(look.small());
        setLabelPaint(look.colour(Ink.TEXT));
        setTickLabelPaint(look.colour(Ink.TEXT));
        setAxisLinePaint(look.colour(Ink.AXIS));
        setTickMarkPaint(look.colour(Ink.AXIS));
        setMinorTickCount(0);
    }

    /** An axis of cells at equal steps, the first around 0. */
    static TickAxis ofCells(String title, List<String> labels, Look look) {
        List<Tick> cells = IntStream.range(0, labels.size()).mapToObj(i -> new Tick(i,
                look.shown(labels.get(i), look.small(), look.width() * LONGEST_CELL))).toList();
        return new TickAxis(title, most -> cells, value -> value, -0.5, labels.size() - 0.5, look);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double room = across ? area.getWidth() / ROOM_ACROSS : area.getHeight() / ROOM_UPWARDS;
        List<NumberTick> ticks = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : this.ticks.apply(Math.max(2, (int) room))) {
            double place = places.applyAsDouble(tick.value());
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

    /** Beyond what JFreeChart reserves, room for those halves of the outermost labels that stick out at both ends. */
    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g2, plot, area, edge, space);
        if (RectangleEdge.isTopOrBottom(edge)) {
            double inner = area.getWidth() - reserved.getLeft() - reserved.getRight();
            for (Tick tick : ticks.apply(Math.max(2, (int) (inner / ROOM_ACROSS)))) {
                double half = Look.width(tick.label(), getTickLabelFont()) / 2;
                double share = (places.applyAsDouble(tick.value()) - getLowerBound()) / getRange().getLength();
                reserved.setRight(Math.max(reserved.getRight(), half - (1 - share) * inner));
                if (plot instanceof XYPlot) {
                    // Beside the bars of other plots stand their labels, for which room is added later.
                    reserved.setLeft(Math.max(reserved.getLeft(), half - share * inner));
                }
            }
        }
        return reserved;
    }

    /** JFreeChart draws upright titles as outlines; as a string it stays text in an SVG. */
    @Override
    protected AxisState drawLabel(String label, Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea,
            RectangleEdge edge, AxisState state) {
        if (edge != RectangleEdge.LEFT) {
            return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
        }
        g2.setFont(getLabelFont());
        g2.setPaint(getLabelPaint());
        FontMetrics metrics = g2.getFontMetrics();
        double base = state.getCursor() - getLabelInsets().getRight() - metrics.getDescent();
        double middle = dataArea.getCenterY();
        AffineTransform before = g2.getTransform();
        g2.rotate(-Math.PI / 2, base, middle);
        g2.drawString(label, (float) (base - Look.width(label, getLabelFont()) / 2), (float) middle);
        g2.setTransform(before);
        state.cursorLeft(getLabelInsets().getLeft() + metrics.getHeight() + getLabelInsets().getRight());
        return state;
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
