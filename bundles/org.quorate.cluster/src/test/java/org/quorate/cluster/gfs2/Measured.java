// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the lab measured, from the test resources, and how far a simulated figure is from it. */
final class Measured {

    private final List<String> misses = new ArrayList<>();
    private final StringBuilder table;

    Measured(String title) {
        table = new StringBuilder("%n%-16s %-22s %21s %10s %8s%n".formatted(title, "figure", "measured", "simulated", "error"));
    }

    /** Rows of a table of the lab, with its column names. */
    static List<Map<String, String>> rows(String name) {
        List<String> lines = text(name).lines().filter(line -> !line.startsWith("#")).toList();
        String[] names = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> {
            String[] cells = line.split(",");
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            return row;
        }).toList();
    }

    static String text(String name) {
        try (InputStream in = Measured.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far repetitions are apart: their standard deviation as a share of their mean. */
    static double scatter(double[] measured) {
        double mean = Arrays.stream(measured).average().orElseThrow();
        double squares = Arrays.stream(measured).map(value -> (value - mean) * (value - mean)).sum();
        return Math.sqrt(squares / (measured.length - 1)) / mean;
    }

    /**
     * Compares a figure with the range of the lab's repetitions, which differ by what happened to fall into a phase (timers of the
     * log, deletion work).
     *
     * @param share   of the measured figure that the error may be
     * @param allowed error that is always allowed
     */
    void compare(String phase, String figure, double[] measured, double simulated, double share, double allowed) {
        double nearest = Math.max(Arrays.stream(measured).min().orElseThrow(),
                Math.min(Arrays.stream(measured).max().orElseThrow(), simulated));
        double error = simulated - nearest;
        String values = Arrays.stream(measured).mapToObj("%.3f"::formatted).collect(Collectors.joining(" / "));
        String percent = Math.abs(nearest) < 0.05 ? "" : "%.1f%%".formatted(100 * error / Math.abs(nearest));
        String line = "%-16s %-22s %21s %10.3f %8s%n".formatted(phase, figure, values, simulated, percent);
        table.append(line);
        if (Math.abs(error) > Math.max(allowed, share * Math.abs(nearest))) {
            misses.add(line.strip());
        }
    }

    /** Fails if a figure was too far off; logs all. */
    void check() {
        if (!misses.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), misses) + System.lineSeparator() + table);
        }
        System.getLogger(Measured.class.getName()).log(System.Logger.Level.INFO, table.toString());
    }
}
