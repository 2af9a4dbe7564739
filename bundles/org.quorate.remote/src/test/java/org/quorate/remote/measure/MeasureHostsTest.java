// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.inventory.NodeNetwork;

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
        NodeNetwork network = new NodeNetwork(folder);
        String root = network.run(List.of(NodeNetwork.releng().resolve("debian-root/build").toString()), BUILD_MINUTES).lines()
                .reduce((a, b) -> b).orElseThrow();
        for (String key : List.of("user1", "user2", "other")) {
            network.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", key, "-f", folder.resolve(key).toString()), 1);
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
        String output = network.run(command, RUN_MINUTES);
        network.assertNothingIsLeft();
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
        NodeNetwork network = new NodeNetwork(folder);
        network.run(List.of("shellcheck", script.toString()), 1);
        assertEquals("", network.run(List.of("shfmt", "-d", "-i", "4", script.toString()), 1));
        assertEquals("", network.run(List.of("dash", "-n", script.toString()), 1));
    }
}
