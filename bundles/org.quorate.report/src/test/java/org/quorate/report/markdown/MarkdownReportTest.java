// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.markdown;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Documents;
import org.quorate.report.Reports;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.VisibleText;

/** Pages as a parser of CommonMark with tables reads them. */
class MarkdownReportTest {

    static Set<String> names() throws IOException {
        return Documents.all().keySet();
    }

    /** What GitHub makes a link of, after everything else (GitHub Flavored Markdown, section 6.9). */
    private static final Pattern LINK = Pattern.compile("[a-z]://|www\\.|[\\w.+-]@\\w");

    /** What a parser finds. */
    private static final class Found extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();
        private final List<String> headings = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> anchors = new ArrayList<>();
        private final List<String> targets = new ArrayList<>();
        private final List<String> pictures = new ArrayList<>();
        private int tables;
        private int rows;
        private int items;
        private int lists;

        static Found in(String page) {
            Found found = new Found();
            Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(page).accept(found);
            return found;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
            assertFalse(LINK.matcher(node.getLiteral()).find(), node.getLiteral());
        }

        @Override
        public void visit(Heading node) {
            int before = text.length();
            visitChildren(node);
            headings.add(node.getLevel() + squeezed(text.substring(before)));
        }

        @Override
        public void visit(Code node) {
            throw new AssertionError("code inside a line: " + node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            codes.add(node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            if (!node.getLiteral().equals("<!-- -->")) {
                anchors.add(node.getLiteral());
            }
        }

        @Override
        public void visit(HtmlBlock node) {
            throw new AssertionError("markup: " + node.getLiteral());
        }

        @Override
        public void visit(Image node) {
            pictures.add(URLDecoder.decode(node.getDestination(), StandardCharsets.UTF_8));
        }

        @Override
        public void visit(Link node) {
            targets.add(node.getDestination());
        }

        @Override
        public void visit(ListItem node) {
            Node inside = node.getFirstChild() == null ? null : node.getFirstChild().getFirstChild();
            items += inside instanceof Link ? 0 : 1;
            lists += node.getPrevious() == null ? 1 : 0;
            visitChildren(node);
        }

        @Override
        public void visit(CustomBlock node) {
            tables += node instanceof TableBlock ? 1 : 0;
            visitChildren(node);
        }

        @Override
        public void visit(CustomNode node) {
            rows += node instanceof TableRow ? 1 : 0;
            visitChildren(node);
        }
    }

    private static String squeezed(String text) {
        // A remark behind a figure has brackets here and none in the list of texts.
        return VisibleText.line(text).replaceAll("[ ()]", "");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aParserFindsEverythingInOrderAndNothingElse(String name) throws IOException {
        ReportDocument document = Documents.all().get(name);
        Found found = Found.in(new MarkdownReport("my (charts) <1>").render(document));
        String all = squeezed(found.text.toString());
        int at = 0;
        List<String> codes = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof org.quorate.report.document.Code code) {
                String text = VisibleText.lines(code.text());
                codes.add(text.endsWith("\n") ? text : text + "\n");
                continue;
            }
            List<String> texts = Reports.texts(new ReportDocument("t", "", new KeyValues(List.of()), List.of(block)));
            for (String text : texts.subList(1, texts.size())) {
                int next = all.indexOf(squeezed(text), at);
                assertTrue(next >= 0, "after " + at + ": " + text);
                at = next;
            }
        }
        assertEquals(codes, found.codes);
        List<org.quorate.report.document.Heading> headings = only(document, org.quorate.report.document.Heading.class);
        List<String> expected = new ArrayList<>(List.of("1" + squeezed(document.title())));
        headings.forEach(heading -> expected.add(heading.level() + squeezed(heading.text())));
        assertEquals(expected, found.headings);
        List<String> anchors = new ArrayList<>();
        headings.forEach(heading -> anchors.addAll(List.of("<a id=\"" + heading.id() + "\">", "</a>")));
        assertEquals(anchors, found.anchors);
        assertEquals(headings.stream().filter(heading -> heading.level() == 2).map(heading -> "#" + heading.id()).toList(), found.targets);
        List<Table> tables = only(document, Table.class);
        List<KeyValues> settings = new ArrayList<>(only(document, KeyValues.class));
        settings.add(document.about());
        settings.removeIf(each -> each.entries().isEmpty());
        assertEquals(tables.size() + settings.size(), found.tables);
        assertEquals(tables.stream().mapToInt(table -> table.rows().size() + 1).sum()
                + settings.stream().mapToInt(each -> each.entries().size() + 1).sum(), found.rows);
        assertEquals(only(document, Items.class).stream().mapToInt(items -> items.texts().size()).sum(), found.items);
    }

