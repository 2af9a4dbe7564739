// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import java.util.Locale;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
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
    /** Of a chart with its title and a caption of some lines, so that it has a page at most. */
    private static final double HIGHEST_MILLIMETRES = 215;
    /** A longer paragraph may stand at the end of a page without the figure that it leads to. */
    private static final int LEAD = 600;
    /** Lines of something to copy that is worth a new page rather than a break. */
    private static final int SHORT_CODE = 25;

    private final ChartPainter painter;

    /** Asks that painter for heights of charts and widths of words. */
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
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", document.language().tag()).newLine();
        PrintedFront.write(page, document);
        if (!document.blocks().isEmpty()) {
            page.open("div", "class", "chapters").newLine();
            new Flow(page, document).write();
            page.closeLine();
        }
        page.closeLine().closeLine();
        return page.finished();
    }

    /** The blocks of one document. */
    private final class Flow {

        private final Markup page;
        private final List<Block> blocks;
        private final BlockMarkup markup;
        /** Nothing stands on paper yet. */
        private boolean fresh = true;
        /** What was written last lies across the page: anything else begins a new one by itself. */
        private boolean sideways;
        /** A new page is wanted as soon as something is to stand on it. */
        private boolean turn;

        Flow(Markup page, ReportDocument document) {
            this.page = page;
            this.blocks = document.blocks();
            this.markup = new BlockMarkup(PrintedPage.this::figure,
                    (to, table) -> PrintedTable.write(to, table, ColumnWidths.of(table, painter), painter), PrintedTable::settings, FixedWords.in(document.language()));
        }

        void write() {
            int i = 0;
            while (i < blocks.size()) {
                if (blocks.get(i) instanceof PageBreak) {
                    turn = !fresh;
                    i++;
                } else {
                    i = content(i);
                }
            }
        }

        /** Writes what begins with that block; returns what follows. */
        private int content(int from) {
            int table = from;
            while (table < blocks.size() && blocks.get(table) instanceof Heading) {
                table++;
            }
            boolean across = table < blocks.size() && blocks.get(table) instanceof Table wide && ColumnWidths.of(wide, painter).across();
            if (across) {
                page.open("div", "class", "across").newLine();
            }
            if (turn && across == sideways) {
                page.open("div", "class", "page-break").closeLine();
            }
            turn = false;
            fresh = false;
            sideways = across;
            if (across) {
                blocks.subList(from, table + 1).forEach(block -> markup.block(page, block));
                page.closeLine();
                return table + 1;
            }
            return upright(from);
        }

        private int upright(int from) {
            int beside = BlockMarkup.beside(blocks, from, 2);
            if (beside > 0) {
                markup.row(page, blocks.subList(from, from + beside));
                return from + beside;
            }
            boolean kept = leads(from) || blocks.get(from) instanceof Code code && code.text().lines().count() <= SHORT_CODE;
            if (kept) {
                page.open("div", "class", leads(from) ? "lead" : "whole").newLine();
            }
            markup.block(page, blocks.get(from));
            if (kept) {
                page.closeLine();
            }
            return from + 1;
        }

        /** A short text between a heading and what it is about. */
        private boolean leads(int at) {
            return at > 0 && at + 1 < blocks.size() && blocks.get(at) instanceof Paragraph paragraph && paragraph.text().length() <= LEAD
                    && blocks.get(at - 1) instanceof Heading && (blocks.get(at + 1) instanceof Figure || blocks.get(at + 1) instanceof Table);
        }
    }

    private void figure(Markup page, Figure figure) {
        boolean narrow = BlockMarkup.narrow(figure);
        int width = width(figure);
        double across = ColumnWidths.PAGE * width / FULL_WIDTH;
        double high = across * painter.heightOf(figure.chart(), width) / width;
        double scale = Math.min(1, HIGHEST_MILLIMETRES / high);
        page.open("div", "id", figure.chart().id(), "class", narrow ? "figure narrow" : "figure wide").newLine();
        page.element("p", figure.chart().title(), "class", "figure-title").newLine();
        if (!figure.caption().isEmpty()) {
            page.element("p", figure.caption(), "class", "figure-caption").newLine();
        }
        page.open("object", "type", CHART_TYPE, "data", figure.chart().id(), "alt", figure.chart().description(), "title",
                figure.chart().description(), "style",
                String.format(Locale.ROOT, "width:%.3fmm;height:%.3fmm", across * scale, high * scale)).closeLine();
        page.closeLine();
    }
}
