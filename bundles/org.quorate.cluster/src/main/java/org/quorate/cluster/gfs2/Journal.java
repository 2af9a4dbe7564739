// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.TimePart;

/**
 * The journals of all nodes (fs/gfs2/log.c, lops.c, trans.c): transactions pin metadata buffers, a flush writes them to the log,
 * then they are written in place; buffers stay in the active items list until the tail of the log passes them or a revoke is
 * written. A flush waits for the open transactions of its node and keeps new ones out. Not thread-safe.
 */
final class Journal {

    private static final int NONE = -1;

    final Buffers buffers;
    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final Ledger ledger;
    private final Glocks glocks;
    private final NodeLog[] logs;
    private int changes;
    private final WaitList awaitSpace;
    private final WaitList awaitLog;
    private final IntConsumer whenRevoked;
    private int[] promise = new int[64];
    private int[] revokesLeft = new int[64];
    private int[] waitsFor = new int[64];

    /**
     * Makes empty journals.
     *
     * @param blocks      size of each
     * @param whenRevoked is told when the last revoke of a glock is in the log: it may be unused now
     */
    Journal(Machine machine, Glocks glocks, int blocks, IntConsumer whenRevoked) {
        this.machine = machine;
        this.whenRevoked = whenRevoked;
        this.glocks = glocks;
        interpreter = machine.interpreter();
        frames = machine.frames();
        ledger = machine.ledger();
        buffers = new Buffers(glocks);
        logs = new NodeLog[machine.nodes()];
        Arrays.setAll(logs, node -> new NodeLog(blocks, machine.hosts()::wakeTask));
        awaitSpace = new WaitList(frames);
        awaitLog = new WaitList(frames);
    }

    NodeLog log(int node) {
        return logs[node];
    }

    /** The operation waits for the journal of its own node, or of a holder. */
    private void waitsForJournal(int frame) {
        ledger.move(frame, ledger.atHome(frame) ? TimePart.OWN_JOURNAL : TimePart.HOLDER_JOURNAL);
    }

    private void ensure(int frame) {
        if (frame >= promise.length) {
            promise = Arrays.copyOf(promise, Math.max(frame + 1, promise.length * 2));
            revokesLeft = Arrays.copyOf(revokesLeft, promise.length);
            waitsFor = Arrays.copyOf(waitsFor, promise.length);
        }
    }

    // sd_log_flush_lock

    /** Enters as a transaction; false if the frame has to wait: it is in when it is resumed. */
    boolean enter(int frame) {
        boolean in = logs[frames.node(frame)].lock.read(frame);
        if (!in) {
            waitsForJournal(frame);
        }
        return in;
    }

    /** Enters as a flush; false if the frame has to wait, and to try again when it is resumed. */
    boolean enterFlush(int frame) {
        waitsForJournal(frame);
        return logs[frames.node(frame)].lock.write(frame, interpreter.now());
    }

    /** The flush is over. */
    void leaveFlush(int frame) {
        int node = frames.node(frame);
        logs[node].lock.endWrite();
        wakeAll(awaitLog, node);
        wakeAll(awaitSpace, node);
    }

    private void wakeAll(WaitList list, int node) {
        for (int f = list.poll(node); f != NONE; f = list.poll(node)) {
            machine.hosts().wakeTask(f);
        }
    }

    /** A flush is under way; the frame sleeps until it is over (log_flush_wait). */
    void awaitLog(int frame) {
        waitsForJournal(frame);
        awaitLog.add(frames.node(frame), frame);
    }

    // Transactions

    /**
     * gfs2_trans_begin, once the frame has entered.
     *
     * @param revokes at most
     * @return false if the log is too full: the frame sleeps and must enter again
     */
    boolean begin(int frame, int blocks, int revokes) {
        ensure(frame);
        NodeLog log = logs[frames.node(frame)];
        int wanted = NodeLog.FLUSH_BLOCKS + (blocks == 0 ? 0 : blocks + 1 + (blocks + 249) / 251);
        int revokeBlocks = revokes > log.revokesAvailable
                ? (revokes + NodeLog.REVOKES_NEXT - 1) / NodeLog.REVOKES_NEXT : 0;
        log.needed -= waitsFor[frame];
        waitsFor[frame] = 0;
        if (log.used() + wanted + revokeBlocks > log.size - NodeLog.FLUSH_BLOCKS && !isEmpty(log)) {
            waitsFor[frame] = wanted + revokeBlocks;
            log.needed += waitsFor[frame];
            log.lock.endRead();
            waitsForJournal(frame);
            awaitSpace.add(frames.node(frame), frame);
            wakeLogd(log);
            return false;
        }
        log.promised += wanted;
        log.promisedToRevokes += revokeBlocks;
        log.revokesAvailable += revokeBlocks * NodeLog.REVOKES_NEXT - revokes;
        promise[frame] = wanted;
        revokesLeft[frame] = revokes;
        return true;
    }