    @Test
    void listsInARowStayApart() {
        List<Block> blocks = List.of(new Items(false, List.of("a", "b")), new Items(false, List.of("c")), new PageBreak(), new Items(false,
                List.of("d")), new Items(true, List.of("e")), new Items(true, List.of("f", "g")), new org.quorate.report.document.Heading(2, "x", "X"));
        Found found = Found.in(new MarkdownReport("c").render(new ReportDocument("t", "", new KeyValues(List.of()), blocks)));
        assertEquals(6, found.lists, "with the contents");
    }

    @Test
    void addressesAndSumsStayText() {
        String text = "see https://a.example/b, WWW.c.example, www.d.example and e+f_g@h.example; $1 and $2";
        String page = new MarkdownReport("c").render(new ReportDocument(text, text, KeyValues.of(text, text), List.of(new Paragraph(text),
                new Items(false, List.of(text)), new Notice(Notice.Kind.NOTE, text, text), new org.quorate.report.document.Heading(2, "x", text))));
        Found found = Found.in(page);
        // All places but the contents, whose links are looked at as links.
        assertEquals(9, found.text.toString().split(Pattern.quote("see https://a.example/b, WWW.c.example, www.d.example and e+f_g@h.example; $1"
                + " and $2"), -1).length - 1);
        assertFalse(page.replace("\\$", "").contains("$"));
    }

    @Test
    void anyNameOfAFolderLeadsToIt() throws IOException {
        for (String folder : List.of("50% #2 & x", "a?b+c", "Größe (1) <2>\\3", "\u4e2d/d")) {
            String page = new MarkdownReport(folder).render(Documents.everything());
            Found found = Found.in(page);
            assertEquals(folder + "/logo.png", found.pictures.get(0));
            assertTrue(page.lines().anyMatch(line -> line.matches("!\\[.*]\\([A-Za-z0-9._~/%-]+/logo.png\\)")), folder);
        }
    }

    private static <T extends Block> List<T> only(ReportDocument document, Class<T> kind) {
        return document.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPictureIsInTheFolder(String name) throws IOException {
        ReportDocument document = Documents.all().get(name);
        ChartPainter painter = new ChartPainter();
        Map<String, byte[]> files = MarkdownReport.files(document, painter);
        Found found = Found.in(new MarkdownReport("my (charts) <1>").render(document));
        assertEquals(files.keySet().stream().map(file -> "my (charts) <1>/" + file).toList(), found.pictures);
        assertEquals(only(document, Figure.class).size() + (document.brand().logo().isPresent() ? 1 : 0), files.size());
        files.forEach((file, content) -> {
            assertTrue(file.matches("[a-z0-9.-]+"), file);
            if (file.endsWith(".svg")) {
                assertTrue(new String(content, StandardCharsets.UTF_8).startsWith("<?xml"), file);
            }
        });
        Map<String, byte[]> again = MarkdownReport.files(document, new ChartPainter());
        files.forEach((file, content) -> assertArrayEquals(content, again.get(file), file));
        assertFalse(new MarkdownReport("c").render(document).contains("\u202e"));
    }
}
