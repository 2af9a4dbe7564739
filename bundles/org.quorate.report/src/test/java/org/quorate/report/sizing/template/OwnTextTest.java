// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;

class OwnTextTest {

    private static List<Block> blocks(String markdown) {
        OwnText text = OwnText.read("a.md", markdown);
        assertEquals(List.of(), text.problems());
        return text.blocks();
    }

    @Test
    void aTextBecomesBlocksInItsOrder() {
        List<Block> blocks = blocks("""
                # The *task* of **all**

                Two lines of
                one < paragraph with `code`, a [link](https://example.net/a_b) and <https://example.net>.

                ## Part & \\<more>

                - one
                - two *and*
                  a half

                1. first
                2. second

                | Role | Hours |
                | --- | ---: |
                | Planning | 12 |
                | \\| pipe |

                ```sh
                echo "$(id)"
                ```

                > Mind this.
                >
                > And that.
                """);
        assertEquals(new Heading(2, "section-1", "The task of all"), blocks.get(0));
        assertEquals(new Paragraph("Two lines of one < paragraph with code, a link (https://example.net/a_b) and https://example.net."), blocks.get(1));
        assertEquals(new Heading(3, "section-2", "Part & <more>"), blocks.get(2));
        assertEquals(new Items(false, List.of("one", "two and a half")), blocks.get(3));
        assertEquals(new Items(true, List.of("first", "second")), blocks.get(4));
        Table table = (Table) blocks.get(5);
        assertEquals(List.of(new Table.Column("Role", Table.Align.TEXT), new Table.Column("Hours", Table.Align.NUMBER)), table.columns());
        assertEquals(List.of(new Table.CellRow(List.of(new Cell.Text("Planning"), new Cell.Text("12"))),
                new Table.CellRow(List.of(new Cell.Text("| pipe"), new Cell.Text("")))), table.rows());
        assertEquals(new Code("sh", "echo \"$(id)\""), blocks.get(6));
        assertEquals(new Notice(Notice.Kind.NOTE, "Mind this.", "And that."), blocks.get(7));
        assertEquals(8, blocks.size());
    }

    /** Text that only looks like something else stays as it is. */
    @Test
    void hostileWordsAreText() {
        assertEquals(new Paragraph("\u202eabc $(id) ${x} \"quoted\" 'too' &amp;x"), blocks("# T\n\n\u202eabc $(id) ${x} \"quoted\" 'too' &amp;amp;x").get(1));
        assertEquals(new Heading(2, "section-1", "T"), blocks("\ufeff# T").get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ask <info@example.com>.|Ask info@example.com.",
        "<a.b+c@x-y.example.org>|a.b+c@x-y.example.org",
        "See [](https://example.net/x).|See https://example.net/x.",
        "[](https://example.net/x)|https://example.net/x",
        "*[](https://example.net/x)* or [y](z)|https://example.net/x or y (z)"})
    void addressesAreTextWhateverStandsForThem(String markdown, String text) {
        assertEquals(new Paragraph(text), blocks("# T\n\n" + markdown).get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "No heading.|a.md:1:1: the text does not begin with its heading (allowed: a first line as in # About us)",
        "## Too deep|a.md:1:1: the text does not begin",
        "# T~~### Deeper|a.md:3:1: a heading of level 3 (allowed: # for a chapter and ## for a section)",
        "# T~~<script>alert(1)</script>|a.md:3:1: HTML is not shown in a report",
        "# T~~a~b <b>bold</b>|a.md:4:1: HTML is not shown in a report",
        "# T~~<a@-b>|a.md:3:1: HTML is not shown in a report",
        "# T~~<a@b|a.md:3:1: HTML is not shown in a report",
        "# T~~![x](file:///etc/passwd)|a.md:3:1: a picture is not shown in a text",
        "# T~~- ![x](y.png)|a.md:3:1: a picture is not shown in a text",
        "# T~~---|a.md:3:1: a rule is not shown in a report",
        "# T~~- a~  - b|a.md:4:1: a list item has something else than text in it (allowed: paragraphs of text)",
        "# T~~> - a|a.md:3:1: a quote has something else than text in it",
        "# T~~3. a|a.md:3:1: a numbered list begins with 3 (allowed: 1.)",
        "#|a.md:1:1: a heading says nothing",
        "|a.md:1:1: the text has no heading and says nothing"})
    void whatCannotBeShownIsToldWithItsLine(String markdown, String problem) {
        OwnText text = OwnText.read("a.md", markdown == null ? "" : markdown.replace('~', '\n'));
        assertTrue(text.problems().get(0).toString().startsWith(problem), text.problems().toString());
        assertEquals(List.of(), text.blocks());
    }

    /** Texts that make careless readers slow or overflow their stack. */
    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "[", "![", "*a **b ", "`", "|", "<", "<a", "<a:", "<a@b.", "a**", "[a](", "\\", "1. ", "_", "&", "  \t", "[a]: b\n", "> a\n", "| a\n"})
    void deepAndLongTextsAreReadInTime(String part) {
        String text = "# T\n\n" + part.repeat(OwnText.MOST_BYTES / part.length()).substring(0, OwnText.MOST_BYTES - 10);
        assertTimeout(Duration.ofSeconds(20), () -> assertFalse(OwnText.read("a.md", text) == null));
    }

    @Test
    void aWideTableIsRefused() {
        String wide = "|" + " a |".repeat(11);
        assertTrue(OwnText.read("a.md", "# T\n\n" + wide + "\n|" + "---|".repeat(11) + "\n").problems().get(0).message().contains("11 columns"));
    }
}
