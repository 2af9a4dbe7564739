// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Documents;
import org.quorate.report.Reports;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.draw.ReportFonts;
import org.quorate.report.text.VisibleText;

/** What a reader other than the program finds in its files, page by page. */
class PdfReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    /** 18 mm in points, less a hair. */
    private static final double MARGIN = 50.5;
    private static final Map<String, byte[]> FILES = new HashMap<>();
    private static Map<String, ReportDocument> documents;
    private static Font font;

    @BeforeAll
    static void documents() throws Exception {
        documents = Documents.all();
        font = Font.createFont(Font.TRUETYPE_FONT, ReportFonts.open(ReportFonts.REGULAR));
    }

    static Set<String> names() throws IOException {
        return Documents.all().keySet();
    }

    private static byte[] file(String name) {
        return FILES.computeIfAbsent(name, PdfReportTest::rendered);
    }

    private static byte[] rendered(String name) {
        return new PdfReport(new ChartPainter()).render(documents.get(name), DAY);
    }

    /** As it is printed: without spaces, and with a square for what the font has no glyph for. */
    private static String printed(String text) {
        return Paper.squeezed(VisibleText.lines(text)).codePoints().mapToObj(c -> font.canDisplay(c) ? Character.toString(c) : "\u25a1").collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everythingIsThereInOrder(String name) throws IOException {
        ReportDocument document = documents.get(name);
        try (Paper paper = Paper.read(file(name))) {
            String all = paper.pages().stream().map(Paper.Sheet::text).collect(Collectors.joining());
            int at = 0;
            for (Block block : document.blocks()) {
                // Lines of neighbouring columns take turns, so that the words of a table stand in no simple order.
                List<String> texts = block instanceof Table table ? List.of(table.title(), table.note()) : words(block);
                for (String text : texts) {
                    int found = all.indexOf(printed(text), at);
                    assertTrue(found >= 0, "after " + at + ": " + text);
                    at = found;
                }
            }
            int charts = paper.pages().stream().mapToInt(Paper.Sheet::charts).sum();
            long expected = document.blocks().stream().filter(Figure.class::isInstance).count() + (document.brand().logo().isPresent() ? 1 : 0);
            assertEquals(expected, charts);
        }
    }

    private static List<String> words(Block block) {
        if (block instanceof KeyValues settings) {
            return settings.entries().stream().map(KeyValues.Entry::value).toList();
        }
        List<String> texts = new ArrayList<>(Reports.texts(new ReportDocument("t", "", new KeyValues(List.of()), List.of(block))));
        texts.remove(0);
        return texts;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFigureOfATableIsWholeAndInsideThePage(String name) throws IOException {
        try (Paper paper = Paper.read(file(name))) {
            String all = paper.pages().stream().map(Paper.Sheet::text).collect(Collectors.joining());
            for (Block block : documents.get(name).blocks()) {
                // A table of thirty columns has no room for whole figures.
                if (block instanceof Table table && table.columns().size() < 30) {
                    table.rows().stream().filter(Table.CellRow.class::isInstance).flatMap(row -> ((Table.CellRow) row).cells().stream())
                            .filter(Cell.Amount.class::isInstance)
                            .map(cell -> ((Cell.Amount) cell).quantity().text())
                            .forEach(figure -> assertTrue(all.contains(printed(figure)), figure));
                }
            }
            for (Paper.Sheet page : paper.pages()) {
                // What is turned, along the axis of a chart, is measured from another side.
                for (TextPosition word : page.words().stream().filter(word -> word.getDir() == 0).toList()) {
                    assertTrue(word.getXDirAdj() >= MARGIN - 1 && word.getXDirAdj() + word.getWidthDirAdj() <= page.width() - MARGIN + 1,
                            word.getUnicode() + " at " + word.getXDirAdj());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPageIsEmptyAndNoHeadingStandsAlone(String name) throws IOException {
        Set<String> headings = documents.get(name).blocks().stream().filter(Heading.class::isInstance)
                .map(heading -> printed(((Heading) heading).text())).collect(Collectors.toSet());
        Set<String> tables = documents.get(name).blocks().stream().filter(Table.class::isInstance)
                .map(table -> printed(((Table) table).title())).collect(Collectors.toSet());
        try (Paper paper = Paper.read(file(name))) {
            for (Paper.Sheet page : paper.pages().subList(Math.min(2, paper.pages().size()), paper.pages().size())) {
                assertTrue(page.charts() > 0 || !page.text().isBlank());
                assertFalse(page.charts() == 0 && (headings.contains(page.lastLine()) || tables.contains(page.lastLine())), page.lastLine());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void bookmarksLeadToTheirHeadings(String name) throws IOException {
        List<Heading> headings = documents.get(name).blocks().stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
        try (Paper paper = Paper.read(file(name))) {
            List<String> bookmarks = paper.bookmarks();
            assertEquals(headings.size(), bookmarks.size());
            for (int i = 0; i < headings.size(); i++) {
                String bookmark = bookmarks.get(i);
                assertEquals(headings.get(i).level() == 3, bookmark.startsWith("  "));
                int page = Integer.parseInt(bookmark.substring(bookmark.lastIndexOf(' ') + 1));
                assertTrue(paper.pages().get(page - 1).text().contains(printed(headings.get(i).text())), bookmark);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void allFontsAreInsideAndAreOurs(String name) throws IOException {
        try (Paper paper = Paper.read(file(name))) {
            for (PDFont each : paper.fonts()) {
                assertTrue(each.isEmbedded() && each.getName().matches("[A-Z]{6}\\+Liberation(Sans|Sans-Bold|Mono)"), each.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameGivesTheSameBytes(String name) {
        assertArrayEquals(file(name), rendered(name));
    }

    @Test
    void aPageBreakBetweenTablesThatLieAcrossThePageIsOne() throws IOException {
        assertEquals(pages(List.of(new PageBreak())) , 1 + pages(List.of()));
        assertEquals(pages(List.of(new Paragraph("upright"))), pages(List.of(new PageBreak(), new Paragraph("upright"), new PageBreak())));
    }

    /** With that between two short tables that lie across the page. */
    private static int pages(List<Block> between) throws IOException {
        List<Block> blocks = new ArrayList<>(List.of(Documents.table("Wide", 12, 3, 0)));
        blocks.addAll(between);
        blocks.addAll(List.of(new Heading(2, "second", "Second"), Documents.table("Wide, too", 12, 3, 0)));
        ReportDocument document = new ReportDocument("Pages", "", new KeyValues(List.of()), blocks);
        try (Paper paper = Paper.read(new PdfReport(new ChartPainter()).render(document, DAY))) {
            return paper.pages().size();
        }
    }

    @Test
    void itSaysWhatItIs() throws IOException {
        try (Paper paper = Paper.read(file("everything"))) {
            PDDocumentInformation about = paper.pdf().getDocumentInformation();
            assertEquals("Größenplanung für Beispiel & Söhne", about.getTitle());
            assertEquals("Ada Lovelace", about.getAuthor());
            assertEquals("Ein Bericht über alles", about.getSubject());
            assertEquals("2026-11-28T00:00:00Z", about.getCreationDate().toInstant().toString());
            assertEquals("de", paper.pdf().getDocumentCatalog().getLanguage());
            String cover = paper.pages().get(0).text();
            Stream.of("Kunde", "Beispiel&Söhne", "Projekt", "Verfasser", "2026-11-28", "1.2").forEach(text -> assertTrue(cover.contains(text), text));
            assertTrue(paper.pages().get(1).text().startsWith("Inhalt"));
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertTrue(Paper.squeezed(stripper.getText(paper.pdf())).contains("Seite3von" + paper.pages().size()));
        }
    }
}
