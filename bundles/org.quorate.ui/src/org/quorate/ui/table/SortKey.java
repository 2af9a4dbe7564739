// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell is sorted by: figures by their value, those of one kind together; words as people read them, with the numbers in them by
 * value (node2 before node10); what is empty last, in either direction. Immutable.
 *
 * @param kind   of figures, such as their unit; words come behind all of them
 * @param number of a figure
 * @param words  of others
 */
public record SortKey(int kind, double number, String words) {

    private static final int WORDS = Integer.MAX_VALUE - 1;
    private static final int NOTHING = Integer.MAX_VALUE;
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private static final Comparator<SortKey> RISING = Comparator.comparingInt(SortKey::kind).thenComparingDouble(SortKey::number)
            .thenComparing(SortKey::words, SortKey::naturally);

    /** Of a figure. */
    public static SortKey number(int kind, double value) {
        return new SortKey(kind, value, "");
    }

    /** Of words; of nothing, if there are none. */
    public static SortKey words(String words) {
        return words.isBlank() ? nothing() : new SortKey(WORDS, 0, words);
    }

    /** Of an empty cell. */
    public static SortKey nothing() {
        return new SortKey(NOTHING, 0, "");
    }

    /** Rising or falling; what is empty comes last. */
    public static Comparator<SortKey> order(boolean falling) {
        Comparator<SortKey> empty = Comparator.comparing(key -> key.kind() == NOTHING);
        return empty.thenComparing(falling ? RISING.reversed() : RISING);
    }

    private static int naturally(String first, String second) {
        Matcher a = PIECE.matcher(first.toLowerCase(Locale.ROOT));
        Matcher b = PIECE.matcher(second.toLowerCase(Locale.ROOT));
        while (true) {
            boolean more = a.find();
            boolean moreOfSecond = b.find();
            if (!more || !moreOfSecond) {
                return Boolean.compare(more, moreOfSecond);
            }
            int compared = pieces(a.group(), b.group());
            if (compared != 0) {
                return compared;
            }
        }
    }

    private static int pieces(String first, String second) {
        if (!Character.isDigit(first.charAt(0)) || !Character.isDigit(second.charAt(0))) {
            return first.compareTo(second);
        }
        String a = first.replaceFirst("^0+(?=.)", "");
        String b = second.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
