// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.VisibleText;

/** What a document says, piece by piece in reading order; what is inside pictures is left out. */
final class ReportedWords {

    private ReportedWords() {
    }

    static List<String> of(ReportDocument document) {
        List<String> pieces = new ArrayList<>(List.of(document.title(), document.subtitle()));
        pieces.addAll(of(document.about()).toList());
        document.blocks().stream().flatMap(ReportedWords::of).forEach(pieces::add);
        return pieces.stream().map(VisibleText::lines).map(ReportedWords::dense).filter(piece -> !piece.isEmpty()).toList();
    }

    /** Without white space, since programs differ in where they break lines, and without the dots before a number of a page. */
    static String dense(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", "").replaceAll("\\.{4,}", "");
    }

    private static Stream<String> of(Block block) {
        if (block instanceof Heading heading) {
            return Stream.of(heading.text());
        } else if (block instanceof Paragraph paragraph) {
            return Stream.of(paragraph.text());
        } else if (block instanceof Items items) {
            return items.texts().stream();
        } else if (block instanceof Notice notice) {
            return Stream.of(notice.title(), notice.text());
        } else if (block instanceof Code code) {
            return Stream.concat(Stream.of(code.title()), code.text().lines());
        } else if (block instanceof KeyValues settings) {
            return settings.entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
        } else if (block instanceof Figure figure) {
            return Stream.of(figure.chart().title(), figure.caption());
        }
        return block instanceof Table table ? of(table) : Stream.empty();
    }

    private static Stream<String> of(Table table) {
        Stream<String> titles = Stream.concat(Stream.of(table.title()), table.columns().stream().map(Table.Column::title));
        Stream<String> rows = table.rows().stream().flatMap(row -> row instanceof GroupRow group ? Stream.of(group.title())
                : ((CellRow) row).cells().stream().map(ReportedWords::of));
        return Stream.concat(Stream.concat(titles, rows), Stream.of(table.note()));
    }

    /** Renderings differ in how they set off a remark, so the figure stands for both. */
    private static String of(Cell cell) {
        return cell instanceof Cell.Amount amount ? amount.quantity().text() : cell.plain();
    }
}
