// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.report.text.Notation;

/**
 * Figures in running text, as Quantity and UnitFormat write them, in another notation. A version as 6.8.12, an address or a name with
 * digits is no figure; a version as 6.8 looks like one: catalogues have places for names where versions stand.
 *
 * @param notation to write in
 */
record Figures(Notation notation) {

    private static final String NUMBER = "[<>≤≥~]? ?[−+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e\\d+)?";
    private static final String UNIT = "(?:[KMGTPE]?i?B|[kMG]B)(?:/s|/op|/inode)?|[kMGT]?bit/s|ns|us|µs|ms|min|[sh%×]|/s|op(?:/s)?"
            + "|I/O(?:/s|/op|/MiB)|msg(?:/op)?|waits|hand-overs|objects|inodes|cores|files";
    private static final Pattern FIGURE = Pattern.compile("(" + NUMBER + ")(?:( ?)(" + UNIT + "))?(?:( ± " + NUMBER + ")(?:( ?)("
            + UNIT + "))?)?");

    /** The figure; absent if the text is none. */
    Optional<String> one(String text) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.matches()) {
            return Optional.empty();
        }
        return Optional.of(notation.number(figure.group(1)) + unit(figure, 2)
                + (figure.group(4) == null ? "" : notation.number(figure.group(4)) + unit(figure, 5)));
    }

    /** With the space before it. */
    private String unit(Matcher figure, int space) {
        return figure.group(space + 1) == null ? "" : figure.group(space) + notation.symbol(figure.group(space + 1));
    }
}
