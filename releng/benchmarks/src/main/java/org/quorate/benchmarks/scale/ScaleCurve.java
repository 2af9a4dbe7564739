// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks.scale;

import static org.quorate.benchmarks.Measurements.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.benchmarks.ResultsFile;
import org.quorate.benchmarks.WebSessions;

/**
 * What a simulated hour costs and what an event costs, along the axes nodes, files, threads and cached files; each point in a JVM of
 * its own with 8 GiB; and the whole run {@code scale-16}.
 */
public final class ScaleCurve {
    private static final List<String> CONTENDERS = List.of("ocfs2", "gfs2");
    private static final Path SCALE_16 = Path.of("releng", "benchmarks", "scenarios", "scale-16.yaml");
    private static final String ROW = "%-42s %-6s %10s %8s %10s %9s %9s %10s %10s%n";
    private static final double PER_HOUR = 3600;
    private static final double AT_ONCE = 1.8;
    /** Runs of a point before the one that counts: the compiler is done by then. */
    private static final int WARM = 2;

    private final ResultsFile results = new ResultsFile();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    private ScaleCurve() {
    }

    /** No arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new ScaleCurve().run();
    }

    private void run() throws IOException, InterruptedException {
        results.observeLoad();
        out.printf(ROW, "point", "", "events", "ev/op", "ns/event", "us/op", "s/hour", "build s", "live MiB");
        for (int nodes : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            point("nodes " + nodes + " (128 threads, 100000 files warm)", new Point(nodes, 100_000, 128, 100_000, 10, 10), WARM);
        }
        for (long files : new long[] {1_000, 100_000, 10_000_000, 50_000_000}) {
            point("files " + files + " (4 nodes, 64 threads, cold)", new Point(4, files, 64, 0, 20, 10), WARM);
        }
        for (int threads : new int[] {1, 16, 256, 4096}) {
            point("threads " + threads + " (4 nodes, 100000 files warm)", new Point(4, 100_000, threads, 100_000, 10, 10), WARM);
        }
        for (long cached : new long[] {100_000, 1_000_000, 6_400_000}) {
            point("cached " + cached + " (64 nodes, 50000000 files)", new Point(64, 50_000_000, 64, cached, 1, 0), 0);
        }
        for (String contender : CONTENDERS) {
            measure("scale-16 (10 simulated minutes)", contender, SCALE_16, 0);
        }
        results.observeLoad();
        promises();
        twoAtOnce();
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        results.printHeader(new PrintStream(header, true, StandardCharsets.UTF_8), "CPU time of the simulating thread, compiler and"
                + " collector not counted; a JVM of its own with 8 GiB for each point, warm but for the last two kinds");
        String text = header.toString(StandardCharsets.UTF_8) + bytes.toString(StandardCharsets.UTF_8);
        System.out.print(text);
        System.err.println("kept as " + results.keep("scale-", text));
    }

    private void point(String name, Point point, int warmUps) throws IOException, InterruptedException {
        Path file = Files.createTempFile("scale", ".yaml");
        try {
            Files.writeString(file, point.yaml());
            for (String contender : CONTENDERS) {
                measure(name, contender, file, warmUps);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void twoAtOnce() throws IOException, InterruptedException {
        System.err.println("two replications at once");
        Path file = Files.createTempFile("two", ".yaml");
        try {
            Files.writeString(file, WebSessions.ofAMinute());
            double ratio = Double.parseDouble(output(TwoAtOnce.class, file.toString()).orElseThrow());
            verdict("two replications on two cores, times faster than one after the other (idle machine)", ratio, ratio >= AT_ONCE, "at least " + AT_ONCE);
        } finally {
            Files.delete(file);
        }
    }

    private void measure(String name, String contender, Path scenario, int warmUps) throws IOException, InterruptedException {
        System.err.println(name + ", " + contender);
        Optional<String> printed = output(Measure.class, scenario.toString(), contender, String.valueOf(warmUps));
        if (printed.isEmpty()) {
            out.printf("%-42s %-6s failed%n", name, contender);
            return;
        }
        Cost cost = Cost.parse(printed.get());
        costs.put(name.split(" \\(")[0] + " " + contender, cost);
        out.printf(ROW, name, contender, cost.events(), number(cost.events() / (double) cost.operations()), number(cost.nanosPerEvent()),
                number(cost.seconds() * 1e6 / cost.operations()), number(cost.seconds() / cost.simulated() * PER_HOUR),
                number(cost.building()), cost.liveMiB());
    }

    /** What a class prints in a JVM of its own; empty if it failed. */
    private static Optional<String> output(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx8g",
                "-XX:+UseSerialGC", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:FreqInlineSize=80", "-cp",
                System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    }

    private void promises() {
        out.println();
        for (String contender : CONTENDERS) {
            ratio("CPU an event from 10^3 to 10^7 files", "files 1000 ", "files 10000000 ", contender, 3);
            ratio("CPU an event from 2 to 64 nodes, same load", "nodes 2 ", "nodes 64 ", contender, 2);
            Cost warm = costs.get("cached 6400000 " + contender);
            if (warm != null) {
                atMost(contender + ": seconds to build 10^7 locks", warm.building() / warm.locks() * 1e7, 10);
                atMost(contender + ": GiB that 64 nodes with 100000 cached inodes each need, of 50000000 files", warm.liveMiB() / 1024.0, 8);
            }
            Cost whole = costs.get("scale-16 " + contender);
            if (whole != null) {
                atMost(contender + ": seconds of CPU of scale-16, cut off at 2*10^7 operations",
                        whole.seconds() * Math.min(1, 2e7 / whole.operations()) + whole.building(), 60);
            }
        }
    }

    private void ratio(String text, String from, String to, String contender, double limit) {
        Cost small = costs.get(from + contender);
        Cost large = costs.get(to + contender);
        if (small != null && large != null) {
            atMost(contender + ": " + text + ", ratio", large.nanosPerEvent() / small.nanosPerEvent(), limit);
        }
    }

    private void atMost(String text, double figure, double limit) {
        verdict(text, figure, figure <= limit, "at most " + number(limit));
    }

    private void verdict(String text, double figure, boolean held, String limit) {
        out.printf("%-7s %s: %s (%s)%n", held ? "held" : "MISSED", text, number(figure), limit);
    }

    /** What {@link Measure} printed. */
    private record Cost(long events, long operations, long locks, double building, double seconds, long liveMiB, double simulated) {

        static Cost parse(String line) {
            String[] words = line.split(" ");
            return new Cost(Long.parseLong(words[0]), Math.max(1, Long.parseLong(words[1])), Math.max(1, Long.parseLong(words[2])),
                    Double.parseDouble(words[3]), Double.parseDouble(words[4]), Long.parseLong(words[5]), Double.parseDouble(words[6]));
        }

        double nanosPerEvent() {
            return seconds * 1e9 / events;
        }
    }
}
