// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

/**
 * Text from outside, such as names in a scenario, fit to be shown: every character is one that XML 1.0 allows (section
 * 2.2), and none changes the order or the look of what stands around it. Pure functions.
 */
public final class VisibleText {

    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {
    }

    /** With line breaks kept; control characters, bidirectional controls and broken surrogates become U+FFFD. */
    public static String lines(String text) {
        return text.codePoints().map(c -> c == '\n' || c == '\t' ? c : c == '\r' ? '\n' : visible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The same on one line: line breaks and tabs become spaces. */
    public static String line(String text) {
        return text.codePoints().map(c -> Character.isWhitespace(c) ? ' ' : visible(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int visible(int point) {
        boolean hidden = Character.isISOControl(point) || (point & 0xFFFE) == 0xFFFE || orders(point);
        boolean broken = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return hidden || broken ? REPLACEMENT : point;
    }

    /** The controls of the bidirectional algorithm (UAX #9, section 2): they reorder text that is not theirs. */
    private static boolean orders(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069 || point == 0x200E
                || point == 0x200F || point == 0x061C;
    }
}
