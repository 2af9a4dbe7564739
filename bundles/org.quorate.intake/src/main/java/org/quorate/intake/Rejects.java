// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.UnitFormat;

/** Collects what an import cannot use, in bounded memory whatever the file holds. Used by one thread. */
public final class Rejects {

    /** Lines that are shown for one reason; the others are counted. */
    public static final int MOST_EXAMPLES = 20;
    /** Different reasons; what comes after is counted together. */
    private static final int MOST_REASONS = 200;
    private static final int MOST_TEXT = 100;

    private final Map<String, Reason> reasons = new LinkedHashMap<>();
    private long total;

    /** The lines of one reason. */
    private static final class Reason {
        private final List<Unused.Example> examples = new ArrayList<>();
        private long lines;
    }

    /**
     * A line that is of no use.
     *
     * @param line   from 1; 0 for what is not a line
     * @param text   as {@link Lines} gives it
     * @param reason why
     */
    public void add(long line, String text, String reason) {
        String known = reasons.containsKey(reason) || reasons.size() < MOST_REASONS ? reason : "one of many further reasons";
        Reason entry = reasons.computeIfAbsent(known, ignored -> new Reason());
        entry.lines++;
        total++;
        if (entry.examples.size() < MOST_EXAMPLES) {
            entry.examples.add(new Unused.Example(line, shown(text)));
        }
    }

    /** Bytes as a person wrote them, in quotes; safe to print. */
    public static String shown(String text) {
        String part = text.length() > 4 * MOST_TEXT ? text.substring(0, 4 * MOST_TEXT) : text;
        String decoded = new String(part.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return "'" + UnitFormat.printable(decoded, MOST_TEXT) + "'";
    }

    /** Lines so far, for all reasons. */
    public long total() {
        return total;
    }

    /** The line that came up first, and why it is of no use; empty if there is none. */
    public String first() {
        return reasons.entrySet().stream().findFirst().map(entry -> entry.getValue().examples.get(0).text() + ": " + entry.getKey()).orElse("");
    }

    /**
     * Why a file is of no use of which no line was.
     *
     * @param empty what it says if there was no line at all
     * @param form  of lines that would have been, behind "no line is "
     */
    public IntakeException useless(String empty, String form) {
        return new IntakeException(total == 0 ? empty : "no line is " + form + "; the first that is not: " + first());
    }

    /** By reason, in the order in which they came up. */
    public List<Unused> list() {
        List<Unused> list = new ArrayList<>();
        reasons.forEach((reason, entry) -> list.add(new Unused(reason, entry.lines, entry.examples)));
        return list;
    }
}
