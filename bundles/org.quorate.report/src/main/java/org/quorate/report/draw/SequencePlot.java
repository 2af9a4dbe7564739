// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SequenceChart.Arrow;
import org.quorate.report.chart.SequenceChart.Bar;
import org.quorate.report.chart.SequenceChart.Fold;
import org.quorate.report.chart.SequenceChart.Item;
import org.quorate.report.chart.SequenceLayout;
import org.quorate.report.chart.Spot;
import org.quorate.report.text.Unit;

/** Draws a {@link SequenceChart}. Used by one thread. */
final class SequencePlot extends Plot {

    private static final long serialVersionUID = 1L;

    /** Titles of lanes above the rows, and room below them. */
    private static final double HEAD = 40;
    private static final double FOOT = 14;
    private static final double AXIS = 78;
    private static final double BAR = 9;
    private static final double HEAD_LENGTH = 7;
    private static final double GAP = 4;
    /** Between two times on the axis. */
    private static final double TICK = 15;
    private static final double LOOP = 22;
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final float[] DASHES = {4, 3};
    private static final float[] DOTS = {1, 4};

    private final transient SequenceChart chart;
    private final transient SequenceLayout layout;
    private final transient Look look;

    SequencePlot(SequenceChart chart, Look look) {
        this.chart = chart;
        this.look = look;
        layout = SequenceLayout.of(chart);
    }

    /** Of the plot without legend and title. */
    static double height(SequenceChart chart) {
        return HEAD + SequenceLayout.of(chart).height() + FOOT;
    }

    @Override
    public String getPlotType() {
        return "Sequence";
    }

    @Override
    public LegendItemCollection getLegendItems() {
        LegendItemCollection items = new LegendItemCollection();
        chart.kinds().forEach(kind -> items.add(look.legend(kind.name(), kind.ink())));
        return items;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        if (info != null) {
            info.setPlotArea(area);
            info.setDataArea(area);
        }
        lanes(g2, area);
        axis(g2, area);
        chart.items().stream().filter(Bar.class::isInstance).map(Bar.class::cast).forEach(bar -> bar(g2, area, bar));
        for (int i = 0; i < chart.items().size(); i++) {
            Item item = chart.items().get(i);
            double top = top(area) + layout.tops().get(i);
            if (item instanceof Arrow arrow) {
                arrow(g2, area, arrow, top);
            } else if (item instanceof Fold fold) {
                fold(g2, area, fold, top);
            } else if (item instanceof Bar bar) {
                words(g2, area, bar.label(), x(area, bar.lane()) + BAR / 2 + GAP, top + 8, x(area, bar.lane()) - BAR / 2 - GAP);
            }
        }
    }

    private double top(Rectangle2D area) {
        return area.getY() + HEAD;
    }

    private double laneWidth(Rectangle2D area) {
        return (area.getWidth() - AXIS) / chart.lanes().size();
    }

    private double x(Rectangle2D area, int lane) {
        return area.getX() + AXIS + laneWidth(area) * (lane + 0.5);
    }

    private double y(Rectangle2D area, double nanos) {
        return top(area) + layout.at(chart, nanos);
    }