    /** Nothing could be gained by waiting. */
    private static boolean isEmpty(NodeLog log) {
        return log.pinned == 0 && log.head == log.tail;
    }

    /** gfs2_trans_end. */
    void end(int frame) {
        NodeLog log = logs[frames.node(frame)];
        log.promised -= promise[frame];
        log.revokesAvailable += revokesLeft[frame];
        revokesLeft[frame] = 0;
        if (log.flushRequired() || log.writeBackRequired()) {
            wakeLogd(log);
        }
        log.lock.endRead();
    }

    /** logd looks at the journal now. */
    void wakeLogd(NodeLog log) {
        if (log.logdSleeps) {
            log.logdSleeps = false;
            machine.hosts().wakeWorker(log.logd);
        }
    }

    /** Changes of blocks so far, on all nodes; wraps around. */
    int changes() {
        return changes;
    }

    /** gfs2_trans_add_meta: the block is changed in the transaction. */
    void add(int node, int glock, long address) {
        changes++;
        int buffer = buffers.get(node, address, glock);
        glocks.set(glock, Glocks.DIRTY | Glocks.LFLUSH);
        if (buffers.is(buffer, Buffers.PINNED)) {
            return;
        }
        if (buffers.transaction[buffer] != NONE) {
            buffers.move(buffer, buffers.transaction[buffer], Buffers.PASSED);
        }
        buffers.flags[buffer] = buffers.flags[buffer] & ~Buffers.DIRTY | Buffers.PINNED;
        NodeLog log = logs[node];
        buffers.nextPinned[buffer] = NONE;
        buffers.previousPinned[buffer] = log.lastPinned;
        if (log.lastPinned == NONE) {
            log.firstPinned = buffer;
        } else {
            buffers.nextPinned[log.lastPinned] = buffer;
        }
        log.lastPinned = buffer;
        log.pinned++;
    }

    private void unpin(NodeLog log, int buffer) {
        int before = buffers.previousPinned[buffer];
        int after = buffers.nextPinned[buffer];
        if (before == NONE) {
            log.firstPinned = after;
        } else {
            buffers.nextPinned[before] = after;
        }
        if (after == NONE) {
            log.lastPinned = before;
        } else {
            buffers.previousPinned[after] = before;
        }
        log.pinned--;
        buffers.flags[buffer] &= ~Buffers.PINNED;
    }

    /** gfs2_journal_wipe: the block was freed in the frame's transaction; a replay must not write it. */
    void wipe(int frame, long address) {
        int node = frames.node(frame);
        int buffer = buffers.find(node, address);
        if (buffer == NONE) {
            return;
        }
        if (buffers.is(buffer, Buffers.PINNED)) {
            unpin(logs[node], buffer);
        }
        buffers.flags[buffer] &= ~Buffers.DIRTY;
        if (buffers.transaction[buffer] != NONE) {
            revokesLeft[frame]--;
            revoke(logs[node], buffer);
        } else {
            buffers.releaseIfIdle(buffer);
        }
    }

    /** gfs2_add_revoke: out of the active items list. */
    private void revoke(NodeLog log, int buffer) {
        int glock = buffers.glock[buffer];
        log.revokes.add(glock);
        glocks.revokes[glock]++;
        glocks.set(glock, Glocks.LFLUSH);
        removeFromAil(buffer);
    }

    private void removeFromAil(int buffer) {
        glocks.ail[buffers.glock[buffer]]--;
        buffers.move(buffer, NONE, 0);
        buffers.releaseIfIdle(buffer);
    }

    /** __gfs2_ail_flush: revokes for what was written of a glock; {@code fsync}: some of it may be dirty again. */
    void revokeAll(int frame, int glock, boolean fsync) {
        NodeLog log = logs[glocks.node[glock]];
        int buffer = glocks.buffers[glock];
        while (buffer != NONE) {
            int following = buffers.nextOfGlock[buffer];
            boolean active = buffers.transaction[buffer] != NONE;
            if (active && buffers.isClean(buffer, interpreter.now())) {
                revokesLeft[frame]--;
                revoke(log, buffer);
            } else if (active && !fsync) {
                throw new IllegalStateException("buffer " + buffers.address[buffer] + " is not clean when glock " + glock
                        + " is given up");
            }
            buffer = following;
        }
    }

    // Active items

    /** gfs2_ail1_empty: sorts out what has been written; revokes for the first of it if there is room. */
    void emptyActive(NodeLog log, int mostRevokes) {
        int left = mostRevokes;
        boolean oldest = true;
        int before = NONE;
        for (int tr = log.oldestActive; tr != NONE;) {
            int younger = buffers.younger[tr];
            left = passWritten(log, tr, left);
            oldest &= buffers.first(tr, Buffers.TO_WRITE) == NONE;
            if (oldest) {
                log.oldestActive = younger;
                log.youngestActive = younger == NONE ? NONE : log.youngestActive;
                appendPassed(log, tr);
            } else {
                before = tr;
            }
            tr = younger;
        }
        log.youngestActive = before;
        log.flushTail = log.oldestActive == NONE ? log.head : buffers.first[log.oldestActive];
    }

