// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.quorate.report.text.VisibleText;

/**
 * Writes elements that are well-formed as XML and as HTML. All text and every attribute value passes through here and
 * is escaped; element and attribute names are constants of the renderer. Not thread-safe.
 */
final class Markup {

    /** Elements without an end tag (HTML Living Standard, "Void elements"), as far as the renderer uses them. */
    private static final Set<String> VOID = Set.of("meta", "br", "img", "col");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element. */
    Markup open(String element, String... namesAndValues) {
        out.append('<').append(element);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.append(' ').append(namesAndValues[i]).append("=\"").append(escaped(namesAndValues[i + 1])).append('"');
        }
        if (VOID.contains(element)) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(element);
        }
        return this;
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Ends the innermost element. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the innermost element and the line. */
    Markup closeLine() {
        close();
        return newLine();
    }

    Markup newLine() {
        out.append('\n');
        return this;
    }

    /** An element with nothing but text. */
    Markup element(String element, String text, String... namesAndValues) {
        return open(element, namesAndValues).text(text).close();
    }

    /** Markup of the renderer's own making, as it stands: the style sheet, a drawn chart. */
    Markup trusted(String markup) {
        out.append(markup);
        return this;
    }

    /** Everything written; all elements must be closed. */
    String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private static String escaped(String anyText) {
        String text = VisibleText.lines(anyText);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
