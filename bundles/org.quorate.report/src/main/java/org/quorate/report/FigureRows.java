// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.quorate.model.Operation;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.WarmUpFigures;

/**
 * Rows of tables with one column a contender, and one for the difference if there are exactly two candidates.
 *
 * @param contenders the columns
 */
public record FigureRows(Contenders contenders) {

    /** What contenders are compared by, if a difference is wanted. */
    record Compared(Figure figure, Optional<String> phase, Optional<Operation> operation) {
    }

    /** The columns of a table without differences. */
    List<Column> columns(String first) {
        List<Column> columns = new ArrayList<>(List.of(new Column(first, Align.TEXT)));
        contenders.all().forEach(contender -> columns.add(new Column(contenders.name(contender), Align.NUMBER)));
        return columns;
    }

    /** The columns of a table with the difference of the two candidates, if there are two. */
    List<Column> comparingColumns(String first) {
        List<Column> columns = columns(first);
        pair().ifPresent(pair -> columns.add(new Column(pair.get(0) + " against " + pair.get(1), Align.NUMBER)));
        return columns;
    }

    /** How to read the last column; empty if there is none. */
    String comparingNote() {
        return pair().map(pair -> "The last column is the difference " + pair.get(0) + " − " + pair.get(1)
                + " as a share of " + pair.get(1)
                + ", paired by replication: both saw the same random numbers.").orElse("");
    }

    /** A row of figures; {@code missing} says in a word or two why one is not there. */
    CellRow row(String title, Unit unit, Function<ContenderResult, Optional<Interval>> figure,
            Function<ContenderResult, String> missing) {
        return new CellRow(cells(title, unit, figure, missing));
    }

    /** The same with the difference of the two candidates, if there are two and they are compared by this figure. */
    CellRow comparingRow(String title, Unit unit, Function<ContenderResult, Optional<Interval>> figure,
            Function<ContenderResult, String> missing, Optional<Compared> compared) {
        List<Cell> cells = cells(title, unit, figure, missing);
        pair().ifPresent(pair -> cells.add(compared.flatMap(what -> difference(what, pair))
                .map(difference -> cell(difference, unit)).orElse(new Cell.Text(""))));
        return new CellRow(cells);
    }

    /** What is left out of a phase at its beginning, and what MSER-5 would leave out; absent if that is not known of any contender. */
    Optional<CellRow> warmUpRow(String phase) {
        if (contenders.all().stream().allMatch(contender -> contender.phase(phase).warmUp().isEmpty())) {
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text("Warm-up left out (MSER-5 says)")));
        contenders.all().forEach(contender -> cells.add(new Cell.Text(
                contender.phase(phase).warmUp().map(FigureRows::warmUp).orElse("–"))));
        pair().ifPresent(pair -> cells.add(new Cell.Text("")));
        return Optional.of(new CellRow(cells));
    }

    private static String warmUp(WarmUpFigures warmUp) {
        return Quantity.of(Unit.TIME, warmUp.leftOutNanos()).text() + " (" + (warmUp.steady() ? "" : "> ")
                + Quantity.of(Unit.TIME, warmUp.mser5Nanos()).text() + ")" + (warmUp.tooShort() ? ", too short" : "");
    }

    private List<Cell> cells(String title, Unit unit, Function<ContenderResult, Optional<Interval>> figure,
            Function<ContenderResult, String> missing) {
        List<Interval> known = contenders.all().stream().flatMap(contender -> figure.apply(contender).stream())
                .toList();
        Optional<Unit.Step> step = Quantity.common(unit, known);
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(title)));
        for (ContenderResult contender : contenders.all()) {
            cells.add(figure.apply(contender).<Cell>map(value -> amount(unit, value, step))
                    .orElseGet(() -> new Cell.Missing(missing.apply(contender))));
        }
        return cells;
    }

    static Cell amount(Unit unit, Interval value, Optional<Unit.Step> step) {
        return new Cell.Amount(step.map(s -> Quantity.in(s, unit, value)).orElseGet(() -> Quantity.of(unit, value)),
                "");
    }

    /** A cell with an estimate, in the multiple that suits it. */
    public static Cell amount(Unit unit, Interval value) {
        return new Cell.Amount(Quantity.of(unit, value), "");
    }

    /** A cell with an exact figure, in the multiple that suits it. */
    public static Cell amount(Unit unit, double value) {
        return new Cell.Amount(Quantity.of(unit, value), "");
    }

    /** A cell with an exact figure, in the multiple that suits it; a dash if it is not known. */
    static Cell amount(Unit unit, OptionalDouble value) {
        return value.isPresent() ? amount(unit, value.getAsDouble()) : new Cell.Missing("–");
    }

    /** The labels of the two candidates, if there are exactly two. */
    private Optional<List<String>> pair() {
        List<String> candidates = contenders.comparison().verdict().candidates();
        return candidates.size() == 2 ? Optional.of(candidates) : Optional.empty();
    }

    private Optional<Difference> difference(Compared what, List<String> pair) {
        return contenders.comparison().differences().stream()
                .filter(d -> d.figure() == what.figure() && d.phase().equals(what.phase())
                        && d.operation().equals(what.operation()) && d.first().equals(pair.get(0))
                        && d.second().equals(pair.get(1)))
                .findFirst();
    }

    /** A relative difference if there is one, else the absolute one. */
    static Cell cell(Difference difference, Unit unit) {
        String remark = difference.significant() ? ""
                : difference.absolute().mean() == 0 && difference.absolute().halfWidth() == 0 ? "equal"
                : "not significant";
        Quantity quantity = difference.relative().map(relative -> Quantity.of(Unit.CHANGE, relative))
                .orElseGet(() -> Quantity.of(unit, difference.absolute()));
        return new Cell.Amount(quantity, remark);
    }
}
