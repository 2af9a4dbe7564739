// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.Side;
import org.quorate.study.map.MapPoint.State;
import org.quorate.study.sweep.SweepField;

/** Makes the report on a map. Pure functions. */
public final class MapReport {

    private MapReport() {
    }

    /**
     * The report.
     *
     * @param map     what was found
     * @param context date and command
     */
    public static ReportDocument document(CrossoverMap map, ReportContext context) {
        List<Block> blocks = new ArrayList<>(content(map));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, values, seed and version give the same figures, to the last digit."));
        return new ReportDocument(map.title(), map.first() + " against " + map.second() + " over "
                + Words.and(SweepField.titles(List.of(map.x(), map.y()))), PointsBlocks.about(context, map.quorateVersion(), map.scenario(),
                        "Points", map.points().size(), map.seed(), map.replications()), blocks);
    }

    /** What it says, without how to make it again. */
    public static List<Block> content(CrossoverMap map) {
        List<Block> blocks = new ArrayList<>();
        MapTables tables = new MapTables(map);
        MapChart chart = new MapChart(map);
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(KeyValues.of("Compared", map.figure().title(), "Across", map.x().path() + ": " + String.join(", ", map.x().values()),
                "Upwards", map.y().path() + ": " + String.join(", ", map.y().values())));
        blocks.add(answer(map));
        blocks.addAll(warnings(map));
        blocks.add(new Heading(2, "chart", "Map"));
        blocks.add(new Paragraph(reading(map)));
        blocks.add(new Figure(chart.chart(), Figure.Width.FULL, chart.caption()));
        blocks.add(tables.crossovers());
        blocks.add(new Heading(2, "tables", "Every point"));
        blocks.add(tables.points());
        return blocks;
    }

    private static Notice answer(CrossoverMap map) {
        int points = map.points().size();
        long first = map.count(State.FIRST) + map.count(State.ONLY_FIRST);
        long second = map.count(State.SECOND) + map.count(State.ONLY_SECOND);
        String title = first == points ? map.first() + " is better at every point" : second == points
                ? map.second() + " is better at every point"
                : map.first() + " is better at " + first + " of " + points + " points, " + map.second() + " at " + second;
        List<String> parts = new ArrayList<>();
        part(parts, map, State.NOT_SIGNIFICANT, "the difference is not significant");
        part(parts, map, State.ONLY_FIRST, "only " + map.first() + " carries the load");
        part(parts, map, State.ONLY_SECOND, "only " + map.second() + " carries the load");
        part(parts, map, State.NEITHER_CARRIES, "neither carries the load");
        part(parts, map, State.NOT_MEASURED, "the figure was not measured in every replication");
        part(parts, map, State.FAILED, "a run failed");
        missed(parts, map, map.first(), MapPoint::first);
        missed(parts, map, map.second(), MapPoint::second);
        return new Notice(Notice.Kind.VERDICT, title, parts.isEmpty() ? "" : Words.sentence(String.join("; ", parts)) + ".");
    }

    private static void part(List<String> parts, CrossoverMap map, State state, String meaning) {
        long count = map.count(state);
        if (count > 0) {
            parts.add("at " + count + " " + meaning);
        }
    }

    private static void missed(List<String> parts, CrossoverMap map, String label, Function<MapPoint, Side> side) {
        long count = map.points().stream().filter(point -> side.apply(point).fallsShort()).count();
        if (count > 0) {
            parts.add("at " + count + " " + label + " is not sure to meet every target of the scenario");
        }
    }

    private static List<Notice> warnings(CrossoverMap map) {
        List<Notice> notices = new ArrayList<>();
        saturated(notices, map, map.first(), MapPoint::first);
        saturated(notices, map, map.second(), MapPoint::second);
        if (map.count(State.FAILED) > 0) {
            notices.add(PointsBlocks.failed(map.count(State.FAILED), "the table says which."));
        }
        return notices;
    }

    private static void saturated(List<Notice> notices, CrossoverMap map, String label, Function<MapPoint, Side> side) {
        List<MapPoint> full = map.points().stream().filter(point -> side.apply(point).saturated().isPresent()).toList();
        if (!full.isEmpty()) {
            MapPoint first = full.get(0);
            List<String> titles = SweepField.titles(List.of(map.x(), map.y()));
            notices.add(PointsBlocks.saturated(label, full.size(), map.points().size(), titles.get(0) + " = " + first.x() + ", "
                    + titles.get(1) + " = " + first.y() + "; " + side.apply(first).saturated().orElse("")));
        }
        if (map.points().stream().anyMatch(point -> side.apply(point).unsafe())) {
            notices.add(PointsBlocks.unsafe(label, "points"));
        }
    }

    private static String reading(CrossoverMap map) {
        return "The colour says who has less; its depth and the figure say how far the other is above it, as a share of the better one."
                + " Both saw the same random numbers at each point; a difference is significant if its "
                + PointsBlocks.interval(map.confidence()) + " excludes 0. Where there is no difference at all, some points show one by"
                + " chance, at a confidence of 95 % one in twenty:"
                + " a single cell among others is no proof. The values stand at equal steps, whatever they are.";
    }
}
