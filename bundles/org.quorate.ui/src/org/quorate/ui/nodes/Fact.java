// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one thing on all nodes. Immutable.
 *
 * @param group where it belongs
 * @param title what it is
 * @param rule  what the nodes should have in common
 * @param cells one a node, in their order
 */
record Fact(String group, String title, Rule rule, List<Cell> cells) {

    /** What nodes should have in common. */
    enum Rule {
        /** One value. */
        SAME,
        /** Each its own. */
        OWN,
        /** Nothing. */
        ANY
    }

    /**
     * What a node has.
     *
     * @param text as it is shown; empty: it has nothing
     * @param key  by which it is compared
     */
    record Cell(String text, String key) {

        static final Cell NONE = new Cell("", "");

        static Cell of(String text) {
            return new Cell(text, text);
        }
    }

    Fact {
        cells = List.copyOf(cells);
    }

    /** The nodes are not as they should be. */
    boolean isOdd() {
        for (int i = 0; i < cells.size(); i++) {
            if (isOdd(i)) {
                return true;
            }
        }
        return false;
    }

    /** A node has another value than most, or one that another has, too. */
    boolean isOdd(int node) {
        String key = cells.get(node).key();
        return switch (rule) {
            case SAME -> !key.equals(usual());
            case OWN -> !key.isEmpty() && cells.stream().filter(cell -> cell.key().equals(key)).count() > 1;
            case ANY -> false;
        };
    }

    /** What most have; of values that as many have, that of the first node. */
    private String usual() {
        Map<String, Integer> count = new LinkedHashMap<>();
        cells.forEach(cell -> count.merge(cell.key(), 1, Integer::sum));
        String usual = "";
        int most = 0;
        for (Map.Entry<String, Integer> entry : count.entrySet()) {
            if (entry.getValue() > most) {
                usual = entry.getKey();
                most = entry.getValue();
            }
        }
        return usual;
    }

    /** By this it is known again in another inventory. */
    Object identity() {
        return List.of(group, title);
    }
}
