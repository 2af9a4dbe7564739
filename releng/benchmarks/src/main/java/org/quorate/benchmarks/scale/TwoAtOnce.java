// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;

/** How much sooner two replications are done on two threads than one after the other, in a warm JVM; prints the median of the rounds. */
public final class TwoAtOnce {
    private static final int ROUNDS = 7;
    private static final int WARM_UPS = 4;

    private final RunRequest first;
    private final RunRequest second;

    private TwoAtOnce(RunRequest first, RunRequest second) {
        this.first = first;
        this.second = second;
    }

    /** Argument: scenario file, of whose first contender two replications are made. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        Scenario scenario = ScenarioReader.read(file.toString(), Files.readString(file)).document().orElseThrow().scenario();
        TwoAtOnce measured = new TwoAtOnce(new RunRequest(scenario, scenario.fileSystems().get(0), 0),
                new RunRequest(scenario, scenario.fileSystems().get(0), 1));
        for (int i = 0; i < WARM_UPS; i++) {
            measured.together();
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long alone = measured.inTurn();
            ratios.add((double) alone / measured.together());
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "%.3f%n", ratios.get(ROUNDS / 2));
    }

    private long inTurn() {
        long start = System.nanoTime();
        ClusterRun.run(first, () -> false);
        ClusterRun.run(second, () -> false);
        return System.nanoTime() - start;
    }

    private long together() throws InterruptedException {
        long start = System.nanoTime();
        Thread other = new Thread(() -> ClusterRun.run(second, () -> false));
        other.start();
        ClusterRun.run(first, () -> false);
        other.join();
        return System.nanoTime() - start;
    }
}
