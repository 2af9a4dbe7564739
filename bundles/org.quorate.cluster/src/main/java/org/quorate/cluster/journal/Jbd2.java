// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.journal;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.Writeback;
import org.quorate.cluster.result.TimePart;

/**
 * jbd2: one journal a node. Blocks are known by address, so that a block that many operations change is written once a
 * transaction (kernel reference 4.5). Not thread-safe.
 */
public final class Jbd2 implements Mechanism {

    private static final Step[] STEPS = Jbd2Step.values();
    private static final Condition[] CONDITIONS = Jbd2Condition.values();
    private static final int NONE = -1;
    /** Blocks that one descriptor block describes: 8-byte tags, no checksums (kernel reference 8.3). */
    private static final int TAGS = 508;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final InodeCache inodes;
    private final Writeback writeback;
    private final boolean dataOrdered;
    private final long intervalNanos;
    private final int journalBlocks;
    private final Log[] logs;
    private final WaitList starters;
    private final WaitList lockers;
    private final WaitList shutters;
    private final WaitList nextShutters;
    private final WaitList committed;
    private final int timerKind;

    /** State of one node's journal. */
    private static final class Log {
        int running = 1;
        int committedSequence;
        int wanted;
        int handles;
        boolean locked;
        boolean shut;
        /** The frame that has shut the journal; others wait for their turn, and the journal stays shut (j_barrier_count). */
        int shutter = NONE;
        boolean threadIdle;
        boolean empty = true;
        boolean timerArmed;
        int thread;
        final IntQueue ordered = new IntQueue();
        final BlockSet dirty = new BlockSet();
        final BlockSet committing = new BlockSet();
        final BlockSet checkpoint = new BlockSet();
    }

    /**
     * Makes the journals.
     *
     * @param intervalNanos commit interval
     * @param journalBytes  size of each
     * @param dataOrdered   data=ordered, not writeback
     */
    public Jbd2(Machine machine, Writeback writeback, long intervalNanos, long journalBytes, boolean dataOrdered) {
        this.machine = machine;
        this.writeback = writeback;
        this.dataOrdered = dataOrdered;
        this.intervalNanos = intervalNanos;
        this.journalBlocks = (int) (journalBytes / org.quorate.cluster.host.Lun.BLOCK_BYTES);
        interpreter = machine.interpreter();
        frames = machine.frames();
        inodes = machine.inodes();
        logs = new Log[machine.nodes()];
        Arrays.setAll(logs, i -> new Log());
        starters = new WaitList(frames);
        lockers = new WaitList(frames);
        shutters = new WaitList(frames);
        nextShutters = new WaitList(frames);
        committed = new WaitList(frames);
        timerKind = interpreter.register((kind, node) -> timer(node));
    }

    /** Writes the recipes of the commit thread and of the flush. */
    public void write(RecipeBook book) {
        // jbd2/commit.c:jbd2_journal_commit_transaction
        book.recipe("jbd2/thread", r -> r.forever(f -> f
                .step(Jbd2Step.AWAIT_COMMIT)
                .call("jbd2/commit")
                .when(Jbd2Condition.NEARLY_FULL, w -> w.step(Jbd2Step.WRITE_BACK_METADATA))));
        book.recipe("jbd2/commit", r -> r
                .step(Jbd2Step.LOCK_TRANSACTION)
                .step(Jbd2Step.SWITCH_TRANSACTION)
                .when(Jbd2Condition.HAS_BLOCKS, w -> w
                        .step(Jbd2Step.WRITE_ORDERED)
                        .step(Jbd2Step.WRITE_BLOCKS)
                        .step(Jbd2Step.WRITE_COMMIT_BLOCK))
                .step(Jbd2Step.COMMITTED));
        // ocfs2/journal.c:ocfs2_commit_cache, jbd2/journal.c:jbd2_journal_flush
        book.recipe("jbd2/flush", r -> r
                .step(Jbd2Step.SHUT_OUT)
                .step(Jbd2Step.COMMIT_ALL)
                .unless(Jbd2Condition.EMPTY, f -> f
                        .step(Jbd2Step.WRITE_BACK_METADATA)
                        .step(Jbd2Step.WRITE_SUPERBLOCKS))
                .step(Jbd2Step.LET_IN));
    }