    private int passWritten(NodeLog log, int tr, int revokes) {
        int left = revokes;
        for (int buffer = buffers.first(tr, Buffers.WRITTEN); buffer != NONE;
                buffer = buffers.first(tr, Buffers.WRITTEN)) {
            if (left > 0) {
                left--;
                log.revokesAvailable--;
                revoke(log, buffer);
            } else {
                buffers.move(buffer, tr, Buffers.PASSED);
            }
        }
        return left;
    }

    private void appendPassed(NodeLog log, int tr) {
        buffers.younger[tr] = NONE;
        if (log.youngestPassed == NONE) {
            log.oldestPassed = tr;
        } else {
            buffers.younger[log.youngestPassed] = tr;
        }
        log.youngestPassed = tr;
    }

    /** log_pull_tail, ail2_empty: what lies before the new tail needs no replay. */
    private void pullTail(NodeLog log) {
        while (log.oldestPassed != NONE && buffers.first[log.oldestPassed] < log.flushTail) {
            int tr = log.oldestPassed;
            for (int buffer = buffers.first(tr, Buffers.PASSED); buffer != NONE;
                    buffer = buffers.first(tr, Buffers.PASSED)) {
                removeFromAil(buffer);
            }
            log.oldestPassed = buffers.younger[tr];
            log.youngestPassed = log.oldestPassed == NONE ? NONE : log.youngestPassed;
            buffers.freeTransaction(tr);
        }
        log.tail = log.flushTail;
    }

    // Flush

    /** A flush has something to do for a glock, or for all (-1). */
    boolean flushDue(int glock) {
        return glock == NONE || glocks.is(glock, Glocks.LFLUSH);
    }

    /** lops_before_commit: submits descriptors, pinned blocks and revokes. */
    void beforeCommit(int node) {
        NodeLog log = logs[node];
        int blocks = log.pinned + (log.pinned + NodeLog.BLOCKS_IN_DESCRIPTOR - 1) / NodeLog.BLOCKS_IN_DESCRIPTOR;
        emptyActive(log, log.revokesAvailable);
        blocks += NodeLog.revokeBlocks(log.revokes.size());
        log.flushBlocks = blocks;
        log.flushDone = blocks == 0 ? interpreter.now() : machine.lun().write(NONE, blocks);
        log.headerDue = blocks > 0 || log.tail != log.flushTail && !log.idle;
    }

    /** log_write_header: PREFLUSH and FUA; returns when it and the other log writes are done (log_flush_wait). */
    long writeHeader(int node) {
        NodeLog log = logs[node];
        log.idle = log.flushTail == log.head + log.flushBlocks;
        return Math.max(log.flushDone, machine.lun().writeFua(NONE, 1));
    }

    /** What the completed header means, and lops_after_commit: buffers are unpinned, revokes are done. */
    void afterCommit(int node) {
        NodeLog log = logs[node];
        long start = log.head;
        if (log.headerDue) {
            pullTail(log);
            boolean allWritten = log.flushTail == log.head;
            log.head += log.flushBlocks + 1;
            log.flushTail = allWritten ? log.head : log.flushTail;
        }
        if (log.pinned > 0) {
            unpinAll(log, start);
        }
        while (!log.revokes.isEmpty()) {
            int glock = log.revokes.poll();
            if (--glocks.revokes[glock] == 0) {
                glocks.clear(glock, Glocks.LFLUSH);
                whenRevoked.accept(glock);
            }
        }
        log.revokesAvailable = NodeLog.REVOKES_FIRST;
        log.promisedToRevokes = 0;
    }

    private void unpinAll(NodeLog log, long start) {
        int tr = buffers.createTransaction(start);
        int buffer = log.firstPinned;
        log.firstPinned = NONE;
        log.lastPinned = NONE;
        log.pinned = 0;
        while (buffer != NONE) {
            int following = buffers.nextPinned[buffer];
            buffers.flags[buffer] = buffers.flags[buffer] & ~Buffers.PINNED | Buffers.DIRTY;
            glocks.ail[buffers.glock[buffer]] += buffers.transaction[buffer] == NONE ? 1 : 0;
            buffers.move(buffer, tr, Buffers.TO_WRITE);
            glocks.clear(buffers.glock[buffer], Glocks.LFLUSH);
            buffer = following;
        }
        if (log.youngestActive == NONE) {
            log.oldestActive = tr;
        } else {
            buffers.younger[log.youngestActive] = tr;
        }
        log.youngestActive = tr;
        // The transaction lies at the tail if nothing older needs a replay.
        log.flushTail = Math.min(log.flushTail, buffers.first[log.oldestActive]);
    }
}
