// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the columns of a table are arranged, to be remembered. Columns are known by their titles, so that one that is new or gone does no
 * harm. Immutable.
 *
 * @param entries in the order in which they stand
 */
record ColumnLayout(List<Entry> entries) {

    /**
     * A column.
     *
     * @param title its title
     * @param shown false: hidden
     */
    record Entry(String title, boolean shown) {
    }

    ColumnLayout {
        entries = List.copyOf(entries);
    }

    /** Whatever does not read as a layout is left out: preferences may be edited by hand. */
    static ColumnLayout parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String entry : text.split(";")) {
            String[] parts = entry.split(":");
            if (parts.length == 2) {
                String title = URLDecoder.decode(parts[0].replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
                entries.add(new Entry(title, !parts[1].equals("hidden")));
            }
        }
        return new ColumnLayout(entries);
    }

    @Override
    public String toString() {
        return entries.stream().map(entry -> URLEncoder.encode(entry.title(), StandardCharsets.UTF_8) + ":"
                + (entry.shown() ? "shown" : "hidden")).collect(Collectors.joining(";"));
    }
}
