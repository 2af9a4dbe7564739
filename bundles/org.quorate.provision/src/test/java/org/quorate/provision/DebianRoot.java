// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The throw-away Debian root with the real tools (releng/debian-root). Built on first use; when that fails, the test
 * fails with what to do, it is never skipped.
 */
public final class DebianRoot {

    /** What a command printed on both of its outputs, and its exit code. */
    public record Result(int code, String output) {

        /** How many lines start with a text. */
        public long lines(String start) {
            return output.lines().filter(line -> line.startsWith(start)).count();
        }
    }

    private static final long BUILD_MINUTES = 30;

    private DebianRoot() {
    }

    /** Runs a script of the test resources with bash, in a fresh root. {@code dir} appears there as /host. */
    public static Result run(Path dir, String script, String... arguments) throws IOException, InterruptedException {
        for (String name : List.of(script, "expect.sh", "machines.sh", "pcs-server.py")) {
            copy(name, dir);
        }
        List<String> command = new ArrayList<>(List.of(folder().resolve("enter").toString(), "--bind",
                dir.toAbsolutePath() + ":/host", "--loop", "--", "bash", "/host/." + script));
        command.addAll(List.of(arguments));
        return execute(command, dir);
    }

    /** The same, for a script that prints "ok WHAT" or "FAIL WHAT" of each thing: nothing fails, and that many are ok. */
    public static Result passes(Path dir, int atLeast, String script, String... arguments) throws IOException, InterruptedException {
        Result result = run(dir, script, arguments);
        assertEquals(0, result.code(), result.output());
        assertFalse(result.output().contains("FAIL"), result.output());
        long passed = result.lines("ok ");
        assertTrue(passed >= atLeast, "only " + passed + " checks ran:\n" + result.output());
        return result;
    }

    /** A file of the test resources, to {@code .name} in a directory. */
    public static void copy(String name, Path dir) throws IOException {
        try (var in = DebianRoot.class.getResourceAsStream(name)) {
            Files.write(dir.resolve("." + name), in.readAllBytes());
        }
    }

    public static Result execute(List<String> command, Path dir) throws IOException, InterruptedException {
        Path output = Files.createTempFile(dir, ".output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile()).start();
        if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("no end after " + BUILD_MINUTES + " minutes: " + command);
        }
        return new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    }

    private static Path folder() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isExecutable(dir.resolve("releng/debian-root/enter"))) {
                return dir.resolve("releng/debian-root");
            }
        }
        throw new AssertionError("releng/debian-root is not above " + Path.of("").toAbsolutePath());
    }
}
