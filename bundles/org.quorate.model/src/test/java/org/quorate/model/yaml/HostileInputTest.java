// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that want to harm: each ends in problems that are safe to print, without exception, soon. */
class HostileInputTest {

    /** Against reading that never ends or grows with the square of the text; not a measurement. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static ScenarioReading read(String text) {
        return assertTimeoutPreemptively(SOON, () -> ScenarioReader.read("evil.yaml", text));
    }

    static Stream<String> texts() {
        StringBuilder laughs = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            laughs.append(c).append(": &").append(c).append(" [").append(("*" + (char) (c - 1) + ", ").repeat(9)).append("]\n");
        }
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        return Stream.of(laughs.toString(), deep.toString(), keys.toString(), "[".repeat(1_000_000), "{".repeat(1_000_000),
                "- ".repeat(500_000), "? ".repeat(500_000), "a: ".repeat(300_000), "x".repeat(1_000_000), "\"".repeat(1_000_001),
                "a: " + "x".repeat(10 << 20), "title: |\n" + "  line\n".repeat(140_000), "#".repeat(1 << 20), "\0", "\uD800", "\uFFFE",
                "\u001b[2J", "a: \uDC00", "%YAML 9.9\n---\na: 1", "%TAG ! tag:x,2000:\n---\na: !b 1", "<<: {name: x}",
                "!!python/object/apply:os.system [id]", "name: $(id)", "&a a: *a", "&a [*a]", "---\n...\n---\n", "\uFEFF", "\t",
                "a: 'b", "- - - - - - - - - - - - - - - - - - - -", "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void endsInProblems(String text) {
        ScenarioReading reading = read(text);
        assertFalse(reading.document().isPresent());
        assertFalse(reading.problems().isEmpty());
        assertTrue(reading.problems().size() <= 1001);
        for (Problem problem : reading.problems()) {
            assertTrue(problem.line() >= 1 && problem.column() >= 1);
            assertTrue(problem.toString().length() < 1500, "long: " + problem.toString().length());
            assertTrue(problem.toString().codePoints().noneMatch(point -> Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT || Character.getType(point) == Character.SURROGATE));
        }
    }

    @Test
    void moreProblemsThanAnyoneReadsAreCounted() {
        StringBuilder keys = new StringBuilder("name: x\n");
        for (int i = 0; i < 1500; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        ScenarioReading reading = read(keys.toString());
        assertEquals(1001, reading.problems().size());
        assertTrue(reading.problems().get(1000).message().endsWith(" more problems are not listed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(id)", "a b", "a;b", "a\nb", "a'b", "a\"b", "-rf", "..", "../x", "a/b", "`id`", "a|b", "a\0b", "é", "\uFF41",
        "a\u202eb", "<x>", "a&b", "%i", "{{x}}", "a\\b", "*", "~root", "a\r", ""})
    void namesThatReachScriptsAreRefused(String name) throws IOException {
        String text = Files.readString(Path.of("../../sample-models/web-sessions/scenario.yaml"));
        ScenarioDocument good = ScenarioReader.read("s", text).document().orElseThrow();
        for (String path : new String[] {"name", "cluster.name", "cluster.nodes[0].name", "cluster.nodes[0].address", "lun.name",
            "lun.wwid", "lun.iqn", "lun.portals[0]", "mountPoint", "fileSystems[0].label", "fileSystems[1].lockTable",
            "workload.fileSets[0].name", "workload.phases[0].name", "lun.chap.user", "lun.chap.secret",
            "application.owner", "application.phpSessionPath", "cluster.fencing.devices[0].address",
            "cluster.fencing.devices[0].user", "cluster.fencing.devices[0].password", "cluster.quorumDevice"}) {
            if (!(name.equals("a/b") && path.equals("application.phpSessionPath"))) {
                assertFalse(good.with(path, name).document().isPresent(), path + " accepts " + name);
            }
        }
    }

    @Test
    void aSecretPutInByMistakeIsNotRepeated() throws IOException {
        String text = Files.readString(Path.of("../../sample-models/web-sessions/scenario.yaml"));
        ScenarioReading reading = read(text.replace("env:CHAP_SECRET", "correct horse battery"));
        assertFalse(reading.document().isPresent());
        assertTrue(reading.problems().stream().noneMatch(problem -> problem.toString().contains("horse")));
    }

    @Test
    void aFileNameForgesNoLine() {
        Problem problem = ScenarioReader.read("a\nb:1:1: fine", "").problems().get(0);
        assertEquals("a?b:1:1: fine", problem.file());
    }

    /** A sample with random damage: whatever comes out, nothing is thrown, and what is read can be written and read. */
    @Test
    void randomDamageNeverThrows() throws IOException {
        String text = Files.readString(Path.of("../../sample-models/maildir/scenario.yaml"));
        Random random = new Random(7);
        String alphabet = "{}[]:,-#&*!|>'\"%@`? \n\t\0\uD83D\u2028azAZ09./$";
        int read = 0;
        for (int i = 0; i < 1500; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                int at = random.nextInt(damaged.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, c);
                    case 1 -> damaged.insert(at, c);
                    default -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(40)));
                }
            }
            ScenarioReading reading = ScenarioReader.read("damaged.yaml", damaged.toString());
            if (reading.document().isPresent()) {
                read++;
                String written = ScenarioWriter.write(reading.document().get().scenario());
                assertEquals(reading.document().get().scenario(),
                        ScenarioReader.read("again", written).document().orElseThrow().scenario());
            } else {
                assertFalse(reading.problems().isEmpty());
            }
        }
        assertTrue(read > 30 && read < 1400, "read " + read);
    }
}
