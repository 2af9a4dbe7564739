// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.search.Search;

/**
 * The JSON form of a search, {@link Search#FORMAT}: the records as they stand, absent values as null. Unknown fields are errors.
 * Thread-safe.
 */
public final class SearchJson {

    /** The search as text, indented, with a line end at its end. */
    public String write(Search search) {
        return JsonForm.text(search);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Search read(String text) {
        return JsonForm.read(text, Search.class, Search::format, Search.FORMAT, "a search");
    }
}