    /** Starts the commit threads. */
    public void start() {
        for (int node = 0; node < logs.length; node++) {
            logs[node].thread = frames.create(node);
            interpreter.start(logs[node].thread, interpreter.entry("jbd2/thread"), 0);
        }
    }

    /** A metadata block changes in the running transaction of a node; a handle is open. */
    public void dirty(int node, long address) {
        Log log = logs[node];
        if (log.dirty.add(address) && !log.timerArmed) {
            log.timerArmed = true;
            interpreter.after(intervalNanos, timerKind, node);
        }
        if (log.dirty.size() * 4 > journalBlocks) {
            ask(node, log.running);
        }
    }

    /** As {@link #dirty}, and the row remembers that its inode belongs to the transaction. */
    public void dirtyInode(int row, long address) {
        int node = inodes.node[row];
        inodes.transaction[row] = logs[node].running;
        dirty(node, address);
    }

    /** The file of a row gets new blocks in the running transaction; with data=ordered its data is written before the commit. */
    public void order(int row) {
        if (dataOrdered) {
            logs[inodes.node[row]].ordered.add(row);
        }
    }

    /** A block is freed: nobody will write it, neither to the journal nor in place (jbd2_journal_forget). */
    public void forget(int node, long address) {
        logs[node].dirty.remove(address);
        logs[node].checkpoint.remove(address);
    }

    /** Every change of the row's inode is committed. */
    public boolean isCommitted(int row) {
        return logs[inodes.node[row]].committedSequence >= inodes.transaction[row];
    }

    private void timer(int node) {
        logs[node].timerArmed = false;
        if (logs[node].dirty.size() > 0) {
            ask(node, logs[node].running);
        }
    }

    private void ask(int node, int sequence) {
        Log log = logs[node];
        log.wanted = Math.max(log.wanted, sequence);
        if (log.threadIdle) {
            log.threadIdle = false;
            machine.hosts().wakeWorker(log.thread);
        }
    }

    private void wakeAll(WaitList list, int node) {
        for (int frame = list.poll(node); frame != NONE; frame = list.poll(node)) {
            machine.hosts().wakeTask(frame);
        }
    }

    private void waiting(int frame) {
        machine.ledger().move(frame, machine.ledger().atHome(frame) ? TimePart.OWN_JOURNAL : TimePart.HOLDER_JOURNAL);
    }

    private Outcome awaitCommit(int frame, int node, int sequence) {
        if (logs[node].committedSequence >= sequence) {
            return Outcome.NEXT;
        }
        ask(node, sequence);
        waiting(frame);
        committed.add(node, frame);
        return Outcome.AGAIN;
    }

    /** ocfs2/file.c:ocfs2_sync_file: no commit will flush the device if the transaction is on disk already (kernel reference 3.6). */
    private Outcome commitInode(int frame, int node, int sequence) {
        boolean waited = frames.get(frame, Reg.TRANSACTION) != 0;
        if (!waited && logs[node].committedSequence >= sequence) {
            return machine.lun().barrier() ? until(frame, machine.lun().flush(frame)) : Outcome.NEXT;
        }
        frames.set(frame, Reg.TRANSACTION, sequence);
        Outcome outcome = awaitCommit(frame, node, sequence);
        if (outcome == Outcome.NEXT) {
            frames.set(frame, Reg.TRANSACTION, 0);
        }
        return outcome;
    }

    private Outcome until(int frame, long time) {
        interpreter.resumeAt(frame, time);
        return Outcome.WAIT;
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        Log log = logs[node];
        return switch ((Jbd2Step) STEPS[step]) {
            case START -> start(frame, node, log);
            case STOP -> stop(node, log);
            case COMMIT_INODE -> {
                int row = inodes.find(node, frames.get(frame, Reg.FILE));
                yield row == NONE ? Outcome.NEXT : commitInode(frame, node, inodes.transaction[row]);
            }
            case COMMIT_ALL -> commitAll(frame, node, log);
            case WRITE_BACK_METADATA -> until(frame, writeBack(frame, log));
            case AWAIT_COMMIT -> {
                if (log.wanted > log.committedSequence) {
                    yield Outcome.NEXT;
                }
                log.threadIdle = true;
                yield Outcome.AGAIN;
            }
            case LOCK_TRANSACTION -> {
                log.locked = true;
                if (log.handles > 0) {
                    lockers.add(node, frame);
                    yield Outcome.AGAIN;
                }
                yield Outcome.NEXT;
            }
            case SWITCH_TRANSACTION -> switchTransaction(frame, node, log);
            case WRITE_ORDERED -> writeOrdered(frame, node, log);
            case WRITE_BLOCKS -> {
                int blocks = log.committing.size();
                yield until(frame, machine.lun().write(frame, blocks + (blocks + TAGS - 1) / TAGS));
            }
            case WRITE_COMMIT_BLOCK -> until(frame, machine.lun().writeFua(frame, 1));
            case COMMITTED -> {
                log.committing.moveTo(log.checkpoint);
                log.committedSequence++;
                wakeAll(committed, node);
                yield Outcome.NEXT;
            }
            case SHUT_OUT -> shutOut(frame, node, log);
            case WRITE_SUPERBLOCKS -> {
                // jbd2_cleanup_journal_tail flushes before the tail moves; then the tail and the mark "empty", FUA alone
                log.empty = true;
                machine.lun().flush(frame);
                machine.lun().writeForced(frame, 1);
                yield until(frame, machine.lun().writeForced(frame, 1));
            }
            case LET_IN -> letIn(node, log);
        };
    }

