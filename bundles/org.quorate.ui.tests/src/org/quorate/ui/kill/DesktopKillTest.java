// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.quorate.ui.TestScenarios;

/**
 * The whole desktop is killed three times while somebody types, each time in a process and on a display of its own, and started
 * again: it offers what was typed, but for the last ten seconds at most.
 */
class DesktopKillTest {

    private static final int MOMENTS = 3;
    private static final long MOST_LOST_MILLIS = 10_000;
    /** After the first letter; longer than it takes to write once. */
    private static final int LATEST_MILLIS = 14_000;
    private static final long PATIENCE_MILLIS = 240_000;
    private static final Pattern TYPED = Pattern.compile("typed (\\d+) at (\\d+)\n");

    @TempDir
    private Path folder;
    private Path file;
    private Process screen;
    private String display;
    private Process desktop;

    @BeforeEach
    void startADisplay() throws IOException {
        file = Files.writeString(folder.resolve("small.yaml"), TestScenarios.SMALL);
        screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader number = screen.inputReader()) {
            display = ":" + number.readLine();
        }
    }

    @AfterEach
    void endIt() {
        if (desktop != null) {
            desktop.destroyForcibly();
        }
        screen.destroy();
    }

    @Test
    void aKillOfTheDesktopLosesAtMostTenSecondsOfTyping() throws Exception {
        Random random = new Random(3);
        long safe = 0;
        for (int moment = 0; moment <= MOMENTS; moment++) {
            Path log = folder.resolve("log" + moment);
            start(log, moment > 0);
            if (moment > 0) {
                await(log, "recovered small.yaml");
                await(log, "recovered " + Typist.NEVER_SAVED);
                long recovered = number(log, "recovered small.yaml ");
                assertTrue(recovered >= safe, "typed ten seconds before the kill: " + safe + ", recovered: " + recovered);
            }
            await(log, "typed ");
            if (moment > 0) {
                // What was recovered is safe at once.
                assertTrue(number(log, "typed ") >= safe);
            }
            // So that there is something to be recovered of the first.
            Thread.sleep((moment == 0 ? MOST_LOST_MILLIS : 0) + random.nextInt(LATEST_MILLIS));
            desktop.destroyForcibly();
            assertEquals(128 + 9, desktop.waitFor(), () -> output(log));
            safe = Math.max(safe, typedBefore(log, System.currentTimeMillis() - MOST_LOST_MILLIS));
            assertEquals(TestScenarios.SMALL, Files.readString(file), "the file is what was saved last");
        }
        assertTrue(safe > 0, "letters were typed by keys");
    }

    /** The application as the product starts it, with the bundles that this test runs with. */
    private void start(Path log, boolean recovers) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path here = Path.of(URI.create(System.getProperty("osgi.configuration.area").replace(" ", "%20")));
        Files.writeString(configuration.resolve("config.ini"), Files.readString(here.resolve("config.ini")));
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.quorate.state=" + folder.resolve("state"), "-D" + Typist.LOG + "=" + log,
                "-Dorg.quorate.typist.recover=" + recovers, "-cp", location(Platform.getBundle("org.eclipse.osgi")),
                "org.eclipse.core.runtime.adaptor.EclipseStarter", "-configuration", configuration.toString(),
                "-product", "org.quorate.ui.product", "-application", "org.quorate.ui.application", "-data", "@noDefault",
                "-consoleLog", file.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output(log.toString()));
        builder.environment().put("DISPLAY", display);
        builder.environment().put("GDK_BACKEND", "x11");
        desktop = builder.start();
    }

    private static String location(Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).orElseThrow().getPath();
    }

    private static File output(String log) {
        return new File(log + ".out");
    }

    private static String output(Path log) {
        try {
            return Files.readString(output(log.toString()).toPath()) + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void await(Path log, String line) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!Files.exists(log) || Files.readString(log).lines().noneMatch(one -> one.startsWith(line))) {
            assertTrue(desktop.isAlive() && System.currentTimeMillis() < end, () -> "no " + line + " in " + output(log));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The first number behind a text. */
    private static long number(Path log, String start) throws IOException {
        return Files.readString(log).lines().filter(line -> line.startsWith(start))
                .mapToLong(line -> Long.parseLong(line.substring(start.length()).split(" ")[0])).findFirst().orElseThrow();
    }

    /** How much had been typed at that time. */
    private static long typedBefore(Path log, long millis) throws IOException {
        long typed = 0;
        Matcher line = TYPED.matcher(Files.readString(log));
        while (line.find()) {
            typed = Long.parseLong(line.group(2)) <= millis ? Long.parseLong(line.group(1)) : typed;
        }
        return typed;
    }
}
