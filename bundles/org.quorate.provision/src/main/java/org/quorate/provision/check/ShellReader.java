// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back the little of bash in which exports write values: assignments, and commands of plain and quoted words.
 * Whatever bash would expand, run or redirect is refused, so that what was read is what bash will see. Not thread-safe.
 */
final class ShellReader {

    /** The script's first argument, {@code "$1"}, as a word of a command: no text in quotes can be this, for none has a NUL. */
    static final String FIRST_ARGUMENT = "\0$1";

    private static final String OPERATORS = "$`;&|<>*?~!#{}()[\"";

    private final String text;
    private int at;

    private ShellReader(String text) {
        this.text = text;
    }

    /**
     * The values of a file of assignments, by name and in order; a scalar is a list of one, an associative array a list
     * of {@code [key]=value}.
     *
     * @throws IllegalArgumentException when the file is anything else than assignments of literal values, or names one twice
     */
    static Map<String, List<String>> assignments(String text) {
        ShellReader reader = new ShellReader(text);
        Map<String, List<String>> values = new LinkedHashMap<>();
        while (reader.skipToCode()) {
            boolean table = reader.skip("declare -A ");
            int equals = reader.text.indexOf('=', reader.at);
            String name = equals < 0 ? "" : reader.text.substring(reader.at, equals);
            if (!name.matches("[A-Z][A-Z0-9_]*")) {
                throw reader.unreadable("no assignment");
            }
            reader.at = equals + 1;
            boolean array = reader.skip("(");
            if (table && !array) {
                throw reader.unreadable(name + " is no table");
            }
            List<String> value = array ? reader.array(table) : List.of(reader.word(""));
            if (values.put(name, value) != null) {
                throw reader.unreadable(name + " is set twice");
            }
            reader.endOfLine();
        }
        return values;
    }

    /**
     * The commands of a script, each a list of its words; {@code "$1"} is {@link #FIRST_ARGUMENT}.
     *
     * @throws IllegalArgumentException when there is anything else than commands of literal words and {@code "$1"}
     */
    static List<List<String>> commands(String text) {
        ShellReader reader = new ShellReader(text);
        List<List<String>> commands = new ArrayList<>();
        while (reader.skipToCode()) {
            List<String> words = new ArrayList<>();
            while (reader.skipBlanks()) {
                words.add(reader.argument());
            }
            commands.add(words);
            reader.endOfLine();
        }
        return commands;
    }

    private boolean skipToCode() {
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                at++;
            } else if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return true;
            }
        }
        return false;
    }

    /** To the next word of this line, over continued lines. */
    private boolean skipBlanks() {
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else {
                return text.charAt(at) != '\n';
            }
        }
        return false;
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) != '\n') {
            throw unreadable("something follows a value");
        }
    }

    private List<String> array(boolean table) {
        List<String> values = new ArrayList<>();
        while (at < text.length()) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\n') {
                at++;
            } else if (skip(")")) {
                return values;
            } else {
                values.add(table ? entry() : word(")"));
            }
        }
        throw unreadable("an array does not end");
    }

    private String entry() {
        if (!skip("[")) {
            throw unreadable("a value without its key");
        }
        String key = word("]");
        if (key.isEmpty() || !skip("]=")) {
            throw unreadable("an odd key");
        }
        return "[" + key + "]=" + word(")");
    }

    private String argument() {
        if (!skip("\"$1\"")) {
            return word("");
        }
        if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\n') {
            throw unreadable("something follows \"$1\"");
        }
        return FIRST_ARGUMENT;
    }

    /** Up to a blank, a line's end, or an unquoted character of {@code ends}. */
    private String word(String ends) {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || ends.indexOf(c) >= 0) {
                break;
            } else if (c == '\'') {
                word.append(quoted());
            } else if (text.startsWith("\\'", at)) {
                word.append('\'');
                at += 2;
            } else if (c == '\\' || c < ' ' || OPERATORS.indexOf(c) >= 0) {
                throw unreadable("an unquoted " + (c < ' ' ? "control character" : c));
            } else {
                word.append(c);
                at++;
            }
        }
        return word.toString();
    }

    private String quoted() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw unreadable("a quote does not end");
        }
        String inside = text.substring(at + 1, end);
        if (inside.indexOf('\0') >= 0) {
            throw unreadable("a NUL, which no word of bash has");
        }
        at = end + 1;
        return inside;
    }

    private IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("line " + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count()) + ": " + why);
    }
}