    private Outcome writeOrdered(int frame, int node, Log log) {
        long done = interpreter.now();
        while (!log.ordered.isEmpty()) {
            int row = log.ordered.poll();
            if (inodes.node[row] == node) {
                done = Math.max(done, writeback.writeFile(frame, row));
            }
        }
        return until(frame, done);
    }

    private Outcome start(int frame, int node, Log log) {
        if (log.locked || log.shut) {
            waiting(frame);
            starters.add(node, frame);
            return Outcome.AGAIN;
        }
        log.handles++;
        return Outcome.NEXT;
    }

    private Outcome stop(int node, Log log) {
        if (--log.handles == 0) {
            wakeAll(lockers, node);
            wakeAll(shutters, node);
        }
        return Outcome.NEXT;
    }

    private Outcome commitAll(int frame, int node, Log log) {
        if (frames.get(frame, Reg.TRANSACTION) == 0) {
            if (log.dirty.size() == 0 && log.committedSequence == log.running - 1) {
                return Outcome.NEXT;
            }
            frames.set(frame, Reg.TRANSACTION, log.dirty.size() > 0 ? log.running : log.running - 1);
        }
        Outcome outcome = awaitCommit(frame, node, frames.get(frame, Reg.TRANSACTION));
        if (outcome == Outcome.NEXT) {
            frames.set(frame, Reg.TRANSACTION, 0);
        }
        return outcome;
    }

    private long writeBack(int frame, Log log) {
        int count = log.checkpoint.size();
        long done = machine.lun().writeScattered(frame, log.checkpoint.addresses(), count);
        log.checkpoint.clear();
        return done;
    }

    private Outcome switchTransaction(int frame, int node, Log log) {
        log.dirty.moveTo(log.committing);
        log.running++;
        log.locked = false;
        if (!log.shut) {
            wakeAll(starters, node);
        }
        if (log.empty && log.committing.size() > 0) {
            // jbd2_journal_commit_transaction: the superblock said "empty" and must point to the log again
            log.empty = false;
            return until(frame, machine.lun().write(frame, 1));
        }
        return Outcome.NEXT;
    }

    private Outcome letIn(int node, Log log) {
        log.shutter = NONE;
        int next = nextShutters.poll(node);
        if (next != NONE) {
            log.shutter = next;
            machine.hosts().wakeTask(next);
        } else {
            log.shut = false;
            wakeAll(starters, node);
        }
        return Outcome.NEXT;
    }

    private Outcome shutOut(int frame, int node, Log log) {
        if (log.shutter != NONE && log.shutter != frame) {
            waiting(frame);
            nextShutters.add(node, frame);
            return Outcome.AGAIN;
        }
        log.shutter = frame;
        log.shut = true;
        frames.set(frame, Reg.TRANSACTION, 0);
        if (log.handles > 0) {
            waiting(frame);
            shutters.add(node, frame);
            return Outcome.AGAIN;
        }
        return Outcome.NEXT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        Log log = logs[frames.node(frame)];
        return switch ((Jbd2Condition) CONDITIONS[condition]) {
            case HAS_BLOCKS -> log.committing.size() > 0;
            case EMPTY -> log.empty;
            case NEARLY_FULL -> log.checkpoint.size() * 2 > journalBlocks;
        };
    }
}
