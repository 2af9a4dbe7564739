// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.cluster.vfs.FreeSpace;

/**
 * The window of clusters that each node allocates from, and the reservations in it (fs/ocfs2/localalloc.c, reservations.c). Each file
 * that is written sets 16 clusters aside; when the window is all set aside, the longest unused reservation gives up half of itself,
 * and then the rest. A large file that is written after many small ones therefore lies in what they left over. Not
 * thread-safe.
 */
final class LocalAlloc implements FreeSpace {

    /** ocfs2_resv_window_bits at the default level 2: 4 shifted by 2, kernel reference 4.3. */
    private static final int RESERVED = 16;
    private static final long AREA = 1L << 40;
    private static final long DATA = 1L << 35;

    private final int windowClusters;
    private final int clusterBlocks;
    private final Window[] windows;
    private int taken;

    /** Clusters from start on, as many as length, kept for a file. */
    private static final class Reservation {
        final int row;
        int start;
        int length;

        Reservation(int row, int start, int length) {
            this.row = row;
            this.start = start;
            this.length = length;
        }
    }

    /** A run of free clusters that nobody has set aside. */
    private record Run(int start, int length) {
    }

    /** The window of one node. */
    private final class Window {
        private final BitSet used = new BitSet();
        private final TreeMap<Integer, Reservation> inOrder = new TreeMap<>();
        private final Map<Integer, Reservation> ofFile = new java.util.HashMap<>();
        private final Map<Integer, Integer> lastEnd = new java.util.HashMap<>();
        /** Longest unused first. */
        private final LinkedHashSet<Reservation> byUse = new LinkedHashSet<>();
        private long base;
        private int free = windowClusters;
        /** Clusters that are neither used nor set aside. */
        private int open = windowClusters;
        /** No open run of {@link #RESERVED} clusters begins before this one. */
        private int firstLong;

        int claim(int row, int wanted) {
            Reservation reservation = ofFile.get(row);
            if (reservation == null) {
                if (free == 0) {
                    slide();
                }
                reservation = reserve(row, wanted);
            }
            int start = reservation.start;
            int count = Math.min(wanted, reservation.length);
            used.set(start, start + count);
            free -= count;
            inOrder.remove(start);
            byUse.remove(reservation);
            lastEnd.put(row, start + count);
            reservation.start += count;
            reservation.length -= count;
            if (reservation.length == 0) {
                ofFile.remove(row);
            } else {
                inOrder.put(reservation.start, reservation);
                byUse.add(reservation);
            }
            taken = count;
            return start;
        }

        /** localalloc.c:ocfs2_local_alloc_slide_window: the next window, all free. */
        private void slide() {
            base += windowClusters;
            used.clear();
            inOrder.clear();
            ofFile.clear();
            lastEnd.clear();
            byUse.clear();
            free = windowClusters;
            open = windowClusters;
            firstLong = 0;
        }

        /** ocfs2_resv_find_window: from where the file ended, then from the beginning, then somebody else's. */
        private Reservation reserve(int row, int wanted) {
            int goal = lastEnd.getOrDefault(row, 0);
            int length = Math.max(RESERVED, wanted);
            Run run = open == 0 ? null : findFrom(goal < windowClusters ? goal : 0, length);
            if (run == null && open > 0) {
                run = find(0, length);
            }
            if (run == null) {
                run = cannibalize();
            } else {
                open -= run.length();
            }
            Reservation made = new Reservation(row, run.start(), run.length());
            ofFile.put(row, made);
            inOrder.put(made.start, made);
            byUse.add(made);
            return made;
        }

        /** As {@link #find}, without a look at what is known to be short. */
        private Run findFrom(int from, int wanted) {
            Run run = firstLong < windowClusters ? find(Math.max(from, firstLong), wanted) : null;
            boolean found = run != null && run.length() == wanted;
            if (wanted == RESERVED && from <= firstLong) {
                firstLong = found ? run.start() : windowClusters;
            }
            return found ? run : find(from, wanted);
        }

        /** The first open run that is long enough, else the longest. */
        private Run find(int from, int wanted) {
            Run best = null;
            Map.Entry<Integer, Reservation> before = inOrder.floorEntry(from);
            int at = before == null ? from : Math.max(from, before.getKey() + before.getValue().length);
            while (at < windowClusters) {
                Map.Entry<Integer, Reservation> next = inOrder.ceilingEntry(at);
                int end = next == null ? windowClusters : next.getKey();
                for (int start = used.nextClearBit(at); start < end; start = used.nextClearBit(at)) {
                    int stop = used.nextSetBit(start);
                    at = stop < 0 ? end : Math.min(end, stop);
                    if (best == null || at - start > best.length()) {
                        best = new Run(start, Math.min(wanted, at - start));
                    }
                    if (best.length() == wanted) {
                        return best;
                    }
                }
                at = next == null ? windowClusters : end + next.getValue().length;
            }
            return best;
        }

        /** ocfs2_cannibalize_resv. */
        private Run cannibalize() {
            Reservation victim = byUse.iterator().next();
            if (victim.length <= RESERVED / 2) {
                inOrder.remove(victim.start);
                ofFile.remove(victim.row);
                byUse.remove(victim);
                return new Run(victim.start, victim.length);
            }
            int shrink = victim.length / 2;
            victim.length -= shrink;
            return new Run(victim.start + victim.length, shrink);
        }

        void discard(int row) {
            lastEnd.remove(row);
            Reservation reservation = ofFile.remove(row);
            if (reservation != null) {
                inOrder.remove(reservation.start);
                byUse.remove(reservation);
                open += reservation.length;
                firstLong = Math.min(firstLong, Math.max(0, reservation.start - RESERVED + 1));
            }
        }
    }

    /**
     * Makes the windows.
     *
     * @param windowBlocks  blocks of 4 KiB in a window
     * @param clusterBlocks blocks in a cluster
     */
    LocalAlloc(int nodes, long windowBlocks, int clusterBlocks) {
        this.clusterBlocks = clusterBlocks;
        windowClusters = (int) (windowBlocks / clusterBlocks);
        windows = new Window[nodes];
        java.util.Arrays.setAll(windows, i -> new Window());
    }

    @Override
    public long take(int node, int row, int wanted) {
        Window window = windows[node];
        int start = window.claim(row, (wanted + clusterBlocks - 1) / clusterBlocks);
        taken *= clusterBlocks;
        return node * AREA + DATA + (window.base + start) * clusterBlocks;
    }

    @Override
    public int taken() {
        return taken;
    }

    @Override
    public void forget(int node, int row) {
        windows[node].discard(row);
    }

    /** Default size of the window by cluster size, kernel reference 4.3. */
    static long windowMebibytes(long clusterBytes) {
        if (clusterBytes <= 4096) {
            return 106;
        }
        return clusterBytes <= 8192 ? 232 : clusterBytes <= 16384 ? 244 : 256;
    }
}
