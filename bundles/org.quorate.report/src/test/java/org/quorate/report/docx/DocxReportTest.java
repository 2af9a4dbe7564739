// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Documents;
import org.quorate.report.Reports;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.draw.ChartPainter;
import org.w3c.dom.Element;

@TestInstance(Lifecycle.PER_CLASS)
class DocxReportTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final String DOCUMENT = "word/document.xml";
    private static final DocxReport DOCX = new DocxReport(new ChartPainter());

    /** A document and its file. */
    private record Written(ReportDocument document, Package docx) {
    }

    private final Map<String, Written> written = new LinkedHashMap<>();

    @BeforeAll
    void writeAll() throws IOException {
        for (Map.Entry<String, ReportDocument> each : Documents.all().entrySet()) {
            written.put(each.getKey(), new Written(each.getValue(), Package.of(DOCX.render(each.getValue(), DAY))));
        }
    }

    Stream<String> cases() {
        return written.keySet().stream();
    }

    static ReportDocument document(Block... blocks) {
        return new ReportDocument("Title", "Subtitle", KeyValues.of("Customer", "Nobody"), List.of(blocks));
    }

    private static Package written(Block... blocks) throws Exception {
        return Package.of(DOCX.render(document(blocks), DAY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAllThatTheDocumentSaysInItsOrder(String name) throws Exception {
        ReportDocument document = written.get(name).document();
        Package docx = written.get(name).docx();
        String text = dense(docx.all(DOCUMENT, "t").stream().map(Element::getTextContent).collect(Collectors.joining()));
        int from = 0;
        for (String piece : Reports.texts(document)) {
            for (String line : piece.split("\n")) {
                from = text.indexOf(dense(line), from);
                assertTrue(from >= 0, line);
            }
        }
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\\u00a0]", "");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFigureIsAPictureThatIsDescribed(String name) throws Exception {
        ReportDocument document = written.get(name).document();
        Package docx = written.get(name).docx();
        List<String> described = docx.all(DOCUMENT, "docPr").stream().map(element -> element.getAttribute("descr")).toList();
        List<String> expected = new ArrayList<>();
        document.brand().logo().ifPresent(logo -> expected.add(logo.description()));
        document.blocks().stream().filter(Figure.class::isInstance).forEach(block -> expected.add(Runs.visible(
                ((Figure) block).chart().description())));
        assertEquals(expected, described);
        assertEquals(described.size(), docx.all(DOCUMENT, "blip").size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tablesFitThePageAndRepeatTheirTitles(String name) throws Exception {
        ReportDocument document = written.get(name).document();
        Package docx = written.get(name).docx();
        for (Element grid : docx.all(DOCUMENT, "tblGrid")) {
            int[] columns = Xml.children(grid, "gridCol").stream().mapToInt(column -> Integer.parseInt(Xml.attribute(column, "w"))).toArray();
            int page = docx.all(DOCUMENT, "pgSz").size() == 1 ? Page.A4.text() : Page.A4.turned().text();
            assertTrue(Arrays.stream(columns).sum() <= page, Arrays.toString(columns));
            assertTrue(columns.length > 12 || Arrays.stream(columns).min().orElseThrow() > 500, Arrays.toString(columns));
        }
        assertEquals(document.blocks().stream().filter(Table.class::isInstance).count(), docx.all(DOCUMENT, "tblHeader").size());
    }

    @Test
    void theSameInputIsTheSameBytes() throws Exception {
        ReportDocument document = Documents.all().get("failure");
        assertArrayEquals(DOCX.render(document, DAY), new DocxReport(new ChartPainter()).render(document, DAY));
    }

    @Test
    void headingsAreInTheNavigationAndTheContentsLeadThere() throws Exception {
        Package docx = written(new Heading(2, "one", "One"), new Heading(3, "one-a", "A"), new Heading(2, "two", "Two"));
        assertEquals("0", Xml.value(Xml.child(docx.style("heading 1"), "pPr").orElseThrow(), "outlineLvl"));
        assertEquals("1", Xml.value(Xml.child(docx.style("heading 2"), "pPr").orElseThrow(), "outlineLvl"));
        assertEquals(List.of("Title", "Subtitle", "QuorateCell", "QuorateCell", "TOCHeading", "TOC1", "TOC1", "Heading1", "Heading2",
                "Heading1"), docx.paragraphStyles());
        List<String> marks = docx.all(DOCUMENT, "bookmarkStart").stream().map(mark -> Xml.attribute(mark, "name")).toList();
        assertEquals(List.of(marks.get(0), marks.get(2)), docx.all(DOCUMENT, "hyperlink").stream()
                .map(link -> Xml.attribute(link, "anchor")).toList());
        assertEquals(List.of(" PAGEREF " + marks.get(0) + " \\h ", " PAGEREF " + marks.get(2) + " \\h "),
                docx.all(DOCUMENT, "instrText").stream().map(Element::getTextContent).toList());
    }

    @Test
    void everyNumberedListBeginsAtOne() throws Exception {
        Items numbers = new Items(true, List.of("a", "b"));
        Items bullets = new Items(false, List.of("c"));
        Package docx = written(numbers, bullets, numbers, bullets);
        List<String> lists = docx.all(DOCUMENT, "numId").stream().map(list -> Xml.attribute(list, "val")).toList();
        assertEquals(lists.get(0), lists.get(1));
        assertEquals(lists.get(2), lists.get(5), "bullets have no count");
        assertFalse(List.of(lists.get(0), lists.get(2)).contains(lists.get(3)));
        assertEquals(2, docx.all("word/numbering.xml", "startOverride").size());
        assertEquals(List.of("bullet", "decimal"), docx.all("word/numbering.xml", "numFmt").stream().map(format -> Xml.attribute(format,
                "val")).toList());
        assertEquals(List.of("ListNumber", "ListNumber", "ListBullet", "ListNumber", "ListNumber", "ListBullet"),
                docx.paragraphStyles().subList(4, 10));
    }

    @Test
    void pagesBreakWhereTheDocumentSaysSoAndBehindTheCover() throws Exception {
        Package docx = written(new Paragraph("a"), new PageBreak(), new Paragraph("b"), new Paragraph("c"), new PageBreak());
        List<String> broken = docx.all(DOCUMENT, "pageBreakBefore").stream()
                .map(mark -> mark.getParentNode().getParentNode().getTextContent()).toList();
        assertEquals(List.of("a", "b"), broken, "and no empty page at the end");
    }

    @Test
    void isInTheLanguageAndTheColourOfItsWriter() throws Exception {
        ReportDocument german = written.get("everything").document();
        Package docx = written.get("everything").docx();
        assertEquals(List.of("de-DE"), docx.all("word/styles.xml", "lang").stream().map(lang -> Xml.attribute(lang, "val")).toList());
        assertEquals(String.format("%06X", german.brand().accentOn(0xFFFFFF)), Xml.value(Xml.child(docx.style("heading 1"), "rPr").orElseThrow(), "color"));
        assertFalse(docx.text("word/styles.xml").contains("0B4F9E"));
        assertEquals("Beispiel GmbH", docx.all(DOCUMENT, "docPr").get(0).getAttribute("descr"));
        assertArrayEquals(german.brand().logo().orElseThrow().bytes(), docx.bytes("word/media/image1.png"));
        String text = docx.root(DOCUMENT).getTextContent();
        assertTrue(text.contains("Inhalt") && text.contains("Gefährlich: Ein Titel DANGER"), text);
        assertTrue(docx.root("word/footer1.xml").getTextContent().contains("Seite "), "page numbers");
        String core = docx.text("docProps/core.xml");
        assertTrue(core.contains("Ada Lovelace") && core.contains("2026-11-28T00:00:00Z") && core.contains("Größenplanung für Beispiel &amp; Söhne"), core);
    }

    @Test
    void narrowFiguresStandBesideOneAnother() throws Exception {
        List<Block> halves = Documents.everything().blocks().stream().filter(block -> block instanceof Figure figure
                && figure.width() == Figure.Width.HALF).limit(3).toList();
        Package docx = written(halves.toArray(new Block[0]));
        List<Integer> wide = docx.all(DOCUMENT, "extent").stream().map(extent -> Integer.valueOf(extent.getAttribute("cx"))).toList();
        assertEquals(List.of(wide.get(0), wide.get(0), wide.get(0)), wide);
        assertTrue(2 * wide.get(0) <= Page.A4.text() * 635, "in units of which a twentieth of a point has 635: " + wide);
        assertEquals(2, docx.all(DOCUMENT, "tbl").size(), "that of the cover, and that of the two");
    }

    @Test
    void paperIsTurnedForWideTablesAndBack() throws Exception {
        Package docx = written.get("everything").docx();
        List<String> sides = docx.all(DOCUMENT, "pgSz").stream().map(size -> Xml.attribute(size, "orient")).toList();
        assertEquals(List.of("portrait", "landscape", "portrait"), sides, "the two wide ones follow one another");
        List<Element> sections = docx.all(DOCUMENT, "sectPr");
        String before = sections.get(0).getParentNode().getParentNode().getPreviousSibling().getTextContent();
        assertFalse(before.startsWith("Zwölf Spalten"), "the heading goes with its table: " + before);
        assertEquals(1, Xml.children(sections.get(0), "footerReference").size(), "later sections take over what the first one has");
    }

    @Test
    void columnsAreAsWideAsTheirWordsNeed() {
        List<Column> columns = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            columns.add(new Column("share", Align.NUMBER));
            cells.add(new Cell.Text("13.4\u00a0%"));
        }
        columns.add(new Column("Remark", Align.TEXT));
        cells.add(new Cell.Text("many short words of which no single one needs more room than any of the others"));
        int[] widths = ColumnWidths.of(new Table("t", columns, List.of(new CellRow(cells)), ""), Page.A4.text());
        assertTrue(widths[0] >= 6 * 100 + 160, "a figure is not broken: " + Arrays.toString(widths));
        assertTrue(widths[9] > 2 * widths[0], Arrays.toString(widths));
    }

    @Test
    void wordKnowsTheFormAsItsOwn() throws Exception {
        Package docx = written(new Paragraph("a"));
        assertTrue(docx.text("word/settings.xml").contains("compatibilityMode"), "else it opens in a mode of 2007");
        for (String name : docx.names()) {
            assertFalse(name.endsWith(".rels") && docx.text(name).contains("External"), name);
        }
    }

    @Test
    void textsFromOutsideStayTexts() throws Exception {
        String hostile = "$(id) `id` \"' <w:p/> &amp; | \u202e \u0000 ]]> \n end";
        Package docx = written(new Heading(2, "a", hostile), new Paragraph(hostile), new Items(true, List.of(hostile)));
        assertEquals(4, docx.all(DOCUMENT, "t").stream().filter(text -> text.getTextContent().contains("<w:p/> &amp;")).count(),
                "heading, its line in the contents, paragraph and item");
    }
}
