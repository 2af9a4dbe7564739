// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import org.quorate.report.text.Quantity;

/** One cell of a {@link Table}. */
public sealed interface Cell {

    /**
     * Words. A measured number never stands here: it would have no unit.
     *
     * @param text may be empty
     */
    record Text(String text) implements Cell {
    }

    /**
     * A figure.
     *
     * @param quantity with its unit
     * @param remark   a few words on it, for example {@code not significant}; may be empty
     */
    record Amount(Quantity quantity, String remark) implements Cell {
    }

    /**
     * No figure.
     *
     * @param reason in a word or two, for example {@code saturated}
     */
    record Missing(String reason) implements Cell {
    }

    /** The cell as plain text, for example {@code 1.25 ± 0.04 ms}. */
    default String plain() {
        if (this instanceof Amount amount) {
            return amount.quantity().text() + (amount.remark().isEmpty() ? "" : " (" + amount.remark() + ")");
        }
        return this instanceof Text text ? text.text() : ((Missing) this).reason();
    }
}
