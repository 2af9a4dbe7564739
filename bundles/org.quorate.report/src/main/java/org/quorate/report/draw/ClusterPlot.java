// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.ClusterChart.Box;
import org.quorate.report.chart.ClusterChart.Disk;
import org.quorate.report.chart.ClusterChart.Link;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.Spot;

/**
 * Draws a {@link ClusterChart}. The two networks differ in their strokes and not only in colour, so that a grey print can be read. Used by
 * one thread.
 */
final class ClusterPlot extends Plot {

    private static final long serialVersionUID = 1L;

    private static final double LINE = 15;
    private static final double PAD = 8;
    private static final double ARC = 8;
    /** Between boxes beside one another. */
    private static final double BESIDE = 12;
    /** From a box to the network that it hangs on. */
    private static final double WIRE = 22;
    /** From the storage network to the disk, beside the words on it. */
    private static final double STALK = 26;
    /** Of the words on the cluster network, above its line. */
    private static final double LABEL = 22;
    private static final double WIDEST_BOX = 190;
    private static final double WIDEST_GUARD = 230;
    private static final double DISK = 260;
    /** Height of the upper ellipse of the disk. */
    private static final double LID = 16;
    /** How far the boxes behind the first of a stack look out, and how many of them. */
    private static final double BEHIND = 4;
    private static final int MOST_BEHIND = 3;

    private final transient ClusterChart chart;
    private final transient Look look;
    private final transient List<Spot> spots = new ArrayList<>();

    ClusterPlot(ClusterChart chart, Look look) {
        this.chart = chart;
        this.look = look;
    }

    /** Of the plot without title. */
    static double height(ClusterChart chart) {
        double guards = chart.guards().isEmpty() ? 0 : box(chart.guards()) + WIRE;
        return guards + LABEL + WIRE + box(chart.nodes()) + stack(chart) + WIRE + STALK + disk(chart.disk());
    }

    private static double box(List<Box> boxes) {
        int lines = boxes.stream().mapToInt(box -> box.detail().size()).max().orElse(0);
        return 2 * PAD + LINE * (1 + lines);
    }

    /** Room that stacks need above the first of their boxes. */
    private static double stack(ClusterChart chart) {
        return chart.nodes().stream().anyMatch(box -> box.count() > 1) ? BEHIND * MOST_BEHIND : 0;
    }

    private static double disk(Disk disk) {
        return 2 * LID + PAD + LINE * (1 + disk.detail().size());
    }

    @Override
    public String getPlotType() {
        return "Cluster";
    }

    @Override
    public LegendItemCollection getLegendItems() {
        return new LegendItemCollection();
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        if (info != null) {
            info.setPlotArea(area);
            info.setDataArea(area);
        }
        spots.clear();
        g2.setStroke(new BasicStroke(1));
        double y = area.getY();
        if (!chart.guards().isEmpty()) {
            double height = box(chart.guards());
            for (Rectangle2D place : places(area, chart.guards().size(), WIDEST_GUARD, y, height)) {
                wire(g2, place.getCenterX(), place.getMaxY(), place.getMaxY() + WIRE + LABEL);
            }
            boxes(g2, chart.guards(), places(area, chart.guards().size(), WIDEST_GUARD, y, height), Ink.SHADE_5);
            y += height + WIRE;
        }
        double network = y + LABEL;
        double top = network + WIRE + stack(chart);
        List<Rectangle2D> places = places(area, chart.nodes().size(), WIDEST_BOX, top, box(chart.nodes()));
        double storage = top + box(chart.nodes()) + WIRE;
        for (Rectangle2D place : places) {
            wire(g2, place.getCenterX(), network, place.getMinY());
            wire(g2, place.getCenterX(), place.getMaxY(), storage);
        }
        wire(g2, area.getCenterX(), storage, storage + STALK);
        bus(g2, area, chart.network(), network, false);
        bus(g2, area, chart.storage(), storage, true);
        boxes(g2, chart.nodes(), places, Ink.SHADE_4);
        disk(g2, area, storage + STALK);
    }

