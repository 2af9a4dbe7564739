// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import java.util.Map;

/** How figures are written in a language: its marks, and its words for what units count. Immutable. */
public enum Notation {
    /** {@code 1,234.5 waits}. */
    ENGLISH(Map.of()),
    /** {@code 1.234,5 Wartefälle}. Symbols of the SI, of bytes and bits are the same in both. */
    GERMAN(Map.ofEntries(Map.entry("waits", "Wartefälle"), Map.entry("hand-overs", "Übergaben"), Map.entry("objects", "Objekte"),
            Map.entry("inodes", "Inodes"), Map.entry("cores", "Kerne"), Map.entry("files", "Dateien"), Map.entry("msg", "Nachr."),
            Map.entry("op", "Op."), Map.entry("op/s", "Op./s"), Map.entry("msg/op", "Nachr./Op."), Map.entry("I/O/op", "E/A/Op."),
            Map.entry("I/O/s", "E/A/s"), Map.entry("I/O/MiB", "E/A/MiB"), Map.entry("B/inode", "B/Inode"), Map.entry("B/op", "B/Op."),
            Map.entry("KiB/op", "KiB/Op."), Map.entry("MiB/op", "MiB/Op."), Map.entry("GiB/op", "GiB/Op."), Map.entry("TiB/op", "TiB/Op."),
            Map.entry("PiB/op", "PiB/Op."), Map.entry("EiB/op", "EiB/Op.")));

    private final Map<String, String> symbols;

    Notation(Map<String, String> symbols) {
        this.symbols = symbols;
    }

    /** A number as {@link Quantity} writes it in English, with the marks of this notation. */
    public String number(String english) {
        return this == ENGLISH ? english : english.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }

    /** The symbol of a unit. */
    public String symbol(String english) {
        return symbols.getOrDefault(english, english);
    }
}
