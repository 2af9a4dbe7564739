// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing.template;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads a {@code <} in a text: an address in angle brackets, the beginning of HTML, or a sign. The library's own readers of it look for the
 * end of the text at each of them: minutes for a text of nothing else.
 */
final class AngleBracket implements InlineContentParser {

    /** Longer addresses are not looked for. */
    private static final int MOST_LETTERS = 2000;
    /** CommonMark 0.31, section 6.5: a scheme of 2 to 32 characters, and no spaces or brackets. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\\x00-\\x20<>]*");
    /** The same section: an address of electronic mail. */
    private static final Pattern MAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    /** CommonMark 0.31, section 6.6: what a tag, a comment, an instruction or a declaration begins with. */
    private static final Pattern HTML = Pattern.compile("[A-Za-z/!?]");

    /** Makes one for each {@code <}. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new AngleBracket();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position behind = scanner.position();
        char first = scanner.peek();
        StringBuilder inside = new StringBuilder();
        while (scanner.hasNext() && scanner.peek() > ' ' && scanner.peek() != '<' && scanner.peek() != '>' && inside.length() < MOST_LETTERS) {
            inside.append(scanner.peek());
            scanner.next();
        }
        if (scanner.peek() == '>' && ADDRESS.matcher(inside).matches()) {
            scanner.next();
            Link link = new Link(inside.toString(), null);
            link.appendChild(new Text(inside.toString()));
            return ParsedInline.of(link, scanner.position());
        }
        if (scanner.peek() == '>' && MAIL.matcher(inside).matches()) {
            scanner.next();
            return ParsedInline.of(new Text(inside.toString()), scanner.position());
        }
        if (HTML.matcher(String.valueOf(first)).matches()) {
            HtmlInline html = new HtmlInline();
            html.setLiteral("<");
            return ParsedInline.of(html, behind);
        }
        return ParsedInline.of(new Text("<"), behind);
    }
}
