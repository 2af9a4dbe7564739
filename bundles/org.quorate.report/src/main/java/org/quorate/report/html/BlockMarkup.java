// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.text.UnbrokenFigures;

/** Writes the blocks of a document as elements, the same for a screen and for paper but for the figures. */
final class BlockMarkup {

    /** Writes a figure in the way of one kind of page. */
    @FunctionalInterface
    interface Figures {
        void write(Markup page, Figure figure);
    }

    private final Figures figures;
    private final int beside;

    /**
     * @param figures writes each
     * @param beside  most narrow figures in one row
     */
    BlockMarkup(Figures figures, int beside) {
        this.figures = figures;
        this.beside = beside;
    }

    void write(Markup page, List<Block> blocks) {
        int i = 0;
        while (i < blocks.size()) {
            int end = i;
            while (end < blocks.size() && end - i < beside && narrow(blocks.get(end))) {
                end++;
            }
            if (end > i) {
                page.open("div", "class", "beside").newLine();
                blocks.subList(i, end).forEach(block -> figures.write(page, (Figure) block));
                page.closeLine();
                i = end;
            } else {
                block(page, blocks.get(i++));
            }
        }
    }

    static boolean narrow(Block block) {
        return block instanceof Figure figure && figure.width() == Figure.Width.HALF;
    }

    private void block(Markup page, Block block) {
        if (block instanceof Heading heading) {
            page.element(heading.level() == 2 ? "h2" : "h3", heading.text(), "id", heading.id()).newLine();
        } else if (block instanceof Paragraph paragraph) {
            page.element("p", UnbrokenFigures.in(paragraph.text())).newLine();
        } else if (block instanceof Table table) {
            HtmlTable.write(page, table);
        } else if (block instanceof Figure figure) {
            figures.write(page, figure);
        } else if (block instanceof KeyValues keyValues) {
            keyValues(page, keyValues, "settings");
        } else if (block instanceof Notice notice) {
            notice(page, notice);
        } else if (block instanceof Code code) {
            page.element("p", code.title(), "class", "code-title").newLine();
            page.open("pre").element("code", code.text()).closeLine();
        }
    }

    static void keyValues(Markup page, KeyValues keyValues, String style) {
        page.open("dl", "class", style).newLine();
        for (KeyValues.Entry entry : keyValues.entries()) {
            page.open("div").element("dt", entry.key()).element("dd", UnbrokenFigures.in(entry.value())).closeLine();
        }
        page.closeLine();
    }

    private static void notice(Markup page, Notice notice) {
        String kind = switch (notice.kind()) {
            case VERDICT -> "verdict";
            case NOTE -> "note";
            case WARNING -> "warning";
            case DANGER -> "danger";
        };
        page.open("div", "class", "notice " + kind, "role", notice.kind() == Notice.Kind.DANGER ? "alert" : "note");
        page.element("p", UnbrokenFigures.in(notice.title()), "class", "title");
        if (!notice.text().isEmpty()) {
            page.element("p", UnbrokenFigures.in(notice.text()));
        }
        page.closeLine();
    }
}
