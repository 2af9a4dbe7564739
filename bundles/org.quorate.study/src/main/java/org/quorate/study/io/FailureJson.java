// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.failure.Failure;

/** The JSON form of a failure, {@link Failure#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class FailureJson {

    /** The failure as text, indented, with a line end at its end. */
    public String write(Failure failure) {
        return JsonForm.text(failure);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON or not of this format
     */
    public Failure read(String text) {
        return JsonForm.read(text, Failure.class, Failure::format, Failure.FORMAT, "a failure");
    }
}
