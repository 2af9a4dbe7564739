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
     * @param width that somebody gave it, in pixels; {@value #OWN}: that of its content
     */
    record Entry(String title, boolean shown, int width) {
    }

    static final int OWN = 0;

    private static final String WIDTH = "[1-9][0-9]{0,4}";

    ColumnLayout {
        entries = List.copyOf(entries);
    }

    /** Whatever does not read as a layout is left out: preferences may be edited by hand. */
    static ColumnLayout parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String entry : text.split(";")) {
            String[] parts = entry.split(":");
            if (parts.length == 2 || parts.length == 3) {
                String title = URLDecoder.decode(parts[0].replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
                int width = parts.length == 3 && parts[2].matches(WIDTH) ? Integer.parseInt(parts[2]) : OWN;
                entries.add(new Entry(title, !parts[1].equals("hidden"), width));
            }
        }
        return new ColumnLayout(entries);
    }

    @Override
    public String toString() {
        return entries.stream().map(entry -> URLEncoder.encode(entry.title(), StandardCharsets.UTF_8) + ":"
                + (entry.shown() ? "shown" : "hidden") + (entry.width() == OWN ? "" : ":" + entry.width())).collect(Collectors.joining(";"));
    }
}
