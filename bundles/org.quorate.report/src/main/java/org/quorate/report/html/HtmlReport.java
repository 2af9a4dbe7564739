// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.PageBreak;
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
        page.trusted("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang",
                document.language().tag()).newLine();
        head(page, document);
        page.open("body").newLine();
        top(page, document);
        contents(page, document);
        page.open("main").newLine();
        blocks(page, document);
        page.closeLine();
        page.closeLine().closeLine();
        return page.finished();
    }

    private void blocks(Markup page, ReportDocument document) {
        BlockMarkup markup = new BlockMarkup(this::figure, HtmlTable::write,
                (to, settings) -> keyValues(to, settings, "settings"), FixedWords.in(document.language()));
        List<Block> blocks = document.blocks();
        int i = 0;
        while (i < blocks.size()) {
            int beside = BlockMarkup.beside(blocks, i, blocks.size());
            if (beside > 0) {
                markup.row(page, blocks.subList(i, i + beside));
            } else if (blocks.get(i) instanceof PageBreak) {
                page.open("div", "class", "page-break").closeLine();
            } else {
                markup.block(page, blocks.get(i));
            }
            i += Math.max(1, beside);
        }
    }

    private static void head(Markup page, ReportDocument document) {
        page.open("head").newLine();
        page.open("meta", "charset", "utf-8").newLine();
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'"
                + (document.brand().logo().isPresent() ? "; img-src data:" : "")).newLine();
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").newLine();
        page.open("meta", "name", "color-scheme", "content", "light dark").newLine();
        page.element("title", document.title()).newLine();
        if (!document.author().isEmpty()) {
            page.open("meta", "name", "author", "content", document.author()).newLine();
        }
        page.open("style").trusted("\n" + StyleSheet.css(document.brand())).closeLine();
        page.closeLine();
    }

    private static void top(Markup page, ReportDocument document) {
        page.open("header").newLine();
        document.brand().logo().ifPresent(logo -> {
            page.open("p", "class", "logo");
            LogoMarkup.write(page, logo, "width", Integer.toString(logo.width()), "height", Integer.toString(logo.height()));
            page.closeLine();
        });
        page.element("h1", document.title()).newLine();
        if (!document.subtitle().isEmpty()) {
            page.element("p", document.subtitle(), "class", "subtitle").newLine();
        }
        keyValues(page, document.about(), "about");
        page.closeLine();
    }

    private static void contents(Markup page, ReportDocument document) {
        page.open("nav", "aria-label", FixedWords.in(document.language()).contents()).open("ol").newLine();
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading && heading.level() == 2) {
                page.open("li").element("a", heading.text(), "href", "#" + heading.id()).closeLine();
            }
        }
        page.close().closeLine();
    }

    private static void keyValues(Markup page, KeyValues keyValues, String style) {
        page.open("dl", "class", style).newLine();
        for (KeyValues.Entry entry : keyValues.entries()) {
            page.open("div").element("dt", entry.key()).element("dd", UnbrokenFigures.in(entry.value())).closeLine();
        }
        page.closeLine();
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
