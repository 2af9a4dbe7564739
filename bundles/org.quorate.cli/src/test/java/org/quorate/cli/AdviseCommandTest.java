// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviseCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... arguments) throws IOException {
        out.reset();
        err.reset();
        return new QuorateCommandLine(new Console(new ByteArrayInputStream(small().getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Two nodes without fencing. */
    private static String small() throws IOException {
        try (InputStream in = AdviseCommandTest.class.getResourceAsStream("small.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("device: nvme", "device: sata-ssd # cheap");
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"advise|SCENARIO", "advise - --json --csv|mutually exclusive", "advise - --json --fix fencing|mutually exclusive",
        "advise - --fix fence|no rule fence: there are fencing, ", "advise - --fail-on grave|--fail-on",
        "advise - --fix fencing --fail-on hint|--fix and --fail-on", "advise - --replications 1|2 to 1000"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) throws IOException {
        assertEquals(2, run(line.split(" ")), err());
        assertEquals("", out());
        assertTrue(err().contains(why), err());
    }

    @Test
    void theGravestFirstWithEvidenceAndTheLinesToChange() throws IOException {
        assertEquals(0, run("advise", "-", "--no-run"));
        assertTrue(out().startsWith("Two nodes\n\nCRITICAL  No fencing is described\n  fencing, cluster.fencing\n  A node that hangs"), out());
        assertTrue(out().contains("\n    cluster.fencing.agent: scsi\n\nCRITICAL  ocfs2 does not flush the LUN's volatile cache\n"), out());
        assertTrue(out().contains("\n\nWARNING  Two nodes have nothing that breaks a tie\n"), out());
        assertTrue(out().endsWith("Not asked, because nothing was run: hot-directory, hot-file, lock-memory.\nscenario small, nothing was run\n"), out());
        assertTrue(out().lines().allMatch(line -> line.length() <= 98), out());
        assertEquals("", err());
    }

    @Test
    void aRunGivesFigures() throws IOException {
        assertEquals(0, run("advise", "-", "--replications", "2", "--quiet"));
        assertTrue(out().contains("  - ocfs2, phase mixed: 0 flushes an operation\n"), out());
        assertTrue(out().endsWith("scenario small, seed 1, 2 replications, quorate " + org.quorate.app.Version.ofBuild().text() + "\n"), out());
        assertFalse(out().contains("Not asked"), out());
    }

    @Test
    void asJsonAndCsvIntoAFile() throws IOException {
        Path file = directory.resolve("advice.json");
        assertEquals(0, run("advise", "-", "--no-run", "--json", "-o", file.toString()));
        assertEquals("", out());
        assertTrue(Files.readString(file).startsWith("{\n  \"format\" : \"quorate-advice/1\","));
        assertEquals(1, run("advise", "-", "--no-run", "--json", "-o", file.toString()), "it is never replaced unasked");
        assertEquals(0, run("advise", "-", "--no-run", "--csv"));
        assertTrue(out().startsWith("severity,rule,path,title,explanation,evidence,fix\ncritical,fencing,cluster.fencing,"), out());
    }

    @ParameterizedTest
    @CsvSource({"critical, 4", "hint, 4"})
    void theExitCodeTellsOfGraveAdvice(String severity, int code) throws IOException {
        assertEquals(code, run("advise", "-", "--no-run", "--fail-on", severity));
        Path fixed = directory.resolve("fixed.yaml");
        assertEquals(0, run("advise", "-", "--fix", "fencing,volatile-cache", "-o", fixed.toString()));
        assertEquals(severity.equals("critical") ? 0 : 4, run("advise", fixed.toString(), "--no-run", "--fail-on", severity));
    }

    @Test
    void fixesAreWrittenAndKeepAllElse() throws IOException {
        assertEquals(0, run("advise", "-", "--fix", "volatile-cache", "--fix", "access-times"));
        assertEquals(small().replace("{type: ocfs2}", "{type: ocfs2, barrier: true}"), out());
        assertEquals("quorate: volatile-cache: fileSystems[0].barrier: true\nquorate: access-times: nothing to fix\n", err());
        Path file = Files.writeString(directory.resolve("s.yaml"), small());
        assertEquals(0, run("advise", file.toString(), "--fix", "volatile-cache"));
        assertEquals(small(), Files.readString(file), "not without --force");
        assertEquals(0, run("advise", file.toString(), "--fix", "volatile-cache", "--force", "-o", "-"));
        assertEquals(small(), Files.readString(file), "not if another place was named");
        assertEquals(0, run("advise", file.toString(), "--fix", "volatile-cache", "--force", "--quiet"));
        assertEquals("", out() + err());
        assertEquals(small().replace("{type: ocfs2}", "{type: ocfs2, barrier: true}"), Files.readString(file));
    }

    @Test
    void errorsOfTheScenarioExitWithThree() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.yaml"), small().replace("replications: 3", "replicatons: 3"));
        assertEquals(3, run("advise", bad.toString(), "--no-run"));
        assertTrue(err().contains("replications"), err());
    }
}
