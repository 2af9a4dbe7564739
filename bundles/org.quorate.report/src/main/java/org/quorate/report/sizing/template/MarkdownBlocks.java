// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing.template;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;

/** Turns parsed Markdown into the blocks of a report. Goes into no depth that the text decides. Used once, by one thread. */
final class MarkdownBlocks {

    private static final String TEXT_ONLY = "paragraphs of text";
    /** A page is no wider. */
    private static final int MOST_COLUMNS = 10;

    /** Hears what cannot be shown. */
    interface Complaints {

        /**
         * Something is wrong.
         *
         * @param line    from 1
         * @param message what is wrong
         * @param allowed what would be right
         */
        void add(int line, String message, String allowed);
    }

    private final Complaints complaints;
    private final PlainText plain;
    private final List<Block> blocks = new ArrayList<>();
    private String heading = "";
    private int headings;

    MarkdownBlocks(Complaints complaints) {
        this.complaints = complaints;
        this.plain = new PlainText(complaints);
    }

    List<Block> read(Node document) {
        for (Node node : children(document)) {
            read(node, document);
        }
        if (blocks.isEmpty()) {
            complaints.add(1, "the text has no heading and says nothing", "a first line as in # About us");
        }
        return blocks;
    }

    private void read(Node node, Node document) {
        if (blocks.isEmpty() && !(node instanceof org.commonmark.node.Heading first && first.getLevel() == 1)) {
            complaints.add(PlainText.line(node), "the text does not begin with its heading", "a first line as in # About us");
            blocks.add(new Heading(2, "section-0", "?"));
        }
        if (node instanceof org.commonmark.node.Heading title) {
            heading(title);
        } else if (node instanceof org.commonmark.node.Paragraph) {
            blocks.add(new Paragraph(plain.of(node)));
        } else if (node instanceof ListBlock list) {
            list(list);
        } else if (node instanceof TableBlock table) {
            table(table);
        } else if (node instanceof FencedCodeBlock code) {
            blocks.add(new Code(code.getInfo() == null || code.getInfo().isBlank() ? heading : code.getInfo().strip(),
                    code.getLiteral().stripTrailing()));
        } else if (node instanceof IndentedCodeBlock code) {
            blocks.add(new Code(heading, code.getLiteral().stripTrailing()));
        } else if (node instanceof BlockQuote quote) {
            note(quote);
        } else if (!(node instanceof LinkReferenceDefinition)) {
            complaints.add(PlainText.line(node), (node instanceof HtmlBlock ? "HTML" : "a rule") + " is not shown in a report", "Markdown:"
                    + " headings, paragraphs, lists, tables, code and quotes");
        }
    }

    private void heading(org.commonmark.node.Heading title) {
        heading = plain.of(title);
        if (title.getLevel() > 2) {
            complaints.add(PlainText.line(title), "a heading of level " + title.getLevel(), "# for a chapter and ## for a section");
        }
        if (heading.isBlank()) {
            complaints.add(PlainText.line(title), "a heading says nothing", "a text behind the #");
        }
        headings++;
        blocks.add(new Heading(title.getLevel() == 1 ? 2 : 3, "section-" + headings, heading));
    }

    private void list(ListBlock list) {
        List<String> texts = new ArrayList<>();
        for (Node item : children(list)) {
            texts.add(String.join(" ", paragraphs(item, "a list item")));
        }
        if (list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null && ordered.getMarkerStartNumber() != 1) {
            complaints.add(PlainText.line(list), "a numbered list begins with " + ordered.getMarkerStartNumber(), "1.");
        }
        blocks.add(new Items(!(list instanceof BulletList), texts));
    }

    private void note(BlockQuote quote) {
        List<String> texts = paragraphs(quote, "a quote");
        if (!texts.isEmpty()) {
            blocks.add(new Notice(Notice.Kind.NOTE, texts.get(0), String.join(" ", texts.subList(1, texts.size()))));
        }
    }

    /** The texts of what may hold paragraphs only. */
    private List<String> paragraphs(Node parent, String what) {
        List<String> texts = new ArrayList<>();
        for (Node node : children(parent)) {
            if (node instanceof org.commonmark.node.Paragraph) {
                texts.add(plain.of(node));
            } else if (!(node instanceof LinkReferenceDefinition)) {
                complaints.add(PlainText.line(node), what + " has something else than text in it", TEXT_ONLY);
            }
        }
        return texts;
    }

    private void table(TableBlock table) {
        List<Table.Column> columns = new ArrayList<>();
        List<Table.Row> rows = new ArrayList<>();
        for (Node part : children(table)) {
            for (Node row : children(part)) {
                if (columns.isEmpty()) {
                    children(row).forEach(cell -> columns.add(column((TableCell) cell)));
                } else {
                    rows.add(new Table.CellRow(children(row).stream().<Cell>map(cell -> new Cell.Text(plain.of(cell))).toList()));
                }
            }
        }
        if (columns.size() > MOST_COLUMNS) {
            complaints.add(PlainText.line(table), "a table has " + columns.size() + " columns", "at most " + MOST_COLUMNS);
        }
        blocks.add(new Table(heading, columns, rows, ""));
    }

    private Table.Column column(TableCell cell) {
        return new Table.Column(plain.of(cell), cell.getAlignment() == TableCell.Alignment.RIGHT ? Table.Align.NUMBER : Table.Align.TEXT);
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}
