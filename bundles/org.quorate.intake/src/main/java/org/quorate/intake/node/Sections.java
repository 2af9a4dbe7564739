// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;

/**
 * Sections of what a script printed: {@code #NAME}, then lines behind a {@code |}; {@code ?NAME} for what the node does not have. Used by one
 * thread.
 */
public final class Sections {

    /** Far beyond any node: the scripts cut their sections at 256 KiB. */
    private static final int MOST_LINES = 200_000;
    private static final String END = "end";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean ended;

    /**
     * @param first of the script, as in {@code quorate-inventory 1}
     * @throws IntakeException if it does not begin so
     */
    public static Sections read(IntakeSource source, String first) throws IOException {
        Sections all = new Sections();
        Rejects rejects = new Rejects();
        Lines lines = new Lines(source, rejects);
        String line = lines.next();
        // A login may greet before the script begins.
        while (line != null && !line.equals("#" + first)) {
            line = lines.next();
        }
        if (line == null) {
            throw new IntakeException("this is not what the script prints: there is no line #" + first);
        }
        all.collect(lines);
        if (rejects.total() > 0) {
            all.remarks.add(rejects.total() + " lines were too long and were left out");
        }
        return all;
    }

    /** Its last line was there. */
    boolean ended() {
        return ended;
    }

    private void collect(Lines lines) throws IOException {
        List<String> current = new ArrayList<>();
        for (String line = lines.next(); line != null && !ended; line = lines.next()) {
            if (line.equals("#" + END)) {
                ended = true;
            } else if (line.startsWith("#")) {
                current = sections.computeIfAbsent(line.substring(1), name -> new ArrayList<>());
            } else if (line.startsWith("?")) {
                missing.add(line.substring(1));
            } else if (line.startsWith("|") && lines.number() < MOST_LINES) {
                current.add(new String(line.substring(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
            if (ended) {
                break;
            }
        }
        if (!ended) {
            remarks.add("the output ends early: what comes after " + sections.keySet().stream().reduce((a, b) -> b).orElse("its first line")
                    + " is unknown");
        }
    }

    /** The lines of a section, none if it is not there. */
    public List<String> lines(String name) {
        return sections.getOrDefault(name, List.of());
    }

    /** The first line of a section without blanks around it, empty if there is none. */
    public String line(String name) {
        return lines(name).stream().findFirst().orElse("").strip();
    }

    /** Lines of fields that are separated by tabs, the first of which is a word. */
    public List<String[]> rows(String name, String word, int fields) {
        return lines(name).stream().map(line -> line.split("\t", -1)).filter(row -> row.length >= fields && row[0].equals(word)).toList();
    }

    /** The node has no such tool or file, or it may not be read. */
    public boolean lacks(String name) {
        return missing.contains(name);
    }

    /** What a person should know of the output, a line each. */
    public List<String> remarks() {
        return remarks;
    }
}
