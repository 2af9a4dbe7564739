// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What was measured, by case (benchmark and parameters) and engine, one measurement a round. Not thread-safe. */
public final class Measurements {
    static final String OURS = "quorate";
    private static final String ROW = "%-30s %-16s %14s %8s %10s%n";

    /**
     * One round of one engine in one case.
     *
     * @param cpuNanos       CPU time an event, in nanoseconds
     * @param allocatedBytes bytes allocated an event; NaN if the engine is not a Java program
     */
    record Measurement(double cpuNanos, double allocatedBytes) { }

    private final Map<String, Map<String, List<Measurement>>> cases = new TreeMap<>();

    void add(String name, String engine, Measurement measurement) {
        cases.computeIfAbsent(name, key -> new LinkedHashMap<>()).computeIfAbsent(engine, key -> new ArrayList<>())
                .add(measurement);
    }

    /** The engines of a case; none if it was not measured. */
    Set<String> engines(String name) {
        return cases.getOrDefault(name, Map.of()).keySet();
    }

    /** Median over the rounds of CPU nanoseconds an event; empty if that was not measured. */
    OptionalDouble cpuNanos(String name, String engine) {
        List<Measurement> rounds = cases.getOrDefault(name, Map.of()).getOrDefault(engine, List.of());
        return rounds.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(median(rounds.stream().map(Measurement::cpuNanos).toList()));
    }

    /** CPU time of one engine divided by that of another; empty unless both were measured. */
    OptionalDouble ratio(String name, String engine, String other) {
        OptionalDouble above = cpuNanos(name, engine);
        OptionalDouble below = cpuNanos(name, other);
        return above.isEmpty() || below.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(above.getAsDouble() / below.getAsDouble());
    }

    /** The table of all cases and engines, with the ratio of each engine to Quorate. */
    void print(PrintStream out) {
        out.printf(ROW, "case", "engine", "CPU ns/event", "ratio", "B/event");
        cases.forEach((name, engines) -> engines.forEach((engine, rounds) -> {
            OptionalDouble ratio = ratio(name, engine, OURS);
            out.printf(ROW, name, engine, number(cpuNanos(name, engine).orElseThrow()),
                    ratio.isPresent() ? number(ratio.getAsDouble()) : "-",
                    number(median(rounds.stream().map(Measurement::allocatedBytes).toList())));
        }));
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Three digits or so. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
