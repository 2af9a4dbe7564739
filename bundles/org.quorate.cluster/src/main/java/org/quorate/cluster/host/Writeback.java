// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;

/**
 * Dirty data pages and the flusher thread of each node. Limits are the kernel's defaults: a round each 5 s
 * (dirty_writeback_centisecs), pages expire after 30 s (dirty_expire_centisecs), background write-back above 10 % of the page
 * cache, writers wait above 20 % (Documentation/admin-guide/sysctl/vm.rst). Not thread-safe.
 */
public final class Writeback implements Mechanism {

    private static final Step[] STEPS = WritebackStep.values();
    private static final long ROUND_NANOS = 5_000_000_000L;
    private static final long EXPIRE_NANOS = 30_000_000_000L;
    private static final int NONE = -1;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final InodeCache inodes;
    private final int[] flusher;
    private final boolean[] flusherIdle;
    private final long[] dirty;
    private final long[] limit;
    private final int[][] rows;
    private final int[] rowCount;
    private final WaitList throttled;
    private final int roundKind;
    private long[] since = new long[64];
    private boolean[] listed = new boolean[64];
    private long[] addresses = new long[256];

    public Writeback(Machine machine) {
        this.machine = machine;
        interpreter = machine.interpreter();
        frames = machine.frames();
        inodes = machine.inodes();
        int nodes = machine.nodes();
        flusher = new int[nodes];
        flusherIdle = new boolean[nodes];
        dirty = new long[nodes];
        limit = new long[nodes];
        rows = new int[nodes][64];
        rowCount = new int[nodes];
        throttled = new WaitList(frames);
        roundKind = interpreter.register((kind, node) -> round(node));
        for (int node = 0; node < nodes; node++) {
            limit[node] = machine.scenario().cluster().nodes().get(node).pageCache().value() / Lun.BLOCK_BYTES;
        }
    }

    /** Writes the recipe of the flusher thread. */
    public void write(RecipeBook book) {
        book.recipe("writeback/flusher", r -> r.forever(f -> f
                .step(WritebackStep.AWAIT_ROUND)
                .step(WritebackStep.WRITE_DUE, 0)));
    }

    /** Starts the flusher threads. */
    public void start() {
        for (int node = 0; node < flusher.length; node++) {
            flusher[node] = frames.create(node);
            interpreter.start(flusher[node], interpreter.entry("writeback/flusher"), 0);
            interpreter.after(ROUND_NANOS, roundKind, node);
        }
    }

    /** Pages of an inode's row, from one to another, exclusive, become dirty. */
    public void dirty(int row, int first, int end) {
        int node = inodes.node[row];
        if (row >= listed.length) {
            since = Arrays.copyOf(since, Math.max(row + 1, listed.length * 2));
            listed = Arrays.copyOf(listed, since.length);
        }
        if (inodes.dirtyPages[row] == 0) {
            since[row] = interpreter.now();
        }
        if (!listed[row]) {
            listed[row] = true;
            if (rowCount[node] == rows[node].length) {
                rows[node] = Arrays.copyOf(rows[node], rowCount[node] * 2);
            }
            rows[node][rowCount[node]++] = row;
        }
        dirty[node] += inodes.dirty(row, first, end);
        if (dirty[node] * 10 > limit[node]) {
            wake(node);
        }
    }

    /** The row's pages are clean, or thrown away. */
    public void clean(int row) {
        dirty[inodes.node[row]] -= inodes.dirtyPages[row];
        inodes.clean(row);
    }

    /** Writes the dirty pages of a row; returns when that is done. */
    public long writeFile(int frame, int row) {
        int count = collect(row, 0);
        return count == 0 ? interpreter.now() : machine.lun().writeInOrder(frame, addresses, count);
    }

    private long writeDue(int frame, boolean all) {
        int node = frames.node(frame);
        boolean background = dirty[node] * 10 > limit[node];
        int kept = 0;
        int count = 0;
        for (int i = 0; i < rowCount[node]; i++) {
            int row = rows[node][i];
            boolean due = all || background || since[row] + EXPIRE_NANOS <= interpreter.now();
            if (inodes.node[row] == node && inodes.dirtyPages[row] > 0 && !due) {
                rows[node][kept++] = row;
            } else {
                listed[row] = false;
                count = inodes.node[row] == node ? collect(row, count) : count;
            }
        }
        rowCount[node] = kept;
        return count == 0 ? interpreter.now() : machine.lun().writeInOrder(frame, addresses, count);
    }

    private int collect(int row, int start) {
        int count = start;
        int pages = inodes.dirtyPages[row];
        if (count + pages > addresses.length) {
            addresses = Arrays.copyOf(addresses, Math.max(count + pages, addresses.length * 2));
        }
        for (int page = inodes.nextDirty(row, 0); page != NONE; page = inodes.nextDirty(row, page)) {
            for (int end = inodes.endOfDirty(row, page); page < end; page++) {
                addresses[count++] = machine.names().pageAddressOf(inodes.inode[row], page);
            }
        }
        clean(row);
        return count;
    }

    private void round(int node) {
        interpreter.after(ROUND_NANOS, roundKind, node);
        wake(node);
    }

    private void wake(int node) {
        if (flusherIdle[node]) {
            flusherIdle[node] = false;
            machine.hosts().wakeWorker(flusher[node]);
        }
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return new Condition[0];
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        switch ((WritebackStep) STEPS[step]) {
            case AWAIT_ROUND -> {
                for (int f = throttled.poll(node); f != NONE; f = throttled.poll(node)) {
                    machine.hosts().wakeTask(f);
                }
                flusherIdle[node] = true;
                return Outcome.WAIT;
            }
            case WRITE_DUE -> interpreter.resumeAt(frame, writeDue(frame, a == 1));
            case WRITE_FILE -> {
                int row = inodes.find(node, frames.get(frame, Reg.FILE));
                if (row == NONE || inodes.dirtyPages[row] == 0) {
                    return Outcome.NEXT;
                }
                if (a == 1) {
                    writeFile(NONE, row);
                    return Outcome.NEXT;
                }
                interpreter.resumeAt(frame, writeFile(frame, row));
            }
            case THROTTLE -> {
                if (dirty[node] * 5 <= limit[node]) {
                    return Outcome.NEXT;
                }
                throttled.add(node, frame);
                wake(node);
                return Outcome.AGAIN;
            }
        }
        return Outcome.WAIT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalArgumentException("write-back answers no questions");
    }
}
