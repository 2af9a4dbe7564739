// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.cli.JarRun.Result;

/** Sweeps as processes of their own, which are killed. */
class SweepJarIT {

    private static final int POINTS = 12;
    private static final List<String> SWEEP = List.of("sweep", "long.yaml", "--vary",
            "workload.phases[0].closed.threads=1..6:6", "--vary", "lun.device=nvme,sata-ssd");

    @TempDir
    private Path directory;

    private JarRun jar;

    @BeforeEach
    void scenario() throws IOException {
        jar = new JarRun(directory);
        String text = Terminal.resource("local.yaml");
        Files.writeString(directory.resolve("long.yaml"), text.replace("duration: 1 s", "duration: 8 s"));
        Files.writeString(directory.resolve("endless.yaml"), text.replace("duration: 1 s", "duration: 24 h"));
    }

    private static String[] sweep(String... more) {
        List<String> arguments = new ArrayList<>(SWEEP);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void aSweepThatIsKilledAgainAndAgainEndsWithTheSameBytesAndRepeatsNothing() throws Exception {
        assertEquals(0, jar.run(sweep("--json", "-o", "whole.json", "--threads", "3")).exitCode());
        assertEquals(0, jar.run(sweep("--csv", "--keep", "whole.json.points", "-o", "whole.csv")).exitCode());
        int last = 0;
        for (int wanted : new int[] {1, 4, 7}) {
            Map<String, String> before = jar.kept("killed.json.points");
            jar.kill("killed.json.points", wanted, sweep("--json", "-o", "killed.json", "--threads", "2"));
            assertTrue(Files.notExists(directory.resolve("killed.json")), "no output of a killed sweep");
            Map<String, String> after = jar.kept("killed.json.points");
            before.forEach((file, written) -> assertEquals(written, after.get(file), "a kept point was lost or repeated"));
            for (String file : after.keySet()) {
                assertEquals(Files.readString(directory.resolve("whole.json.points").resolve(file)),
                        Files.readString(directory.resolve("killed.json.points").resolve(file)), "a kept point is whole");
            }
            last = after.size();
            assertTrue(last < POINTS, "it was killed in the middle");
        }
        Map<String, String> before = jar.kept("killed.json.points");
        Result resumed = jar.run(sweep("--json", "-o", "killed.json", "--threads", "1"));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains("quorate: " + last + " of " + POINTS + " points were kept from before\n"), resumed.err());
        assertEquals(Files.readString(directory.resolve("whole.json")), Files.readString(directory.resolve("killed.json")));
        Map<String, String> after = jar.kept("killed.json.points");
        before.forEach((file, written) -> assertEquals(written, after.get(file)));
        assertEquals(POINTS, after.size());
        assertEquals(Files.readString(directory.resolve("whole.csv")),
                jar.run(sweep("--csv", "--keep", "killed.json.points")).out());
    }

    @Test
    void controlCEndsItSoonAndLeavesNoOutput() throws Exception {
        Result result = jar.interrupt("result.json.points", "sweep", "endless.yaml", "--vary", "lun.queueDepth=1..100:100", "--json", "-o",
                "result.json");
        assertEquals(130, result.exitCode(), result.err());
        assertEquals("quorate: interrupted\n", result.err());
        assertTrue(Files.notExists(directory.resolve("result.json")));
    }

    @Test
    void progressTellsTheTimeThatIsLeft() throws Exception {
        Result result = jar.runOnTerminal("$QUORATE sweep long.yaml --vary lun.queueDepth=1,2 --replications 2 --csv > sweep.csv",
                Map.of());
        assertEquals(0, result.exitCode(), result.out());
        assertTrue(result.out().contains("quorate: 1 of 8 runs, about "), result.out());
    }
}
