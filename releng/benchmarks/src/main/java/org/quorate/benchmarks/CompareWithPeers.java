// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 * Runs all benchmarks in interleaved rounds, each benchmark of each round in a fresh JVM, and prints the medians of CPU
 * time and of allocated bytes an event, and the ratio of each peer to Quorate.
 */
public final class CompareWithPeers {
    private static final int DEFAULT_ROUNDS = 7;
    private static final String OURS = "quorate";

    private record Measurement(double cpuNanos, double allocatedBytes) { }

    /** By case (benchmark and parameters), then by engine: one measurement a round. */
    private final Map<String, Map<String, List<Measurement>>> cases = new TreeMap<>();

    private CompareWithPeers() {
    }

    /** Arguments: rounds (default 7) and a regular expression that selects benchmarks (default all). */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        String pattern = arguments.length > 1 ? arguments[1] : "org.quorate.benchmarks";
        requireSameTrajectories();
        CompareWithPeers comparison = new CompareWithPeers();
        for (int round = 1; round <= rounds; round++) {
            System.err.println("round " + round + " of " + rounds);
            comparison.collect(new Runner(options(pattern).build()).run());
        }
        comparison.print(System.out, rounds);
    }

    private static ChainedOptionsBuilder options(String pattern) {
        return new OptionsBuilder().include(pattern).forks(1).threads(1)
                .warmupIterations(2).warmupTime(TimeValue.seconds(1))
                .measurementIterations(2).measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuTimeProfiler.class).addProfiler(GCProfiler.class)
                .shouldFailOnError(true).verbosity(VerboseMode.SILENT);
    }

    /** With the same random numbers all engines must have the same result, or they do not simulate the same model. */
    private static void requireSameTrajectories() {
        SingleServerBenchmark benchmark = new SingleServerBenchmark();
        benchmark.random = Randomness.SAME;
        double ours = benchmark.quorate();
        Map<String, Double> peers = Map.of("SSJ splay", benchmark.ssjSplay(), "SSJ Henriksen", benchmark.ssjHenriksen(),
                "CloudSim Plus", benchmark.cloudSimPlus(), "fused loop", benchmark.fusedLoop());
        peers.forEach((peer, mean) -> {
            if (Math.abs(mean - ours) > 1e-5 * ours) {
                throw new IllegalStateException(peer + " has mean " + mean + ", Quorate " + ours);
            }
        });
    }

    private void collect(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String[] path = parameters.getBenchmark().split("\\.");
            StringBuilder name = new StringBuilder(path[path.length - 2].replace("Benchmark", ""));
            StringBuilder engine = new StringBuilder(path[path.length - 1]);
            for (String key : parameters.getParamsKeys()) {
                (key.equals("list") ? engine : name).append(' ').append(parameters.getParam(key).toLowerCase(Locale.ROOT));
            }
            Map<String, ? extends Result<?>> secondary = result.getSecondaryResults().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            cases.computeIfAbsent(name.toString(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(engine.toString(), key -> new ArrayList<>())
                    .add(new Measurement(secondary.get(CpuTimeProfiler.LABEL).getScore(),
                            secondary.get("gc.alloc.rate.norm").getScore()));
        }
    }

    private void print(PrintStream out, int rounds) {
        out.printf(Locale.ROOT, "%s, %d cores, %s %s, Java %s; median of %d rounds; ratio: CPU time to that of quorate%n",
                LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                System.getProperty("os.arch"), Runtime.version(), rounds);
        String format = "%-36s %-16s %12s %8s %10s%n";
        out.printf(format, "case", "engine", "CPU ns/event", "ratio", "B/event");
        cases.forEach((name, engines) -> {
            double ours = engines.containsKey(OURS) ? cpu(engines.get(OURS)) : Double.NaN;
            engines.forEach((engine, rows) -> out.printf(format, name, engine, number(cpu(rows)), number(cpu(rows) / ours),
                    number(median(rows.stream().map(Measurement::allocatedBytes).toList()))));
        });
    }

    private static double cpu(List<Measurement> rows) {
        return median(rows.stream().map(Measurement::cpuNanos).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
