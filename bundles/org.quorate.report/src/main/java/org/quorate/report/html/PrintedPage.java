// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.Locale;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/**
 * A document as a page of XHTML to be laid out on paper: cover, contents with page numbers, bookmarks, chapters. It uses
 * what CSS 2.1 and paged media have, and leaves a place for each chart. The same document gives the same characters.
 * Thread-safe.
 */
public final class PrintedPage {

    /** Stands in the element of a chart, which has its id in {@code data}. */
    public static final String CHART_TYPE = "application/x-quorate-chart";

    /** Widths of charts in their own unit, so that their text of 12 has about the size of the text around them. */
    private static final int FULL_WIDTH = 720;
    private static final int HALF_WIDTH = 355;
    /** Of A4 less the margins of the style sheet, in millimetres. */
    private static final double FULL_MILLIMETRES = 174;

    private final ChartPainter painter;

    /** Asks that painter for heights of charts. */
    public PrintedPage(ChartPainter painter) {
        this.painter = painter;
    }

    /** How wide the chart of a figure is, in its own unit. */
    public static int width(Figure figure) {
        return BlockMarkup.narrow(figure) ? HALF_WIDTH : FULL_WIDTH;
    }

    /** The page. */
    public String render(ReportDocument document) {
        Markup page = new Markup();
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").newLine();
        head(page, document);
        page.open("body").newLine();
        footer(page, document);
        cover(page, document);
        contents(page, document);
        new BlockMarkup(this::figure, 2).write(page, document.blocks());
        page.closeLine().closeLine();
        return page.finished();
    }

    private static void head(Markup page, ReportDocument document) {
        page.open("head").newLine();
        page.element("title", document.title()).newLine();
        page.open("meta", "name", "description", "content", document.title() + ": " + document.subtitle()).newLine();
        page.open("meta", "name", "subject", "content", document.subtitle()).newLine();
        page.open("bookmarks").newLine();
        boolean inChapter = false;
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading) {
                if (heading.level() == 2 && inChapter) {
                    page.closeLine();
                }
                inChapter |= heading.level() == 2;
                page.open("bookmark", "name", heading.text(), "href", "#" + heading.id());
                if (heading.level() == 3) {
                    page.closeLine();
                }
            }
        }
        if (inChapter) {
            page.closeLine();
        }
        page.closeLine();
        page.open("style").trusted("\n" + StyleSheet.printed()).closeLine();
        page.closeLine();
    }

    private static void footer(Markup page, ReportDocument document) {
        page.open("div", "id", "footer").open("table").open("tr");
        page.element("td", document.title(), "class", "title");
        page.open("td", "class", "number").open("span", "class", "page").close().text(" / ").open("span", "class", "pages").close().close();
        page.close().close().closeLine();
    }

    private static void cover(Markup page, ReportDocument document) {
        page.open("div", "class", "cover").newLine();
        page.element("h1", document.title()).newLine();
        if (!document.subtitle().isEmpty()) {
            page.element("p", document.subtitle(), "class", "subtitle").newLine();
        }
        BlockMarkup.keyValues(page, document.about(), "about");
        page.closeLine();
    }

    private static void contents(Markup page, ReportDocument document) {
        page.open("div", "class", "contents").newLine();
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading && heading.level() == 2) {
                page.open("p").element("a", heading.text(), "href", "#" + heading.id(), "title", heading.text()).closeLine();
            }
        }
        page.closeLine();
    }

    private void figure(Markup page, Figure figure) {
        boolean narrow = BlockMarkup.narrow(figure);
        int width = width(figure);
        double millimetres = FULL_MILLIMETRES * width / FULL_WIDTH;
        page.open("div", "id", figure.chart().id(), "class", narrow ? "figure narrow" : "figure wide").newLine();
        page.element("p", figure.chart().title(), "class", "figure-title").newLine();
        if (!figure.caption().isEmpty()) {
            page.element("p", figure.caption(), "class", "figure-caption").newLine();
        }
        page.open("object", "type", CHART_TYPE, "data", figure.chart().id(), "alt", figure.chart().description(), "title",
                figure.chart().description(), "style", String.format(Locale.ROOT, "width:%.3fmm;height:%.3fmm", millimetres,
                        millimetres * painter.heightOf(figure.chart(), width) / width)).closeLine();
        page.closeLine();
    }
}
