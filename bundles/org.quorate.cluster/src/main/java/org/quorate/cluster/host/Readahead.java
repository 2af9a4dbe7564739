// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;

/**
 * Reads pages of files into the page cache with the kernel's windows (mm/readahead.c:ondemand_readahead). Windows are read when
 * their first page is wanted; the kernel asks for the next one a window earlier, which makes the same requests. Not thread-safe.
 */
public final class Readahead {

    /** VM_READAHEAD_PAGES: 128 KiB. */
    private static final int MOST = 32;

    private final Machine machine;
    private final InodeCache inodes;
    private int[] runs = new int[64];
    private long[] starts = new long[64];
    private int count;
    /** Runs of earlier windows. */
    private int begun;
    /** By rows of the inode cache: page after the last window, its length, page after the last read. */
    private int[] windowEnd = new int[64];
    private int[] windowSize = new int[64];
    private int[] lastRead = new int[64];

    public Readahead(Machine machine) {
        this.machine = machine;
        inodes = machine.inodes();
    }

    /**
     * Reads what is missing of the pages from one to another, exclusive, and what the windows take along.
     *
     * @return when it is there, nanoseconds of simulated time; the present if nothing was missing
     */
    public long read(int frame, int row, int first, int end) {
        if (row >= windowEnd.length) {
            windowEnd = Arrays.copyOf(windowEnd, Math.max(row + 1, windowEnd.length * 2));
            windowSize = Arrays.copyOf(windowSize, windowEnd.length);
            lastRead = Arrays.copyOf(lastRead, windowEnd.length);
        }
        int file = inodes.inode[row];
        int pages = inodes.dataPages(file);
        count = 0;
        for (int page = inodes.firstMissing(row, first); page < end; page = inodes.firstMissing(row, page)) {
            boolean sequential = page == 0 || page == windowEnd[row] || first == lastRead[row] || page > first;
            if (!sequential && end - page <= MOST) {
                windowSize[row] = end - page; // "standalone, small random read: read as is"
            } else {
                windowSize[row] = page != 0 && page == windowEnd[row] ? next(windowSize[row]) : initial(end - page);
            }
            int until = Math.min(pages, page + windowSize[row]);
            windowEnd[row] = page + windowSize[row];
            collect(row, file, page, until);
            page = until;
        }
        lastRead[row] = end;
        return count == 0 ? machine.interpreter().now() : machine.lun().readRuns(frame, runs, count);
    }

    /** get_init_ra_size. */
    private static int initial(int wanted) {
        int size = Math.max(1, Integer.highestOneBit(Math.max(1, wanted * 2 - 1)));
        return size <= MOST / 32 ? size * 4 : size <= MOST / 4 ? size * 2 : MOST;
    }

    /** get_next_ra_size. */
    private static int next(int size) {
        return size < MOST / 16 ? size * 4 : size <= MOST / 2 ? size * 2 : MOST;
    }

    /** Requests of one window: neighbours on the device that are not cached yet. */
    private void collect(int row, int file, int first, int end) {
        long last = Long.MIN_VALUE;
        begun = count;
        for (int page = first; page < end; page++) {
            if (inodes.firstCached(row, page, page + 1) == page) {
                last = Long.MIN_VALUE;
                continue;
            }
            long address = machine.names().pageAddressOf(file, page);
            if (address != last + 1) {
                joinBefore();
                if (count == runs.length) {
                    runs = Arrays.copyOf(runs, count * 2);
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count] = address;
                runs[count++] = 0;
            }
            runs[count - 1]++;
            last = address;
        }
        joinBefore();
        if (end > first) {
            inodes.cache(row, first, end);
        }
    }

    /** A run that ends where the one before it begins joins its request (block/blk-merge.c:bio_attempt_front_merge). */
    private void joinBefore() {
        if (count - begun >= 2 && starts[count - 1] + runs[count - 1] == starts[count - 2]) {
            starts[count - 2] = starts[count - 1];
            runs[count - 2] += runs[count - 1];
            count--;
        }
    }
}
