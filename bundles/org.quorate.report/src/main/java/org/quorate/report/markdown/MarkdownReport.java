// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.VisibleText;

/**
 * Renders a document as Markdown with tables (GitHub Flavored Markdown, section 4.10). Charts are files beside it. All text
 * is escaped: none of it becomes markup. The same document gives the same characters. Thread-safe.
 */
public final class MarkdownReport {

    /** What CommonMark takes for markup somewhere (CommonMark, section 2.4, "Backslash escapes"). */
    private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&";
    /** Of those, what is nothing but itself inside a line. */
    private static final String HARMLESS = "+-.()!{}#";

    private final String charts;

    /**
     * @param charts folder of the charts, as the page names it: letters, digits, {@code . _ - /}
     */
    public MarkdownReport(String charts) {
        this.charts = charts;
    }

    /** The name of the file of a chart in that folder. */
    public static String fileName(ChartSpec chart) {
        return chart.id() + ".svg";
    }

    /** The page, to be stored as UTF-8. */
    public String render(ReportDocument document) {
        StringBuilder page = new StringBuilder("# ").append(escaped(document.title())).append("\n\n");
        if (!document.subtitle().isEmpty()) {
            page.append('*').append(escaped(document.subtitle())).append("*\n\n");
        }
        page.append(keyValues(document.about()));
        document.blocks().forEach(block -> page.append(block(block)));
        return page.toString();
    }

    private String block(Block block) {
        if (block instanceof Heading heading) {
            return "#".repeat(heading.level()) + " " + escaped(heading.text()) + "\n\n";
        } else if (block instanceof Paragraph paragraph) {
            return paragraph(paragraph.text());
        } else if (block instanceof Table table) {
            return table(table);
        } else if (block instanceof Figure figure) {
            String caption = figure.caption().isEmpty() ? "" : paragraph(figure.caption());
            return "**" + escaped(figure.chart().title()) + "**\n\n" + caption + "![" + escaped(figure.chart().description()) + "]("
                    + charts + "/" + fileName(figure.chart()) + ")\n\n";
        } else if (block instanceof KeyValues keyValues) {
            return keyValues(keyValues);
        } else if (block instanceof Notice notice) {
            return notice(notice);
        }
        return code((Code) block);
    }

    private static String paragraph(String text) {
        return started(escaped(text)) + "\n\n";
    }

    private static String notice(Notice notice) {
        String lead = switch (notice.kind()) {
            case VERDICT -> "";
            case NOTE -> "Note: ";
            case WARNING -> "Take care: ";
            case DANGER -> "Unsafe: ";
        };
        String text = notice.text().isEmpty() ? "" : ">\n> " + started(escaped(notice.text())) + "\n";
        return "> **" + escaped(lead + notice.title()) + "**\n" + text + "\n";
    }

    /** A fence that the text does not have. */
    private static String code(Code code) {
        String text = VisibleText.lines(code.text());
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return "**" + escaped(code.title()) + "**\n\n" + fence + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n\n";
    }

    private static String keyValues(KeyValues keyValues) {
        return "| | |\n|---|---|\n" + keyValues.entries().stream()
                .map(entry -> "| " + escaped(entry.key()) + " | " + escaped(entry.value()) + " |\n").collect(Collectors.joining()) + "\n";
    }

    private static String table(Table table) {
        StringBuilder text = new StringBuilder("**").append(escaped(table.title())).append("**\n\n");
        text.append(line(table.columns().stream().map(Column::title).map(MarkdownReport::escaped).toList()));
        text.append(line(table.columns().stream().map(column -> column.align() == Align.NUMBER ? "---:" : "---").toList()));
        for (Row row : table.rows()) {
            text.append(line(row instanceof GroupRow group ? group(group, table.columns().size())
                    : ((CellRow) row).cells().stream().map(Cell::plain).map(MarkdownReport::escaped).toList()));
        }
        text.append('\n');
        return table.note().isEmpty() ? text.toString() : text + paragraph(table.note());
    }

    private static List<String> group(GroupRow group, int columns) {
        return Stream.concat(Stream.of("**" + escaped(group.title()) + "**"),
                Stream.generate(() -> "").limit(columns - 1L)).toList();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** On one line, with nothing that is markup inside a line. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        VisibleText.line(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0 && HARMLESS.indexOf(c) < 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** A line that does not begin as a list, a heading or a rule. */
    private static String started(String line) {
        int number = 0;
        while (number < line.length() && Character.isDigit(line.charAt(number))) {
            number++;
        }
        boolean list = number > 0 && number < line.length() && ".)".indexOf(line.charAt(number)) >= 0;
        boolean mark = !line.isEmpty() && "#+-=".indexOf(line.charAt(0)) >= 0;
        return mark ? "\\" + line : list ? line.substring(0, number) + "\\" + line.substring(number) : line;
    }
}
