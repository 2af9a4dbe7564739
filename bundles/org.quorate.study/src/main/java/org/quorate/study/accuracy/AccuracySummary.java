// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How near one kind of figures of one file system is. Immutable, thread-safe.
 *
 * @param figureClass kind of figures
 * @param fileSystem  whose
 * @param judged      rows that are judged
 * @param within      of them, those as near as asked, or rightly under the floor
 * @param aboveFloor  of the judged ones, those that were measured above the floor
 * @param medianError size of the error in the middle of those above the floor, 0.05 for 5 %; empty if there are none
 * @param worst       the row above the floor that is furthest off: run, phase, figure; empty if there are none
 * @param worstError  its error, 0.1 for 10 % too much
 */
public record AccuracySummary(FigureClass figureClass, String fileSystem, int judged, int within, int aboveFloor,
        OptionalDouble medianError, String worst, OptionalDouble worstError) {

    /** All rows are as near as asked, and so is the median. */
    public boolean holds() {
        return within == judged
                && (medianError.isEmpty() || medianError.getAsDouble() <= figureClass.medianLimit().orElse(Double.MAX_VALUE));
    }

    /** Rows that miss. */
    public int missing() {
        return judged - within;
    }

    /** The summary of all runs as it was when the program was built, from {@code accuracy-summary.csv} beside this class. */
    public static List<AccuracySummary> ofProduct() {
        return of(CsvTable.ofProduct("accuracy-summary.csv"));
    }

    static List<AccuracySummary> of(CsvTable table) {
        return table.rows().stream().map(row -> new AccuracySummary(FigureClass.valueOf(row.text("class")), row.text("file_system"),
                (int) row.whole("judged"), (int) row.whole("within"), (int) row.whole("above_floor"), error(row, "median_error"),
                row.text("worst"), error(row, "worst_error"))).toList();
    }

    private static OptionalDouble error(CsvTable.Row row, String column) {
        return row.text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(row.number(column));
    }

    /** One for each kind of figures and file system that has judged rows. */
    static List<AccuracySummary> of(List<AccuracyRow> rows) {
        List<AccuracySummary> summaries = new ArrayList<>();
        for (FigureClass figureClass : FigureClass.values()) {
            List<AccuracyRow> ofClass = rows.stream().filter(row -> row.figureClass() == figureClass && row.outcome().judged())
                    .toList();
            for (String fileSystem : new TreeSet<>(ofClass.stream().map(AccuracyRow::fileSystem).toList())) {
                summaries.add(of(figureClass, fileSystem,
                        ofClass.stream().filter(row -> row.fileSystem().equals(fileSystem)).toList()));
            }
        }
        return summaries;
    }

    private static AccuracySummary of(FigureClass figureClass, String fileSystem, List<AccuracyRow> rows) {
        List<AccuracyRow> above = rows.stream().filter(AccuracyRow::aboveFloor).toList();
        Optional<AccuracyRow> worst = above.stream().max(Comparator.comparingDouble(AccuracyRow::absoluteError));
        return new AccuracySummary(figureClass, fileSystem, rows.size(),
                (int) rows.stream().filter(row -> row.outcome() != Outcome.MISSES).count(), above.size(),
                median(above.stream().mapToDouble(AccuracyRow::absoluteError).sorted().toArray()),
                worst.map(row -> row.run() + " " + row.phase() + " " + row.figure()).orElse(""),
                worst.map(AccuracyRow::error).orElse(OptionalDouble.empty()));
    }

    private static OptionalDouble median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
