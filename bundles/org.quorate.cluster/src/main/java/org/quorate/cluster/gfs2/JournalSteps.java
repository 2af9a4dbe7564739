// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;

/** Executes {@link JournalStep}s; holds the timers of gfs2_logd and of the flusher of each node. Not thread-safe. */
final class JournalSteps implements Mechanism {

    private static final Step[] STEPS = JournalStep.values();
    private static final Condition[] CONDITIONS = JournalCondition.values();
    private static final int NONE = -1;
    /** dirty_writeback_centisecs and dirty_expire_centisecs, Documentation/admin-guide/sysctl/vm.rst. */
    private static final long ROUND_NANOS = 5_000_000_000L;
    private static final long EXPIRE_NANOS = 30_000_000_000L;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final InodeCache inodes;
    private final Glocks glocks;
    private final InCore inCore;
    private final Journal journal;
    private final InPlace inPlace;
    private final long commitNanos;
    private final int logdKind;
    private final int flusherKind;
    private final long[] logdUntil;
    private final int[] flusher;
    private final boolean[] flusherSleeps;
    private final WaitList throttled;
    private long[] writebackBegan = new long[64];

    JournalSteps(Machine machine, Glocks glocks, InCore inCore, Journal journal, InPlace inPlace, long commitNanos) {
        this.machine = machine;
        this.glocks = glocks;
        this.inCore = inCore;
        this.journal = journal;
        this.inPlace = inPlace;
        this.commitNanos = commitNanos;
        interpreter = machine.interpreter();
        frames = machine.frames();
        inodes = machine.inodes();
        logdKind = interpreter.register((kind, node) -> logdTimer(node));
        flusherKind = interpreter.register((kind, node) -> flusherTimer(node));
        logdUntil = new long[machine.nodes()];
        flusher = new int[machine.nodes()];
        flusherSleeps = new boolean[machine.nodes()];
        throttled = new WaitList(frames);
    }

    /** Starts the threads of a node as if it had been mounted so long ago. */
    void start(int node, long mountedNanosAgo) {
        NodeLog log = journal.log(node);
        log.logd = frames.create(node);
        logdUntil[node] = interpreter.now() + commitNanos - mountedNanosAgo % commitNanos;
        interpreter.start(log.logd, interpreter.entry("journal/gfs2_logd"), 0);
        flusher[node] = frames.create(node);
        interpreter.start(flusher[node], interpreter.entry("vfs/flusher"), 0);
        interpreter.after(ROUND_NANOS - mountedNanosAgo % ROUND_NANOS, flusherKind, node);
    }

    /** The interval is over: wait_event_interruptible_timeout says so only if there is no other reason (include/linux/wait.h). */
    private void logdTimer(int node) {
        NodeLog log = journal.log(node);
        if (log.logdSleeps && logdUntil[node] == interpreter.now()) {
            frames.set(log.logd, Reg.RESULT, hasWork(log) ? 0 : 1);
            journal.wakeLogd(log);
        }
    }

    private static boolean hasWork(NodeLog log) {
        return log.flushRequired() || log.writeBackRequired() || log.writeBackActive;
    }

    private Outcome awaitLogd(int frame) {
        int node = frames.node(frame);
        NodeLog log = journal.log(node);
        frames.set(frame, Reg.RESULT, 0);
        if (hasWork(log)) {
            logdUntil[node] = interpreter.now(); // the interval begins anew after every round of work
            return Outcome.NEXT;
        }
        if (logdUntil[node] <= interpreter.now()) {
            logdUntil[node] = interpreter.now() + commitNanos;
        }
        interpreter.at(logdUntil[node], logdKind, node);
        log.logdSleeps = true;
        return Outcome.WAIT;
    }

    private void flusherTimer(int node) {
        interpreter.after(ROUND_NANOS, flusherKind, node);
        wakeFlusher(node);
    }

    private void wakeFlusher(int node) {
        if (flusherSleeps[node]) {
            flusherSleeps[node] = false;
            machine.hosts().wakeWorker(flusher[node]);
        }
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
        JournalStep what = (JournalStep) STEPS[step];
        return switch (what) {
            case ENTER -> journal.enter(frame) ? Outcome.NEXT : Outcome.WAIT;
            case RESERVE -> reserve(frame, a, b);
            case ENTER_FLUSH -> journal.enterFlush(frame) ? Outcome.NEXT : Outcome.AGAIN;
            case AWAIT_BLOCKS -> waitUntil(frame, journal.log(frames.node(frame)).flushDone);
            case WRITE_HEADER -> waitUntil(frame, journal.writeHeader(frames.node(frame)));
            case AWAIT_LOG -> {
                journal.awaitLog(frame);
                yield Outcome.WAIT;
            }
            case AWAIT_WRITES -> inPlace.await(frame) ? Outcome.NEXT : Outcome.AGAIN;
            case AWAIT_DATA -> awaitData(frame, row(frame, a));
            case AWAIT_LOGD -> awaitLogd(frame);
            case AWAIT_FLUSHER -> awaitFlusher(frame);
            case THROTTLE -> throttle(frame);
            default -> {
                act(what, frame, a);
                yield Outcome.NEXT;
            }
        };
    }

