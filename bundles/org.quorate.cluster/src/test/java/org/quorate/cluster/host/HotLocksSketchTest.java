// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.result.HotLock;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.LockWaits;

/** Space-Saving against counting everything. */
class HotLocksSketchTest {

    private final Interpreter interpreter = new Interpreter();
    private final HotLocks locks = new HotLocks(interpreter);
    private final Map<Long, Long> exact = new HashMap<>();

    private int frame(int node) {
        int frame = interpreter.frames().create(node);
        interpreter.frames().set(frame, Reg.BEHALF, frame);
        return frame;
    }

    private void wait(int frame, long resource, long nanos) {
        locks.waits(frame, resource);
        interpreter.runUntil(interpreter.now() + nanos, () -> false);
        locks.got(frame);
        exact.merge(resource, nanos, Long::sum);
    }

    @Test
    void fewHotLocksAmongManyColdOnesAreFound() {
        SplittableRandom random = new SplittableRandom(5);
        int[] frames = {frame(0), frame(1)};
        for (int i = 0; i < 20_000; i++) {
            long resource = random.nextInt(4) == 0 ? random.nextInt(3) : 1000 + random.nextInt(15_000);
            wait(frames[random.nextInt(2)], resource, 1 + random.nextInt(resource < 3 ? 1000 * (int) (resource + 1) : 500));
        }
        LockWaits waits = locks.waits(resource -> Optional.of(new LockName(Long.toString(resource), "")));
        long all = exact.values().stream().mapToLong(Long::longValue).sum();
        assertEquals(all, waits.waitNanos());
        assertEquals(20_000, waits.waits());
        for (int i = 0; i < 3; i++) {
            HotLock lock = waits.hottest().get(i);
            assertEquals(Integer.toString(2 - i), lock.lock().plain(), "the hottest first");
            long truth = exact.get(2L - i);
            assertTrue(lock.waitNanos() <= truth && lock.waitNanos() >= truth - all / 128, lock + " is " + truth);
        }
        locks.reset();
        assertEquals(LockWaits.NONE, locks.waits(resource -> Optional.empty()));
    }

    @Test
    void aThreadThatDoesNoOperationIsNotCounted() {
        int frame = interpreter.frames().create(0);
        wait(frame, 7, 100);
        assertEquals(LockWaits.NONE, locks.waits(resource -> Optional.empty()));
    }

    @Test
    void whoGoesOnToWaitForAnotherLockHasWaitedForTwo() {
        int frame = frame(0);
        locks.waits(frame, 1);
        interpreter.runUntil(30, () -> false);
        locks.waits(frame, 2);
        interpreter.runUntil(50, () -> false);
        locks.waits(frame, 2);
        locks.got(frame);
        locks.got(frame);
        LockWaits waits = locks.waits(resource -> Optional.of(new LockName(Long.toString(resource), "")));
        assertEquals(2, waits.waits());
        assertEquals(50, waits.waitNanos());
        assertEquals(30, waits.hottest().get(0).waitNanos());
    }

    /** What passed before a phase is none of its figures. */
    @Test
    void aWaitThatBeganBeforeCountsFromTheReset() {
        int frame = frame(0);
        locks.waits(frame, 1);
        interpreter.runUntil(30, () -> false);
        locks.reset();
        interpreter.runUntil(50, () -> false);
        locks.got(frame);
        LockWaits waits = locks.waits(resource -> Optional.of(new LockName(Long.toString(resource), "")));
        assertEquals(1, waits.waits());
        assertEquals(20, waits.waitNanos());
    }
}
