// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private static final String LOCAL = Terminal.resource("local.yaml");
    private static final String SMALL = Terminal.resource("small.yaml");

    private final Terminal terminal = new Terminal(LOCAL);

    @ParameterizedTest
    @CsvSource({"'', Missing command", "compare, SCENARIO", "compare - --no-such-option, --no-such-option",
        "compare - --json --csv, mutually exclusive", "compare - --replications 1, 2 to 1000", "compare - --seed one, one",
        "compare - --threads 0, 1 or more",
        "compare - --precision 5, --precision: '5' is a bare number", "compare - --precision 60%, 0.1 % to 50 %",
        "compare - --time-budget 3, --time-budget: '3' is a bare number", "compare - --max-replications 20, --precision or --time-budget",
        "compare - --precision 5% --max-replications 1001, 10 to 1000",
        "compare - --precision 5% --max-replications 20 --replications 30, --replications", "simulate -, --file-system is needed: one of ext4",
        "simulate - -f btrfs, btrfs", "compare - --fail-on targets, the scenario has no targets", "help nonsense, nonsense",
        "samples copy, NAME", "preset nothing, there are web-sessions", "preset --into -, --into needs",
        "samples show none, there are web-sessions", "export - -f ext4, --output",
        "export - -o x, one of ext4"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Test
    void replicationsForAPrecisionAreToldAndCanBeHadAgain() {
        assertEquals(0, terminal.run("compare", "-", "-q", "--precision", "0.1 %", "--max-replications", "12"));
        String text = terminal.out();
        assertTrue(text.contains(" 12 replications for ± ") || text.contains(" 10 replications for ± "), text);
        assertTrue(text.contains("wanted 0.1 %"), text);
    }

    @Test
    void samplesAreListedShownAndCopied(@TempDir Path directory) throws IOException {
        assertEquals(0, terminal.run("samples"));
        assertTrue(terminal.out().startsWith("web-sessions      PHP sessions"), terminal.out());
        assertEquals(0, terminal.run("samples", "show", "maildir"));
        assertEquals(0, terminal.runOn(terminal.out(), "validate", "-"));
        Path copy = directory.resolve("copy");
        assertEquals(0, terminal.run("samples", "copy", "maildir", copy.toString()));
        assertTrue(Files.exists(copy.resolve("scenario.yaml")));
        assertEquals(1, terminal.run("samples", "copy", "maildir", copy.toString()));
        assertEquals(0, terminal.run("samples", "copy", "maildir", copy.toString(), "--force"));
    }

    @Test
    void presetsAreListedWrittenAndPutIntoScenarios(@TempDir Path directory) throws IOException {
        assertEquals(0, terminal.run("preset"));
        assertTrue(terminal.out().contains("\nfilebench-varmail       filebench's mail server: "), terminal.out());
        Path mail = directory.resolve("mail.yaml");
        assertEquals(0, terminal.run("preset", "filebench-varmail", "-o", mail.toString()));
        assertEquals(0, terminal.runOn(Files.readString(mail), "validate", "-"));
        assertEquals(0, terminal.run("preset", "mdbox", "--into", mail.toString()));
        String both = terminal.out();
        assertTrue(both.contains("workloads/varmail.f") && both.contains("name: mail\n") && both.contains("name: indexes\n"), both);
        assertEquals(0, terminal.runOn(both, "validate", "-"));
        assertEquals(1, terminal.run("preset", "backup-scan", "--into", small(directory)));
    }

    private static String small(Path directory) throws IOException {
        return Files.writeString(directory.resolve("small.yaml"), LOCAL).toString();
    }

    @Test
    void scriptsAreWrittenForASafeDesignOnly(@TempDir Path directory) throws IOException {
        terminal.run("samples", "show", "web-sessions");
        String scenario = terminal.out();
        String scripts = directory.resolve("scripts").toString();
        assertEquals(0, terminal.runOn(scenario, "export", "-f", "gfs2", "-o", scripts, "-"));
        assertTrue(Files.exists(directory.resolve("scripts/README.md")));
        assertEquals(0, terminal.runOn(scenario, "export", "-f", "ocfs2", "-o", scripts, "-"), "a former export is replaced");
        Files.writeString(directory.resolve("scripts/README.md"), "edited");
        assertEquals(1, terminal.runOn(scenario, "export", "-f", "ocfs2", "-o", scripts, "-"));
        assertEquals("edited", Files.readString(directory.resolve("scripts/README.md")));
        assertEquals(0, terminal.runOn(scenario, "export", "-f", "ocfs2", "-o", scripts, "--force", "-"));
        assertEquals(0, terminal.runOn(scenario, "export", "-f", "ocfs2", "--format", "ansible", "-o", scripts, "-"));
        assertTrue(Files.exists(directory.resolve("scripts/site.yml")) && Files.notExists(directory.resolve("scripts/provision.sh")));
        assertTrue(Files.readString(directory.resolve("scripts/manifest.json")).contains("\"form\" : \"ansible\""));
        assertEquals(0, terminal.runOn(scenario, "export", "-f", "ocfs2", "--format", "cmd", "-o", scripts, "-"));
        assertTrue(terminal.err().contains("begin with " + scripts + "/commands.md"), terminal.err());
        assertEquals(2, terminal.runOn(scenario, "export", "-f", "ocfs2", "--format", "puppet", "-o", scripts, "-"));
        assertEquals(3, terminal.run("export", "-f", "ext4", "-o", directory.resolve("none").toString(), "-"));
        assertTrue(terminal.err().startsWith("error: ext4: "), terminal.err());
        String none = directory.resolve("none").toString();
        assertEquals(3, terminal.runOn(scenario.replace("ubuntu-22.04", "rhel-9"), "export", "-f", "ocfs2", "-o", none, "-"));
        assertTrue(terminal.err().contains("quorate: there are scripts for: GFS2 on rhel-9, or "), terminal.err());
        assertEquals(3, terminal.runOn(scenario.replace("ubuntu-22.04", "rhel-10"), "export", "-f", "gfs2", "-o", none, "-"));
        assertTrue(terminal.err().contains("read instead:\n  - "), terminal.err());
        assertTrue(Files.notExists(directory.resolve("none")));
    }

    @Test
    void anUnsafeDesignIsSimulatedButNotExported(@TempDir Path directory) throws IOException {
        assertEquals(0, terminal.runOn(SMALL, "compare", "-"));
        assertTrue(terminal.out().contains("GFS2 UNSAFE"), terminal.out());
        assertTrue(terminal.out().contains("gfs2 is unsafe as described: GFS2 without fencing"));
        assertEquals(3, terminal.runOn(SMALL, "export", "-f", "gfs2", "-o", directory.resolve("x").toString(), "-"));
        assertTrue(terminal.err().contains("fencing"), terminal.err());
        assertTrue(Files.notExists(directory.resolve("x")));
    }

    @Test
    void theExitCodeTellsWhetherAnyMeetsTheTargets() {
        String easy = SMALL + "targets: [{figure: lock-memory, limit: 1 GiB}]\n";
        String hard = SMALL + "targets: [{figure: lock-memory, limit: 1 KiB}]\n";
        assertEquals(0, terminal.runOn(easy, "compare", "--fail-on", "targets", "-"));
        assertEquals(0, terminal.runOn(hard, "compare", "-"));
        assertEquals(4, terminal.runOn(hard, "compare", "--fail-on", "targets", "-"));
        assertTrue(terminal.out().contains("Verdict: neither"));
        assertEquals(4, terminal.runOn(hard, "simulate", "-f", "gfs2", "--fail-on", "targets", "-"));
    }

    @Test
    void aReportIsOnePageThatIsNeverReplacedUnasked(@TempDir Path directory) throws IOException {
        Path scenario = Files.writeString(directory.resolve("a<b>$(id).yaml"), LOCAL);
        Path report = directory.resolve("deep/report");
        assertEquals(0, terminal.run("compare", scenario.toString(), "--report", report.toString()));
        assertTrue(terminal.out().contains("Verdict: "));
        assertTrue(terminal.err().endsWith("quorate: wrote " + report.resolve("index.html") + "\n"));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("Two local file systems") && page.contains("<svg"));
        assertTrue(page.contains("a&lt;b") && !page.contains("a<b>"), "the command that it quotes is escaped");
        assertEquals(1, terminal.run("compare", scenario.toString(), "--report", report.toString()));
        assertEquals("", terminal.out(), "it is refused before anything is run");
        assertEquals(0, terminal.run("compare", scenario.toString(), "--report", report.toString(), "--force"));
    }

    @Test
    void slabCachesOverTimeGoIntoAFileOfTheirOwn(@TempDir Path directory) throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.yaml"), LOCAL);
        Path timeline = directory.resolve("t.csv");
        assertEquals(0, terminal.run("compare", scenario.toString(), "--timeline", timeline.toString()));
        List<String> lines = Files.readAllLines(timeline);
        assertEquals("contender,node,cache,counts_as,time_ns,objects,bytes", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains(",ext4_inode_cache,beside,0,")), lines.toString());
        assertEquals(1, terminal.run("compare", scenario.toString(), "--timeline", timeline.toString()), "it is never replaced unasked");
    }

    @Test
    void errorsOfTheScenarioAreToldEvenIfQuiet() {
        assertEquals(3, terminal.runOn(LOCAL.replace("schemaVersion: 1", "schemaVersion: 99"), "compare", "--quiet", "-"));
        assertEquals("", terminal.out());
        assertTrue(terminal.err().startsWith("error: <stdin>:2:16: schemaVersion: "), terminal.err());
    }
}
