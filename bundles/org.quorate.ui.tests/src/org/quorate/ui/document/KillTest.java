// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.AtomicFile;
import org.quorate.model.Scenario;

/** A kill at any moment loses at most ten seconds of edits, and never a saved file. */
class KillTest {

    private static final int MOMENTS = 100;
    /** What is promised, in edits of {@link KilledWriter}. */
    private static final long MOST_LOST = TimeUnit.SECONDS.toNanos(10) / KilledWriter.STEP_NANOS;
    private static final int LONGEST_MILLIS = 300;
    private static final Pattern VERSION = Pattern.compile("name: version(\\d+)\n");


    @TempDir
    private Path folder;

    @Test
    void aKillAtAnyMomentLosesAtMostTenSecondsOfEditsAndNeverASavedFile() throws Exception {
        Random random = new Random(7);
        int recovered = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            Path own = Files.createDirectory(folder.resolve("moment" + moment));
            recovered += killOnce(own, random) ? 1 : 0;
        }
        assertTrue(recovered > MOMENTS / 10, "kills that left something to recover: " + recovered);
    }

    /** @return whether there was something to recover */
    private boolean killOnce(Path own, Random random) throws Exception {
        Path file = Files.writeString(own.resolve("scenario.yaml"), KilledWriter.version(0));
        Path root = own.resolve("recovery");
        Path log = own.resolve("log");
        Process process = start(file, root, random.nextLong(), log);
        while (!Files.readString(log).contains("edited")) {
            assertTrue(process.isAlive(), () -> "it ended by itself: " + read(log));
            Thread.sleep(2);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_MILLIS * 1000));
        process.destroyForcibly();
        assertEquals(128 + 9, process.waitFor(), () -> "it ended by itself: " + read(log));

        int edited = last(log, "edited ");
        int told = last(log, "saved ");
        int saved = version(Files.readString(file), file);
        assertTrue(saved >= told, "a saved file was lost: " + saved + " instead of " + told);
        RecoveryStore next = new RecoveryStore(root, (message, e) -> {
            throw new AssertionError(message, e);
        });
        List<RecoveryStore.Left> left = next.leftBehind();
        int kept = left.stream().mapToInt(one -> version(one.recovery().text(), one.path())).max().orElse(0);
        assertTrue(left.size() <= 1, () -> left.toString());
        assertTrue(edited - Math.max(saved, kept) <= MOST_LOST, "edits lost: " + edited + ", saved " + saved + ", kept " + kept);
        for (RecoveryStore.Left one : left) {
            next.discard(one);
        }
        next.close();
        assertEquals(List.of(), list(root), "nothing stays once it is decided on");
        return kept > saved;
    }

    private static Process start(Path file, Path root, long seed, Path log) throws IOException {
        // Libraries as the model sees them: in the workbench, this test does not.
        Class<?> jackson = seenBy(Scenario.class, "com.fasterxml.jackson.databind.JsonNode");
        String path = Stream.of(KilledWriter.class, ScenarioSession.class, AtomicFile.class, Scenario.class, jackson,
                seenBy(Scenario.class, "org.snakeyaml.engine.v2.api.LoadSettings"),
                seenBy(Scenario.class, "com.fasterxml.jackson.core.TreeNode"),
                seenBy(jackson, "com.fasterxml.jackson.annotation.JsonProperty"))
                .map(KillTest::origin).distinct().collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, KilledWriter.class.getName(),
                file.toString(), root.toString(), Long.toString(seed)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static Class<?> seenBy(Class<?> user, String name) {
        try {
            return user.getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of a text that is one whole version. */
    private static int version(String text, Path where) {
        Matcher first = VERSION.matcher(text);
        assertTrue(first.lookingAt(), () -> where + " holds: " + text);
        int number = Integer.parseInt(first.group(1));
        assertEquals(KilledWriter.version(number), text);
        return number;
    }

    /** The highest number behind a word; a line that was cut off does not count. */
    private static int last(Path log, String word) throws IOException {
        String text = Files.readString(log);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> line.startsWith(word))
                .mapToInt(line -> Integer.parseInt(line.substring(word.length()))).max().orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<Path> list(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(root)) {
            return paths.toList();
        }
    }
}