    private void lanes(Graphics2D g2, Rectangle2D area) {
        double room = laneWidth(area) - 6;
        for (int lane = 0; lane < chart.lanes().size(); lane++) {
            g2.setPaint(look.colour(Ink.TEXT));
            centred(g2, chart.lanes().get(lane).title(), look.strong(), x(area, lane), area.getY() + 9, room);
            centred(g2, chart.lanes().get(lane).subtitle(), look.small(), x(area, lane), area.getY() + 24, room);
            g2.setPaint(look.colour(Ink.AXIS));
            g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DOTS, 0));
            g2.draw(new Line2D.Double(x(area, lane), top(area) - 6, x(area, lane), top(area) + layout.height() + FOOT / 2));
        }
        g2.setStroke(new BasicStroke(1));
    }

    private void centred(Graphics2D g2, String text, Font font, double middle, double y, double room) {
        String fitted = look.shown(text, font, room);
        Look.draw(g2, fitted, font, middle - Look.width(fitted, font) / 2, y);
    }

    private void axis(Graphics2D g2, Rectangle2D area) {
        double right = area.getX() + AXIS - 6;
        g2.setPaint(look.colour(Ink.AXIS));
        g2.setStroke(new BasicStroke(1));
        g2.draw(new Line2D.Double(right, top(area), right, top(area) + layout.height()));
        double last = Double.NEGATIVE_INFINITY;
        double end = chart.items().stream().mapToDouble(Item::to).max().orElse(0);
        for (int i = 0; i < chart.items().size(); i++) {
            Item item = chart.items().get(i);
            double y = top(area) + layout.tops().get(i);
            boolean beside = item instanceof Arrow arrow && arrow.beside();
            if (!beside && !item.label().isEmpty() && y - last >= TICK) {
                tick(g2, right, y, item.from(), end);
                last = y;
            }
        }
        tick(g2, right, top(area) + layout.height(), end, end);
        for (int row : layout.breaks()) {
            double from = top(area) + layout.tops().get(row);
            double to = row + 1 < layout.tops().size() ? top(area) + layout.tops().get(row + 1) : top(area) + layout.height();
            pressed(g2, right, (from + to) / 2);
        }
    }

    /** All times in the same unit with the same decimals, so that neighbours differ. */
    private void tick(Graphics2D g2, double right, double y, double nanos, double end) {
        g2.setPaint(look.colour(Ink.AXIS));
        g2.draw(new Line2D.Double(right - 3, y, right, y));
        String text = end >= MILLI ? String.format(Locale.ROOT, "%.3f ms", nanos / MILLI) : String.format(Locale.ROOT, "%.1f µs", nanos / MICRO);
        g2.setPaint(look.colour(Ink.TEXT));
        Look.draw(g2, text, look.small(), right - 6 - Look.width(text, look.small()), y);
    }

    /** The axis is interrupted: time is pressed together here. */
    private void pressed(Graphics2D g2, double x, double y) {
        g2.setPaint(look.colour(Ink.BACKGROUND));
        g2.fill(new Rectangle2D.Double(x - 2, y - 2, 4, 4));
        g2.setPaint(look.colour(Ink.TEXT));
        g2.draw(new Line2D.Double(x - 5, y, x + 5, y - 4));
        g2.draw(new Line2D.Double(x - 5, y + 4, x + 5, y));
    }

    private void bar(Graphics2D g2, Rectangle2D area, Bar bar) {
        double from = y(area, bar.from());
        double to = Math.max(from + 2, y(area, bar.to()));
        Rectangle2D shape = new Rectangle2D.Double(x(area, bar.lane()) - BAR / 2, from, BAR, to - from - 0.5);
        g2.setPaint(look.colour(chart.kinds().get(bar.kind()).ink()));
        g2.fill(shape);
    }

    private void arrow(Graphics2D g2, Rectangle2D area, Arrow arrow, double top) {
        double fromX = x(area, arrow.fromLane());
        double toX = x(area, arrow.toLane());
        double labelled = arrow.label().isEmpty() ? top : top + 14;
        double end = Math.max(labelled, y(area, arrow.to()));
        g2.setPaint(look.colour(arrow.beside() ? Ink.AXIS : Ink.TEXT));
        g2.setStroke(arrow.beside() ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0) : new BasicStroke(1.2f));
        if (arrow.fromLane() == arrow.toLane()) {
            Path2D loop = new Path2D.Double();
            loop.moveTo(fromX + BAR / 2, labelled);
            loop.lineTo(fromX + LOOP, labelled);
            loop.lineTo(fromX + LOOP, end + 3);
            loop.lineTo(fromX + BAR / 2, end + 3);
            g2.draw(loop);
            head(g2, fromX + LOOP, end + 3, fromX + BAR / 2, end + 3);
        } else {
            double way = Math.signum(toX - fromX) * BAR / 2;
            g2.draw(new Line2D.Double(fromX + way, labelled, toX - way, end));
            head(g2, fromX + way, labelled, toX - way, end);
        }
        double left = Math.min(fromX, toX) + BAR / 2 + GAP;
        words(g2, area, arrow.label(), left, top + 6, Math.max(fromX, toX));
        g2.setStroke(new BasicStroke(1));
    }

    private static void head(Graphics2D g2, double fromX, double fromY, double toX, double toY) {
        double angle = Math.atan2(toY - fromY, toX - fromX);
        Path2D head = new Path2D.Double();
        head.moveTo(toX, toY);
        head.lineTo(toX - HEAD_LENGTH * Math.cos(angle - 0.4), toY - HEAD_LENGTH * Math.sin(angle - 0.4));
        head.lineTo(toX - HEAD_LENGTH * Math.cos(angle + 0.4), toY - HEAD_LENGTH * Math.sin(angle + 0.4));
        head.closePath();
        g2.fill(head);
    }

    private void fold(Graphics2D g2, Rectangle2D area, Fold fold, double top) {
        double left = area.getX() + AXIS;
        double middle = top + 12;
        g2.setPaint(look.colour(Ink.AXIS));
        g2.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
        g2.draw(new Line2D.Double(left, middle, area.getMaxX(), middle));
        g2.setStroke(new BasicStroke(1));
        words(g2, area, fold.label(), x(area, 0) + BAR / 2 + GAP, middle, area.getMaxX());
    }

    /**
     * Writes a line of words on the background.
     *
     * @param left  where they begin, if there is room to the right of it
     * @param right where they end, if there is more room to the left
     */
    private void words(Graphics2D g2, Rectangle2D area, String text, double left, double middle, double right) {
        if (text.isEmpty()) {
            return;
        }
        double roomRight = area.getMaxX() - left;
        double roomLeft = right - area.getX() - AXIS;
        double wanted = Look.width(text, look.small());
        boolean toLeft = wanted > roomRight && roomLeft > roomRight;
        String words = look.shown(text, look.small(), toLeft ? roomLeft : roomRight);
        double width = Look.width(words, look.small());
        double x = toLeft ? right - width : left;
        g2.setPaint(look.colour(Ink.BACKGROUND));
        g2.fill(new Rectangle2D.Double(x - 1, middle - 6.5, width + 2, 13));
        g2.setPaint(look.colour(Ink.TEXT));
        Look.draw(g2, words, look.small(), x, middle);
    }

    /** What is where: of a bar all that is seen of it, of the others their rows. */
    List<Spot> spots(Rectangle2D area) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < chart.items().size(); i++) {
            Item item = chart.items().get(i);
            double top = top(area) + layout.tops().get(i);
            double bottom = i + 1 < layout.tops().size() ? top(area) + layout.tops().get(i + 1) : top(area) + layout.height();
            List<Reading> readings = List.of(new Reading.Measured("at", Unit.TIME, item.from(), 0),
                    new Reading.Measured("for", Unit.TIME, item.to() - item.from(), 0));
            if (item instanceof Bar bar) {
                String kind = chart.kinds().get(bar.kind()).name();
                double end = Math.max(top + 2, y(area, bar.to()));
                spots.add(new Spot(bar.kind(), i, bar.label().isEmpty() ? kind : bar.label(), readings, x(area, bar.lane()) - BAR, top,
                        2 * BAR, end - top));
            } else if (!item.label().isEmpty()) {
                spots.add(new Spot(0, i, item.label(), readings, area.getX() + AXIS, top, area.getWidth() - AXIS, bottom - top));
            }
        }
        return spots;
    }

    /** Every word that comes from outside. */
    static void texts(SequenceChart chart, List<String> into) {
        chart.lanes().forEach(lane -> into.addAll(List.of(lane.title(), lane.subtitle())));
        chart.items().forEach(item -> into.add(item.label()));
    }
}
