// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        String text = Terminal.resource("shared.yaml");
        Files.writeString(directory.resolve("long.yaml"), text.replace("duration: 300 ms", "duration: 3 s"));
        Files.writeString(directory.resolve("endless.yaml"), text.replace("duration: 300 ms", "duration: 24 h"));
    }

    private static String[] command(String line, String scenario, String more) {
        String[] words = (line.replace("SCENARIO", scenario) + " " + more).split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', ' ');
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, SEARCH})
    void killedItGoesOnWhereItWasAndEndsWithTheSameBytes(String line) throws Exception {
        assertEquals(0, jar.run(command(line, "long.yaml", "--json -o whole.json")).exitCode());
        jar.kill("killed.json.points", 3, command(line, "long.yaml", "--json -o killed.json"));
        assertTrue(Files.notExists(directory.resolve("killed.json")), "no output");
        Map<String, String> before = jar.kept("killed.json.points");
        Result resumed = jar.run(command(line, "long.yaml", "--json -o killed.json --threads 1"));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.err().contains(" were kept from before\n"), resumed.err());
        assertEquals(Files.readString(directory.resolve("whole.json")), Files.readString(directory.resolve("killed.json")));
        Map<String, String> after = jar.kept("killed.json.points");
        before.forEach((file, written) -> assertEquals(written, after.get(file), "a kept point was lost or repeated"));
        assertEquals(jar.kept("whole.json.points").keySet(), after.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, SEARCH})
    void controlCEndsItSoonAndLeavesNoOutput(String line) throws Exception {
        Result result = jar.interrupt("result.json.points", command(line, "endless.yaml", "--json -o result.json"));
        assertEquals(130, result.exitCode(), result.err());
        assertTrue(result.err().endsWith("quorate: interrupted\n"), result.err());
        assertTrue(Files.notExists(directory.resolve("result.json")));
    }
}
