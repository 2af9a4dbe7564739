// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.UnbrokenFigures;

/**
 * Renders a document as one HTML page, well-formed as XML too. Style sheet and charts are inside; there is no script
 * and no reference to anything outside, and a content security policy forbids both. Light and dark follow the reader's
 * setting; on paper it is light. The same document gives the same characters. Thread-safe.
 */
public final class HtmlReport {

    private static final int HALF_WIDTH = 520;
    private static final int FULL_WIDTH = 1060;

    private final ChartPainter painter;

    /** Draws charts with that painter. */
    public HtmlReport(ChartPainter painter) {
        this.painter = painter;
    }

    /** The page, to be stored as UTF-8. */
    public String render(ReportDocument document) {
        Markup page = new Markup();
        page.trusted("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").newLine();
        head(page, document);
        page.open("body").newLine();
        top(page, document);
        contents(page, document);
        page.open("main").newLine();
        new BlockMarkup(this::figure, Integer.MAX_VALUE).write(page, document.blocks());
        page.closeLine();
        page.closeLine().closeLine();
        return page.finished();
    }

    private static void head(Markup page, ReportDocument document) {
        page.open("head").newLine();
        page.open("meta", "charset", "utf-8").newLine();
        page.open("meta", "http-equiv", "Content-Security-Policy", "content",
                "default-src 'none'; style-src 'unsafe-inline'").newLine();
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").newLine();
        page.open("meta", "name", "color-scheme", "content", "light dark").newLine();
        page.element("title", document.title()).newLine();
        page.open("style").trusted("\n" + StyleSheet.css()).closeLine();
        page.closeLine();
    }

    private static void top(Markup page, ReportDocument document) {
        page.open("header").newLine();
        page.element("h1", document.title()).newLine();
        if (!document.subtitle().isEmpty()) {
            page.element("p", document.subtitle(), "class", "subtitle").newLine();
        }
        BlockMarkup.keyValues(page, document.about(), "about");
        page.closeLine();
    }

    private static void contents(Markup page, ReportDocument document) {
        page.open("nav", "aria-label", "Contents").open("ol").newLine();
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading && heading.level() == 2) {
                page.open("li").element("a", heading.text(), "href", "#" + heading.id()).closeLine();
            }
        }
        page.close().closeLine();
    }

    private void figure(Markup page, Figure figure) {
        int width = BlockMarkup.narrow(figure) ? HALF_WIDTH : FULL_WIDTH;
        page.open("figure", "id", figure.chart().id(), "class", BlockMarkup.narrow(figure) ? "narrow" : "wide").newLine();
        page.open("figcaption").element("strong", figure.chart().title());
        if (!figure.caption().isEmpty()) {
            page.text(" ").element("span", figure.caption());
        }
        page.closeLine();
        page.open("div", "class", "chart", "role", "img", "aria-label", figure.chart().description())
                .trusted(painter.inlineSvg(figure.chart(), width)).closeLine();
        page.closeLine();
    }
}
