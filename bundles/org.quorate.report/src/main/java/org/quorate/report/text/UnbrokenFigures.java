// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import java.util.regex.Pattern;

/** Keeps a number, its interval and its unit on one line of running text. Pure functions. */
public final class UnbrokenFigures {

    private static final char NO_BREAK_SPACE = '\u00a0';
    /** A space between a digit and a unit that stands for itself, or beside the sign of an interval. */
    private static final Pattern SPACE = Pattern.compile("(?<=\\d) (?=(?:%|[nµm]?s|min|h|[KMGT]iB|B|[KMG]?bit/s)(?![\\w/]))"
            + "|(?<=\\S) (?=±)|(?<=[±≤≥]) (?=\\d)");

    private UnbrokenFigures() {
    }

    /** The text with spaces inside figures that are no places to break a line. */
    public static String in(String text) {
        return SPACE.matcher(text).replaceAll(String.valueOf(NO_BREAK_SPACE));
    }
}
