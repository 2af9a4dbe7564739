// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Counts, to the byte, what the hot path allocates: nothing. */
class AllocationTest {
    private static final int EVENTS = 200_000;
    private static final int MASK = (1 << 12) - 1;
    private static final BooleanSupplier NEVER = () -> false;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RandomStream random = new RandomStreams(1).named("allocation");
    /** Half of them equal, so that events of many at one instant are among them. */
    private final long[] increments = new long[MASK + 1];
    private long sink;

    AllocationTest() {
        Arrays.setAll(increments, i -> i % 2 == 0 ? 1_000_000 : (long) (1e6 * random.nextExponential()));
    }

    /** Bytes allocated by a second run of the work, after a first has loaded classes and grown arrays. */
    private long allocated(Runnable work) {
        work.run();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void theMeasureSeesASingleObject() {
        assertTrue(threads.isThreadAllocatedMemoryEnabled());
        Object[] keep = new Object[1];
        assertTrue(allocated(() -> keep[0] = new long[1]) >= 16);
        assertEquals(0, allocated(() -> keep[0] = null));
    }

    @Test
    void pushAndPopAllocateNothing() {
        for (int pending : new int[] {2, 100, 50_000}) {
            EventQueue queue = new EventQueue();
            assertEquals(0, allocated(() -> hold(queue, pending)), () -> pending + " pending");
        }
    }

    private void hold(EventQueue queue, int pending) {
        queue.clear();
        for (int i = 0; i < pending; i++) {
            queue.push(increments[i & MASK], i, i);
        }
        for (int i = 0; i < EVENTS; i++) {
            queue.pop();
            queue.push(queue.timeNanos() + increments[i & MASK], i, i);
            sink += queue.kind();
        }
    }

    @Test
    void theLoopAllocatesNothing() {
        EventLoop[] loop = new EventLoop[1];
        loop[0] = new EventLoop((kind, subject) -> loop[0].after(random.nextInt(1_000), kind, subject));
        for (int i = 0; i < 1_000; i++) {
            loop[0].at(i, 0, i);
        }
        assertEquals(0, allocated(() -> loop[0].runUntil(loop[0].now() + 100_000, NEVER)));
        assertTrue(loop[0].executed() > EVENTS);
    }

    @Test
    void samplersAllocateNothing() {
        Sampler[] samplers = {
            Sampler.constant(5), Sampler.exponential(1e6), Sampler.lognormal(1e6, 2), Sampler.uniform(1, 1e6),
            Sampler.empirical(new long[] {1, 2, 3}),
        };
        for (Sampler sampler : samplers) {
            assertEquals(0, allocated(() -> draw(sampler)));
        }
        ZipfSampler zipf = new ZipfSampler(50_000_000, 0.9);
        assertEquals(0, allocated(() -> {
            for (int i = 0; i < EVENTS; i++) {
                sink += zipf.sample(random);
            }
        }));
    }

    private void draw(Sampler sampler) {
        for (int i = 0; i < EVENTS; i++) {
            sink += sampler.sample(random);
        }
    }

    @Test
    void stationsAndRecordersAllocateNothing() {
        Station station = new Station(8);
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.record(LatencyRecorder.LIMIT_NANOS);
        TimeWeighted level = new TimeWeighted(1_000);
        long[] now = {0};
        assertEquals(0, allocated(() -> {
            for (int i = 0; i < EVENTS; i++) {
                now[0] += random.nextInt(100);
                recorder.record(station.admit(now[0], random.nextInt(900)) - now[0]);
                level.add(now[0], 1);
            }
        }));
    }
}
