// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.result.HotLock;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.LockWaits;

/**
 * Which locks operations wait for most, in the memory of {@value #KEPT} of them however many there are: Space-Saving with the time as the
 * weight (Metwally, Agrawal, El Abbadi, ICDT 2005). A lock that has more than one {@value #KEPT}th of all waiting is among them. Not
 * thread-safe.
 */
public final class HotLocks {

    private static final int KEPT = 128;
    private static final int NOBODY = -1;
    private static final long NOT = -1;

    private final Interpreter interpreter;
    private final Frames frames;
    /** Since when a frame waits, and for which resource. */
    private long[] since = new long[0];
    private long[] awaited = new long[0];
    private final LongMap slots = new LongMap();
    private final long[] resource = new long[KEPT];
    private final long[] nanos = new long[KEPT];
    /** Of the time, what may belong to locks that had the slot before. */
    private final long[] doubtful = new long[KEPT];
    private final long[] waits = new long[KEPT];
    private final long[] handOvers = new long[KEPT];
    private final int[] lastNode = new int[KEPT];
    private int used;
    private long allNanos;
    private long allWaits;

    HotLocks(Interpreter interpreter) {
        this.interpreter = interpreter;
        frames = interpreter.frames();
    }

    /** The operation of a frame cannot have a lock at once, or still not; nothing if the frame does no operation. */
    public void waits(int frame, long forResource) {
        if (frames.get(frame, Reg.BEHALF) != frame) {
            return;
        }
        if (frame >= since.length) {
            int old = since.length;
            since = Arrays.copyOf(since, Math.max(frame + 1, old * 2));
            awaited = Arrays.copyOf(awaited, since.length);
            Arrays.fill(since, old, since.length, NOT);
        }
        if (since[frame] != NOT && awaited[frame] != forResource) {
            got(frame);
        }
        if (since[frame] == NOT) {
            since[frame] = interpreter.now();
            awaited[frame] = forResource;
        }
    }

    /** A frame waits no more. */
    public void got(int frame) {
        if (frame < since.length && since[frame] != NOT) {
            add(awaited[frame], frames.node(frame), interpreter.now() - since[frame]);
            since[frame] = NOT;
        }
    }

    private void add(long name, int node, long time) {
        allNanos += time;
        allWaits++;
        int slot = slots.get(name);
        if (slot < 0) {
            slot = used < KEPT ? used++ : coldest();
            if (used == KEPT && waits[slot] > 0) {
                slots.remove(resource[slot]);
            }
            slots.put(name, slot);
            resource[slot] = name;
            doubtful[slot] = nanos[slot];
            waits[slot] = 0;
            handOvers[slot] = 0;
            lastNode[slot] = NOBODY;
        }
        nanos[slot] += time;
        waits[slot]++;
        if (lastNode[slot] != node) {
            handOvers[slot] += lastNode[slot] == NOBODY ? 0 : 1;
            lastNode[slot] = node;
        }
    }

    private int coldest() {
        int coldest = 0;
        for (int slot = 1; slot < KEPT; slot++) {
            coldest = nanos[slot] < nanos[coldest] ? slot : coldest;
        }
        return coldest;
    }

    /** Starts again from nothing; who waits goes on waiting, and its time counts from now on. */
    public void reset() {
        for (int frame = 0; frame < since.length; frame++) {
            since[frame] = since[frame] == NOT ? NOT : interpreter.now();
        }
        slots.clear();
        used = 0;
        Arrays.fill(nanos, 0);
        Arrays.fill(waits, 0);
        allNanos = 0;
        allWaits = 0;
    }

    /**
     * Since the last reset, all that are known: which are the hottest of several runs is seen only when they are summed.
     *
     * @param names what resources are called; absent: a lock that is gone is left out
     */
    public LockWaits waits(LongFunction<Optional<LockName>> names) {
        List<HotLock> hottest = new ArrayList<>();
        IntStream.range(0, used).boxed().sorted(Comparator.comparingLong((Integer slot) -> doubtful[slot] - nanos[slot]))
                .forEach(slot -> names.apply(resource[slot]).ifPresent(name -> hottest.add(
                        new HotLock(name, nanos[slot] - doubtful[slot], waits[slot], handOvers[slot]))));
        return new LockWaits(allNanos, allWaits, hottest);
    }
}
