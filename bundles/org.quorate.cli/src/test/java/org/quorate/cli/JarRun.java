// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the real jar in a process of its own. */
final class JarRun {

    /** What came of it. */
    record Result(int exitCode, String out, String err) {
    }

    private static final long PATIENCE_SECONDS = 120;

    /** Ten times what is wanted, for a machine that is busy with other things. */
    private static final long INTERRUPT_SECONDS = 10;

    private final Path directory;

    /** Runs in that directory. */
    JarRun(Path directory) {
        this.directory = directory;
    }

    /** The command that starts the jar, with the default action for SIGINT whatever this process inherited. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                System.getProperty("quorate.jar")));
        command.addAll(List.of(arguments));
        return command;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return result(start(command(arguments), new byte[0]));
    }

    Result runWithInput(String input, String... arguments) throws IOException, InterruptedException {
        return result(start(command(arguments), input.getBytes(StandardCharsets.UTF_8)));
    }

    /** Runs a shell line on a terminal; {@code $QUORATE} starts the jar. What the terminal showed is {@code out}. */
    Result runOnTerminal(String line, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("script", "--quiet", "--return", "--command", line, "/dev/null");
        builder.environment().put("QUORATE", String.join(" ", command()));
        builder.environment().put("TERM", "xterm");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        return result(start(builder, new byte[0]));
    }

    Process start(List<String> command, byte[] input) throws IOException {
        return start(new ProcessBuilder(command), input);
    }

    private Process start(ProcessBuilder builder, byte[] input) throws IOException {
        File in = Files.write(directory.resolve(".in"), input).toFile();
        return builder.directory(directory.toFile()).redirectInput(in)
                .redirectOutput(directory.resolve(".out").toFile()).redirectError(directory.resolve(".err").toFile())
                .start();
    }

    /** Starts a command, kills it when that many points are kept in a directory, and waits for its end. */
    void kill(String kept, int points, String... arguments) throws IOException, InterruptedException {
        Process process = start(command(arguments), new byte[0]);
        while (kept(kept).size() < points) {
            assertTrue(process.isAlive(), "it ended before it was killed");
            Thread.sleep(1);
        }
        signal("-9", process);
        assertEquals(137, result(process).exitCode());
    }

    /** Starts a command, interrupts it as Ctrl-C does a second after it began to keep points in a directory; it ends soon. */
    Result interrupt(String kept, String... arguments) throws IOException, InterruptedException {
        Process process = start(command(arguments), new byte[0]);
        while (Files.notExists(directory.resolve(kept))) {
            assertTrue(process.isAlive());
            Thread.sleep(20);
        }
        Thread.sleep(1000);
        signal("-INT", process);
        assertTrue(process.waitFor(INTERRUPT_SECONDS, TimeUnit.SECONDS), "it ends soon");
        return result(process);
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor());
    }

    /** Kept points with what tells whether they were written again: file number and time. None if there is no such directory. */
    Map<String, String> kept(String name) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        if (Files.exists(directory.resolve(name))) {
            try (Stream<Path> list = Files.list(directory.resolve(name))) {
                for (Path file : list.filter(path -> path.toString().endsWith(".json")).toList()) {
                    kept.put(file.getFileName().toString(), Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        return kept;
    }

    /** Waits for the end. */
    Result result(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it runs for ever: " + Files.readString(directory.resolve(".err")));
        }
        Result result = new Result(process.exitValue(), Files.readString(directory.resolve(".out")),
                Files.readString(directory.resolve(".err")));
        for (String name : List.of(".in", ".out", ".err")) {
            Files.delete(directory.resolve(name));
        }
        return result;
    }
}