    private void act(JournalStep what, int frame, int a) {
        int node = frames.node(frame);
        int glock = frames.get(frame, Reg.LOCK);
        NodeLog log = journal.log(node);
        switch (what) {
            case MARK_CHANGES -> frames.set(frame, Reg.LOOP, journal.changes());
            case COUNT_CHANGES -> frames.set(frame, Reg.LOOP, journal.changes() - frames.get(frame, Reg.LOOP));
            case END -> journal.end(frame);
            case LEAVE_FLUSH -> journal.leaveFlush(frame);
            case WRITE_ORDERED -> log.writeBackActive |= inCore.writeOrdered(node);
            case BEFORE_COMMIT -> journal.beforeCommit(node);
            case AFTER_COMMIT -> journal.afterCommit(node);
            case REVOKE -> journal.revokeAll(frame, glock, a == 1);
            case WRITE_METADATA -> {
                inPlace.collect(frame, glock);
                inPlace.submit(frame);
            }
            case WRITE_ACTIVE -> {
                log.writeBackActive = false;
                inPlace.collectActive(log);
                inPlace.submit(frame);
            }
            case EMPTY_ACTIVE -> journal.emptyActive(log, 0);
            case WRITE_DATA -> writeData(frame, row(frame, a));
            case BEGIN_WRITEBACK -> beginWriteback(frame);
            case WRITE_INODES -> writeInodes(frame, a == 1);
            default -> throw new IllegalStateException("no journal step " + what);
        }
    }

    private int row(int frame, int register) {
        return inodes.find(frames.node(frame), frames.get(frame, register));
    }

    private Outcome waitUntil(int frame, long nanos) {
        interpreter.resumeAt(frame, nanos);
        return Outcome.WAIT;
    }

    private Outcome reserve(int frame, int blocks, int revokes) {
        int wanted = switch (revokes) {
            case JournalRecipes.OF_GLOCK -> glocks.ail[frames.get(frame, Reg.LOCK)];
            case JournalRecipes.WHOLE -> journal.log(frames.node(frame)).size;
            default -> revokes;
        };
        boolean open = journal.begin(frame, blocks, wanted);
        frames.set(frame, Reg.RESULT, open ? 0 : 1);
        return open ? Outcome.NEXT : Outcome.WAIT;
    }

    private void writeData(int frame, int row) {
        if (row != NONE && inodes.dirtyPages[row] > 0) {
            journal.log(frames.node(frame)).writeBackActive = true;
            inCore.writeData(inPlace.charged(frame), row);
        }
    }

    private Outcome awaitData(int frame, int row) {
        if (row == NONE || inCore.writtenUntil[row] <= interpreter.now()) {
            return Outcome.NEXT;
        }
        return waitUntil(frame, inCore.writtenUntil[row]);
    }

    private void beginWriteback(int frame) {
        if (frame >= writebackBegan.length) {
            writebackBegan = Arrays.copyOf(writebackBegan, Math.max(frame + 1, writebackBegan.length * 2));
        }
        writebackBegan[frame] = interpreter.now();
    }

    private void writeInodes(int frame, boolean all) {
        int node = frames.node(frame);
        frames.set(frame, Reg.RESULT, 0);
        for (int row = inCore.oldestDirty(node); row != NONE; row = inCore.oldestDirty(node)) {
            long since = inCore.dirtySince[row];
            boolean due = all ? since <= writebackBegan[frame]
                    : since + EXPIRE_NANOS <= interpreter.now() || inCore.aboveBackground(node) && since < writebackBegan[frame];
            if (!due) {
                break;
            }
            inCore.unmark(row);
            inPlace.until(frame, inCore.writeData(NONE, row));
            int glock = inCore.glock[row];
            boolean directory = machine.names().directoryOf(inodes.inode[row]) == inodes.inode[row];
            journal.log(node).writeBackActive |= !directory;
            if (directory && glock != NONE && glocks.is(glock, Glocks.LFLUSH)) {
                frames.set(frame, Reg.LOCK, glock);
                frames.set(frame, Reg.RESULT, 1);
                break;
            }
            if (glock != NONE) {
                inPlace.collect(frame, glock);
            }
        }
        inPlace.submit(frame);
    }

    private Outcome awaitFlusher(int frame) {
        int node = frames.node(frame);
        for (int f = throttled.poll(node); f != NONE; f = throttled.poll(node)) {
            machine.hosts().wakeTask(f);
        }
        flusherSleeps[node] = true;
        return Outcome.WAIT;
    }

    private Outcome throttle(int frame) {
        int node = frames.node(frame);
        if (inCore.aboveBackground(node)) {
            wakeFlusher(node);
        }
        if (!inCore.aboveLimit(node)) {
            return Outcome.NEXT;
        }
        throttled.add(node, frame);
        return Outcome.AGAIN;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int glock = frames.get(frame, Reg.LOCK);
        NodeLog log = journal.log(frames.node(frame));
        return switch ((JournalCondition) CONDITIONS[condition]) {
            case FLUSH_DUE -> journal.flushDue(glock);
            case HEADER_DUE -> log.headerDue;
            case BARRIER -> machine.lun().barrier();
            case ACTIVE -> glocks.ail[glock] > 0;
            case HAS_REVOKES -> !log.revokes.isEmpty();
            case FLUSHING -> log.lock.isWritten();
            case FLUSH_REQUIRED -> log.flushRequired();
            case WRITE_BACK_REQUIRED -> log.writeBackRequired() || log.writeBackActive;
        };
    }
}
