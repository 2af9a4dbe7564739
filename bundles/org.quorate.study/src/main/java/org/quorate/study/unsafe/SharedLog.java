// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.study.unsafe.Copy.Image;

/**
 * The one log of the device, in which every node believes to be alone: each has its own head and its own number for the next
 * transaction, and all start at the same ones. Not thread-safe.
 */
final class SharedLog {

    /**
     * A transaction as it was written.
     *
     * @param node   that wrote it
     * @param number by which recovery looks for it
     * @param start  first block
     * @param length blocks, with descriptors and commit
     * @param images what it says the blocks of the file system are
     */
    record Transaction(int node, long number, int start, int length, List<Image> images) {
        /** Something of it is not yet in its place: a crash would need it. */
        boolean needed() {
            return images.stream().anyMatch(image -> !image.copy().isWritten(image.count()));
        }
    }

    /**
     * What a write into the log destroyed.
     *
     * @param node   whose transactions
     * @param blocks of the log
     */
    record Overwritten(int node, int blocks) {
    }

    private final int blocks;
    private final Map<Integer, Transaction> owners = new HashMap<>();
    /** As the log's superblock says it: where recovery begins, and with which number. */
    private int tail;
    private long tailNumber = 1;

    SharedLog(int blocks) {
        this.blocks = blocks;
    }

    int blocks() {
        return blocks;
    }

    /** Writes a transaction; tells what it destroyed of those of other nodes that are still needed. */
    List<Overwritten> write(Transaction transaction) {
        Map<Transaction, Integer> hit = new IdentityHashMap<>();
        for (int i = 0; i < transaction.length(); i++) {
            Transaction old = owners.put((transaction.start() + i) % blocks, transaction);
            if (old != null && old.node() != transaction.node()) {
                hit.merge(old, 1, Integer::sum);
            }
        }
        Map<Integer, Integer> byNode = new TreeMap<>();
        hit.forEach((old, count) -> {
            if (old.needed()) {
                byNode.merge(old.node(), count, Integer::sum);
            }
        });
        List<Overwritten> overwritten = new ArrayList<>();
        byNode.forEach((node, count) -> overwritten.add(new Overwritten(node, count)));
        return overwritten;
    }

    /** What recovery would find: whole transactions of rising numbers, from the tail on. */
    List<Transaction> recoverable() {
        List<Transaction> found = new ArrayList<>();
        int at = tail;
        long number = tailNumber;
        for (Transaction next = owners.get(at); next != null && next.number() == number && isWhole(next, at); next = owners.get(at)) {
            found.add(next);
            at = (at + next.length()) % blocks;
            number++;
            if (at == tail) {
                break;
            }
        }
        return found;
    }

    private boolean isWhole(Transaction transaction, int at) {
        if (transaction.start() != at) {
            return false;
        }
        for (int i = 0; i < transaction.length(); i++) {
            if (owners.get((at + i) % blocks) != transaction) {
                return false;
            }
        }
        return true;
    }

    /** Number of the next transaction for a node that has just recovered. */
    long nextNumber(List<Transaction> recovered) {
        return tailNumber + recovered.size();
    }

    /** Its place. */
    int nextStart(List<Transaction> recovered, boolean restart) {
        int end = tail;
        for (Transaction transaction : recovered) {
            end = (end + transaction.length()) % blocks;
        }
        return restart ? 0 : end;
    }

    /** The log's superblock now says that recovery begins there. */
    void begin(int start, long number) {
        tail = start;
        tailNumber = number;
    }
}
