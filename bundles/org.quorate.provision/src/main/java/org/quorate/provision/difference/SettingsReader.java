// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the values of a {@code settings.sh} that an export wrote: assignments of words, arrays and associative arrays, each
 * value in single quotes. Anything else that someone wrote into it is passed over,
 * where the reader that checks new exports refuses it. Not thread-safe.
 */
final class SettingsReader {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?:declare -A )?([A-Z][A-Z0-9_]*)=(\\()?");

    private final String text;
    private int at;

    private SettingsReader(String text) {
        this.text = text;
    }

    /** Values by the names of their variables: a single value is a list of one; of a table, each key is {@code NAME[key]}. */
    static Map<String, List<String>> read(String settings) {
        SettingsReader reader = new SettingsReader(settings);
        Map<String, List<String>> values = new LinkedHashMap<>();
        while (reader.at < settings.length()) {
            reader.assignment(values);
        }
        return values;
    }

    private void assignment(Map<String, List<String>> values) {
        Matcher matcher = ASSIGNMENT.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            skipLine();
            return;
        }
        at = matcher.end();
        String name = matcher.group(1);
        if (matcher.group(2) == null) {
            values.put(name, List.of(word()));
            skipLine();
            return;
        }
        List<String> list = new ArrayList<>();
        skipBlanks();
        while (at < text.length() && text.charAt(at) != ')') {
            int start = at;
            if (text.charAt(at) == '[') {
                at++;
                String key = word();
                at = Math.min(text.length(), at + "]=".length());
                values.put(name + "[" + key + "]", List.of(word()));
            } else {
                list.add(word());
            }
            at = Math.max(at, start + 1);
            skipBlanks();
        }
        if (!matcher.group().startsWith("declare")) {
            values.put(name, List.copyOf(list));
        }
        skipLine();
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** A word of bash: parts in single quotes, quotes after a backslash, and plain characters. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'') {
                int end = text.indexOf('\'', at + 1);
                end = end < 0 ? text.length() : end;
                word.append(text, at + 1, end);
                at = Math.min(text.length(), end + 1);
            } else if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (Character.isWhitespace(c) || c == ')' || c == ']') {
                break;
            } else {
                word.append(c);
                at++;
            }
        }
        return word.toString();
    }
}
