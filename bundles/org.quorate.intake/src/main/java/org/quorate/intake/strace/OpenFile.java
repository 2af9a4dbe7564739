// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import org.quorate.intake.LogMoments;

/** What was done with a file from its open to its close. Descriptors that were copied share it. Used by one thread. */
final class OpenFile {

    /** How it was opened, as open(2) has it. */
    record Flags(boolean create, boolean exclusive, boolean truncate, boolean append, boolean direct, boolean synchronous) {

        static Flags of(String text) {
            return new Flags(text.contains("O_CREAT"), text.contains("O_EXCL"), text.contains("O_TRUNC"), text.contains("O_APPEND"),
                    text.matches(".*O_DIRECT(\\|.*)?"),
                    text.contains("O_SYNC") || text.contains("O_DSYNC"));
        }
    }

    /** Calls of one kind that move data. */
    static final class Moves {
        private final LogMoments sizes = new LogMoments();
        /** Begin elsewhere than the one before ended, or, the first, than at the start. */
        private long jumps;

        LogMoments sizes() {
            return sizes;
        }

        long calls() {
            return sizes.count();
        }

        long bytes() {
            return (long) sizes.sum();
        }

        boolean oneSweep() {
            return jumps == 0;
        }

        boolean mostlyJumps() {
            return 2 * jumps > calls();
        }
    }

    private final String path;
    private final Flags flags;
    private final Moves reads = new Moves();
    private final Moves writes = new Moves();
    private boolean known;
    private int references = 1;
    private long position;
    private long readEnd;
    private long writeEnd;
    private long highest;
    private long syncs;
    private long syncsOfNothing;
    private boolean dirty;
    private long flocks;
    private long recordLocks;
    private long listings;
    private boolean truncated;
    /** As ftruncate left it; -1: it was not called. */
    private long length = -1;

    /** @param known the file existed, as the log shows */
    OpenFile(String path, Flags flags, boolean known) {
        this.path = path;
        this.flags = flags;
        this.known = known;
    }

    /** @param offset where the call says, or -1: where the descriptor is */
    void read(long bytes, long offset) {
        if (bytes > 0) {
            known |= writes.calls() == 0;
            readEnd = move(reads, bytes, offset, readEnd);
        }
    }

    void write(long bytes, long offset) {
        if (bytes > 0) {
            writeEnd = move(writes, bytes, flags.append() ? writeEnd : offset, writeEnd);
            dirty = !flags.synchronous();
            syncs += flags.synchronous() ? 1 : 0;
        }
    }

    private long move(Moves moves, long bytes, long offset, long expected) {
        long start = offset < 0 ? position : offset;
        moves.sizes.add(bytes);
        moves.jumps += start != expected ? 1 : 0;
        position = offset < 0 ? start + bytes : position;
        highest = flags.append() ? highest : Math.max(highest, start + bytes);
        return start + bytes;
    }

    /** Where the last byte that was read or written lies, at most; 0 if that is not known. */
    long highest() {
        return highest;
    }

    void seek(long to) {
        position = to;
        if (to == 0 || to == length) {
            expectWriteHere();
        }
    }

    void sync() {
        if (dirty) {
            syncs++;
        } else {
            syncsOfNothing++;
        }
        dirty = false;
    }

    /** The descriptor stays where it is, so that the first write comes there, or where a seek to the start or the new end leads. */
    void truncate(long to) {
        truncated = true;
        length = to;
        expectWriteHere();
    }

    private void expectWriteHere() {
        if (length >= 0 && writes.calls() == 0) {
            writeEnd = position;
        }
    }

    void flock() {
        flocks++;
    }

    void recordLock() {
        recordLocks++;
    }

    void list() {
        listings++;
    }

    /** The log shows that it existed with content before. */
    void existed() {
        known = true;
    }

    void share() {
        references++;
    }

    /** True if that was the last descriptor. */
    boolean release() {
        return --references == 0;
    }

    String path() {
        return path;
    }

    Flags flags() {
        return flags;
    }

    Moves reads() {
        return reads;
    }

    Moves writes() {
        return writes;
    }

    /** Nothing shows that the file was there before, and O_CREAT would have made it. */
    boolean created() {
        return flags.create() && (flags.exclusive() || !known);
    }

    /** Writes that were followed by fsync, fdatasync, or written through. */
    long syncs() {
        return syncs;
    }

    long syncsOfNothing() {
        return syncsOfNothing;
    }

    long flocks() {
        return flocks;
    }

    long recordLocks() {
        return recordLocks;
    }

    long listings() {
        return listings;
    }

    boolean truncated() {
        return truncated || flags.truncate();
    }
}
