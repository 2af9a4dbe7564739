// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.map.CrossoverMap;

/**
 * The JSON form of a map, {@link CrossoverMap#FORMAT}: the records as they stand, absent values as null. Unknown fields are
 * errors. Thread-safe.
 */
public final class MapJson {

    /** The map as text, indented, with a line end at its end. */
    public String write(CrossoverMap map) {
        return JsonForm.text(map);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public CrossoverMap read(String text) {
        return JsonForm.read(text, CrossoverMap.class, CrossoverMap::format, CrossoverMap.FORMAT, "a map");
    }
}
