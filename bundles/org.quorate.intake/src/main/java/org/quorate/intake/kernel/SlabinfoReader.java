// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;
import org.quorate.model.observed.SlabUse;

/** Reads /proc/slabinfo, version 2.1 (mm/slab_common.c:cache_show). Pure function of the file, thread-safe. */
public final class SlabinfoReader {

    /** Far beyond any kernel, which has some two hundred. */
    private static final int MOST_CACHES = 10_000;
    private static final Pattern LINE = Pattern.compile("(\\S{1,100}(?: \\S{1,100})?) +([0-9]{1,15}) +([0-9]{1,15}) +([0-9]{1,9}) +[0-9]{1,9} +[0-9]{1,9} : "
            + "tunables.*");

    private SlabinfoReader() {
    }

    /**
     * Reads the caches.
     *
     * @throws IntakeException if no line is one of a cache, or it is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Dump read(IntakeSource source) throws IOException {
        Rejects rejects = new Rejects();
        Map<String, SlabUse> caches = new LinkedHashMap<>();
        Lines lines = new Lines(source, rejects);
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher matcher = LINE.matcher(line);
            if (line.startsWith("# name") || line.startsWith("slabinfo - version: 2.")) {
                continue;
            }
            if (!matcher.matches()) {
                rejects.add(lines.number(), line, line.isEmpty() ? "empty" : "not a line of a cache");
            } else if (caches.containsKey(matcher.group(1))) {
                rejects.add(lines.number(), line, "a second cache of that name");
            } else if (caches.size() == MOST_CACHES) {
                rejects.add(lines.number(), line, "more than " + MOST_CACHES + " caches");
            } else {
                caches.put(matcher.group(1), new SlabUse(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)),
                        Integer.parseInt(matcher.group(4))));
            }
        }
        if (caches.isEmpty()) {
            throw rejects.useless("there is no cache in it", "of a cache, as /proc/slabinfo has them");
        }
        return new Dump(List.copyOf(caches.values()), List.of(), 0, List.of(), List.of(), rejects.list());
    }
}
