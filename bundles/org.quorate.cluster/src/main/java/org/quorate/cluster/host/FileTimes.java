// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.model.AccessTimes;

/**
 * When inodes were last read and last changed, as far as their timestamps say so, and whether a read must write that down. The clock of
 * file times ticks with the timer (fs/inode.c:current_time). What is there at the start was made, and last read, two days before; warm
 * files are read at the start. Not thread-safe.
 */
public final class FileTimes {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_SECONDS = 24 * 60 * 60;
    /** Age of all files when the run starts: more than relatime's day, for files that nobody has read for long. */
    private static final long START_SECONDS = 2 * DAY_SECONDS;

    private final NameSpace names;
    private final Interpreter interpreter;
    private final AccessTimes mode;
    private final long ticksPerSecond;
    private final long jiffyNanos;
    /** Ticks since all files were made, by rows of the name space. */
    private long[] read = new long[64];
    private long[] changed = new long[64];

    FileTimes(NameSpace names, Interpreter interpreter, AccessTimes mode, int timerHz) {
        this.names = names;
        this.interpreter = interpreter;
        this.mode = mode;
        ticksPerSecond = timerHz;
        jiffyNanos = SECOND_NANOS / timerHz;
    }

    private long tick() {
        return START_SECONDS * ticksPerSecond + interpreter.now() / jiffyNanos;
    }

    private int row(int inode) {
        int row = names.row(inode);
        if (row >= read.length) {
            read = Arrays.copyOf(read, Math.max(row + 1, read.length * 2));
            changed = Arrays.copyOf(changed, read.length);
        }
        return row;
    }

    /** The inode was read: its access time is now. */
    public void read(int inode) {
        int row = row(inode); // the columns may grow here
        read[row] = tick();
    }

    /** Its data or metadata changed: the times of the last modification and the last change are now. */
    public void changed(int inode) {
        int row = row(inode);
        changed[row] = tick();
    }

    /** It came to be: all its times are now. */
    public void made(int inode) {
        int row = row(inode);
        read[row] = tick();
        changed[row] = tick();
    }

    /** The time of its last change is now already. */
    public boolean isChangedNow(int inode) {
        int row = row(inode);
        return changed[row] == tick();
    }

    /** A read must write the access time (fs/inode.c:atime_needs_update, relatime_need_update). */
    public boolean isDue(int inode) {
        if (mode == AccessTimes.NOATIME) {
            return false;
        }
        int row = row(inode);
        long now = tick();
        return read[row] != now && (mode == AccessTimes.STRICTATIME || read[row] <= changed[row]
                || seconds(now) - seconds(read[row]) >= DAY_SECONDS);
    }

    /**
     * The same for a file system with a rule of its own (fs/ocfs2/file.c:ocfs2_should_update_atime): no day with relatime, no precision
     * with strictatime.
     *
     * @param quantumSeconds age up to which strictatime lets an access time be
     */
    public boolean isDue(int inode, long quantumSeconds) {
        if (mode == AccessTimes.NOATIME) {
            return false;
        }
        int row = row(inode);
        return mode == AccessTimes.RELATIME ? read[row] <= changed[row] : seconds(tick()) - seconds(read[row]) > quantumSeconds;
    }

    private long seconds(long ticks) {
        return ticks / ticksPerSecond;
    }
}
