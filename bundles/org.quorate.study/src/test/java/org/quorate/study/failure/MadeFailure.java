// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.model.Scenario;

/**
 * A failure that {@code quorate lab fail} has made on real nodes (releng/lab/results/fail-*).
 *
 * @param name    folder and failure
 * @param about   its conditions
 * @param figures in the order of the table
 */
record MadeFailure(String name, Map<String, String> about, List<Made> figures) {

    private static final String STALL = "stall-";
    private static final long BEYOND_TWO = 650;
    /** What a scenario takes for granted; a stall fences nobody. */
    private static final long FENCING = 5000;

    /**
     * What happened when.
     *
     * @param what    in the words of the table
     * @param seconds after the failure
     */
    record Made(String what, double seconds) {
    }

    static List<MadeFailure> all() {
        try {
            Path results = Path.of(MadeFailure.class.getResource("results").toURI());
            List<MadeFailure> failures = new ArrayList<>();
            try (Stream<Path> files = Files.walk(results)) {
                for (Path table : files.filter(file -> file.toString().endsWith(".csv")).sorted().toList()) {
                    failures.add(read(results, table));
                }
            }
            return failures;
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static MadeFailure read(Path results, Path table) throws IOException {
        String file = table.toString();
        Path meta = Path.of(file.substring(0, file.length() - ".csv".length()) + ".meta");
        Map<String, String> about = Files.readAllLines(meta).stream().map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        List<Made> figures = Files.readAllLines(table).stream().skip(1).map(line -> line.split(",", -1))
                .filter(cells -> !cells[5].isEmpty()).map(cells -> new Made(cells[1], Double.parseDouble(cells[5]))).toList();
        return new MadeFailure(results.relativize(table).toString(), about, figures);
    }

    boolean ocfs2() {
        return about.get("file_system").equals("ocfs2");
    }

    boolean stall() {
        return about.get("failure").startsWith(STALL);
    }

    double seconds(String what) {
        return figures.stream().filter(made -> made.what().equals(what)).findFirst()
                .orElseThrow(() -> new AssertionError(name + ": " + what)).seconds();
    }

    /** What is foretold of it, by the timers that these nodes had; what fencing takes depends on its device, and is as it was. */
    ContenderFailure foretold() {
        int nodes = number("nodes");
        String failure = about.get("failure");
        FailureKind kind = stall() ? FailureKind.LUN_STALLS : failure.equals("cut") ? FailureKind.NETWORK_LOST : FailureKind.NODE_DIES;
        Duration duration = stall() ? Duration.ofSeconds(Long.parseLong(failure.substring(STALL.length()))) : null;
        String[] timers = ocfs2() ? o2cb() : corosync(nodes);
        Scenario scenario = nodes == 2 ? FailureScenarios.twoNodes(timers) : FailureScenarios.lab(timers);
        return FailureScenarios.of(FailureScenarios.play(scenario, kind, null, duration), about.get("file_system"));
    }

    @Override
    public String toString() {
        return name;
    }

    private int number(String what) {
        return Integer.parseInt(about.get(what));
    }

    private String[] o2cb() {
        return new String[] {"heartbeatThreshold: 31",
                "heartbeatThreshold: " + number("heartbeat/dead_threshold") + ", idleTimeout: " + number("idle_timeout_ms") + " ms"};
    }

    /** The token that runs has an addition for each node beyond two. Who was to live was not fenced first, so the delay was long enough. */
    private String[] corosync(int nodes) {
        String token = "token: " + (number("token_ms") - (nodes - 2) * BEYOND_TWO) + " ms";
        long millis = stall() ? FENCING : Math.round(1000 * (seconds("fenced") - seconds("a membership without it")));
        String devices = IntStream.rangeClosed(1, nodes).mapToObj(node -> "      - {node: n" + node + ", address: 10.99.0.20" + node
                + ", user: fence, password: \"env:FENCE\"}\n").collect(Collectors.joining());
        return new String[] {"token: 3 s", token, "  waitForFencing: false\n",
            "  fencing:\n    agent: ipmilan\n    duration: " + millis + " ms\n    delay: " + 2 * millis + " ms\n    devices:\n" + devices};
    }
}
