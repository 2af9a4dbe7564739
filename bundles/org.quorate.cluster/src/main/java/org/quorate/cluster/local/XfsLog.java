// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.journal.BlockSet;

/**
 * The log of XFS: changes gather in memory, an item once however often it changes (fs/xfs/xfs_log_cil.c), and go out in buffers when
 * somebody forces the log or every 30 s. Transactions never wait for that. What is in the log is written in place only when
 * the log is pushed, not by syncfs. Not thread-safe.
 */
final class XfsLog implements LocalLog, Mechanism {

    private static final Step[] STEPS = XfsLogStep.values();
    private static final int NONE = -1;
    /** Log buffer, mount option logbsize: 32 KiB. */
    private static final int BUFFER_BYTES = 32 << 10;
    /** Inode in the log with its headers; lab, rewrites of uml-xfs-1-r1: 509 sectors for 1000 inodes. */
    private static final int INODE_BYTES = 260;
    /** Buffer in the log: format, one chunk of 128 bytes, headers (xfs_buf_item.h). */
    private static final int BLOCK_BYTES = 180;
    /** A further directory entry in a buffer that is there. */
    private static final int ENTRY_BYTES = 24;
    /**
     * The attributes of an inode in the log (xfs_inode_item.c, XFS_ILOG_ADATA): header of the operation, of the attributes, of the one
     * attribute, its name, and "system_u:object_r:httpd_sys_rw_content_t:s0" (provisioning reference 1.8), in multiples of 4.
     */
    private static final int LABEL_BYTES = 12 + (4 + 3 + "selinux".length() + 44 + 3) / 4 * 4;
    /** xfs_syncd_centisecs. */
    private static final long WORKER_NANOS = 30_000_000_000L;

    private final Machine machine;
    private final Interpreter interpreter;
    private final InodeCache inodes;
    private final State[] states;
    private final int timerKind;

    /** Log of one node. */
    private static final class State {
        /** Number of the checkpoint that gathers now; the one before it is on the device from {@code stableAt} on. */
        int running = 1;
        long stableAt;
        long bytes;
        boolean timerArmed;
        final BlockSet gathered = new BlockSet();
        final BlockSet inPlace = new BlockSet();
    }

    XfsLog(Machine machine) {
        this.machine = machine;
        interpreter = machine.interpreter();
        inodes = machine.inodes();
        states = new State[machine.nodes()];
        Arrays.setAll(states, i -> new State());
        timerKind = interpreter.register((kind, node) -> worker(states[node]));
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(this);
    }

    @Override
    public void write(RecipeBook book) {
        // all of it is steps
    }

    @Override
    public void start() {
        // no threads: the worker is an event
    }

    @Override
    public Recipe begin(Recipe r) {
        return r;
    }

    @Override
    public Recipe end(Recipe r) {
        return r;
    }

    @Override
    public Recipe force(Recipe r) {
        return r.step(XfsLogStep.FORCE, 0);
    }

    @Override
    public Recipe forceAll(Recipe r) {
        return r.step(XfsLogStep.FORCE, 1);
    }

    @Override
    public Recipe writeBack(Recipe r) {
        return r;
    }

    @Override
    public Recipe shed(Recipe r) {
        return r.step(XfsLogStep.PUSH);
    }

    @Override
    public void dirty(int node, long address) {
        add(node, address, BLOCK_BYTES, ENTRY_BYTES);
    }

    @Override
    public void dirtyInode(int row, long address) {
        int node = inodes.node[row];
        State state = states[node];
        // the inode is an item of its own, but its cluster is what is written in place
        if (inodes.transaction[row] != state.running) {
            inodes.transaction[row] = state.running;
            state.bytes += INODE_BYTES;
        }
        add(node, address, 0, 0);
    }

    @Override
    public void label(int row) {
        states[inodes.node[row]].bytes += LABEL_BYTES;
    }

    private void add(int node, long address, int bytes, int more) {
        State state = states[node];
        state.bytes += state.gathered.add(address) ? bytes : more;
        if (!state.timerArmed) {
            state.timerArmed = true;
            interpreter.after(WORKER_NANOS, timerKind, node);
        }
    }

    @Override
    public void forget(int node, long address) {
        states[node].gathered.remove(address);
        states[node].inPlace.remove(address);
    }

    @Override
    public boolean isForced(int row) {
        State state = states[inodes.node[row]];
        int transaction = inodes.transaction[row];
        return transaction < state.running && (transaction < state.running - 1 || interpreter.now() >= state.stableAt);
    }

    /** xfs_log_worker. */
    private void worker(State state) {
        state.timerArmed = false;
        if (state.gathered.size() > 0) {
            checkpoint(NONE, state);
        }
        push(NONE, state);
    }

    /** xlog_cil_push_work: the last buffer has PREFLUSH and FUA; of several, the others are flushed before it. */
    private void checkpoint(int frame, State state) {
        long left = state.bytes;
        boolean several = left > BUFFER_BYTES;
        long done = interpreter.now();
        for (; left > BUFFER_BYTES; left -= BUFFER_BYTES) {
            done = Math.max(done, machine.lun().write(frame, BUFFER_BYTES / Lun.BLOCK_BYTES));
        }
        done = Math.max(done, machine.lun().writeFua(frame, (int) ((left + Lun.BLOCK_BYTES - 1) / Lun.BLOCK_BYTES), several));
        state.gathered.moveTo(state.inPlace);
        state.bytes = 0;
        state.running++;
        state.stableAt = done;
    }

    private long push(int frame, State state) {
        int count = state.inPlace.size();
        long done = machine.lun().writeScattered(frame, state.inPlace.addresses(), count);
        state.inPlace.clear();
        return done;
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
        State state = states[machine.frames().node(frame)];
        if (STEPS[step] == XfsLogStep.PUSH) {
            interpreter.resumeAt(frame, push(frame, state));
            return Outcome.WAIT;
        }
        return force(frame, state, a == 1);
    }

    private Outcome force(int frame, State state, boolean all) {
        int row = all ? NONE : inodes.find(machine.frames().node(frame), machine.frames().get(frame, Reg.FILE));
        boolean gathering = all ? state.gathered.size() > 0 : row != NONE && inodes.transaction[row] == state.running;
        if (!gathering && (all || row == NONE || isForced(row)) && interpreter.now() >= state.stableAt) {
            return Outcome.NEXT;
        }
        // whoever comes while a checkpoint is written waits for it, and takes part in the next one
        if (gathering && interpreter.now() >= state.stableAt) {
            checkpoint(frame, state);
        }
        interpreter.resumeAt(frame, state.stableAt);
        return Outcome.AGAIN;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalArgumentException("the XFS log answers no questions");
    }
}
