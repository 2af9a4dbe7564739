// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word was probably meant to be. Pure functions, thread-safe. */
public final class Spelling {

    /** Longer words are not compared: no name of the format is that long, and hostile input stays cheap. */
    private static final int LONGEST = 40;

    private Spelling() {
    }

    /**
     * The one candidate with the fewest edits, one for each three letters at most, capitals aside; nothing if two are as
     * near.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int fewest = wanted.length() / 3 + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - wanted.length()) > fewest) {
                continue;
            }
            int edits = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            } else if (edits == fewest) {
                best = null;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code "; did you mean X?"} for the end of a message, or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** Damerau's edit distance without repeated edits: insert, delete, replace, swap of neighbours. */
    static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                rows[i][j] = Math.min(replace, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
