// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks in interleaved rounds, each benchmark of each round in a fresh JVM; prints the medians of CPU time and of
 * allocated bytes an event, the ratio of each peer to Quorate, and what that says of Quorate's promises.
 */
public final class CompareWithPeers {
    private static final int DEFAULT_ROUNDS = 7;
    private static final String EVERYTHING = "org.quorate.benchmarks";
    /** Seconds of CPU that the whole run may take. */
    private static final double WEB_SESSIONS_LIMIT = 5;

    private final Measurements measured = new Measurements();
    private final ResultsFile results = new ResultsFile();
    private final List<Double> webSessions = new ArrayList<>();
    private final int rounds;
    private final String pattern;

    private CompareWithPeers(int rounds, String pattern) {
        this.rounds = rounds;
        this.pattern = pattern;
    }

    /** Arguments: rounds (default 7) and a regular expression that selects JMH's benchmarks (default: those and all else). */
    public static void main(String[] arguments) throws RunnerException, IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        String pattern = arguments.length > 1 ? arguments[1] : EVERYTHING;
        new CompareWithPeers(rounds, pattern).run();
    }

    private void run() throws RunnerException, IOException {
        boolean everything = pattern.equals(EVERYTHING);
        Agreement.require();
        double allocated = SteadyAllocation.most();
        Optional<SimGrid> simGrid = SimGrid.installed();
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            results.observeLoad();
            collect(new Runner(options().build()).run());
            if (everything) {
                webSessions.add(WebSessions.cpuSeconds());
            }
            if (everything && simGrid.isPresent()) {
                simGrid.get().measure(measured, round);
            }
        }
        results.observeLoad();
        String text = text(allocated, simGrid.isPresent());
        System.out.print(text);
        if (everything && rounds >= DEFAULT_ROUNDS) {
            System.err.println("kept as " + results.keep("", text));
        }
    }

    private ChainedOptionsBuilder options() {
        return new OptionsBuilder().include(pattern).forks(1).threads(1)
                .warmupIterations(2).warmupTime(TimeValue.seconds(1))
                .measurementIterations(1).measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuTimeProfiler.class).addProfiler(GCProfiler.class)
                .shouldFailOnError(true).verbosity(VerboseMode.SILENT);
    }

    private void collect(Collection<RunResult> rows) {
        for (RunResult row : rows) {
            BenchmarkParams parameters = row.getParams();
            String[] path = parameters.getBenchmark().split("\\.");
            StringBuilder name = new StringBuilder(path[path.length - 2].replace("Benchmark", ""));
            StringBuilder engine = new StringBuilder(path[path.length - 1]);
            for (String key : parameters.getParamsKeys()) {
                String value = parameters.getParam(key).toLowerCase(Locale.ROOT);
                if (key.equals("list")) {
                    engine.append(value.substring(0, 1).toUpperCase(Locale.ROOT)).append(value.substring(1));
                } else {
                    name.append(' ').append(value);
                }
            }
            Map<String, ? extends Result<?>> secondary = row.getSecondaryResults().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            measured.add(name.toString(), engine.toString(), new Measurements.Measurement(
                    secondary.get(CpuTimeProfiler.LABEL).getScore(), secondary.get("gc.alloc.rate.norm").getScore()));
        }
    }

    private String text(double allocated, boolean simGrid) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            results.printHeader(out, "CPU time of the whole process, median of " + rounds + " interleaved rounds; ratio: to that of quorate");
            measured.print(out);
            if (!simGrid) {
                out.println("SimGrid is not installed here");
            }
            out.println();
            Requirements requirements = new Requirements(measured);
            requirements.atMost("M/M/1 and closed network: no byte allocated an event, counted", allocated, 0, "");
            requirements.atMost(WebSessions.CASE + ": at most " + WEB_SESSIONS_LIMIT + " s of CPU",
                    webSessions.isEmpty() ? Double.NaN : Measurements.median(webSessions), WEB_SESSIONS_LIMIT, " s");
            requirements.print(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
