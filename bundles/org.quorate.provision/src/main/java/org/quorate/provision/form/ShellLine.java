// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.provision.text.Quote;

/**
 * A line of shell with values in the places of its variables of capital letters, each quoted as the place demands: a bare
 * word, a whole text in double quotes, or a part of one beside {@code $(...)}. Not thread-safe.
 */
final class ShellLine {

    /** What the variables stand for. */
    interface Values {

        String text(String name);

        List<String> words(String name);
    }

    private static final Pattern NAME = Pattern.compile("\\$(?:([A-Z][A-Z_0-9]*)\\b|\\{([A-Z][A-Z_0-9]*)(?:\\[([@0])])?})");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

    private final String line;
    private final Values values;
    private int at;

    ShellLine(String line, Values values) {
        this.line = line;
        this.values = values;
    }

    String substituted() {
        at = 0;
        return commands(false);
    }

    /** Up to the end, or to the bracket that closes a {@code $(}. */
    private String commands(boolean isInner) {
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at);
            if (isInner && c == ')') {
                return text.toString();
            } else if (c == '#' && (at == 0 || line.charAt(at - 1) == ' ')) {
                text.append(replaced(line.substring(at), true));
                at = line.length();
            } else if (c == '\'') {
                int end = line.indexOf('\'', at + 1);
                int next = end < 0 ? line.length() : end + 1;
                text.append(line, at, next);
                at = next;
            } else if (c == '"') {
                text.append(quoted());
            } else if (line.startsWith("$(", at)) {
                text.append(inner());
            } else {
                Matcher name = NAME.matcher(line).region(at, line.length());
                if (name.lookingAt()) {
                    text.append(value(name, true));
                    at = name.end();
                } else {
                    text.append(c);
                    at++;
                }
            }
        }
        return text.toString();
    }

    private String inner() {
        at += 2;
        String commands = commands(true);
        at++;
        return "$(" + commands + ")";
    }

    /** A text in double quotes: one word of its own, unless commands are run in it. */
    private String quoted() {
        StringBuilder raw = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        boolean runs = false;
        boolean replaces = false;
        boolean isList = false;
        boolean dangerous = false;
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            Matcher name = NAME.matcher(line).region(at, line.length());
            if (line.startsWith("$(", at)) {
                runs = true;
                kept.append(inner());
            } else if (name.lookingAt()) {
                replaces = true;
                isList |= "@".equals(name.group(3));
                String value = value(name, isList);
                raw.append(value);
                kept.append(value);
                dangerous |= value.chars().anyMatch(c -> "\"$`\\!".indexOf(c) >= 0);
                at = name.end();
            } else {
                int length = line.charAt(at) == '\\' ? 2 : 1;
                runs |= length == 2 || line.charAt(at) == '$';
                raw.append(line, at, Math.min(line.length(), at + length));
                kept.append(line, at, Math.min(line.length(), at + length));
                at += length;
            }
        }
        at++;
        if (isList) {
            return raw.toString();
        }
        if (runs && dangerous) {
            throw new IllegalArgumentException("not to be written between double quotes: " + raw);
        }
        return replaces && !runs ? word(raw.toString()) : "\"" + kept + "\"";
    }

    private String value(Matcher name, boolean isWord) {
        String index = name.group(3);
        if ("@".equals(index)) {
            return values.words(name.group(2)).stream().map(ShellLine::word).collect(Collectors.joining(" "));
        }
        String text = index != null ? values.words(name.group(2)).get(0)
                : values.text(name.group(1) != null ? name.group(1) : name.group(2));
        return isWord ? word(text) : text;
    }

    private String replaced(String text, boolean isWord) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value((Matcher) name, isWord))).replace("\"", "");
    }

    /** As a person would type it: bare where that is safe. */
    static String word(String value) {
        return BARE.matcher(value).matches() ? value : Quote.shell(value);
    }
}
