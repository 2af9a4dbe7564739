// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;

/**
 * Reads {@code /sys/kernel/debug/ocfs2/UUID/locking_state}: lock resources by type and level (fs/ocfs2/dlmglue.c:ocfs2_dlm_seq_show,
 * versions 1 to 4). Pure function of the file, thread-safe.
 *
 * <p>The kernel does not list all: a line that no longer fits into the page that it fills is passed over, because
 * ocfs2_dlm_seq_start goes on behind the lock that it stopped at. Measured on 6.1, on a node with the locks of 602 files and directories:
 * 2243 of 2466 lock resources were listed, and of 301: 1157 of 1262. A page has on average half a line of room left, which gives 226 and
 * 105 that are missing.
 */
public final class LockingStateReader {

    /** Letters that names begin with, and the types (fs/ocfs2/ocfs2_lockid.h:ocfs2_lock_type_char). */
    private static final String LETTERS = "MWONFRYPDSQTI";
    private static final List<String> TYPES = List.of("META", "RW", "OPEN", "DENTRY", "FLOCK", "RENAME", "NFS_SYNC", "ORPHAN_SCAN", "DATA", "SUPER",
            "QUOTA_INFO", "REFCOUNT", "TRIM_FS");
    /** Levels -1, 0, 3 and 5 (include/uapi/linux/dlmconstants.h). */
    private static final List<String> LEVELS = List.of("-1", "0", "3", "5");
    private static final List<String> MODES = List.of("IV", "NL", "PR", "EX");
    /** What a file of seq_file gives at a time (fs/seq_file.c). */
    private static final long PAGE = 4096;
    private static final int LEAST_FIELDS = 10;

    private LockingStateReader() {
    }

    /**
     * Reads a dump of up to 1 GiB.
     *
     * @throws IntakeException if no line is one of a lock resource, or it is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Dump read(IntakeSource source) throws IOException {
        Rejects rejects = new Rejects();
        LockCounts counts = new LockCounts(TYPES, MODES);
        Lines lines = new Lines(source, rejects);
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] fields = line.split("\t", LEAST_FIELDS);
            int type = fields.length == LEAST_FIELDS && !fields[1].isEmpty() ? LETTERS.indexOf(fields[1].charAt(0)) : -1;
            if (fields.length < LEAST_FIELDS || !fields[0].matches("0x[1-9]")) {
                rejects.add(lines.number(), line, line.isEmpty() ? "empty" : "not a line of a lock resource");
            } else if (type < 0 || !LEVELS.contains(fields[2])) {
                rejects.add(lines.number(), line, "a type or level that OCFS2 does not have");
            } else {
                counts.add(type, LEVELS.indexOf(fields[2]));
            }
        }
        if (counts.total() == 0) {
            throw rejects.useless("there is no lock resource in it", "of a lock resource, as OCFS2's locking_state has them");
        }
        long missing = unlisted(lines.bytes(), lines.number());
        List<String> remarks = missing == 0 ? List.of() : List.of(String.format(Locale.ROOT, "locking_state lists %d lock resources; the kernel leaves"
                + " one out for each 4 KiB that it writes, so about %d more are there, of any type: only the sum of all has them", counts.total(), missing));
        return new Dump(List.of(), counts.uses(), missing, List.of(), remarks, rejects.list());
    }

    /**
     * Locks that the kernel leaves out, about.
     *
     * @param bytes of the whole file
     * @param lines of it, at least 1
     */
    public static long unlisted(long bytes, long lines) {
        // Of lines longer than a page, which no kernel writes, none would be listed.
        double room = Math.min(PAGE, (double) bytes / lines) / 2;
        return (long) (bytes / (PAGE - room));
    }
}
