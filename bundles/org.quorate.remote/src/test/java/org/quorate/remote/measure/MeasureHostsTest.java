// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.measure;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real OpenSSH servers in network namespaces (nodes.sh), with a known delay between two of them and a LUN that is a loop device; what is checked
 * there is in {@link MeasureHosts}. Needs root, as the throw-away Debian does; it is never skipped.
 */
class MeasureHostsTest {

    private static final int NODES = 3;
    private static final long BUILD_MINUTES = 30;
    private static final long RUN_MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void realHostsAreMeasured() throws Exception {
        Path releng = releng();
        String root = run(List.of(releng.resolve("debian-root/build").toString()), BUILD_MINUTES).lines().reduce((a, b) -> b).orElseThrow();
        for (String key : List.of("user1", "user2", "other")) {
            run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", key, "-f", folder.resolve(key).toString()), 1);
        }
        for (String script : List.of("/org/quorate/remote/inventory/nodes.sh", "around.sh", "prepare.sh", "delayed.sh", "delay.py")) {
            try (var in = MeasureHostsTest.class.getResourceAsStream(script)) {
                Files.write(folder.resolve(Path.of(script).getFileName().toString()), in.readAllBytes());
            }
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
                "--", "bash", folder.resolve("around.sh").toString(), folder.resolve("nodes.sh").toString(), root, String.valueOf(NODES), folder.toString(),
                "timeout", "420", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                MeasureHosts.class.getName(), folder.toString()));
        String output = run(command, RUN_MINUTES);
        assertFalse(output.contains("FAIL"), output);
        assertEquals(MeasureHosts.CHECKS, output.lines().filter(line -> line.startsWith("ok ")).count(), output);
        output.lines().filter(line -> line.startsWith("figure ")).forEach(System.out::println);
    }

    @Test
    void theScriptIsGoodShell() throws Exception {
        Path script = folder.resolve("measure.sh");
        try (var in = MeasuredNode.class.getResourceAsStream("measure.sh")) {
            Files.write(script, in.readAllBytes());
        }
        run(List.of("shellcheck", script.toString()), 1);
        assertEquals("", run(List.of("shfmt", "-d", "-i", "4", script.toString()), 1));
        assertEquals("", run(List.of("dash", "-n", script.toString()), 1));
    }

    private String run(List<String> command, long minutes) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertTrue(ended, "no end after " + minutes + " minutes: " + command + "\n" + text);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static Path releng() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isExecutable(dir.resolve("releng/debian-root/build"))) {
                return dir.resolve("releng");
            }
        }
        throw new AssertionError("releng/debian-root is not above " + Path.of("").toAbsolutePath());
    }
}
