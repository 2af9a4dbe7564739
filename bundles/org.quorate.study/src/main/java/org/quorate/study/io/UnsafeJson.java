// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.unsafe.UnsafeResult;

/** The JSON form of {@link UnsafeResult}, {@link UnsafeResult#FORMAT}: the records as they stand. Thread-safe. */
public final class UnsafeJson {

    /** The text, indented, with a line end at its end. */
    public String write(UnsafeResult result) {
        return JsonForm.text(result);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON or not of this format
     */
    public UnsafeResult read(String text) {
        return JsonForm.read(text, UnsafeResult.class, UnsafeResult::format, UnsafeResult.FORMAT, "a result of unsafe");
    }
}
