// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.List;

/**
 * A list.
 *
 * @param ordered numbered, else with bullets
 * @param texts   of the items, at least one
 */
public record Items(boolean ordered, List<String> texts) implements Block {

    public Items {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a list has at least one item");
        }
    }
}
