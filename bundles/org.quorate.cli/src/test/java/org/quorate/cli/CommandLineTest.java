// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out),
                stream(err), false, false, false);
        return new QuorateCommandLine(console).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String local() throws IOException {
        return resource("local.yaml");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CommandLineTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

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
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) throws IOException {
        assertEquals(2, run(local(), line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(why), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void replicationsForAPrecisionAreToldAndCanBeHadAgain() throws IOException {
        assertEquals(0, run(local(), "compare", "-", "-q", "--precision", "0.1 %", "--max-replications", "12"));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(" 12 replications for ± ") || text.contains(" 10 replications for ± "), text);
        assertTrue(text.contains("wanted 0.1 %"), text);
    }

    @Test
    void samplesAreListedShownAndCopied(@TempDir Path directory) throws IOException {
        assertEquals(0, run("", "samples"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("web-sessions      PHP sessions"),
                out.toString(StandardCharsets.UTF_8));
        out.reset();
        assertEquals(0, run("", "samples", "show", "maildir"));
        assertEquals(0, run(out.toString(StandardCharsets.UTF_8), "validate", "-"));
        Path copy = directory.resolve("copy");
        assertEquals(0, run("", "samples", "copy", "maildir", copy.toString()));
        assertTrue(Files.exists(copy.resolve("scenario.yaml")));
        assertEquals(1, run("", "samples", "copy", "maildir", copy.toString()));
        assertEquals(0, run("", "samples", "copy", "maildir", copy.toString(), "--force"));
    }

    @Test
    void presetsAreListedWrittenAndPutIntoScenarios(@TempDir Path directory) throws IOException {
        assertEquals(0, run("", "preset"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\nfilebench-varmail       filebench's mail server: "),
                out.toString(StandardCharsets.UTF_8));
        Path mail = directory.resolve("mail.yaml");
        assertEquals(0, run("", "preset", "filebench-varmail", "-o", mail.toString()));
        assertEquals(0, run(Files.readString(mail), "validate", "-"));
        out.reset();
        assertEquals(0, run("", "preset", "mdbox", "--into", mail.toString()));
        String both = out.toString(StandardCharsets.UTF_8);
        assertTrue(both.contains("workloads/varmail.f") && both.contains("name: mail\n") && both.contains("name: indexes\n"), both);
        assertEquals(0, run(both, "validate", "-"));
        assertEquals(1, run("", "preset", "backup-scan", "--into", small(directory)));
    }

    private static String small(Path directory) throws IOException {
        return Files.writeString(directory.resolve("small.yaml"), local()).toString();
    }

    @Test
    void scriptsAreWrittenForASafeDesignOnly(@TempDir Path directory) throws IOException {
        run("", "samples", "show", "web-sessions");
        String scenario = out.toString(StandardCharsets.UTF_8);
        String scripts = directory.resolve("scripts").toString();
        assertEquals(0, run(scenario, "export", "-f", "gfs2", "-o", scripts, "-"));
        assertTrue(Files.exists(directory.resolve("scripts/README.md")));
        assertEquals(0, run(scenario, "export", "-f", "ocfs2", "-o", scripts, "-"), "a former export is replaced");
        Files.writeString(directory.resolve("scripts/README.md"), "edited");
        assertEquals(1, run(scenario, "export", "-f", "ocfs2", "-o", scripts, "-"));
        assertEquals("edited", Files.readString(directory.resolve("scripts/README.md")));
        assertEquals(0, run(scenario, "export", "-f", "ocfs2", "-o", scripts, "--force", "-"));
        err.reset();
        assertEquals(3, run(local(), "export", "-f", "ext4", "-o", directory.resolve("none").toString(), "-"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("error: ext4: "), err.toString(StandardCharsets.UTF_8));
        assertTrue(Files.notExists(directory.resolve("none")));
    }

    @Test
    void anUnsafeDesignIsSimulatedButNotExported(@TempDir Path directory) throws IOException {
        assertEquals(0, run(resource("small.yaml"), "compare", "-"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("GFS2 UNSAFE"), out.toString(StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("gfs2 is unsafe as described: GFS2 without fencing"));
        assertEquals(3, run(resource("small.yaml"), "export", "-f", "gfs2", "-o", directory.resolve("x").toString(), "-"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("fencing"), err.toString(StandardCharsets.UTF_8));
        assertTrue(Files.notExists(directory.resolve("x")));
    }

    @Test
    void theExitCodeTellsWhetherAnyMeetsTheTargets() throws IOException {
        String easy = resource("small.yaml") + "targets: [{figure: lock-memory, limit: 1 GiB}]\n";
        String hard = resource("small.yaml") + "targets: [{figure: lock-memory, limit: 1 KiB}]\n";
        assertEquals(0, run(easy, "compare", "--fail-on", "targets", "-"));
        assertEquals(0, run(hard, "compare", "-"));
        assertEquals(4, run(hard, "compare", "--fail-on", "targets", "-"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Verdict: neither"));
        assertEquals(4, run(hard, "simulate", "-f", "gfs2", "--fail-on", "targets", "-"));
    }

    @Test
    void aReportIsOnePageThatIsNeverReplacedUnasked(@TempDir Path directory) throws IOException {
        Path scenario = Files.writeString(directory.resolve("a<b>$(id).yaml"), local());
        Path report = directory.resolve("deep/report");
        assertEquals(0, run("", "compare", scenario.toString(), "--report", report.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Verdict: "));
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("quorate: wrote " + report.resolve("index.html") + "\n"));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("Two local file systems") && page.contains("<svg"));
        assertTrue(page.contains("a&lt;b") && !page.contains("a<b>"), "the command that it quotes is escaped");
        out.reset();
        assertEquals(1, run("", "compare", scenario.toString(), "--report", report.toString()));
        assertEquals("", out.toString(StandardCharsets.UTF_8), "it is refused before anything is run");
        assertEquals(0, run("", "compare", scenario.toString(), "--report", report.toString(), "--force"));
    }

    @Test
    void slabCachesOverTimeGoIntoAFileOfTheirOwn(@TempDir Path directory) throws IOException {
        Path scenario = Files.writeString(directory.resolve("s.yaml"), local());
        Path timeline = directory.resolve("t.csv");
        assertEquals(0, run("", "compare", scenario.toString(), "--timeline", timeline.toString()));
        List<String> lines = Files.readAllLines(timeline);
        assertEquals("contender,node,cache,counts_as,time_ns,objects,bytes", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains(",ext4_inode_cache,beside,0,")), lines.toString());
        assertEquals(1, run("", "compare", scenario.toString(), "--timeline", timeline.toString()), "it is never replaced unasked");
    }

    @Test
    void errorsOfTheScenarioAreToldEvenIfQuiet() throws IOException {
        assertEquals(3, run(local().replace("schemaVersion: 1", "schemaVersion: 99"), "compare", "--quiet", "-"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("error: <stdin>:2:16: schemaVersion: "),
                err.toString(StandardCharsets.UTF_8));
    }
}
