// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviseCommandTest {

    /** Two nodes without fencing. */
    private static final String SMALL = Terminal.resource("small.yaml").replace("device: nvme", "device: sata-ssd # cheap");

    private final Terminal terminal = new Terminal(SMALL);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"advise|SCENARIO", "advise - --json --csv|mutually exclusive", "advise - --json --fix fencing|mutually exclusive",
        "advise - --fix fence|no rule fence: there are fencing, ", "advise - --fail-on grave|--fail-on",
        "advise - --fix fencing --fail-on hint|--fix and --fail-on", "advise - --replications 1|2 to 1000"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theGravestFirstWithEvidenceAndTheLinesToChange() {
        assertEquals(0, terminal.run("advise", "-", "--no-run"));
        assertTrue(terminal.out().startsWith("Two nodes\n\nCRITICAL  No fencing is described\n  fencing, cluster.fencing\n  A node that hangs"),
                terminal.out());
        assertTrue(terminal.out().contains("\n    cluster.fencing.agent: scsi\n\nCRITICAL  ocfs2 does not flush the LUN's volatile cache\n"),
                terminal.out());
        assertTrue(terminal.out().contains("\n\nWARNING  Two nodes have nothing that breaks a tie\n"), terminal.out());
        assertTrue(terminal.out().endsWith("Not asked, because nothing was run: hot-directory, hot-file, lock-memory.\nscenario small, nothing was run\n"),
                terminal.out());
        assertTrue(terminal.out().lines().allMatch(line -> line.length() <= 98), terminal.out());
        assertEquals("", terminal.err());
    }

    @Test
    void aRunGivesFigures() {
        assertEquals(0, terminal.run("advise", "-", "--replications", "2", "--quiet"));
        assertTrue(terminal.out().contains("  - ocfs2, phase mixed: 0 flushes an operation\n"), terminal.out());
        assertTrue(terminal.out().endsWith("scenario small, seed 1, 2 replications, quorate " + org.quorate.app.Version.ofBuild().text() + "\n"),
                terminal.out());
        assertFalse(terminal.out().contains("Not asked"), terminal.out());
    }

    @Test
    void asJsonAndCsvIntoAFile() throws IOException {
        Path file = directory.resolve("advice.json");
        assertEquals(0, terminal.run("advise", "-", "--no-run", "--json", "-o", file.toString()));
        assertEquals("", terminal.out());
        assertTrue(Files.readString(file).startsWith("{\n  \"format\" : \"quorate-advice/1\","));
        assertEquals(1, terminal.run("advise", "-", "--no-run", "--json", "-o", file.toString()), "it is never replaced unasked");
        assertEquals(0, terminal.run("advise", "-", "--no-run", "--csv"));
        assertTrue(terminal.out().startsWith("severity,rule,path,title,explanation,evidence,fix\ncritical,fencing,cluster.fencing,"),
                terminal.out());
    }

    @ParameterizedTest
    @CsvSource({"critical, 4", "hint, 4"})
    void theExitCodeTellsOfGraveAdvice(String severity, int code) {
        assertEquals(code, terminal.run("advise", "-", "--no-run", "--fail-on", severity));
        Path fixed = directory.resolve("fixed.yaml");
        assertEquals(0, terminal.run("advise", "-", "--fix", "fencing,volatile-cache", "-o", fixed.toString()));
        assertEquals(severity.equals("critical") ? 0 : 4, terminal.run("advise", fixed.toString(), "--no-run", "--fail-on", severity));
    }

    @Test
    void fixesAreWrittenAndKeepAllElse() throws IOException {
        assertEquals(0, terminal.run("advise", "-", "--fix", "volatile-cache", "--fix", "access-times"));
        assertEquals(SMALL.replace("{type: ocfs2}", "{type: ocfs2, barrier: true}"), terminal.out());
        assertEquals("quorate: volatile-cache: fileSystems[0].barrier: true\nquorate: access-times: nothing to fix\n", terminal.err());
        Path file = Files.writeString(directory.resolve("s.yaml"), SMALL);
        assertEquals(0, terminal.run("advise", file.toString(), "--fix", "volatile-cache"));
        assertEquals(SMALL, Files.readString(file), "not without --force");
        assertEquals(0, terminal.run("advise", file.toString(), "--fix", "volatile-cache", "--force", "-o", "-"));
        assertEquals(SMALL, Files.readString(file), "not if another place was named");
        assertEquals(0, terminal.run("advise", file.toString(), "--fix", "volatile-cache", "--force", "--quiet"));
        assertEquals("", terminal.out() + terminal.err());
        assertEquals(SMALL.replace("{type: ocfs2}", "{type: ocfs2, barrier: true}"), Files.readString(file));
    }

    @Test
    void errorsOfTheScenarioExitWithThree() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.yaml"), SMALL.replace("replications: 3", "replicatons: 3"));
        assertEquals(3, terminal.run("advise", bad.toString(), "--no-run"));
        assertTrue(terminal.err().contains("replications"), terminal.err());
    }
}
