// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import java.util.function.BiConsumer;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.text.UnbrokenFigures;

/** Writes the blocks of a document as elements, the same for a screen and for paper but for figures and tables. */
final class BlockMarkup {

    private final BiConsumer<Markup, Figure> figures;
    private final BiConsumer<Markup, Table> tables;
    private final BiConsumer<Markup, KeyValues> settings;
    private final FixedWords words;

    /**
     * @param figures  writes each figure
     * @param tables   writes each table
     * @param settings writes settings with their values
     * @param words    of the language of the document
     */
    BlockMarkup(BiConsumer<Markup, Figure> figures, BiConsumer<Markup, Table> tables, BiConsumer<Markup, KeyValues> settings, FixedWords words) {
        this.figures = figures;
        this.tables = tables;
        this.settings = settings;
        this.words = words;
    }

    /** How many narrow figures follow one another from that block on, but not more than {@code most}. */
    static int beside(List<Block> blocks, int from, int most) {
        int end = from;
        while (end < blocks.size() && end - from < most && narrow(blocks.get(end))) {
            end++;
        }
        return end - from;
    }

    /** Narrow figures in a row. */
    void row(Markup page, List<Block> narrow) {
        page.open("div", "class", "beside").newLine();
        narrow.forEach(block -> figures.accept(page, (Figure) block));
        page.closeLine();
    }

    static boolean narrow(Block block) {
        return block instanceof Figure figure && figure.width() == Figure.Width.HALF;
    }

    /** One block; of a {@link PageBreak} nothing is seen here: where pages begin is a matter of the page. */
    void block(Markup page, Block block) {
        if (block instanceof Heading heading) {
            // The words are where links lead: on paper the room above them may be on the page before.
            page.open(heading.level() == 2 ? "h2" : "h3").element("span", heading.text(), "id", heading.id()).closeLine();
        } else if (block instanceof Paragraph paragraph) {
            page.element("p", UnbrokenFigures.in(paragraph.text())).newLine();
        } else if (block instanceof Table table) {
            tables.accept(page, table);
        } else if (block instanceof Figure figure) {
            figures.accept(page, figure);
        } else if (block instanceof KeyValues keyValues) {
            settings.accept(page, keyValues);
        } else if (block instanceof Notice notice) {
            notice(page, notice);
        } else if (block instanceof Code code) {
            page.element("p", code.title(), "class", "code-title").newLine();
            page.open("pre").element("code", code.text()).closeLine();
        } else if (block instanceof Items items) {
            page.open(items.ordered() ? "ol" : "ul", "class", "items").newLine();
            items.texts().forEach(text -> page.element("li", UnbrokenFigures.in(text)).newLine());
            page.closeLine();
        }
    }

    private void notice(Markup page, Notice notice) {
        String kind = switch (notice.kind()) {
            case VERDICT -> "verdict";
            case NOTE -> "note";
            case WARNING -> "warning";
            case DANGER -> "danger";
        };
        page.open("div", "class", "notice " + kind, "role", notice.kind() == Notice.Kind.DANGER ? "alert" : "note");
        page.open("p", "class", "title");
        String lead = words.lead(notice.kind());
        if (!lead.isEmpty()) {
            page.element("span", lead, "class", "lead").text(" ");
        }
        page.text(UnbrokenFigures.in(notice.title())).close();
        if (!notice.text().isEmpty()) {
            page.element("p", UnbrokenFigures.in(notice.text()));
        }
        page.closeLine();
    }
}
