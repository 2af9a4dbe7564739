// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing.template;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;
import org.quorate.report.document.Block;

/**
 * A text of the consultant's, written in Markdown (CommonMark with tables): the headings {@code #} and {@code ##}, paragraphs, lists, tables,
 * code, and quotes, which become notes. Emphasis becomes plain text, a link its text and address. What a report cannot show the same in
 * every form is a problem: HTML, pictures, deeper headings, rules, lists within lists. Immutable.
 *
 * @param blocks   as a report has them, the first a heading of level 2; empty if there are problems
 * @param problems all that is wrong, in the order of the text
 */
public record OwnText(List<Block> blocks, List<Problem> problems) {

    /** Far beyond any text between two chapters. */
    public static final int MOST_BYTES = 256 << 10;

    private static final int MOST_PROBLEMS = 100;
    /** The library looks at all lines of a paragraph for each of them, whether a table begins there. */
    private static final int MOST_LINES_TOGETHER = 2000;

    public OwnText {
        blocks = List.copyOf(blocks);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a text. Never throws for what stands in it.
     *
     * @param fileName for messages, without control characters
     * @param markdown at most {@value #MOST_BYTES} characters
     */
    public static OwnText read(String fileName, String markdown) {
        if (markdown.length() > MOST_BYTES) {
            throw new IllegalArgumentException("too long: " + markdown.length());
        }
        OptionalInt endless = tooLong(markdown);
        if (endless.isPresent()) {
            return new OwnText(List.of(), List.of(new Problem(Severity.ERROR, fileName, endless.getAsInt(), 1, "",
                    "more than " + MOST_LINES_TOGETHER + " lines without an empty one", "paragraphs with empty lines between them")));
        }
        Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
                .customInlineContentParserFactory(new AngleBracket.Factory()).includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
        List<Problem> problems = new ArrayList<>();
        MarkdownBlocks reader = new MarkdownBlocks((line, message, allowed) -> {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(Severity.ERROR, fileName, line, 1, "", message, allowed));
            }
        });
        // A mark of the byte order belongs to the file and not to its text.
        Node document = parser.parse(markdown.startsWith("\ufeff") ? markdown.substring(1) : markdown);
        List<Block> blocks = reader.read(document);
        return new OwnText(problems.isEmpty() ? blocks : List.of(), problems);
    }

    /** The line at which too many stand together. */
    private static OptionalInt tooLong(String markdown) {
        int line = 0;
        int together = 0;
        for (String text : (Iterable<String>) markdown.lines()::iterator) {
            line++;
            together = text.isBlank() ? 0 : together + 1;
            if (together > MOST_LINES_TOGETHER) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }
}
