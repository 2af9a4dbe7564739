// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

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
 * Real OpenSSH servers, each in a network namespace with a root of its own (nodes.sh); what is checked there is in {@link RealHosts}. Needs
 * root, as the throw-away Debian does; it is never skipped.
 */
class RealHostsTest {

    /** As many as shall be asked at the same time. */
    private static final int NODES = 16;
    private static final long BUILD_MINUTES = 30;
    private static final long RUN_MINUTES = 5;

    @TempDir
    private Path folder;

    @Test
    void realHostsAreReachedCheckedAndInventoried() throws Exception {
        Path releng = releng();
        String root = run(List.of(releng.resolve("debian-root/build").toString()), BUILD_MINUTES).lines().reduce((a, b) -> b).orElseThrow();
        keys();
        Path script = folder.resolve("nodes.sh");
        try (var in = RealHostsTest.class.getResourceAsStream("nodes.sh")) {
            Files.write(script, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
                "--", "bash", script.toString(), root, String.valueOf(NODES), folder.toString(), "timeout", "240",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                RealHosts.class.getName(), folder.toString(), String.valueOf(NODES)));
        String output = run(command, RUN_MINUTES);
        assertFalse(output.contains("FAIL"), output);
        long passed = output.lines().filter(line -> line.startsWith("ok ")).count();
        assertEquals(RealHosts.CHECKS, passed, output);
        // The figure that is promised depends on the machine: it is told, and only a hang fails.
        System.out.println(output.lines().filter(line -> line.startsWith("figure ")).findFirst().orElse("no figure"));
    }

    /** Made by OpenSSH, of every kind that people have. */
    private void keys() throws Exception {
        for (String[] key : new String[][] {{"user1", "ed25519", ""}, {"user2", "rsa", ""}, {"user3", "ecdsa", ""}, {"user4", "ed25519", RealHosts.PHRASE},
            {"user5", "rsa", RealHosts.PHRASE}, {"other", "ed25519", ""}}) {
            run(List.of("ssh-keygen", "-q", "-t", key[1], "-N", key[2], "-C", key[0], "-f", folder.resolve(key[0]).toString()), 1);
        }
        run(List.of("ssh-keygen", "-q", "-t", "rsa", "-m", "PEM", "-N", "", "-C", "user6", "-f", folder.resolve("user6").toString()), 1);
        assertTrue(Files.readString(folder.resolve("user6")).contains("BEGIN RSA PRIVATE KEY"));
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
