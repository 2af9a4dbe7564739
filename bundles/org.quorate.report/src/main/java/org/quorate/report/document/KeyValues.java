// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings and their values.
 *
 * @param entries in order
 */
public record KeyValues(List<Entry> entries) implements Block {

    /**
     * One setting.
     *
     * @param key   its name
     * @param value with its unit
     */
    public record Entry(String key, String value) {
    }

    public KeyValues {
        entries = List.copyOf(entries);
    }

    /** From key, value, key, value and so on. */
    public static KeyValues of(String... keysAndValues) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.add(new Entry(keysAndValues[i], keysAndValues[i + 1]));
        }
        return new KeyValues(entries);
    }
}
