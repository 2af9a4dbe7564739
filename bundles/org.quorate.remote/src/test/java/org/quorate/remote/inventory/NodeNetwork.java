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

/** Runs a program beside real OpenSSH servers (nodes.sh), in namespaces that are gone with it. Needs root, as the throw-away Debian does. */
public final class NodeNetwork {

    private static final long BUILD_MINUTES = 30;

    private final Path folder;

    /** @param folder of the test; the program is told it as its first argument, then how many nodes there are */
    public NodeNetwork(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs it, and expects that it prints {@code ok WHAT} of each of its checks, and no {@code FAIL}.
     *
     * @param keys made before: name, type and passphrase
     * @return what it printed
     */
    public String passes(Class<?> program, int nodes, int checks, List<List<String>> keys, long minutes) throws IOException, InterruptedException {
        Path releng = releng();
        String root = run(List.of(releng.resolve("debian-root/build").toString()), BUILD_MINUTES).lines().reduce((a, b) -> b).orElseThrow();
        for (List<String> key : keys) {
            run(List.of("ssh-keygen", "-q", "-t", key.get(1), "-N", key.get(2), "-C", key.get(0), "-f", folder.resolve(key.get(0)).toString()), 1);
        }
        Path script = folder.resolve("nodes.sh");
        try (var in = NodeNetwork.class.getResourceAsStream("nodes.sh")) {
            Files.write(script, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
                "--", "bash", script.toString(), root, String.valueOf(nodes), folder.toString(), "timeout", String.valueOf(minutes * 60 - 10),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                program.getName(), folder.toString(), String.valueOf(nodes)));
        String output = run(command, minutes);
        assertNothingIsLeft();
        assertFalse(output.contains("FAIL"), output);
        assertEquals(checks, output.lines().filter(line -> line.startsWith("ok ")).count(), output);
        return output;
    }

    /** No process, mount or loop device of what was run in the folder. */
    public void assertNothingIsLeft() throws IOException, InterruptedException {
        List<String> processes = ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString())).toList();
        assertEquals(List.of(), processes);
        assertFalse(Files.readString(Path.of("/proc/self/mountinfo")).contains(folder.toString()), "a mount is left");
        assertFalse(run(List.of("losetup", "-a"), 1).contains(folder.toString()), "a loop device is left");
    }

    /** Runs a program to its end, which must be a good one, and gives what it printed. */
    public String run(List<String> command, long minutes) throws IOException, InterruptedException {
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

    /** The folder of this checkout that has the tools. */
    public static Path releng() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isExecutable(dir.resolve("releng/debian-root/build"))) {
                return dir.resolve("releng");
            }
        }
        throw new AssertionError("releng/debian-root is not above " + Path.of("").toAbsolutePath());
    }
}
