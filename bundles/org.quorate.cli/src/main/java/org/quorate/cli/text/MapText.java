// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.Side;
import org.quorate.study.map.MapPoint.State;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.text.Quantity;

/** A map as text: a grid of symbols with a legend, and the figures of each point if these are few. Thread-safe. */
public final class MapText {

    private static final String GAP = "  ";
    /** Wider grids have no shares behind their symbols. */
    private static final int WIDEST = 100;
    /** Points whose figures are listed. */
    private static final int MOST_LISTED = 60;
    /** From here on "3.5 times" says more than "250 %". */
    private static final double FEW_TIMES = 2;

    private final Style style;

    /** Text in that style. */
    public MapText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(CrossoverMap map) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(map.title()))).append('\n');
        out.append(Plain.line(map.first() + " against " + map.second() + ": " + map.figure().title() + "; "
                + map.x().path() + " across, " + map.y().path() + " upwards")).append("\n\n");
        List<List<String>> grid = grid(map, true);
        if (width(grid) > WIDEST) {
            grid = grid(map, false);
        }
        Columns.write(out, style, grid, Set.of());
        out.append('\n');
        legend(map).forEach((symbol, meaning) -> out.append(Plain.line(GAP + symbol + " ".repeat(Math.max(1, 6 - symbol.length()))
                + meaning)).append('\n'));
        if (map.points().size() <= MOST_LISTED) {
            out.append('\n').append(style.bold("Every point")).append('\n');
            Columns.write(out, style, list(map), Set.of());
        } else {
            out.append('\n').append("The figures of every point are in --csv, --json and --report.\n");
        }
        out.append('\n').append(style.dim(footer(map))).append('\n');
        return out.toString();
    }

    private static int width(List<List<String>> rows) {
        int width = 0;
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            width += GAP.length() + rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
        }
        return width;
    }

    private static List<List<String>> grid(CrossoverMap map, boolean shares) {
        List<String> titles = SweepField.titles(List.of(map.x(), map.y()));
        List<List<String>> rows = new ArrayList<>();
        for (int j = map.y().values().size() - 1; j >= 0; j--) {
            List<String> row = new ArrayList<>(List.of(map.y().values().get(j)));
            for (int i = 0; i < map.x().values().size(); i++) {
                row.add(cell(map, map.at(i, j), shares));
            }
            rows.add(row);
        }
        List<String> across = new ArrayList<>(List.of(titles.get(1) + " \\ " + titles.get(0)));
        across.addAll(map.x().values());
        rows.add(0, across);
        return rows;
    }

    private static String cell(CrossoverMap map, MapPoint point, boolean shares) {
        return symbol(map, point) + mark(map, point) + (shares && significant(point)
                ? point.advantage().map(share -> " " + share(share)).orElse("") : "");
    }

    private static boolean significant(MapPoint point) {
        return point.state() == State.FIRST || point.state() == State.SECOND;
    }

    private static String share(double above) {
        return above < FEW_TIMES ? Quantity.percent(above) : Quantity.number(1 + above) + " x";
    }

    /** The initials of the labels if they differ. */
    private static String letter(CrossoverMap map, boolean first) {
        char one = Character.toUpperCase(map.first().charAt(0));
        char other = Character.toUpperCase(map.second().charAt(0));
        boolean differ = one != other && Character.isLetter(one) && Character.isLetter(other) && one != 'X' && other != 'X';
        return String.valueOf(first ? differ ? one : 'A' : differ ? other : 'B');
    }

    private static String symbol(CrossoverMap map, MapPoint point) {
        return switch (point.state()) {
            case FIRST -> letter(map, true);
            case SECOND -> letter(map, false);
            case ONLY_FIRST -> letter(map, true) + "!";
            case ONLY_SECOND -> letter(map, false) + "!";
            case NOT_SIGNIFICANT -> "=";
            case NEITHER_CARRIES -> "X";
            case NOT_MEASURED -> "?";
            case FAILED -> "failed";
        };
    }

    /** Who is not sure to meet every target. One that cannot carry the load does not meet any, which its symbol says. */
    private static String mark(CrossoverMap map, MapPoint point) {
        boolean first = shortfall(point.first());
        boolean second = shortfall(point.second());
        return first && second ? "*" : first ? letter(map, true).toLowerCase(java.util.Locale.ROOT)
                : second ? letter(map, false).toLowerCase(java.util.Locale.ROOT) : "";
    }

    private static boolean shortfall(Side side) {
        return side.fallsShort() && side.saturated().isEmpty();
    }

    /** What is in the grid, and nothing else. */
    private static Map<String, String> legend(CrossoverMap map) {
        Map<String, String> legend = new LinkedHashMap<>();
        String less = " has significantly less; the figure is how far the other is above it, or how often it has it";
        for (State state : State.values()) {
            map.points().stream().filter(point -> point.state() == state).findFirst().ifPresent(point -> legend.put(symbol(map, point),
                    switch (state) {
                        case FIRST -> map.first() + less;
                        case SECOND -> map.second() + less;
                        case NOT_SIGNIFICANT -> "no significant difference";
                        case ONLY_FIRST -> "only " + map.first() + " carries the load";
                        case ONLY_SECOND -> "only " + map.second() + " carries the load";
                        case NEITHER_CARRIES -> "neither carries the load";
                        case NOT_MEASURED -> "not measured in every replication: longer phases are needed";
                        case FAILED -> "a run failed, which is an error of the program";
                    }));
        }
        for (String mark : map.points().stream().map(point -> mark(map, point)).filter(text -> !text.isEmpty()).distinct().sorted().toList()) {
            legend.put(mark, (mark.equals("*") ? "neither is" : (mark.equalsIgnoreCase(letter(map, true)) ? map.first() : map.second())
                    + " is not") + " sure to meet every target of the scenario (behind another symbol)");
        }
        return legend;
    }

    private static List<List<String>> list(CrossoverMap map) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(SweepField.titles(List.of(map.x(), map.y())));
        header.addAll(List.of(map.first(), map.second(), "difference"));
        rows.add(header);
        for (MapPoint point : map.points()) {
            String failed = point.failure().isPresent() ? "failed" : "-";
            rows.add(List.of(point.x(), point.y(), figure(map, point.first(), failed), figure(map, point.second(), failed),
                    point.failure().map(why -> "failed: " + why).orElseGet(() -> point.difference()
                            .map(difference -> quantity(map, difference)).orElse("-"))));
        }
        return rows;
    }

    private static String figure(CrossoverMap map, Side side, String otherwise) {
        return side.value().map(value -> quantity(map, value)).orElse(side.saturated().isPresent() ? "saturated" : otherwise);
    }

    private static String quantity(CrossoverMap map, Interval value) {
        return Quantity.of(map.figure().dimension(), value);
    }

    private static String footer(CrossoverMap map) {
        return Footer.of(map.scenario(), map.points().size() + " points", map.seed(), map.replications(), map.confidence(),
                map.quorateVersion(), Optional.of("differences are paired by replication"));
    }
}
