// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.app.ReportForm;

class ReportCommandTest {

    private static final List<String> REPORT = List.of("report", "-", "--replications", "2", "--date", "2026-11-28");

    private final Terminal terminal = new Terminal(Terminal.resource("shared.yaml"));

    @TempDir
    private Path directory;

    private Path scenario;

    @BeforeEach
    void scenario() throws IOException {
        scenario = Files.writeString(directory.resolve("shared.yaml"), Terminal.resource("shared.yaml"));
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"report|SCENARIO", "report -|-o names the file of the report, which ends in .html",
        "report - -o report|report does not tell the form of the report", "report - -o a.xls|a.xls does not tell the form",
        "report - --format doc|--format is one of html", "report - -o a.html --date 28.11.2026|--date is a day as in 2026-11-28",
        "report - -o a.html --language fr|--language is one of en, de, not fr", "report - -o a.html --threads 0|1 or more",
        "report - -o a.html --replications 1|2 to 1000"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void whatWouldBeRefusedAfterMinutesIsRefusedAtOnce() throws IOException {
        Files.writeString(directory.resolve("there.html"), "");
        assertEquals(1, terminal.run(REPORT, "-o", file("there.html")));
        assertTrue(terminal.err().contains("exists already (--force replaces it)"), terminal.err());
        assertEquals(1, terminal.run(REPORT, "-o", file("no/where.html")));
        assertEquals(1, terminal.run(REPORT, "-o", file("a.html"), "--sweep", file("none.json")));
        Files.writeString(directory.resolve("broken.json"), "{");
        assertEquals(2, terminal.run(REPORT, "-o", file("a.html"), "--map", file("broken.json")));
        assertTrue(terminal.err().contains("--map: "), terminal.err());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(0, files.filter(file -> file.toString().contains(".points")).count(), "nothing was run");
        }
    }

    @Test
    void aBrokenTemplateIsToldWithItsLineAndExitsWithThree() throws IOException {
        Files.writeString(directory.resolve("report.yaml"), "customer: A\nlogo: missing.png\n");
        assertEquals(3, terminal.run("report", scenario.toString(), "-o", file("a.html")));
        assertEquals("error: " + file("report.yaml") + ":2:7: logo: 'missing.png' does not exist (allowed: a file in the folder of the template)\n"
                + "quorate: the template has errors\n", terminal.err());
        Files.writeString(directory.resolve("other.yaml"), "costumer: A\n");
        assertEquals(3, terminal.run(REPORT, "--template", file("other.yaml"), "-o", file("a.html")));
        assertTrue(terminal.err().contains("did you mean customer?"), terminal.err());
        assertEquals(1, terminal.run(REPORT, "--template", file("none.yaml"), "-o", file("a.html")));
    }

    @Test
    void theTemplateBesideTheScenarioIsTaken() throws IOException {
        Files.writeString(directory.resolve("report.yaml"), "customer: Example <Ltd>\nchapters: [{text: own.md}, summary]\n");
        Files.writeString(directory.resolve("own.md"), "# About $(id)\n\nWords of our own.\n");
        assertEquals(0, terminal.run("report", scenario.toString(), "-o", file("a.html"), "--date", "2026-11-28"), terminal.err());
        String page = Files.readString(directory.resolve("a.html"));
        assertTrue(page.contains("Example &lt;Ltd&gt;") && page.contains("About $(id)") && page.contains("Words of our own."), page);
        assertFalse(page.contains("id=\"failures\""), "a chapter that is not chosen");
    }

    @Test
    void theSecondTimeNothingIsRunAndTheBytesAreTheSame() throws IOException {
        assertEquals(0, terminal.run(REPORT, "-o", file("a.html")), terminal.err());
        byte[] first = Files.readAllBytes(directory.resolve("a.html"));
        assertEquals(0, terminal.run(REPORT, "-o", file("a.html"), "--force"), terminal.err());
        assertTrue(terminal.err().contains("quorate: all results were kept from before; only failures were played\n"), terminal.err());
        assertArrayEquals(first, Files.readAllBytes(directory.resolve("a.html")));
        assertEquals(0, terminal.run(REPORT, "-o", file("b.html"), "--seed", "2", "--keep", file("a.points")), terminal.err());
        assertFalse(terminal.err().contains("kept"), terminal.err());
    }

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    void everyFormIsWrittenTwiceTheSame(ReportForm form) throws IOException {
        String output = "report." + form.extension();
        assertEquals(0, terminal.run(REPORT, "-o", file(output), "--no-capacity"), terminal.err());
        byte[] first = Files.readAllBytes(directory.resolve(output));
        assertTrue(first.length > 1000, first.length + " bytes");
        assertEquals(0, terminal.run(REPORT, "-o", file(output), "--no-capacity", "--force"), terminal.err());
        assertArrayEquals(first, Files.readAllBytes(directory.resolve(output)));
    }

