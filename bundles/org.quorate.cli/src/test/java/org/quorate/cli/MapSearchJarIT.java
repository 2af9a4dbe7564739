// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cli.JarRun.Result;

/** Maps and searches as processes of their own, which are killed. */
class MapSearchJarIT {

    private static final String MAP = "map SCENARIO --x workload.phases[0].closed.threads=1..4:4 --y nodes=2,3";
    private static final String SEARCH = "search SCENARIO --field workload.fileSets[0].files=10..3000 --target lock_memory<600_KiB"
            + " --tolerance 20_%";

    @TempDir
    private Path directory;

    private JarRun jar;

    @BeforeEach
    void scenarios() throws IOException {
        jar = new JarRun(directory);
        try (InputStream in = getClass().getResourceAsStream("shared.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve("long.yaml"), text.replace("duration: 300 ms", "duration: 3 s"));
            Files.writeString(directory.resolve("endless.yaml"), text.replace("duration: 300 ms", "duration: 24 h"));
        }
    }

    private static String[] command(String line, String scenario, String more) {
        String[] words = (line.replace("SCENARIO", scenario) + " " + more).split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', ' ');
        }
        return words;
    }

    private Map<String, String> kept(String name) throws IOException {
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

    @ParameterizedTest
    @ValueSource(strings = {MAP, SEARCH})
    void killedItGoesOnWhereItWasAndEndsWithTheSameBytes(String line) throws Exception {
        assertEquals(0, jar.run(command(line, "long.yaml", "--json -o whole.json")).exitCode());
        Process process = jar.start(JarRun.command(command(line, "long.yaml", "--json -o killed.json")), new byte[0]);
        while (kept("killed.json.points").size() < 3) {
            assertTrue(process.isAlive(), "it ended before it was killed");
            Thread.sleep(1);
        }
        assertEquals(0, new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor());
        assertEquals(137, jar.result(process).exitCode());
        assertTrue(Files.notExists(directory.resolve("killed.json")), "no output");
        Map<String, String> before = kept("killed.json.points");
        Result resumed = jar.run(command(line, "long.yaml", "--json -o killed.json --threads 1"));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains(" were kept from before\n"), resumed.err());
        assertEquals(Files.readString(directory.resolve("whole.json")), Files.readString(directory.resolve("killed.json")));
        Map<String, String> after = kept("killed.json.points");
        before.forEach((file, written) -> assertEquals(written, after.get(file), "a kept point was lost or repeated"));
        assertEquals(kept("whole.json.points").keySet(), after.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, SEARCH})
    void controlCEndsItSoonAndLeavesNoOutput(String line) throws Exception {
        Process process = jar.start(JarRun.command(command(line, "endless.yaml", "--json -o result.json")), new byte[0]);
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
        assertTrue(result.err().endsWith("quorate: interrupted\n"), result.err());
        assertTrue(Files.notExists(directory.resolve("result.json")));
    }
}
