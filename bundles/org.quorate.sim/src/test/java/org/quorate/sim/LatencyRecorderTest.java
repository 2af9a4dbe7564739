// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    private static final double[] PERCENTS = {0, 1, 10, 50, 90, 95, 99, 99.9, 99.99, 100};

    private static long[] latencies(int count) {
        RandomStream random = new RandomStreams(1).named("latencies");
        Sampler sampler = Sampler.lognormal(2e6, 3);
        long[] values = new long[count];
        Arrays.setAll(values, i -> sampler.sample(random));
        return values;
    }

    @Test
    void percentilesAreThoseOfTheSortedValuesToThreeDigits() {
        long[] values = latencies(100_003);
        LatencyRecorder recorder = new LatencyRecorder();
        Arrays.stream(values).forEach(recorder::record);
        Arrays.sort(values);
        for (double percent : PERCENTS) {
            long exact = values[Math.max((int) Math.ceil(percent / 100 * values.length), 1) - 1];
            assertEquals(exact, recorder.percentile(percent), exact * 1e-3, () -> "percentile " + percent);
        }
        assertEquals(Arrays.stream(values).average().orElseThrow(), recorder.mean(), 1e-6);
        assertEquals(values[values.length - 1], recorder.max());
        assertEquals(recorder.max(), recorder.percentile(100));
        assertEquals(values.length, recorder.count());
    }

    @Test
    void mergedRecordersAreTheRecorderOfAll() {
        long[] values = latencies(30_000);
        LatencyRecorder all = new LatencyRecorder();
        LatencyRecorder merged = new LatencyRecorder();
        for (int part = 0; part < 3; part++) {
            LatencyRecorder recorder = new LatencyRecorder();
            for (int i = part * 10_000; i < (part + 1) * 10_000; i++) {
                recorder.record(values[i] >> 8 * part);
                all.record(values[i] >> 8 * part);
            }
            merged.add(recorder);
        }
        merged.add(new LatencyRecorder());
        assertEquals(all.copy(), merged.copy());
        assertEquals(all.count(), merged.count());
        assertEquals(all.mean(), merged.mean(), 1e-6);
        assertEquals(all.max(), merged.max());
        for (double percent : PERCENTS) {
            assertEquals(all.percentile(percent), merged.percentile(percent));
        }
    }

    @Test
    void aCopyStaysWhenTheRecorderGoesOn() {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.record(1_000);
        Histogram copy = recorder.copy();
        recorder.record(2_000);
        recorder.reset();
        recorder.record(3_000);
        assertEquals(1, copy.getTotalCount());
        assertEquals(1_000, copy.getMaxValue());
        assertEquals(1, recorder.count());
        assertEquals(3_000, recorder.mean());
    }

    @Test
    void longLatenciesCountAsAnHour() {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.record(Long.MAX_VALUE);
        recorder.record(LatencyRecorder.LIMIT_NANOS + 1);
        recorder.record(0);
        assertEquals(LatencyRecorder.LIMIT_NANOS, recorder.max());
        assertEquals(LatencyRecorder.LIMIT_NANOS, recorder.percentile(99));
        assertEquals(0, recorder.percentile(0));
        assertEquals(LatencyRecorder.LIMIT_NANOS * 2.0 / 3, recorder.mean(), 1);
    }

    @Test
    void emptyIsZero() {
        LatencyRecorder recorder = new LatencyRecorder();
        assertEquals(0, recorder.count());
        assertEquals(0, recorder.mean());
        assertEquals(0, recorder.max());
        assertEquals(0, recorder.percentile(50));
    }

    @Test
    void refusesWhatIsNoLatency() {
        LatencyRecorder recorder = new LatencyRecorder();
        assertThrows(IllegalArgumentException.class, () -> recorder.record(-1));
        assertThrows(IllegalArgumentException.class, () -> recorder.percentile(100.1));
        assertThrows(IllegalArgumentException.class, () -> recorder.percentile(Double.NaN));
        assertTrue(recorder.count() == 0);
    }
}
