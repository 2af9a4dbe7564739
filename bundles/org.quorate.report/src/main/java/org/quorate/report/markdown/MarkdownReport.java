// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.markdown;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Logo;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.VisibleText;

/**
 * Renders a document as Markdown with tables (GitHub Flavored Markdown, section 4.10). Charts are SVG files beside it, the logo is one
 * too. All text is escaped: none of it becomes markup. The same document gives the same characters. Thread-safe.
 */
public final class MarkdownReport {

    /** What is markup somewhere inside a line (CommonMark, section 6; the bar ends a cell, the tilde strikes out, GitHub has sums between dollars). */
    private static final String SPECIAL = "\\`*_[]<>|~&$";
    /**
     * Where addresses are joined that become links by themselves (GitHub Flavored Markdown, section 6.9). Most programs look for them when escapes
     * are gone already, so that only something in between keeps the parts from being one.
     */
    private static final Pattern ADDRESS = Pattern.compile("(?=://)|(?<=(?i:www))(?=\\.)|(?<=[^\\s@])(?=@[^\\s@])");
    private static final String BETWEEN = "<!-- -->";
    /** Of bytes in an address, those that stand for themselves (RFC 3986, section 2.3), and what parts folders. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~/-]");
    private static final int CHART_WIDTH = 900;
    private static final String LOGO = "logo";
    /** Of charts, whose ids are lower-case letters, digits and hyphens, and of the logo. */
    private static final Pattern NAMES = Pattern.compile("chart-[a-z][a-z0-9-]*\\.svg|" + LOGO + "\\.(png|jpg)");

    private final String folder;

    /**
     * @param folder of charts and logo, as the page names it: relative, any characters
     */
    public MarkdownReport(String folder) {
        this.folder = folder;
    }

