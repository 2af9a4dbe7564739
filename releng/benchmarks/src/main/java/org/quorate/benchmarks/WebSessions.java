// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A whole run as a user starts it: the sample {@code web-sessions} for a simulated minute, ten replications of three contenders. */
public final class WebSessions {
    static final String CASE = "web-sessions, 10 replications of a minute";
    private static final String SAMPLE = "sample-models/web-sessions/scenario.yaml";
    private static final String AS_SHIPPED = "duration: 5 s";
    private static final String COMMAND = "TIMEFORMAT='%U %S'; time ./quorate compare --quiet --replications=10 - <\"$1\" >/dev/null";

    private WebSessions() {
    }

    /** The scenario as it is shipped, but for a simulated minute. */
    public static String ofAMinute() throws IOException {
        String text = Files.readString(Path.of(SAMPLE));
        if (!text.contains(AS_SHIPPED)) {
            throw new IllegalStateException(SAMPLE + " has no " + AS_SHIPPED);
        }
        return text.replace(AS_SHIPPED, "duration: 60 s");
    }

    /** CPU seconds of one run, the start of the JVM included. */
    static double cpuSeconds() throws IOException {
        Path scenario = Files.createTempFile("web-sessions", ".yaml");
        Files.writeString(scenario, ofAMinute());
        Process process = new ProcessBuilder(List.of("bash", "-c", COMMAND, "bash", scenario.toString()))
                .redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Files.delete(scenario);
        if (!printed.matches("[0-9.]+ [0-9.]+")) {
            throw new IllegalStateException("web-sessions failed: " + printed);
        }
        String[] words = printed.split(" ");
        return Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
    }
}
