// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.study.unsafe.Copy.Image;

/** One node's transactions, in a log that it believes to be its own. Not thread-safe. */
final class NodeLog {

    /** No time. */
    static final long NONE = -1;

    private final int node;
    private final SharedDevice device;
    private final DiskFormat format;
    private final RunClock clock;
    private final Set<Copy> running = new LinkedHashSet<>();
    private final Set<Copy> committed = new LinkedHashSet<>();
    /** Transactions of which something may not be in its place yet. */
    private final List<SharedLog.Transaction> live = new ArrayList<>();
    private int changedInodes;
    private long number = 1;
    private int head;
    private long runningSince = NONE;
    private long committedSince = NONE;

    NodeLog(int node, SharedDevice device, DiskFormat format, RunClock clock) {
        this.node = node;
        this.device = device;
        this.format = format;
        this.clock = clock;
    }

    /** The mount: what is in the log is taken for what a crash left, and written in its place. */
    void recover() {
        List<SharedLog.Transaction> found = device.log().recoverable();
        for (SharedLog.Transaction transaction : found) {
            transaction.images().forEach(image -> device.write(image, node, clock.nanos()));
        }
        number = device.log().nextNumber(found);
        head = device.log().nextStart(found, format.logRestarts());
        if (!found.isEmpty()) {
            device.log().begin(head, number);
        }
    }

    /** A copy is changed by the transaction that gathers now. */
    void join(Copy copy, boolean inode) {
        running.add(copy);
        changedInodes += inode ? 1 : 0;
        if (runningSince == NONE) {
            runningSince = clock.nanos();
        }
    }

    /** When the transaction that gathers now began; -1: none does. */
    long runningSince() {
        return runningSince;
    }

    void commit() {
        if (runningSince == NONE) {
            return;
        }
        List<Image> written = running.stream().map(Copy::image).toList();
        int length = Math.min(device.log().blocks(), format.logLength(written.size(), changedInodes));
        SharedLog.Transaction transaction = new SharedLog.Transaction(node, number, head, length, written);
        device.writeLog(transaction, clock.nanos());
        live.add(transaction);
        head = (head + length) % device.log().blocks();
        number++;
        committed.addAll(running);
        running.clear();
        changedInodes = 0;
        runningSince = NONE;
        committedSince = committedSince == NONE ? clock.nanos() : committedSince;
    }

    /** The flusher's turn: what has been committed is written in its place if the first of it is as old as that. */
    void writeBack(long age) {
        if (committedSince == NONE || clock.nanos() - committedSince < age) {
            return;
        }
        boolean left = false;
        for (Copy copy : List.copyOf(committed)) {
            if (running.contains(copy) && !format.writesWhatIsPinned()) {
                left = true;
            } else {
                device.write(copy.image(), node, clock.nanos());
                committed.remove(copy);
            }
        }
        committedSince = left ? clock.nanos() : NONE;
        live.removeIf(transaction -> !transaction.needed());
    }

    /** What callers were told to be safe and what is only in the log: each copy as it was last. */
    Collection<Image> onlyInLog() {
        Map<Copy, Image> last = new LinkedHashMap<>();
        live.forEach(transaction -> transaction.images().forEach(image -> last.put(image.copy(), image)));
        last.values().removeIf(image -> image.copy().isWritten(image.count()));
        return last.values();
    }

    /** Transactions of which something is not yet in its place. */
    long transactionsOnlyInLog() {
        return live.stream().filter(SharedLog.Transaction::needed).count();
    }
}
