// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        try (InputStream in = getClass().getResourceAsStream("local.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve("long.yaml"), text.replace("duration: 1 s", "duration: 8 s"));
            Files.writeString(directory.resolve("endless.yaml"), text.replace("duration: 1 s", "duration: 24 h"));
        }
    }

    private static String[] sweep(String... more) {
        List<String> arguments = new ArrayList<>(SWEEP);
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Kept points with what tells whether they were written again: file number and time. */
    private Map<String, String> kept(String name) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        if (!Files.exists(directory.resolve(name))) {
            return kept;
        }
        try (Stream<Path> list = Files.list(directory.resolve(name))) {
            for (Path file : list.filter(path -> path.toString().endsWith(".json")).toList()) {
                kept.put(file.getFileName().toString(), Files.getAttribute(file, "unix:ino") + " "
                        + Files.getLastModifiedTime(file));
            }
        }
        return kept;
    }

    @Test
    void aSweepThatIsKilledAgainAndAgainEndsWithTheSameBytesAndRepeatsNothing() throws Exception {
        assertEquals(0, jar.run(sweep("--json", "-o", "whole.json", "--threads", "3")).exitCode());
        assertEquals(0, jar.run(sweep("--csv", "--keep", "whole.json.points", "-o", "whole.csv")).exitCode());
        int last = 0;
        for (int wanted : new int[] {1, 4, 7}) {
            Map<String, String> before = kept("killed.json.points");
            Process process = jar.start(JarRun.command(sweep("--json", "-o", "killed.json", "--threads", "2")), new byte[0]);
            while (kept("killed.json.points").size() < wanted) {
                assertTrue(process.isAlive(), "it ended before it was killed");
                Thread.sleep(1);
            }
            assertEquals(0, new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor());
            assertEquals(137, jar.result(process).exitCode());
            assertTrue(Files.notExists(directory.resolve("killed.json")), "no output of a killed sweep");
            Map<String, String> after = kept("killed.json.points");
            before.forEach((file, written) -> assertEquals(written, after.get(file), "a kept point was lost or repeated"));
            for (String file : after.keySet()) {
                assertEquals(Files.readString(directory.resolve("whole.json.points").resolve(file)),
                        Files.readString(directory.resolve("killed.json.points").resolve(file)), "a kept point is whole");
            }
            last = after.size();
            assertTrue(last < POINTS, "it was killed in the middle");
        }
        Map<String, String> before = kept("killed.json.points");
        Result resumed = jar.run(sweep("--json", "-o", "killed.json", "--threads", "1"));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains("quorate: " + last + " of " + POINTS + " points were kept from before\n"), resumed.err());
        assertEquals(Files.readString(directory.resolve("whole.json")), Files.readString(directory.resolve("killed.json")));
        Map<String, String> after = kept("killed.json.points");
        before.forEach((file, written) -> assertEquals(written, after.get(file)));
        assertEquals(POINTS, after.size());
        assertEquals(Files.readString(directory.resolve("whole.csv")),
                jar.run(sweep("--csv", "--keep", "killed.json.points")).out());
    }

    @Test
    void controlCEndsItSoonAndLeavesNoOutput() throws Exception {
        Process process = jar.start(JarRun.command("sweep", "endless.yaml", "--vary", "lun.queueDepth=1..100:100", "--json", "-o",
                "result.json"), new byte[0]);
        while (Files.notExists(directory.resolve("result.json.points"))) {
            assertTrue(process.isAlive());
            Thread.sleep(20);
        }
        Thread.sleep(1000);
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
        // Ten times what is wanted, for a machine that is busy with other things.
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it ends soon");
        Result result = jar.result(process);
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
