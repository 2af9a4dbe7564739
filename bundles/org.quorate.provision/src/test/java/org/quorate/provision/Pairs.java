// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses few rows of a table of choices such that each two choices that can be together are together in one row. Greedy
 * and without chance: the same table gives the same rows.
 */
final class Pairs {

    private Pairs() {
    }

    /** Every row that is allowed; a row has one index for each column. */
    static List<int[]> product(int[] sizes, Predicate<int[]> allowed) {
        List<int[]> rows = new ArrayList<>();
        int[] row = new int[sizes.length];
        while (true) {
            if (allowed.test(row)) {
                rows.add(row.clone());
            }
            int column = sizes.length - 1;
            while (column >= 0 && ++row[column] == sizes[column]) {
                row[column--] = 0;
            }
            if (column < 0) {
                return rows;
            }
        }
    }

    /** Some of the rows, which hold every pair of choices that any of the rows holds. */
    static List<int[]> of(List<int[]> rows) {
        Set<Long> open = new LinkedHashSet<>();
        rows.forEach(row -> open.addAll(pairs(row)));
        List<int[]> chosen = new ArrayList<>();
        List<int[]> left = new ArrayList<>(rows);
        while (!open.isEmpty()) {
            int[] best = null;
            long most = 0;
            List<int[]> useful = new ArrayList<>();
            for (int[] row : left) {
                long gain = pairs(row).stream().filter(open::contains).count();
                if (gain > 0) {
                    useful.add(row);
                }
                if (gain > most) {
                    most = gain;
                    best = row;
                }
            }
            chosen.add(best);
            open.removeAll(pairs(best));
            left = useful;
        }
        return chosen;
    }

    /** Two columns and the choices in them, in one number. */
    static List<Long> pairs(int[] row) {
        List<Long> pairs = new ArrayList<>();
        for (int a = 0; a < row.length; a++) {
            for (int b = a + 1; b < row.length; b++) {
                pairs.add(((a * 64L + b) * 64 + row[a]) * 64 + row[b]);
            }
        }
        return pairs;
    }
}
