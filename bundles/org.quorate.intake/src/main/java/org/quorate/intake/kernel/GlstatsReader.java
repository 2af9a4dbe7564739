// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Lines;
import org.quorate.intake.Rejects;
import org.quorate.model.observed.LockCalls;

/**
 * Reads {@code /sys/kernel/debug/gfs2/LOCKTABLE/glstats}: requests and holders by type of glock, and round trips as remarks
 * (fs/gfs2/glock.c:gfs2_glstats_seq_show; Documentation/filesystems/gfs2-glocks.rst). Pure function of the file, thread-safe.
 */
public final class GlstatsReader {

    private static final String PAIR = ":([0-9]{1,18})/[0-9]{1,20} ";
    private static final Pattern LINE = Pattern.compile("G: n:([0-9]{1,3})/[0-9a-f]{1,16} rtt" + PAIR + "rttb" + PAIR + "irt" + PAIR
            + "dcnt: ([0-9]{1,11}) qcnt: ([0-9]{1,11})");

    private final long[] locks = new long[Glock.TYPES.size()];
    private final long[] requests = new long[Glock.TYPES.size()];
    private final long[] holders = new long[Glock.TYPES.size()];
    private final double[] quick = new double[Glock.TYPES.size()];
    private final double[] blocking = new double[Glock.TYPES.size()];
    private final long[] quickLocks = new long[Glock.TYPES.size()];
    private final long[] blockingLocks = new long[Glock.TYPES.size()];

    private GlstatsReader() {
    }

    /**
     * Reads a dump of up to 1 GiB.
     *
     * @throws IntakeException if no line is one of a glock's statistics, or it is too large
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static Dump read(IntakeSource source) throws IOException {
        return new GlstatsReader().dump(source);
    }

    private Dump dump(IntakeSource source) throws IOException {
        Rejects rejects = new Rejects();
        Lines lines = new Lines(source, rejects);
        long total = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher matcher = LINE.matcher(line.stripTrailing());
            int type = matcher.matches() ? Glock.type(matcher.group(1)) : -1;
            if (type < 0) {
                rejects.add(lines.number(), line, line.isEmpty() ? "empty" : "not a line of a glock's statistics");
            } else {
                add(type, matcher);
                total++;
            }
        }
        if (total == 0) {
            throw rejects.useless("there is no glock in it", "of a glock's statistics, as GFS2's glstats has them");
        }
        List<LockCalls> calls = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int type = 0; type < locks.length; type++) {
            if (locks[type] > 0) {
                calls.add(new LockCalls(Glock.TYPES.get(type), locks[type], requests[type], holders[type]));
                time(remarks, type, "that did not wait for another node", quick[type], quickLocks[type]);
                time(remarks, type, "that could wait for another node", blocking[type], blockingLocks[type]);
            }
        }
        return new Dump(List.of(), List.of(), 0, calls, remarks, rejects.list());
    }

    private void add(int type, Matcher matcher) {
        long srtt = Long.parseLong(matcher.group(2));
        long srttb = Long.parseLong(matcher.group(3));
        locks[type]++;
        requests[type] += Long.parseLong(matcher.group(5));
        holders[type] += Long.parseLong(matcher.group(6));
        quick[type] += srtt;
        blocking[type] += srttb;
        quickLocks[type] += srtt > 0 ? 1 : 0;
        blockingLocks[type] += srttb > 0 ? 1 : 0;
    }

    private static void time(List<String> remarks, int type, String which, double sum, long number) {
        if (number > 0) {
            remarks.add(String.format(Locale.ROOT, "%s: requests %s took %.1f us (smoothed by the kernel; mean over %d)",
                    Glock.TYPES.get(type), which, sum / number / 1000, number));
        }
    }
}