    @Test
    void sweepsAndMapsOfTheScenarioAreShown() throws IOException {
        assertEquals(0, terminal.run("sweep", "-", "--vary", "workload.phases[0].closed.threads=1,2", "--json", "-o", file("s.json")));
        assertEquals(0, terminal.run("map", "-", "--x", "workload.phases[0].closed.threads=1,2", "--y", "lun.queueDepth=1,8", "--json", "-o",
                file("m.json")), terminal.err());
        assertEquals(0, terminal.run(REPORT, "-o", file("a.html"), "--sweep", file("s.json"), "--map", file("m.json")), terminal.err());
        assertTrue(Files.readString(directory.resolve("a.html")).contains("id=\"scaling\""));
        assertEquals(2, terminal.runOn(Terminal.resource("shared.yaml").replace("name: two-shared", "name: other"), "report", "-", "-o",
                file("b.html"), "--sweep", file("s.json")));
        assertTrue(terminal.err().contains("is of the scenario two-shared, not of other"), terminal.err());
    }

    @Test
    void onlySweepsAndMapsOfTheScenarioAsItIsAndOfThisBuildAreShown() throws IOException {
        assertEquals(0, terminal.run("sweep", "-", "--vary", "workload.phases[0].closed.threads=1,2", "--json", "-o", file("s.json")));
        assertEquals(0, terminal.run("map", "-", "--x", "workload.phases[0].closed.threads=1,2", "--y", "lun.queueDepth=1,8", "--json", "-o",
                file("m.json")), terminal.err());
        for (String[] option : new String[][] {{"--sweep", "s.json"}, {"--map", "m.json"}}) {
            String text = Files.readString(directory.resolve(option[1]));
            String again = ": make it again with quorate " + option[0].substring(2) + " --json";
            refused(option, text, "threads: 2", "threads: 3", " as it was, which has changed" + again);
            refused(option, text.replaceFirst("\"build\" : \"[^\"]*\"", "\"build\" : \"0\""), "x", "x", "is of another build of the program" + again);
            refused(option, text.replaceFirst("\"basis\" : \\{[^}]*\\},", ""), "x", "x", "does not tell what the scenario was");
        }
        assertEquals(0, terminal.run(REPORT, "-o", file("a.html"), "--sweep", file("s.json"), "--seed", "7", "--no-capacity"), terminal.err());
        assertTrue(terminal.err().contains("s.json has the seed "), terminal.err());
    }

    private void refused(String[] option, String result, String from, String to, String why) throws IOException {
        Path file = Files.writeString(directory.resolve("tried.json"), result);
        String scenario = Terminal.resource("shared.yaml");
        assertTrue(scenario.contains(from), from);
        assertEquals(2, terminal.runOn(scenario.replace(from, to), "report", "-", "-o", file("b.html"), option[0], file.toString()));
        assertTrue(terminal.err().contains(why), terminal.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNoSweep() {
        assertEquals(2, terminal.run(REPORT, "-o", file("a.html"), "--sweep", "/dev/zero"));
        assertTrue(terminal.err().contains("--sweep: /dev/zero is larger than 64 MiB"), terminal.err());
    }

    @Test
    void aFormThatIsNamedMayGoToStandardOutput() {
        assertEquals(0, terminal.run(REPORT, "--format", "html", "--quiet", "--no-capacity"), terminal.err());
        assertTrue(terminal.out().startsWith("<!DOCTYPE html>"), terminal.out());
        assertEquals("", terminal.err());
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertEquals(0, terminal.runOn(Terminal.resource("shared.yaml").replaceAll("(?s)targets:.*?\n\n", ""), "report", "-", "-o", file("a.html")));
        assertTrue(terminal.err().contains("quorate: capacity is not searched: the scenario has no targets\n"), terminal.err());
    }
}
