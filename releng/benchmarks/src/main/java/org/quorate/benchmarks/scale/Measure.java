// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks.scale;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.SlabCache;
import org.quorate.model.yaml.ScenarioReader;

/**
 * Runs one contender of a scenario in a JVM of its own, some times to warm up and then once, and prints of that, in one line: events, operations, locks of the lock manager at
 * the end, seconds of CPU to build the initial state, seconds of CPU to simulate, MiB that live after building, simulated seconds.
 */
public final class Measure {
    private static final double NANOS = 1e9;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long built = -1;
    private long collecting;
    private long liveBytes;

    private Measure() {
    }

    /** Arguments: scenario file, label of a contender, runs to warm up. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Scenario scenario = ScenarioReader.read(file.toString(), Files.readString(file)).document()
                .orElseThrow(() -> new IllegalArgumentException(file + " is not a valid scenario")).scenario();
        FileSystemSpec contender = scenario.fileSystems().stream().filter(spec -> spec.label().equals(arguments[1])).findFirst()
                .orElseThrow();
        for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
            ClusterRun.run(new RunRequest(scenario, contender, i), () -> false);
        }
        new Measure().run(new RunRequest(scenario, contender, 0));
    }

    private void run(RunRequest request) {
        long start = thread.getCurrentThreadCpuTime();
        RunResult result = ClusterRun.run(request, this::asked);
        long end = thread.getCurrentThreadCpuTime();
        PhaseResult last = result.phases().get(result.phases().size() - 1);
        long operations = last.operations().stream().map(OperationResult::latency).mapToLong(recorder -> recorder.count()).sum();
        long locks = last.census().stream().mapToLong(census -> census.objects().getOrDefault(SlabCache.O2DLM_LOCK, 0L)
                + census.objects().getOrDefault(SlabCache.DLM_LKB, 0L)).sum();
        System.out.printf(Locale.ROOT, "%d %d %d %.3f %.3f %d %.1f%n", result.events(), operations, locks, (built - start) / NANOS,
                (end - built - collecting) / NANOS, liveBytes >> 20, last.endNanos() / NANOS);
    }

    /** The simulator asks whether to stop, for the first time when the initial state is built: what lives now is that. */
    private boolean asked() {
        if (built < 0) {
            built = thread.getCurrentThreadCpuTime();
            System.gc();
            liveBytes = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            collecting = thread.getCurrentThreadCpuTime() - built;
        }
        return false;
    }
}
