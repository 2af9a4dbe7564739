// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.engine.WaitList;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.TimePart;

/**
 * fcntl locks of the whole cluster, for GFS2 and for OCFS2 on the user-space stack (fs/dlm/plock.c): no lock of the DLM, but a message
 * that corosync orders among all nodes for every lock and unlock (kernel reference 1.2 and 6; lab README: 14 to 25 ms each on
 * user-mode nodes). Not thread-safe.
 */
public final class Plocks implements Mechanism {

    private static final Step[] STEPS = PlockStep.values();
    private static final int NONE = -1;
    /**
     * Threads that one request wakes one after the other: dlm_controld (poll on the plock device), corosync (its IPC socket), corosync
     * again (the token), dlm_controld (dispatch), the caller (the device's write). Each is a process that goes through several system
     * calls: poll, read, write or sendmsg, and the timers and buffers between.
     */
    private static final int HOPS = 5;
    private static final int CALLS_A_HOP = 6;

    private final Machine machine;
    private final Frames frames;
    private final LongMap slots = new LongMap();
    private final WaitList waiters;
    private int[] owner = new int[16];
    private int used;

    /** Recipe that takes the lock on FILE for the calling process; waits for its other owners. */
    public static final String LOCK = "plock/lock";
    /** Recipe that gives it up. */
    public static final String UNLOCK = "plock/unlock";

    /** Makes the locks of one file system on all nodes. */
    public Plocks(Machine machine) {
        this.machine = machine;
        frames = machine.frames();
        waiters = new WaitList(frames);
    }

    /** Writes the recipes. */
    public void write(RecipeBook book) {
        book.recipe(LOCK, r -> r.step(PlockStep.ENTER).call("plock/order"));
        book.recipe(UNLOCK, r -> r.call("plock/order").step(PlockStep.LEAVE));
        book.recipe("plock/order", r -> {
            r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
            for (int hop = 0; hop < HOPS; hop++) {
                r.step(PlockStep.HOP);
                for (int call = 0; call < CALLS_A_HOP; call++) {
                    r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
                }
                if (hop == 1) {
                    r.step(PlockStep.ROUND);
                }
            }
        });
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
        switch ((PlockStep) STEPS[step]) {
            case ENTER -> {
                int slot = slot(frames.get(frame, Reg.FILE));
                if (owner[slot] != NONE) {
                    machine.ledger().move(frame, TimePart.LOCK_QUEUE);
                    waiters.add(slot, frame);
                    return Outcome.AGAIN;
                }
                owner[slot] = frame;
            }
            case LEAVE -> {
                int slot = slot(frames.get(frame, Reg.FILE));
                owner[slot] = NONE;
                int next = waiters.poll(slot);
                if (next != NONE) {
                    machine.hosts().wakeTask(next);
                }
            }
            case HOP -> {
                machine.hosts().wakeTask(frame);
                return Outcome.WAIT;
            }
            case ROUND -> {
                machine.ledger().move(frame, TimePart.NETWORK);
                machine.interpreter().resume(frame, (machine.nodes() - 1)
                        * machine.scenario().cluster().interconnect().roundTrip().toNanos() / 2);
                return Outcome.WAIT;
            }
        }
        return Outcome.NEXT;
    }

    private int slot(int file) {
        int slot = slots.get(file);
        if (slot == NONE) {
            slot = used++;
            if (used > owner.length) {
                owner = java.util.Arrays.copyOf(owner, owner.length * 2);
            }
            owner[slot] = NONE;
            slots.put(file, slot);
        }
        return slot;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalArgumentException("POSIX locks answer no questions");
    }
}
