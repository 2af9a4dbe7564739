// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.sim.EventLoop;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;

/**
 * What an event costs, in what can be counted whatever else the machine does: bytes allocated, and events that an operation takes.
 * More than a tenth over what {@value #BASELINE} says fails; where it says 0, whatever is allocated once in 40,000 events or more often. Time is only reported, by
 * {@code releng/benchmarks/run}.
 *
 * <p>After a change that is meant to cost, run once with {@code -Dquorate.costs.update=true}, and read the difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventCostTest {

    private static final String BASELINE = "releng/checks/event-costs.csv";
    private static final String SCENARIOS = "releng/checks/src/test/resources/org/quorate/checks/";
    private static final String HEADER = "what,figure,value\n";
    private static final double TOLERANCE = 1.1;
    private static final int EVENTS = 300_000;
    private static final int RUNS = 5;
    /** A run of the simulator asks whether it is cancelled once in so many events. */
    private static final int STRETCH = 4096;
    private static final int MOST_STRETCHES = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Checkout checkout = Checkout.here();
    private final Map<String, Double> costs = new LinkedHashMap<>();

    /** Bytes that the thread had allocated whenever the simulator asked. */
    private static final class AllocationLog {
        private final long[] total = new long[MOST_STRETCHES];
        private int asked;

        /** Never cancels. */
        boolean note() {
            total[asked++] = THREADS.getCurrentThreadAllocatedBytes();
            return false;
        }

        /**
         * Bytes an event in the second half, in the stretch that only a tenth of the others exceeds: tables may grow in a few, and what is
         * allocated less often than once in ten stretches is not seen.
         */
        double steadyBytesAnEvent() {
            int from = asked / 2;
            long[] stretches = new long[asked - 1 - from];
            Arrays.setAll(stretches, i -> total[from + i + 1] - total[from + i]);
            Arrays.sort(stretches);
            return (double) stretches[stretches.length * 9 / 10] / STRETCH;
        }
    }

    /** Events that make events: as many pending all the time, half of them at one instant with many others. */
    private static final class Held {
        private final RandomStream random = new RandomStreams(1).named("costs");
        private final EventLoop loop = new EventLoop(this::again);

        Held(int pending) {
            for (int i = 0; i < pending; i++) {
                loop.at(0, 0, i);
            }
        }

        private void again(int kind, int subject) {
            loop.after(subject % 2 == 0 ? 1_000_000 : (long) (1e6 * random.nextExponential()), kind, subject);
            if (loop.executed() % EVENTS == 0) {
                loop.stop();
            }
        }

        /** Bytes an event once the tables have grown: the least of some runs, as the JVM itself allocates for the thread now and then. */
        double bytesAnEvent() {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < RUNS; i++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                run();
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            return (double) least / EVENTS;
        }

        private void run() {
            loop.runUntil(Long.MAX_VALUE, () -> false);
        }
    }

    @BeforeAll
    void count() {
        for (int pending : new int[] {2, 100, 10_000}) {
            costs.put("event loop with " + pending + " pending,bytes an event", new Held(pending).bytesAnEvent());
        }
        count("steady");
        count("arrivals");
    }

    private void count(String workload) {
        String file = SCENARIOS + workload + ".yaml";
        Scenario scenario = ScenarioReader.read(file, checkout.text(file)).document().orElseThrow().scenario();
        for (FileSystemSpec contender : scenario.fileSystems()) {
            AllocationLog log = new AllocationLog();
            RunResult result = ClusterRun.run(new RunRequest(scenario, contender, 0), log::note);
            long operations = result.phases().stream().mapToLong(PhaseResult::operationsTotal).sum();
            String what = contender.label() + " on " + workload;
            costs.put(what + ",bytes an event", log.steadyBytesAnEvent());
            costs.put(what + ",events an operation", (double) result.events() / operations);
        }
    }

    @Test
    void theMeasureSeesSixteenBytesAnEvent() {
        AllocationLog log = new AllocationLog();
        Object[] keep = new Object[1];
        for (int stretch = 0; stretch < 100; stretch++) {
            log.note();
            for (int event = 0; event < STRETCH; event++) {
                keep[0] = new Object();
            }
        }
        assertTrue(keep[0] != null && Math.abs(log.steadyBytesAnEvent() - 16) < 0.1, "saw " + log.steadyBytesAnEvent());
    }

    @Test
    void noEventCostsATenthMoreThanBefore() throws IOException {
        if (Boolean.getBoolean("quorate.costs.update")) {
            StringBuilder text = new StringBuilder(HEADER);
            costs.forEach((what, value) -> text.append(what).append(',').append(String.format(Locale.ROOT, "%.4f\n", value)));
            Files.writeString(checkout.file(BASELINE), text);
        }
        Map<String, Double> baseline = baseline();
        assertEquals(baseline.keySet(), costs.keySet());
        List<String> dearer = new ArrayList<>();
        baseline.forEach((what, before) -> {
            // As the baseline is written: what rounds to 0 is 0.
            double now = Math.rint(costs.get(what) * 1e4) / 1e4;
            if (now > before * TOLERANCE) {
                dearer.add(what + ": " + now + ", was " + before);
            }
        });
        assertEquals(List.of(), dearer);
    }

    private Map<String, Double> baseline() {
        Map<String, Double> baseline = new LinkedHashMap<>();
        for (String line : checkout.text(BASELINE).lines().skip(1).toList()) {
            int comma = line.lastIndexOf(',');
            baseline.put(line.substring(0, comma), Double.parseDouble(line.substring(comma + 1)));
        }
        return baseline;
    }
}
