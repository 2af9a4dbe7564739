// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;

/**
 * Reads {@code /sys/kernel/debug/gfs2/LOCKTABLE/glocks}: glocks by type and state (fs/gfs2/glock.c:gfs2_dump_glock). Pure function of the
 * file, thread-safe.
 */
public final class GlocksReader {

    private static final Pattern GLOCK = Pattern.compile("G: {1,9}s:([A-Z?]{1,4}) n:([0-9]{1,3})/[0-9a-f]{1,16} .*");
    /** Holders, inodes, resource groups and reservations are told indented below their glock. */
    private static final Pattern BELOW = Pattern.compile(" {1,9}[A-Z]: .*");

    private GlocksReader() {
    }

    /**
     * Reads a dump of up to 1 GiB.
     *
     * @throws IntakeException if no line is one of a glock, or it is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Dump read(IntakeSource source) throws IOException {
        Rejects rejects = new Rejects();
        LockCounts counts = new LockCounts(Glock.TYPES, Glock.STATES);
        Lines lines = new Lines(source, rejects);
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher matcher = GLOCK.matcher(line);
            if (!matcher.matches()) {
                if (!BELOW.matcher(line).matches()) {
                    rejects.add(lines.number(), line, line.isEmpty() ? "empty" : "not a line of a glock");
                }
            } else if (Glock.type(matcher.group(2)) < 0 || !Glock.STATES.contains(matcher.group(1))) {
                rejects.add(lines.number(), line, "a type or state that GFS2 does not have");
            } else {
                counts.add(Glock.type(matcher.group(2)), Glock.STATES.indexOf(matcher.group(1)));
            }
        }
        if (counts.total() == 0) {
            throw rejects.useless("there is no glock in it", "of a glock, as GFS2's glocks has them");
        }
        return new Dump(List.of(), counts.uses(), 0, List.of(), List.of(), rejects.list());
    }
}
