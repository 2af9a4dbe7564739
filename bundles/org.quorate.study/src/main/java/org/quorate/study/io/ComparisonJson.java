// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.result.Comparison;

/**
 * The JSON form of a comparison, {@link Comparison#FORMAT}: the records as they stand, absent values as null. Unknown
 * fields are errors. Thread-safe.
 */
public final class ComparisonJson {

    /** The text, indented, with a line end at its end. */
    public String write(Comparison comparison) {
        return JsonForm.text(comparison);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Comparison read(String text) {
        return JsonForm.read(text, Comparison.class, Comparison::format, Comparison.FORMAT, "a comparison");
    }
}
