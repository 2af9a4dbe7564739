// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The program of {@code src/simgrid}, which {@code run} compiles where SimGrid is installed: it runs the models and says what
 * they cost.
 */
final class SimGrid {
    static final String ENGINE = "simGrid";
    /** Set by {@code run} to the path of the program. */
    private static final String PROPERTY = "benchmarks.simgrid";
    private static final int EVENTS = 1_000_000;
    /** Without a remark on delays below the nanosecond to which SimGrid is exact. */
    private static final String QUIET = "--log=s4u_actor.thresh:error";
    /** A third of a million rounds, nearly Poisson: four standard errors. */
    private static final double ROUNDS_ERROR = 4 / Math.sqrt(EVENTS / 3.0);

    private final String program;

    private SimGrid(String program) {
        this.program = program;
    }

    /** The program; empty where SimGrid is not installed. */
    static Optional<SimGrid> installed() {
        String program = System.getProperty(PROPERTY, "");
        return program.isEmpty() ? Optional.empty() : Optional.of(new SimGrid(program));
    }

    /**
     * Runs both models once.
     *
     * @throws IllegalStateException if a result is one that queueing theory excludes
     */
    void measure(Measurements measured, int round) throws IOException {
        measured.add("SingleServer own", ENGINE, run("single-server", round,
                SingleServer.exactMeanTime() / SingleServer.MEAN_SERVICE, Agreement.sojournError(EVENTS / 2)));
        measured.add("ClosedNetwork own", ENGINE, run("closed-network", round, ClosedNetwork.exactThroughput(), ROUNDS_ERROR));
    }

    private Measurements.Measurement run(String model, int seed, double expected, double relativeError) throws IOException {
        Process process = new ProcessBuilder(List.of(program, model, Integer.toString(EVENTS), Integer.toString(seed), QUIET))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String[] words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
        if (words.length != 2) {
            throw new IllegalStateException(program + " " + model + " failed");
        }
        double figure = Double.parseDouble(words[1]);
        Agreement.near("SimGrid, " + model, figure, expected, relativeError);
        return new Measurements.Measurement(Double.parseDouble(words[0]), Double.NaN);
    }
}
