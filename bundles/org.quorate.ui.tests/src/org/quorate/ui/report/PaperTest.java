// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.docx.DocxReport;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.pdf.PdfReport;

/**
 * Reports on paper inside the desktop. What writes them are libraries that look for their schemas, fonts and services through
 * class loaders, and in the desktop each bundle has one of its own.
 */
class PaperTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final ReportDocument REPORT = new ReportDocument("Which one", "of two", KeyValues.of("Customer", "Nobody"),
            List.of(new Heading(2, "rates", "Rates"), new Notice(Notice.Kind.NOTE, "Small", "but a report"),
                    new Items(true, List.of("first", "second")), new Table("Rates", List.of(new Column("", Align.TEXT),
                            new Column("Rate", Align.NUMBER)), List.of(new CellRow(List.of(new Cell.Text("one"),
                                    new Cell.Missing("saturated")))), "as simulated")));

    @Test
    void pdfIsTheSameFromAnyThread() {
        byte[] pdf = inEveryWay(() -> new PdfReport(new ChartPainter()).render(REPORT, DAY));
        assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void docxIsTheSameFromAnyThread() throws IOException {
        byte[] docx = inEveryWay(() -> new DocxReport(new ChartPainter()).render(REPORT, DAY));
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertTrue(names.containsAll(List.of("word/document.xml", "word/styles.xml", "word/footer1.xml", "docProps/core.xml")),
                names.toString());
    }

    /** As it comes, without a class loader of the thread, and with that of the JDK; nothing is printed. */
    private static byte[] inEveryWay(Supplier<byte[]> report) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            byte[] first = report.get();
            assertArrayEquals(first, in(null, report));
            assertArrayEquals(first, in(ClassLoader.getPlatformClassLoader(), report));
            assertEquals("", printed.toString(StandardCharsets.UTF_8));
            return first;
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static byte[] in(ClassLoader loader, Supplier<byte[]> report) {
        CompletableFuture<byte[]> made = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                made.complete(report.get());
            } catch (RuntimeException | LinkageError e) {
                made.completeExceptionally(e);
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        return made.join();
    }
}
