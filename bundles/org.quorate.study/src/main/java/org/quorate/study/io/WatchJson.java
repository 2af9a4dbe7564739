// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.watch.OperationTrace;

/** The JSON form of a watched operation, {@link OperationTrace#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class WatchJson {

    /** The operation as text, indented, with a line end at its end. */
    public String write(OperationTrace trace) {
        return JsonForm.text(trace);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON or not of this format
     */
    public OperationTrace read(String text) {
        return JsonForm.read(text, OperationTrace.class, OperationTrace::format, OperationTrace.FORMAT, "a watched operation");
    }
}
