// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.document.Block;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.Logo;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

/** Documents for tests of renderers: reports as they are, and made up ones with everything that a page can stumble over. */
public final class Documents {

    /** 30 words. */
    static final String WORDS = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore "
            + "magna aliqua ut enim ad minim veniam quis nostrud exercitation ullamco laboris nisi.";

    private Documents() {
    }

    /** By name, in a fixed order. */
    public static Map<String, ReportDocument> all() throws IOException {
        Map<String, ReportDocument> documents = new LinkedHashMap<>();
        documents.put("usual", Reports.document(Cases.all().get("usual")));
        documents.put("hostile", Reports.document(Cases.all().get("hostile")));
        documents.put("64 nodes", Reports.document(Cases.all().get("64 nodes")));
        documents.put("sweep", SweepReport.document(SweepReportTest.load(), Reports.context()));
        documents.put("map", MapReport.document(MapReportTest.small(), Reports.context()));
        documents.put("failure", FailureReport.document(FailureReportTest.hanging(), Reports.context()));
        documents.put("sensitivity", SensitivityReportTest.usual());
        documents.put("everything", everything());
        documents.put("nothing", new ReportDocument("Nothing", "", new KeyValues(List.of()), List.of()));
        return documents;
    }

    /** All kinds of blocks in German under a brand of its own, tables from narrow to far too wide, page breaks where they are not wanted. */
    public static ReportDocument everything() throws IOException {
        List<Block> blocks = new ArrayList<>(List.of(new PageBreak(), new Heading(2, "first", "Blöcke"), new Paragraph(WORDS)));
        for (Notice.Kind kind : Notice.Kind.values()) {
            blocks.add(new Notice(kind, "Ein Titel " + kind, WORDS));
        }
        blocks.addAll(List.of(new Items(false, List.of("eins", WORDS, Cases.HOSTILE)), new Items(true, List.of("erstens", "zweitens 5 ms")),
                KeyValues.of("Schlüssel", "Wert", "5 ms", WORDS, Cases.HOSTILE, Cases.HOSTILE), new Code("Kurz", "a|b\n\t```c``` <d> # e\n\nf"),
                new PageBreak(), new PageBreak(), new Heading(2, "second", "Tabellen"), new Heading(3, "narrow", "Schmal und lang"),
                table("Lange Tabelle", 3, 120, 7), new PageBreak(), new Heading(2, "third", Cases.HOSTILE), new Paragraph(WORDS),
                table("Sechs Spalten", 6, 5, 0), new Heading(3, "wide", "Zwölf Spalten stehen quer"), table("Zwölf Spalten", 12, 40, 6),
                new PageBreak(), new Heading(2, "fourth", "Zu viele Spalten"), table("30 Spalten", 30, 4, 0), table(Cases.HOSTILE, 2, 3, 0),
                new Heading(2, "fifth", "Bilder"), new Paragraph("Kurz."), bars("tall", 90, Figure.Width.FULL),
                lines("half", Figure.Width.HALF), new Heading(3, "beside", "Nebeneinander"), lines("one", Figure.Width.HALF),
                lines("two", Figure.Width.HALF), lines("three", Figure.Width.HALF)));
        for (int i = 0; i < 12; i++) {
            blocks.add(new Heading(2, "chapter-" + i, "Kapitel " + i));
            IntStream.range(0, i % 4 + 1).forEach(line -> blocks.add(new Paragraph(WORDS)));
            blocks.add(i % 2 == 0 ? lines("chart-" + i, Figure.Width.FULL) : table("Tabelle " + i, 4, 4 + i, 3));
        }
        blocks.add(new Code("Lang", "line of something to copy\n".repeat(120)));
        blocks.add(new PageBreak());
        return new ReportDocument("Größenplanung für Beispiel & Söhne", "Ein Bericht über alles", "Ada Lovelace",
                KeyValues.of("Kunde", "Beispiel & Söhne", "Projekt", "P-1", "Verfasser", "Ada Lovelace", "Datum", "2026-11-28", "Fassung", "1.2"),
                blocks, Language.GERMAN, brand());
    }

    static Brand brand() throws IOException {
        BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x7A1FA2));
        graphics.fillOval(0, 0, 100, 100);
        graphics.fillRect(130, 30, 260, 40);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Brand(Optional.of(new Logo(Logo.Kind.PNG, png.toByteArray(), 400, 100, "Beispiel GmbH")), "#e08a00");
    }

    public static Table table(String title, int columns, int rows, int group) {
        List<Column> titles = IntStream.range(0, columns).mapToObj(i -> new Column(i == 0 ? "Name" : "Column " + i,
                i == 0 ? Align.TEXT : Align.NUMBER)).toList();
        List<Row> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (group > 0 && i % group == 0) {
                lines.add(new GroupRow("Group " + i / group));
            }
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text("row " + i)));
            for (int j = 1; j < columns; j++) {
                Quantity quantity = Quantity.of(Unit.TIME, new Interval(1.2345e6 * (i + 1) * j, 0.0321e6 * j));
                cells.add((i + j) % 9 == 8 ? new Cell.Missing("saturated") : new Cell.Amount(quantity, (i + j) % 11 == 5 ? "not significant" : ""));
            }
            lines.add(new CellRow(cells));
        }
        return new Table(title, titles, lines, rows > 5 ? "A note below it, from 5 ms on." : "");
    }

    static Figure lines(String id, Figure.Width width) {
        List<LineChart.Series> series = IntStream.range(0, 5).mapToObj(i -> new LineChart.Series(i == 4 ? "漢字 \u05d0\u05d1\u05d2" : "series " + i,
                SeriesStyle.candidate(i), IntStream.range(0, 20).mapToObj(x -> new LineChart.Point(x, x * (i + 1) / 5.0)).toList())).toList();
        return new Figure(new LineChart(id, "Title of " + id, "Five lines that rise.", new Axis("Across", Unit.NUMBER, Scale.LINEAR, 0, 20),
                new Axis("Upwards", Unit.NUMBER, Scale.LINEAR, 0, 20), series), width, WORDS);
    }

    static Figure bars(String id, int bars, Figure.Width width) {
        List<BarChart.Bar> all = IntStream.range(0, bars).mapToObj(i -> new BarChart.Bar("bar " + i, Ink.SERIES_1,
                Collections.nCopies(10, 0.1 * (i + 1) / bars), 0, i + " %")).toList();
        List<BarChart.Part> parts = IntStream.range(0, 10).mapToObj(i -> new BarChart.Part("part " + i, Ink.parts().get(i))).toList();
        return new Figure(new BarChart(id, "Title of " + id, "Bars of ten parts.", new Axis("Share", Unit.SHARE, Scale.LINEAR, 0, 1), parts,
                List.of(new BarChart.Group("", all))), width, "");
    }
}
