// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;

/** The sections of a job file (HOWTO, "Job file format"). Pure function of the file. */
final class JobFile {

    /** Far beyond any job file. */
    private static final long MOST_BYTES = 1 << 20;
    /** Other names of options (options.c, ".alias"). */
    private static final Map<String, String> ALIASES = Map.of("readwrite", "rw", "blocksize", "bs", "blocksize_range", "bsrange",
            "timeout", "runtime", "wait_for_previous", "stonewall", "io_limit", "io_size", "nr_files", "nrfiles");

    private JobFile() {
    }

    /** All sections but [global], in order. */
    static List<JobSection> read(IntakeSource source, Rejects rejects) throws IOException {
        Lines lines = new Lines(source, rejects);
        List<JobSection> sections = new ArrayList<>();
        JobSection global = new JobSection("global", 0, null);
        JobSection current = null;
        for (String raw = lines.next(); raw != null; raw = lines.next()) {
            if (lines.bytes() > MOST_BYTES) {
                throw new IntakeException("larger than " + (MOST_BYTES >> 20) + " MiB, which no job file of fio is");
            }
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith(";") || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1).strip();
                current = name.equalsIgnoreCase("global") ? global : new JobSection(name, lines.number(), global);
                if (current != global) {
                    sections.add(current);
                }
            } else {
                option(current, lines.number(), line, rejects);
            }
        }
        return sections;
    }

    private static void option(JobSection section, long number, String line, Rejects rejects) {
        int equals = line.indexOf('=');
        String key = (equals < 0 ? line : line.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "1" : line.substring(equals + 1).strip();
        if (section == null) {
            rejects.add(number, line, "stands before the first section");
        } else if (!key.matches("[a-z0-9_:-]{1,60}")) {
            rejects.add(number, line, key.startsWith("include ") ? "other files are not read" : "neither a section nor an option");
        } else if (value.contains("${")) {
            rejects.add(number, line, "a variable of the environment: not expanded here");
        } else {
            section.put(ALIASES.getOrDefault(key, key), new JobSection.Option(number, line, value));
        }
    }
}
