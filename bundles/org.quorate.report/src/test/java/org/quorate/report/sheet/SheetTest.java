// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quorate.report.Cases;
import org.quorate.report.ReportFigures;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

class SheetTest {

    private static final Axis TIME = new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 10e6);

    private static Sheet words(String... cells) {
        return new Sheet(List.of("a", "b"), List.of(List.of(new Sheet.Words(cells[0]), new Sheet.Words(cells[1]))));
    }

    @Test
    void cellsThatNeedItAreQuoted() {
        assertEquals("a,b\n\"1,2\",\"say \"\"no\"\"\"\n", words("1,2", "say \"no\"").csv());
        assertEquals("a,b\n\"two\nlines\",plain\n", words("two\nlines", "plain").csv());
        assertEquals("a\tb\ntwo lines\tone tab", words("two\nlines", "one\ttab").tsv(true));
        assertEquals("x\ty", words("x", "y").tsv(false));
    }

    /** Names in a scenario come from outside, and a spreadsheet runs what begins like this. */
    @Test
    void wordsAreNeverFormulas() {
        assertEquals("a,b\n'=1+1,\"'@SUM(A1,B1)\"\n", words("=1+1", "@SUM(A1,B1)").csv());
        assertEquals("a\tb\n'+x\t'-y", words("+x", "-y").tsv(true));
        Sheet numbers = new Sheet(List.of("=n"), List.of(List.of(new Sheet.Number(-1.5)), List.of(new Sheet.Number(3)), List.of(new Sheet.Number(1e300))));
        assertEquals("'=n\n-1.5\n3\n1.0E300\n", numbers.csv(), "a negative figure stays a figure");
    }

    @Test
    void everyRowIsFull() {
        assertThrows(IllegalArgumentException.class, () -> new Sheet(List.of("a", "b"), List.of(List.of(Sheet.nothing()))));
    }

    @Test
    void pointsOfLines() {
        LineChart chart = new LineChart("c", "C", "", new Axis("Share", Unit.SHARE, Scale.NINES, 0, 0.999), TIME, List.of(
                new LineChart.Series("GFS2", SeriesStyle.candidate(0), List.of(new LineChart.Point(0.5, 1500.5, 20)))), List.of(new LineChart.Limit("target", 5e6)));
        assertEquals("series,Share [%],Time [ns],half width [ns]\nGFS2,50,1500.5,20\ntarget,,5000000,\n", ChartSheet.of(chart).csv());
    }

    @Test
    void barsWithTheirParts() {
        BarChart chart = new BarChart("c", "C", "", TIME, List.of(new BarChart.Part("disk", Ink.PART_1), new BarChart.Part("net", Ink.PART_2)),
                List.of(new BarChart.Group("g", List.of(new BarChart.Bar("b", Ink.SERIES_1, List.of(1.0, 2.0), 0.5, "3 ns"),
                        new BarChart.Bar("d", Ink.SERIES_2, List.of(), 0, "saturated")))));
        assertEquals("group,bar,disk [ns],net [ns],Time [ns],half width [ns],remark\ng,b,1,2,3,0.5,3 ns\ng,d,,,,,saturated\n", ChartSheet.of(chart).csv());
    }

    @Test
    void stretchesAndCells() {
        SpanChart spans = new SpanChart("c", "C", "", TIME, List.of(new SpanChart.Kind("waits", Ink.PART_1)), List.of(new SpanChart.Group("n1",
                List.of(new SpanChart.Line("app", List.of(new SpanChart.Span(0, 2, 5)), OptionalDouble.of(7), "late")))));
        assertEquals("group,line,kind,from [ns],to [ns],remark\nn1,app,waits,2,5,late\nn1,app,mark,7,7,late\n", ChartSheet.of(spans).csv());
        HeatChart.Cell cell = new HeatChart.Cell(Ink.SHADE_1, HeatChart.Mark.NONE, List.of("×1.5"), List.of());
        HeatChart cells = new HeatChart("c", "C", "", new HeatChart.Side("nodes", List.of("2")), new HeatChart.Side("files", List.of("10")), List.of(cell),
                List.of(new HeatChart.Key("OCFS2 wins", cell, false)));
        assertEquals("nodes,files,label,meaning\n2,10,×1.5,OCFS2 wins\n", ChartSheet.of(cells).csv());
    }

    @Test
    void figuresOfATable() {
        Cell words = new Cell.Text("create");
        Table table = new Table("T", List.of(new Table.Column("", Table.Align.TEXT), new Table.Column("OCFS2", Table.Align.NUMBER),
                new Table.Column("GFS2", Table.Align.NUMBER)), List.of(new Table.GroupRow("traffic"),
                new Table.CellRow(List.of(words, new Cell.Amount(Quantity.of(Unit.TIME, new Interval(2.5e6, 1e5)), ""), new Cell.Missing("saturated"))),
                new Table.CellRow(List.of(words, new Cell.Amount(Quantity.of(Unit.SHARE, 0.5), "low"), new Cell.Amount(Quantity.of(Unit.SHARE, 0.25), "")))), "");
        assertEquals("""
                group,,OCFS2,OCFS2 unit,OCFS2 half width,OCFS2 remark,GFS2 [%],GFS2 remark
                traffic,create,2500000,ns,100000,,,saturated
                traffic,create,50,%,0,low,25,
                """, TableSheet.of(table.columns(), List.of(0, 1, 2), TableSheet.rows(table)).csv());
        assertEquals("GFS2 [%]\n25\n", TableSheet.of(table.columns(), List.of(2), TableSheet.rows(table).subList(1, 2)).csv()
                .replace("group,", "").replace("traffic,", ""));
    }

    @Test
    void everyChartAndTableOfAComparisonIsARectangle() {
        Cases.all().values().forEach(comparison -> ReportFigures.of(comparison).charts().forEach(chart -> ChartSheet.of(chart).csv()));
        Cases.all().values().forEach(comparison -> ReportFigures.of(comparison).tables().forEach(table -> TableSheet.of(table.columns(),
                IntStream.range(0, table.columns().size()).boxed().toList(), TableSheet.rows(table)).csv()));
    }
}
