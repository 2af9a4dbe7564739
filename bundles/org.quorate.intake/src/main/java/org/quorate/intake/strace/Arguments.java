// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a call, as strace writes them (its documentation, "Output formatting"). Pure functions. */
final class Arguments {

    private static final int MOST = 16;

    private Arguments() {
    }

    /** Cut at the commas that are not inside texts, structures or paths of descriptors. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int lastBracket = text.lastIndexOf('>');
        for (int i = 0; i < text.length() && parts.size() < MOST; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfText(text, i);
            } else if (c == '<' && i > 0 && i < lastBracket && (Character.isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == 'D')) {
                i = text.indexOf('>', i);
            } else if (c == '{' || c == '[' || c == '(') {
                depth++;
            } else if (c == '}' || c == ']' || c == ')') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    /** Position of the quote that ends the text which begins at a quote. */
    private static int endOfText(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length() - 1);
    }

    /** The bytes of a text in quotes; null if it is none, or was cut by strace. */
    static String text(String argument) {
        if (!argument.startsWith("\"") || argument.length() < 2 || !argument.endsWith("\"")) {
            return null;
        }
        StringBuilder bytes = new StringBuilder();
        int i = 1;
        while (i < argument.length() - 1) {
            char c = argument.charAt(i++);
            if (c != '\\') {
                bytes.append(c);
                continue;
            }
            int end = i;
            if (argument.charAt(i) == 'x') {
                end = i + 3;
                bytes.append((char) Integer.parseInt(hexadecimal(argument, i + 1, end), 16));
            } else if (Character.digit(argument.charAt(i), 8) >= 0) {
                while (end < i + 3 && Character.digit(argument.charAt(end), 8) >= 0) {
                    end++;
                }
                bytes.append((char) (Integer.parseInt(argument.substring(i, end), 8) & 0xff));
            } else {
                int known = "ntrvfab".indexOf(argument.charAt(i));
                bytes.append(known < 0 ? argument.charAt(i) : "\n\t\r\u000b\f\u0007\b".charAt(known));
                end = i + 1;
            }
            i = end;
        }
        return bytes.toString();
    }

    private static String hexadecimal(String text, int start, int end) {
        String digits = text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
        return digits.matches("[0-9a-fA-F]{1,2}") ? digits : "3f";
    }

    /** The path that strace -y writes behind a descriptor or AT_FDCWD; null if there is none. */
    static String annotation(String argument) {
        int start = argument.indexOf('<');
        return start < 0 || !argument.endsWith(">") ? null : argument.substring(start + 1, argument.length() - 1);
    }

    /** The number behind {@code key=} in a structure, -1 if there is none. */
    static long field(String structure, String key) {
        int at = structure.indexOf(key + "=");
        if (at < 0) {
            return -1;
        }
        int start = at + key.length() + 1;
        int end = start;
        while (end < structure.length() && end < start + 18 && Character.isDigit(structure.charAt(end))) {
            end++;
        }
        return end == start ? -1 : Long.parseLong(structure.substring(start, end));
    }
}
