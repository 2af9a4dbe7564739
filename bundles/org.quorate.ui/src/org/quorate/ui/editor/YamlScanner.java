// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Finds keys, texts, quantities and comments of YAML, as far as colours need it. */
final class YamlScanner extends RuleBasedScanner {

    YamlScanner(YamlColours colours) {
        Token comment = new Token(YamlColours.attribute(colours.comment(), true));
        Token text = new Token(YamlColours.attribute(colours.text(), false));
        Token key = new Token(YamlColours.attribute(colours.key(), false));
        Token number = new Token(YamlColours.attribute(colours.number(), false));
        setRules(new IRule[] {new EndOfLineRule("#", comment), new SingleLineRule("\"", "\"", text, '\\'),
            new SingleLineRule("'", "'", text), new WordRule(key, number)});
    }

    /** A word up to a colon is a key; one that begins with a digit, or a truth value, counts as a number. */
    private record WordRule(Token key, Token number) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            StringBuilder word = new StringBuilder();
            int c = scanner.read();
            while (isWordPart(c)) {
                word.append((char) c);
                c = scanner.read();
            }
            boolean isKey = c == ':' && endsKey(scanner);
            scanner.unread();
            if (word.isEmpty()) {
                return Token.UNDEFINED;
            }
            boolean quantity = Character.isDigit(word.charAt(0)) || word.toString().matches("true|false");
            return isKey ? key : quantity ? number : Token.WHITESPACE;
        }

        /** A colon inside a word, as in env:NAME, ends no key. */
        private static boolean endsKey(ICharacterScanner scanner) {
            int next = scanner.read();
            scanner.unread();
            return next == ICharacterScanner.EOF || Character.isWhitespace(next);
        }

        private static boolean isWordPart(int c) {
            return c != ICharacterScanner.EOF && (Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0);
        }
    }
}
