// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF as a reader has it.
 *
 * @param pdf   open
 * @param pages what is on each
 */
record Paper(PDDocument pdf, List<Sheet> pages) implements AutoCloseable {

    /** The line below each page begins less than this above its lower edge: 20 mm. */
    private static final double FOOT = 57;

    /**
     * A page.
     *
     * @param width  in points
     * @param height in points
     * @param words  in the order of the file, without the line below
     * @param charts how many drawings and pictures there are
     */
    record Sheet(double width, double height, List<TextPosition> words, int charts) {

        /** Everything but spaces. */
        String text() {
            StringBuilder text = new StringBuilder();
            words.forEach(word -> text.append(squeezed(word.getUnicode())));
            return text.toString();
        }

        /** The lowest line, without spaces. */
        String lastLine() {
            double lowest = words.stream().mapToDouble(TextPosition::getYDirAdj).max().orElse(0);
            StringBuilder text = new StringBuilder();
            words.stream().filter(word -> word.getYDirAdj() > lowest - 1).forEach(word -> text.append(squeezed(word.getUnicode())));
            return text.toString();
        }
    }

    static Paper read(byte[] file) throws IOException {
        PDDocument pdf = Loader.loadPDF(file);
        List<Sheet> pages = new ArrayList<>();
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            PDPage page = pdf.getPage(i);
            double height = page.getMediaBox().getHeight();
            List<TextPosition> words = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition word) {
                    if (word.getYDirAdj() < height - FOOT + word.getHeightDir()) {
                        words.add(word);
                    }
                }
            };
            stripper.setStartPage(i + 1);
            stripper.setEndPage(i + 1);
            stripper.getText(pdf);
            int charts = 0;
            for (COSName name : page.getResources().getXObjectNames()) {
                charts++;
            }
            pages.add(new Sheet(page.getMediaBox().getWidth(), height, words, charts));
        }
        return new Paper(pdf, pages);
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u200b]+", "");
    }

    /** All fonts, those of charts too. */
    List<PDFont> fonts() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            add(fonts, page.getResources());
        }
        return fonts;
    }

    private static void add(List<PDFont> fonts, PDResources resources) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                add(fonts, form.getResources());
            }
        }
    }

    /** Titles of bookmarks, sections with an indent, each with the page that it leads to, from 1. */
    List<String> bookmarks() throws IOException {
        List<String> titles = new ArrayList<>();
        if (pdf.getDocumentCatalog().getDocumentOutline() != null) {
            for (PDOutlineItem chapter : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(title(chapter));
                for (PDOutlineItem section : chapter.children()) {
                    titles.add("  " + title(section));
                }
            }
        }
        return titles;
    }

    private String title(PDOutlineItem item) throws IOException {
        return item.getTitle() + " " + (pdf.getPages().indexOf(item.findDestinationPage(pdf)) + 1);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
