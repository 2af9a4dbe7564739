// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Finds comments, texts, words with a meaning and names in the languages of an export, as far as colours need it. */
final class SyntaxScanner extends RuleBasedScanner {

    /** What a piece of text is. */
    enum Role { COMMENT, TEXT, KEYWORD, NAME, HEADING, CODE }

    private static final Set<String> SHELL_WORDS = Set.of("if", "then", "else", "elif", "fi", "for", "in", "while", "until", "do", "done", "case",
            "esac", "function", "return", "exit", "local", "readonly", "export", "declare", "set", "source", "shift", "trap", "break", "continue");

    /** @param data of a role, that its tokens hold: a text attribute, or in a test anything */
    SyntaxScanner(Syntax syntax, Function<Role, Object> data) {
        List<IRule> rules = switch (syntax) {
            case SHELL -> shell(data);
            case YAML -> yaml(data);
            case CONFIGURATION -> configuration(data);
            case MARKDOWN -> markdown(data);
            case PLAIN -> List.of();
        };
        setRules(rules.toArray(IRule[]::new));
    }

    private static List<IRule> shell(Function<Role, Object> data) {
        return List.of(new CommentRule("#", token(data, Role.COMMENT)),
                new MultiLineRule("'", "'", token(data, Role.TEXT)),
                new MultiLineRule("\"", "\"", token(data, Role.TEXT), '\\'),
                new SingleLineRule("${", "}", token(data, Role.NAME)), new VariableRule(token(data, Role.NAME)),
                new WordsRule(SHELL_WORDS, token(data, Role.KEYWORD)));
    }

    private static List<IRule> yaml(Function<Role, Object> data) {
        return List.of(new CommentRule("#", token(data, Role.COMMENT)), new SingleLineRule("\"", "\"", token(data, Role.TEXT), '\\'),
                new SingleLineRule("'", "'", token(data, Role.TEXT)), new SingleLineRule("{{", "}}", token(data, Role.NAME)),
                new KeyRule(":", token(data, Role.KEYWORD)));
    }

    private static List<IRule> configuration(Function<Role, Object> data) {
        List<IRule> rules = new ArrayList<>(List.of(new CommentRule("#", token(data, Role.COMMENT)), new CommentRule(";", token(data, Role.COMMENT))));
        SingleLineRule section = new SingleLineRule("[", "]", token(data, Role.HEADING));
        section.setColumnConstraint(0);
        rules.add(section);
        rules.add(new SingleLineRule("\"", "\"", token(data, Role.TEXT), '\\'));
        rules.add(new KeyRule("=:{", token(data, Role.KEYWORD)));
        return rules;
    }

    private static List<IRule> markdown(Function<Role, Object> data) {
        EndOfLineRule heading = new EndOfLineRule("#", token(data, Role.HEADING));
        heading.setColumnConstraint(0);
        MultiLineRule block = new MultiLineRule("```", "```", token(data, Role.CODE), (char) 0, true);
        block.setColumnConstraint(0);
        EndOfLineRule indented = new EndOfLineRule("    ", token(data, Role.CODE));
        indented.setColumnConstraint(0);
        return List.of(block, heading, indented, new SingleLineRule("`", "`", token(data, Role.CODE)),
                new SingleLineRule("**", "**", token(data, Role.KEYWORD)));
    }

    private static IToken token(Function<Role, Object> data, Role role) {
        return new Token(data.apply(role));
    }

    private static boolean isWordPart(int c) {
        return c != ICharacterScanner.EOF && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/');
    }

    private static String word(ICharacterScanner scanner) {
        StringBuilder word = new StringBuilder();
        int c = scanner.read();
        while (isWordPart(c)) {
            word.append((char) c);
            c = scanner.read();
        }
        scanner.unread();
        return word.toString();
    }

    private static void back(ICharacterScanner scanner, int characters) {
        for (int i = 0; i < characters; i++) {
            scanner.unread();
        }
    }

    /** A comment up to the end of the line, at its start or behind a blank: {@code $#} is none. */
    private record CommentRule(String start, IToken token) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            if (scanner.getColumn() > 0) {
                scanner.unread();
                int before = scanner.read();
                if (!Character.isWhitespace(before)) {
                    return Token.UNDEFINED;
                }
            }
            return new EndOfLineRule(start, token).evaluate(scanner);
        }
    }

    /** {@code $name} and {@code $1}. */
    private record VariableRule(IToken token) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            if (scanner.read() != '$') {
                scanner.unread();
                return Token.UNDEFINED;
            }
            int c = scanner.read();
            int length = 0;
            while (c != ICharacterScanner.EOF && (Character.isLetterOrDigit(c) || c == '_' || length == 0 && "@*#?$!".indexOf(c) >= 0)) {
                length++;
                c = scanner.read();
            }
            scanner.unread();
            if (length == 0) {
                scanner.unread();
                return Token.UNDEFINED;
            }
            return token;
        }
    }

    /** Whole words; other words are passed over, so that no part of them is taken for one. */
    private record WordsRule(Set<String> words, IToken token) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            String word = word(scanner);
            return word.isEmpty() ? Token.UNDEFINED : words.contains(word) ? token : Token.WHITESPACE;
        }
    }

    /** A word that one of some marks follows. */
    private record KeyRule(String marks, IToken token) implements IRule {

        @Override
        public IToken evaluate(ICharacterScanner scanner) {
            String word = word(scanner);
            if (word.isEmpty()) {
                return Token.UNDEFINED;
            }
            int passed = 0;
            int c = scanner.read();
            passed++;
            while (c == ' ') {
                c = scanner.read();
                passed++;
            }
            back(scanner, passed);
            return c != ICharacterScanner.EOF && marks.indexOf(c) >= 0 ? token : Token.WHITESPACE;
        }
    }
}
