// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.HeatChart.Cell;
import org.quorate.report.chart.HeatChart.Corner;
import org.quorate.report.chart.HeatChart.Key;
import org.quorate.report.chart.HeatChart.Mark;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Reading;
import org.quorate.report.text.Unit;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.State;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.text.Quantity;

/**
 * The heat map of a map.
 *
 * @param map        whose
 * @param shades     for which advantage
 * @param everywhere corners that would be marked in every cell, and so are in none: the caption says so
 */
record MapChart(CrossoverMap map, MapShades shades, Set<Corner> everywhere) {

    MapChart(CrossoverMap map) {
        this(map, MapShades.of(map), everywhere(map));
    }

    private static Set<Corner> everywhere(CrossoverMap map) {
        Set<Corner> corners = EnumSet.allOf(Corner.class);
        map.points().forEach(point -> corners.retainAll(shortfalls(point)));
        return corners;
    }

    /** What the corners do not say because it is so in every cell. */
    String caption() {
        List<String> labels = new ArrayList<>();
        everywhere.forEach(corner -> labels.add(corner == Corner.TOP_LEFT ? map.first() : map.second()));
        return labels.isEmpty() ? "" : labels.size() > 1 ? "Neither is sure to meet every target at any point."
                : labels.get(0) + " is not sure to meet every target at any point.";
    }

    HeatChart chart() {
        List<String> titles = SweepField.titles(List.of(map.x(), map.y()));
        return new HeatChart("map", Words.sentence(map.figure().title()) + ": " + map.first() + " against " + map.second(), "Which of " + map.first() + " and "
                + map.second() + " has less " + map.figure().title() + ", over " + map.x().path() + " across and " + map.y().path()
                + " upwards; the tables below have the same in words.",
                new HeatChart.Side(titles.get(0), map.x().values()), new HeatChart.Side(titles.get(1), map.y().values()),
                map.points().stream().map(this::cell).toList(), keys());
    }

    private Cell cell(MapPoint point) {
        return new Cell(shades.of(point), mark(point.state()), labels(point), corners(point), readings(point));
    }

    /** Both figures and their difference, each with its interval. */
    private List<Reading> readings(MapPoint point) {
        Unit unit = PointsBlocks.unit(map.figure());
        List<Reading> readings = new ArrayList<>();
        point.first().value().ifPresent(value -> readings.add(reading(map.first(), unit, value)));
        point.second().value().ifPresent(value -> readings.add(reading(map.second(), unit, value)));
        point.difference().ifPresent(value -> readings.add(reading(map.first() + " − " + map.second(), unit, value)));
        return readings;
    }

    private static Reading reading(String title, Unit unit, Interval value) {
        return new Reading.Measured(title, unit, value.mean(), value.halfWidth());
    }

    /** The two sides are as dark as one another: on a grey print the mark tells them apart. */
    private static Mark mark(State state) {
        return switch (state) {
            case FIRST -> Mark.NONE;
            case SECOND -> Mark.RULED;
            case NOT_SIGNIFICANT -> Mark.HATCHED;
            case ONLY_FIRST -> Mark.DOTTED;
            case ONLY_SECOND -> Mark.RINGED;
            case NEITHER_CARRIES, NOT_MEASURED, FAILED -> Mark.CROSSED;
        };
    }

    private List<String> labels(MapPoint point) {
        String share = point.advantage().map(MapChart::share).orElse("");
        return switch (point.state()) {
            case FIRST -> share.isEmpty() ? List.of(map.first(), "") : List.of(map.first() + " " + share, share, "");
            case SECOND -> share.isEmpty() ? List.of(map.second(), "") : List.of(map.second() + " " + share, share, "");
            case NOT_SIGNIFICANT -> share.isEmpty() ? List.of() : List.of("(" + share + ")", "(" + share + ")", "");
            case ONLY_FIRST -> List.of("only " + map.first(), "only", "");
            case ONLY_SECOND -> List.of("only " + map.second(), "only", "");
            case NEITHER_CARRIES -> List.of("neither", "none", "");
            case NOT_MEASURED -> List.of("no figure", "?", "");
            case FAILED -> List.of("failed", "!", "");
        };
    }

    static String share(double above) {
        return above < MapShades.TIMES ? Quantity.percent(above) : Quantity.number(1 + above) + " ×";
    }

    private List<Corner> corners(MapPoint point) {
        return shortfalls(point).stream().filter(corner -> !everywhere.contains(corner)).toList();
    }

    private static List<Corner> shortfalls(MapPoint point) {
        List<Corner> corners = new ArrayList<>();
        if (point.first().fallsShort()) {
            corners.add(Corner.TOP_LEFT);
        }
        if (point.second().fallsShort()) {
            corners.add(Corner.BOTTOM_RIGHT);
        }
        return corners;
    }

    /** What is in the map, and nothing else. */
    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int depth = 3; depth >= 1; depth--) {
            shade(keys, State.FIRST, MapShades.first(depth), map.first() + " better, " + shades.words(depth));
        }
        for (int depth = 1; depth <= 3; depth++) {
            shade(keys, State.SECOND, MapShades.second(depth), map.second() + " better, " + shades.words(depth));
        }
        Ink middle = Ink.SHADE_4;
        mark(keys, State.ONLY_FIRST, MapShades.first(3), "only " + map.first() + " carries the load");
        mark(keys, State.ONLY_SECOND, MapShades.second(3), "only " + map.second() + " carries the load");
        mark(keys, State.NOT_SIGNIFICANT, middle, "not significant");
        mark(keys, State.NEITHER_CARRIES, middle, "neither carries the load");
        mark(keys, State.NOT_MEASURED, middle, "not measured");
        mark(keys, State.FAILED, middle, "failed");
        corner(keys, Corner.TOP_LEFT, map.first());
        corner(keys, Corner.BOTTOM_RIGHT, map.second());
        return keys;
    }

    private void shade(List<Key> keys, State state, Ink shade, String name) {
        boolean used = map.points().stream().anyMatch(point -> point.state() == state && shades.of(point) == shade);
        if (used) {
            keys.add(new Key(name, new Cell(shade, mark(state), List.of(), List.of()), false));
        }
    }

    private void mark(List<Key> keys, State state, Ink shade, String name) {
        if (map.count(state) > 0) {
            keys.add(new Key(name, new Cell(shade, mark(state), List.of(), List.of()), false));
        }
    }

    private void corner(List<Key> keys, Corner corner, String label) {
        if (map.points().stream().anyMatch(point -> corners(point).contains(corner))) {
            keys.add(new Key(label + " not sure to meet every target", new Cell(Ink.SHADE_4, Mark.NONE, List.of(), List.of(corner)), true));
        }
    }
}
