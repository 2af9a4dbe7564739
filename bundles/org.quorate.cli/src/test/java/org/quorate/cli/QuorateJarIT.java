// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.cli.JarRun.Result;
import org.quorate.study.io.ComparisonJson;

class QuorateJarIT {

    @TempDir
    private Path directory;

    private JarRun jar;

    @BeforeEach
    void scenario() throws IOException {
        jar = new JarRun(directory);
        try (InputStream in = getClass().getResourceAsStream("local.yaml")) {
            Files.copy(in, directory.resolve("local.yaml"));
        }
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(directory.resolve("local.yaml"));
        assertTrue(text.contains(from));
        Files.writeString(directory.resolve(name), text.replace(from, to));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void helpTellsCommandsAndExitCodes() throws Exception {
        Result help = jar.run("--help");
        assertEquals(0, help.exitCode());
        assertEquals("", help.err());
        for (String word : List.of("compare", "simulate", "validate", "Exit codes:", "0 ", "1 ", "2 ", "3 ", "4 ", "130 ")) {
            assertTrue(help.out().contains("\n  " + word) || help.out().contains(word + "\n"), word + " in " + help.out());
        }
        Result compare = jar.run("compare", "--help");
        assertEquals(0, compare.exitCode());
        assertTrue(compare.out().contains("130   interrupted"), compare.out());
    }

    /** The rules are found in the one jar, too. */
    @Test
    void theRulesOfAdviceAreInTheJar() throws Exception {
        Result advice = jar.run("advise", "--no-run", "local.yaml");
        assertEquals(0, advice.exitCode(), advice.err());
        assertTrue(advice.out().contains("Not asked, because nothing was run: hot-directory, hot-file, lock-memory."), advice.out());
    }

    @Test
    void theVersionIsKnown() throws Exception {
        Result version = jar.run("--version");
        assertEquals(0, version.exitCode());
        assertTrue(version.out().matches("quorate \\d+\\.\\d+\\.\\d+\\S*\n"), version.out());
    }

    @Test
    void wrongUsageExitsWithTwo() throws Exception {
        Result result = jar.run("comprae", "local.yaml");
        assertEquals(2, result.exitCode(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().contains("compare"), result.err());
    }

    @Test
    void failuresAreOneLineAndExitWithOne() throws Exception {
        Result missing = jar.run("compare", "none.yaml");
        assertEquals(1, missing.exitCode());
        assertEquals("quorate: none.yaml: no such file or directory\n", missing.err());
        assertEquals("", missing.out());
        Result hostile = jar.run("validate", "no\u001b[31m\nsuch");
        assertEquals(1, hostile.exitCode());
        assertEquals(1, hostile.err().lines().count());
        assertFalse(hostile.err().contains("\u001b"));
        assertEquals(1, jar.run("compare", "local.yaml", "-o", "none/result").exitCode());
    }

    @Test
    void aFullDiskIsNoSuccess() throws Exception {
        Process full = new ProcessBuilder(JarRun.command("compare", "--quiet", "local.yaml")).directory(directory.toFile())
                .redirectOutput(Path.of("/dev/full").toFile()).start();
        String err = new String(full.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(1, full.waitFor());
        assertEquals("quorate: cannot write to standard output\n", err);
    }

    @Test
    void aValidScenarioIsSaidToBeValid() throws Exception {
        Result valid = jar.run("validate", "local.yaml");
        assertEquals(0, valid.exitCode());
        assertEquals("", valid.out());
        assertEquals("quorate: the scenario is valid\n", valid.err());
        assertEquals("", jar.run("validate", "--quiet", "local.yaml").err());
        Result input = jar.runWithInput(Files.readString(directory.resolve("local.yaml")), "validate", "-");
        assertEquals(0, input.exitCode());
    }

    @Test
    void problemsExitWithThree() throws Exception {
        edit("bad.yaml", "replications: 3", "replicatons: 3");
        Result text = jar.run("validate", "bad.yaml");
        assertEquals(3, text.exitCode());
        assertTrue(text.out().startsWith("error: bad.yaml:"), text.out());
        assertTrue(text.out().contains("replications"), text.out());
        JsonNode json = new ObjectMapper().readTree(jar.run("validate", "--json", "bad.yaml").out());
        assertEquals("quorate-problems/1", json.get("format").asText());
        assertFalse(json.get("valid").asBoolean());
        assertEquals("ERROR", json.get("problems").get(0).get("severity").asText());
        assertTrue(json.get("problems").get(0).get("line").asInt() > 30);
        Result compare = jar.run("compare", "--quiet", "bad.yaml");
        assertEquals(3, compare.exitCode());
        assertEquals("", compare.out());
        assertTrue(compare.err().contains("replications"), compare.err());
    }

    @Test
    void tableJsonAndCsv() throws Exception {
        Result table = jar.run("compare", "local.yaml");
        assertEquals(0, table.exitCode(), table.err());
        assertTrue(table.out().startsWith("Two local file systems\n"), table.out());
        assertTrue(table.out().contains("\nVerdict: ") && table.out().contains("seed 1, 3 replications"), table.out());
        assertFalse(table.out().contains("\u001b"));
        Result json = jar.run("compare", "--json", "local.yaml");
        assertEquals(2, new ComparisonJson().read(json.out()).contenders().size());
        Result csv = jar.run("compare", "--csv", "local.yaml");
        assertTrue(csv.out().startsWith("contender,phase,subject,figure,unit,estimate,half_width\n"));
        Result one = jar.run("simulate", "-f", "xfs", "--json", "local.yaml");
        assertEquals("xfs", new ComparisonJson().read(one.out()).contenders().get(0).label());
        assertEquals(1, new ComparisonJson().read(one.out()).contenders().size());
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() throws Exception {
        String one = jar.run("compare", "--json", "--seed", "5", "--threads", "1", "local.yaml").out();
        assertEquals(one, jar.run("compare", "--json", "--seed", "5", "--threads", "3", "local.yaml").out());
        assertNotEquals(one, jar.run("compare", "--json", "--seed", "6", "--threads", "3", "local.yaml").out());
        assertEquals(5, new ComparisonJson().read(one).origin().seed());
        String more = jar.run("compare", "--json", "--replications", "4", "local.yaml").out();
        assertEquals(4, new ComparisonJson().read(more).origin().replications());
    }

    @Test
    void aFileIsWrittenWholeAndNeverReplacedUnasked() throws Exception {
        assertEquals(0, jar.run("compare", "--json", "-o", "result.json", "local.yaml").exitCode());
        String result = Files.readString(directory.resolve("result.json"));
        assertEquals(jar.run("compare", "--json", "local.yaml").out(), result);
        Result refused = jar.run("compare", "--csv", "-o", "result.json", "local.yaml");
        assertEquals(1, refused.exitCode());
        assertEquals("quorate: result.json: exists already (--force replaces it)\n", refused.err());
        assertEquals(result, Files.readString(directory.resolve("result.json")));
        assertEquals(0, jar.run("compare", "--csv", "-o", "result.json", "--force", "local.yaml").exitCode());
        assertTrue(Files.readString(directory.resolve("result.json")).startsWith("contender,"));
        assertEquals(List.of("local.yaml", "result.json"), files());
    }

    @Test
    void targetsThatAreNotMetExitWithFourOnlyIfAsked() throws Exception {
        edit("strict.yaml", "study:", "targets:\n  - {figure: latency, operation: create, percentile: 99, limit: 1 us}\n\nstudy:");
        assertEquals(0, jar.run("compare", "strict.yaml").exitCode());
        Result strict = jar.run("compare", "--fail-on", "targets", "strict.yaml");
        assertEquals(4, strict.exitCode());
        assertTrue(strict.out().contains("Verdict: "), "the result is written all the same");
    }

    @Test
    void progressOnATerminalLeavesStandardOutputAlone() throws Exception {
        Result result = jar.runOnTerminal("$QUORATE compare --json local.yaml > result.json", Map.of());
        assertEquals(0, result.exitCode(), result.out());
        assertTrue(result.out().contains("quorate: 1 of 6 runs"), result.out());
        assertTrue(result.out().endsWith("\r\u001b[K"), "the line is cleared at the end");
        assertEquals(2, new ComparisonJson().read(Files.readString(directory.resolve("result.json"))).contenders().size());
        Result quiet = jar.runOnTerminal("$QUORATE compare --quiet --json local.yaml > result.json", Map.of());
        assertEquals("", quiet.out());
    }

    @Test
    void colourOnlyOnATerminalThatWantsIt() throws Exception {
        assertTrue(jar.runOnTerminal("$QUORATE compare -q local.yaml", Map.of()).out().contains("\u001b[1m"));
        assertFalse(jar.runOnTerminal("$QUORATE compare -q --no-color local.yaml", Map.of()).out().contains("\u001b"));
        assertFalse(jar.runOnTerminal("$QUORATE compare -q local.yaml", Map.of("NO_COLOR", "1")).out().contains("\u001b"));
    }

    @Test
    void controlCEndsItInOrderAndLeavesNoFile() throws Exception {
        edit("long.yaml", "duration: 1 s", "duration: 24 h");
        Process process = jar.start(JarRun.command("compare", "--json", "-o", "result.json", "long.yaml"), new byte[0]);
        awaitRun(process);
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor());
        Result result = jar.result(process);
        assertEquals(130, result.exitCode(), result.err());
        assertEquals("quorate: interrupted\n", result.err());
        assertEquals("", result.out());
        assertEquals(List.of("local.yaml", "long.yaml"), files());
    }

    /** Until a thread of the process simulates. */
    private static void awaitRun(Process process) throws IOException, InterruptedException {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        while (true) {
            assertTrue(process.isAlive(), "it ended before it simulated");
            try (Stream<Path> list = Files.list(threads)) {
                if (list.anyMatch(thread -> name(thread).startsWith("quorate-run"))) {
                    return;
                }
            }
            Thread.sleep(20);
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException e) {
            // The thread has ended meanwhile.
            return "";
        }
    }
}