    private static List<Rectangle2D> places(Rectangle2D area, int count, double widest, double top, double height) {
        double slot = area.getWidth() / count;
        double width = Math.min(widest, slot - BESIDE);
        List<Rectangle2D> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(new Rectangle2D.Double(area.getX() + slot * (i + 0.5) - width / 2, top, width, height));
        }
        return places;
    }

    private void wire(Graphics2D g2, double x, double from, double to) {
        g2.setPaint(look.colour(Ink.AXIS));
        g2.draw(new Line2D.Double(x, from, x, to));
    }

    /** A network: one thick line between nodes, two thin ones to the disk. Its words stand on the left, on the side away from the nodes. */
    private void bus(Graphics2D g2, Rectangle2D area, Link link, double y, boolean storage) {
        g2.setPaint(look.colour(storage ? Ink.SERIES_2 : Ink.SERIES_1));
        if (storage) {
            g2.setStroke(new BasicStroke(1.5f));
            g2.draw(new Line2D.Double(area.getMinX(), y - 2, area.getMaxX(), y - 2));
            g2.draw(new Line2D.Double(area.getMinX(), y + 2, area.getMaxX(), y + 2));
        } else {
            g2.setStroke(new BasicStroke(4));
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
        g2.setStroke(new BasicStroke(1));
        double middle = storage ? y + 14 : y - 12;
        String name = look.shown(link.name(), look.strong(), area.getWidth() / 2);
        double width = Look.width(name, look.strong());
        String detail = look.shown(link.detail(), look.text(), (storage ? (area.getWidth() - DISK) / 2 : area.getWidth()) - width - 2 * PAD);
        double right = width + PAD + Look.width(detail, look.text());
        g2.setPaint(look.colour(Ink.BACKGROUND));
        g2.fill(new Rectangle2D.Double(area.getMinX(), middle - 8, right + 4, 16));
        g2.setPaint(look.colour(Ink.TEXT));
        Look.draw(g2, name, look.strong(), area.getMinX(), middle);
        Look.draw(g2, detail, look.text(), area.getMinX() + width + PAD, middle);
        spots.add(new Spot(0, spots.size(), link.name(), List.of(new Reading.Said("", link.detail())),
                area.getMinX(), Math.min(y, middle) - 8, area.getWidth(), 30));
    }

    private void boxes(Graphics2D g2, List<Box> boxes, List<Rectangle2D> places, Ink fill) {
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            Rectangle2D place = places.get(i);
            for (int behind = Math.min(MOST_BEHIND, box.count() - 1); behind >= 0; behind--) {
                outlined(g2, new RoundRectangle2D.Double(place.getX() + behind * BEHIND, place.getY() - behind * BEHIND, place.getWidth(),
                        place.getHeight(), ARC, ARC), fill);
            }
            lines(g2, place.getCenterX(), place.getY() + PAD, place.getWidth() - PAD, box.name(), box.detail(), fill);
            spots.add(new Spot(0, spots.size(), box.name(), box.detail().stream().<Reading>map(line -> new Reading.Said("", line)).toList(),
                    place.getX(), place.getY(), place.getWidth(), place.getHeight()));
        }
    }

    private void outlined(Graphics2D g2, Shape shape, Ink fill) {
        g2.setPaint(look.colour(fill));
        g2.fill(shape);
        g2.setPaint(look.colour(Ink.AXIS));
        g2.draw(shape);
    }

    /** Centred below one another, the name first. */
    private void lines(Graphics2D g2, double x, double top, double room, String name, List<String> detail, Ink fill) {
        g2.setPaint(look.colour(fill.label()));
        centred(g2, name, look.strong(), x, top + LINE / 2, room);
        for (int i = 0; i < detail.size(); i++) {
            centred(g2, detail.get(i), look.small(), x, top + LINE * (i + 1.5), room);
        }
    }

    private void centred(Graphics2D g2, String text, Font font, double x, double middle, double room) {
        String fitted = look.shown(text, font, room);
        Look.draw(g2, fitted, font, x - Look.width(fitted, font) / 2, middle);
    }

    private void disk(Graphics2D g2, Rectangle2D area, double top) {
        double width = Math.min(DISK, area.getWidth());
        double left = area.getCenterX() - width / 2;
        double height = disk(chart.disk());
        double bottom = top + height - LID;
        Path2D body = new Path2D.Double();
        body.append(new Arc2D.Double(left, top, width, LID, 0, 180, Arc2D.OPEN), false);
        body.append(new Arc2D.Double(left, bottom, width, LID, 180, 180, Arc2D.OPEN), true);
        body.closePath();
        outlined(g2, body, Ink.SHADE_3);
        outlined(g2, new Ellipse2D.Double(left, top, width, LID), Ink.SHADE_3);
        lines(g2, area.getCenterX(), top + LID + PAD / 2, width - 2 * PAD, chart.disk().name(), chart.disk().detail(), Ink.SHADE_3);
        spots.add(new Spot(0, spots.size(), chart.disk().name(), chart.disk().detail().stream()
                .<Reading>map(line -> new Reading.Said("", line)).toList(), left, top, width, height));
    }

    /** What is where, as it was drawn last. */
    List<Spot> spots() {
        return List.copyOf(spots);
    }

    /** Every word that comes from outside. */
    static void texts(ClusterChart chart, List<String> into) {
        chart.nodes().forEach(box -> into.add(box.name()));
        chart.guards().forEach(box -> {
            into.add(box.name());
            into.addAll(box.detail());
        });
        into.add(chart.disk().name());
    }
}
