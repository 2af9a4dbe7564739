// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing.template;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Takes the plain text out of one block of Markdown, however deep its parts lie in each other. Used by one thread. */
final class PlainText {

    private final MarkdownBlocks.Complaints complaints;

    PlainText(MarkdownBlocks.Complaints complaints) {
        this.complaints = complaints;
    }

    /** The text of all inline parts, on one line. */
    String of(Node block) {
        StringBuilder text = new StringBuilder();
        Node node = block.getFirstChild();
        while (node != null) {
            enter(node, text);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node, text);
            while (node != null && node.getNext() == null) {
                node = node.getParent() == block ? null : node.getParent();
                if (node != null) {
                    leave(node, text);
                }
            }
            node = node == null ? null : node.getNext();
        }
        return text.toString().strip();
    }

    /** Where a part begins; 1 if it does not say. */
    static int line(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }

    private void enter(Node node, StringBuilder text) {
        if (node instanceof Text words) {
            text.append(words.getLiteral());
        } else if (node instanceof Code code) {
            text.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            text.append(' ');
        } else if (node instanceof HtmlInline) {
            complaints.add(line(node), "HTML is not shown in a report", "Markdown; a < that is meant is written \\<");
        } else if (node instanceof Image) {
            complaints.add(line(node), "a picture is not shown in a text", "text; the logo is the template's");
        }
    }

    private static void leave(Node node, StringBuilder text) {
        if (node instanceof Link link && link.getFirstChild() == null) {
            text.append(link.getDestination());
        } else if (node instanceof Link link && !link.getDestination().isEmpty() && !text.toString().endsWith(link.getDestination())) {
            text.append(" (").append(link.getDestination()).append(')');
        }
    }
}