    /** What stands in the folder, by name, in the order of the document. */
    public static Map<String, byte[]> files(ReportDocument document, ChartPainter painter) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        document.brand().logo().ifPresent(logo -> files.put(fileName(logo), logo.bytes()));
        for (Block block : document.blocks()) {
            if (block instanceof Figure figure) {
                ChartSpec chart = figure.chart();
                files.put(fileName(chart), painter.svg(chart, CHART_WIDTH, painter.heightFor(chart, CHART_WIDTH), Palette.LIGHT)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** True of each name that {@link #files} gives to a file of any document, and of few others. */
    public static boolean mayName(String file) {
        return NAMES.matcher(file).matches();
    }

    private static String fileName(ChartSpec chart) {
        return "chart-" + chart.id() + ".svg";
    }

    private static String fileName(Logo logo) {
        return LOGO + switch (logo.kind()) {
            case PNG -> ".png";
            case JPEG -> ".jpg";
        };
    }

    /** The page, to be stored as UTF-8. */
    public String render(ReportDocument document) {
        FixedWords words = FixedWords.in(document.language());
        StringBuilder page = new StringBuilder();
        document.brand().logo().ifPresent(logo -> page.append(picture(logo.description(), fileName(logo))));
        page.append("# ").append(heading(document.title())).append("\n\n");
        if (!document.subtitle().isEmpty()) {
            page.append('*').append(escaped(document.subtitle()).strip()).append("*\n\n");
        }
        page.append(keyValues(document.about()));
        List<Heading> chapters = document.blocks().stream().filter(Heading.class::isInstance).map(Heading.class::cast)
                .filter(heading -> heading.level() == 2).toList();
        if (!chapters.isEmpty()) {
            page.append("**").append(words.contents()).append("**\n\n");
            chapters.forEach(chapter -> page.append("- [").append(bracketed(chapter.text())).append("](#").append(chapter.id()).append(")\n"));
            page.append('\n');
        }
        boolean list = !chapters.isEmpty();
        boolean other = false;
        for (Block block : document.blocks()) {
            list &= block instanceof Items || block instanceof PageBreak;
            other = list && block instanceof Items != other;
            page.append(block instanceof Items items ? items(items, other) : block(block, words));
            list |= block instanceof Items;
        }
        return page.toString();
    }

    private String block(Block block, FixedWords words) {
        if (block instanceof Heading heading) {
            // The anchor is where links lead, whatever a reader makes of the words.
            return "<a id=\"" + heading.id() + "\"></a>\n\n" + "#".repeat(heading.level()) + " " + heading(heading.text()) + "\n\n";
        } else if (block instanceof Paragraph paragraph) {
            return paragraph(paragraph.text());
        } else if (block instanceof Table table) {
            return table(table);
        } else if (block instanceof Figure figure) {
            String caption = figure.caption().isEmpty() ? "" : paragraph(figure.caption());
            return strong(figure.chart().title()) + "\n\n" + caption + picture(figure.chart().description(), fileName(figure.chart()));
        } else if (block instanceof KeyValues keyValues) {
            return keyValues(keyValues);
        } else if (block instanceof Notice notice) {
            return notice(notice, words);
        } else if (block instanceof PageBreak) {
            return "";
        }
        return code((Code) block);
    }

    private String picture(String description, String file) {
        return "![" + bracketed(description) + "](" + address(folder + "/" + file) + ")\n\n";
    }

    /** Any name of a folder, as the path of an address (RFC 3986, section 2.1). */
    private static String address(String path) {
        StringBuilder address = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            String character = Character.toString((char) (each & 0xFF));
            address.append(PLAIN.matcher(character).matches() ? character : String.format(Locale.ROOT, "%%%02X", each));
        }
        return address.toString();
    }

    private static String paragraph(String text) {
        return started(escaped(text)) + "\n\n";
    }

    /** @param other than the list right above, of which it would be part with the same marks */
    private static String items(Items items, boolean other) {
        String mark = items.ordered() ? other ? ") " : ". " : other ? "* " : "- ";
        return IntStream.range(0, items.texts().size()).mapToObj(i -> (items.ordered() ? i + 1 : "") + mark + started(escaped(items.texts().get(i))))
                .collect(Collectors.joining("\n", "", "\n\n"));
    }

    private static String notice(Notice notice, FixedWords words) {
        String text = notice.text().isEmpty() ? "" : ">\n> " + started(escaped(notice.text())) + "\n";
        return "> " + strong(words.titled(notice)) + "\n" + text + "\n";
    }

    /** A fence that the text does not have. */
    private static String code(Code code) {
        String text = VisibleText.lines(code.text());
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return strong(code.title()) + "\n\n" + fence + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n\n";
    }

    private static String keyValues(KeyValues keyValues) {
        return keyValues.entries().isEmpty() ? "" : "| | |\n|---|---|\n" + keyValues.entries().stream()
                .map(entry -> line(List.of(escaped(entry.key()), escaped(entry.value())))).collect(Collectors.joining()) + "\n";
    }

    private static String table(Table table) {
        StringBuilder text = new StringBuilder(strong(table.title())).append("\n\n");
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
        return Stream.concat(Stream.of(strong(group.title())), Stream.generate(() -> "").limit(columns - 1L)).toList();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** In bold; of nothing, nothing. */
    private static String strong(String text) {
        String words = escaped(text).strip();
        return words.isEmpty() ? "" : "**" + words + "**";
    }

    /** A heading may end in number signs, which are no part of it otherwise. */
    private static String heading(String text) {
        String words = escaped(text).strip();
        return words.endsWith("#") ? words.substring(0, words.length() - 1) + "\\#" : words;
    }

    /** On one line, with nothing that is markup inside a line. */
    private static String escaped(String text) {
        return ADDRESS.splitAsStream(text).map(MarkdownReport::bracketed).collect(Collectors.joining(BETWEEN));
    }

    /** The same inside the text of a link or a picture, where addresses are no links. */
    private static String bracketed(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        VisibleText.line(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** A line that does not begin as a list, a heading or a rule. */
    private static String started(String text) {
        String line = text.strip();
        int number = 0;
        while (number < line.length() && line.charAt(number) >= '0' && line.charAt(number) <= '9') {
            number++;
        }
        boolean list = number > 0 && number < line.length() && ".)".indexOf(line.charAt(number)) >= 0;
        boolean mark = !line.isEmpty() && "#+-=".indexOf(line.charAt(0)) >= 0;
        return mark ? "\\" + line : list ? line.substring(0, number) + "\\" + line.substring(number) : line;
    }
}
