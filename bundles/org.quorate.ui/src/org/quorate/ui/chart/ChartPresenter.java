// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.quorate.report.chart.Axis;
import org.quorate.report.chart.ChartCut;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ChartView;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.Spot;
import org.quorate.report.chart.Window;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.sheet.ChartSheet;
import org.quorate.ui.Messages;

/**
 * A chart that somebody looks at: which part of it is seen, what is pointed at, and what can be taken from it. Places are shares of the
 * area of the data, from the left and from the bottom. Used by one thread.
 */
public final class ChartPresenter {

    private static final double STEP = 0.8;
    /** Of the area of the data: a rubber band that is thinner leaves that axis as it is. */
    private static final double THIN = 0.03;

    private ChartSpec chart;
    private ChartView view = ChartView.WHOLE;
    private ChartSpec seen;

    public ChartPresenter(ChartSpec chart) {
        this.chart = chart;
        seen = chart;
    }

    /** New data. One who looks at a part goes on to look at the same part, if the axes are still there. */
    public void show(ChartSpec other) {
        boolean same = other.getClass() == chart.getClass() && other.id().equals(chart.id());
        chart = other;
        look(same ? view : ChartView.WHOLE);
    }

    private void look(ChartView other) {
        view = other;
        seen = ChartCut.of(chart, view);
    }

    /** All of it. */
    public ChartSpec chart() {
        return chart;
    }

    /** What is seen of it. */
    public ChartSpec seen() {
        return seen;
    }

    public ChartView view() {
        return view;
    }

    public boolean canZoom() {
        return ChartCut.cutsX(chart) || ChartCut.cutsY(chart);
    }

    public boolean canTurnX() {
        return ChartCut.turnsX(chart);
    }

    public boolean canTurnY() {
        return ChartCut.turnsY(chart);
    }

    /** True if the upright axis, or both of a scatter chart, is logarithmic as it is seen. */
    public boolean isLogY() {
        return upright().filter(axis -> axis.scale() == Scale.LOG).isPresent();
    }

    /** True if the axis across is logarithmic as it is seen. */
    public boolean isLogX() {
        return seen instanceof LineChart lines && lines.x().scale() == Scale.LOG;
    }

    private Optional<Axis> upright() {
        if (seen instanceof LineChart lines) {
            return Optional.of(lines.y());
        }
        return seen instanceof ScatterChart points ? Optional.of(points.y()) : Optional.empty();
    }

    /** True if it is seen otherwise than it was made. */
    public boolean isChanged() {
        return !view.equals(ChartView.WHOLE);
    }

    /**
     * One step closer or further away.
     *
     * @param x what stays where it is, 0 to 1; absent: the axis across is left alone
     * @param y what stays where it is, 0 to 1; absent: the upright axis is left alone
     */
    public void zoom(boolean closer, Optional<Double> x, Optional<Double> y) {
        double factor = closer ? STEP : 1 / STEP;
        ChartView next = view;
        if (x.isPresent() && ChartCut.cutsX(chart)) {
            next = next.withX(view.x().scaled(factor, x.get()));
        }
        if (y.isPresent() && ChartCut.cutsY(chart)) {
            next = next.withY(view.y().scaled(factor, y.get()));
        }
        look(next);
    }

    /** Around the middle. */
    public void zoom(boolean closer) {
        zoom(closer, Optional.of(0.5), Optional.of(0.5));
    }

    /** To what a rubber band goes around; one that is thin in a direction is meant for the other axis. */
    public void zoomTo(double fromX, double fromY, double toX, double toY) {
        ChartView next = view;
        if (ChartCut.cutsX(chart) && Math.abs(toX - fromX) >= THIN) {
            next = next.withX(view.x().part(fromX, toX));
        }
        if (ChartCut.cutsY(chart) && Math.abs(toY - fromY) >= THIN) {
            next = next.withY(view.y().part(fromY, toY));
        }
        look(next);
    }

    /**
     * Moves what is seen.
     *
     * @param x to the right, in shares of what is seen
     * @param y upwards
     */
    public void pan(double x, double y) {
        look(view.withX(ChartCut.cutsX(chart) ? view.x().moved(x) : Window.WHOLE).withY(ChartCut.cutsY(chart) ? view.y().moved(y) : Window.WHOLE));
    }

    /** Goes back to a view, for example while something is dragged. */
    public void restore(ChartView earlier) {
        look(earlier);
    }

    public void reset() {
        look(ChartView.WHOLE);
    }

    public void turnX() {
        if (canTurnX()) {
            look(view.turnX());
        }
    }

    public void turnY() {
        if (canTurnY()) {
            look(view.turnY());
        }
    }

    /** The next place to point at, or the one before; from the last one on to the first. */
    public static Optional<Spot> step(ChartMap map, Optional<Spot> from, boolean forward) {
        List<Spot> spots = map.spots();
        if (spots.isEmpty()) {
            return Optional.empty();
        }
        int at = from.map(spots::indexOf).orElse(-1);
        int next = at < 0 ? (forward ? 0 : spots.size() - 1) : Math.floorMod(at + (forward ? 1 : -1), spots.size());
        return Optional.of(spots.get(next));
    }

    /** A grid of cells, in which one goes from cell to cell. */
    public boolean isGrid() {
        return chart instanceof HeatChart;
    }

    /**
     * The cell beside, above or below the one that is pointed at; at an edge the same one. The first cell, at the bottom left, if none is
     * pointed at.
     *
     * @param across  cells to the right
     * @param upwards cells up
     */
    public Optional<Spot> neighbour(ChartMap map, Optional<Spot> from, int across, int upwards) {
        HeatChart grid = (HeatChart) chart;
        int columns = grid.x().labels().size();
        int cell = from.map(Spot::index).orElse(-1);
        int x = cell < 0 ? 0 : Math.max(0, Math.min(columns - 1, cell % columns + across));
        int y = cell < 0 ? 0 : Math.max(0, Math.min(grid.y().labels().size() - 1, cell / columns + upwards));
        return map.spots().stream().filter(spot -> spot.index() == y * columns + x).findFirst();
    }

    /** For people who hear instead of see: what it shows, which part is seen, and what is pointed at. */
    public String description(Optional<Spot> spot) {
        String part = view.isWhole() ? "" : " " + Messages.bind(Messages.Chart_part, percent(view.x()), percent(view.y()));
        return spot.map(place -> place.spoken() + ". ").orElse("") + chart.description() + part;
    }

    private static String percent(Window window) {
        return Math.round(window.from() * 100) + "–" + Math.round(window.to() * 100) + " %";
    }

    /** All data, for a clipboard. */
    public String tsv() {
        return ChartSheet.of(chart).tsv(true);
    }

    /** All data, for a file. */
    public byte[] csv() {
        return ChartSheet.of(chart).csv().getBytes(StandardCharsets.UTF_8);
    }

    /** What is seen, on white: pictures go into documents. */
    public byte[] svg(ChartPainter painter, int width, int height) {
        return painter.svg(seen, width, height, Palette.LIGHT).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is seen, on white.
     *
     * @param scale pixels in place of one, whatever screen it is shown on
     */
    public byte[] png(ChartPainter painter, int width, int height, double scale) {
        return painter.png(seen, width, height, scale, Palette.LIGHT);
    }
}
