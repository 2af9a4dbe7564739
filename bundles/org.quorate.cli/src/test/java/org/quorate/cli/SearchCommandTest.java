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
import org.quorate.study.io.SearchJson;
import org.quorate.study.search.SearchResult;

class SearchCommandTest {

    private static final List<String> SEARCH = List.of("search", "-", "--field", "workload.fileSets[files].files=10..3000");

    private final Terminal terminal = new Terminal(Terminal.resource("shared.yaml"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"search -|--field", "search - --field lun.queueDepth=1|is not FIELD=LOW..HIGH",
        "search - --field lun.queDepth=1..2|did you mean queueDepth?", "search - --field lun.queueDepth=0..4|out of range",
        "search - --field nodes=1..65|a whole number from 1 to 64", "search - --field nodes=1..4 --target fast|'fast' is no target",
        "search - --field nodes=1..4 --contenders xfs|allowed: ocfs2, gfs2", "search - --field nodes=1..4 --tolerance 0|is no distance",
        "search - --field nodes=1..4 --most-replications 1|1 replications are no bound",
        "search - --field nodes=1..4 --target p99_unlink|is no target", "search - --field study.seed=1..4|cannot be searched",
        "search - --field nodes=1..4 --json --csv|mutually exclusive", "search - --field nodes=1..4 --set lun.size=1|lun.size"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    /** Lock memory grows with the files that a node has in its cache: the limit lies between what meets and what misses. */
    @Test
    void lockMemoryLimitsTheFilesAndTheAnswerHoldsInAComparison() {
        assertEquals(0, terminal.run(SEARCH, "--target", "lock memory < 600 KiB a node", "--set", "initialState.caches=warm",
                "--tolerance", "30 %", "--contenders", "ocfs2", "--json"));
        SearchResult result = new SearchJson().read(terminal.out()).results().get(0);
        int meets = Integer.parseInt(result.meets().orElseThrow());
        int misses = Integer.parseInt(result.misses().orElseThrow());
        assertTrue(10 < meets && meets < misses && misses < 3000, meets + " to " + misses);
        assertEquals(0, terminal.run("sweep", "-", "--vary", "workload.fileSets[files].files=" + meets + "," + misses, "--vary",
                "initialState.caches=warm", "--replications", "6", "--csv"));
        List<Double> bytes = terminal.out().lines().filter(line -> line.contains(",ocfs2,")).map(line -> Double.valueOf(line.split(",")[7])).toList();
        assertTrue(bytes.get(0) < 600 << 10 && bytes.get(1) > 600 << 10, bytes.toString());
    }

    @Test
    void theAnswerStandsBeforeWhatWasEvaluatedAndTheScenariosTargetsAreTheDefault() {
        assertEquals(0, terminal.run("search", "-", "--field", "nodes=1..4"));
        List<String> lines = terminal.out().lines().toList();
        assertEquals("How far nodes can go from 1 to 4 with lock memory ≤ 8 MiB a node", lines.get(1));
        assertEquals("ocfs2 meets every target from nodes = 1 to 4.", lines.get(3));
        assertTrue(lines.stream().anyMatch(line -> line.matches("      1 +2 .*meets")), terminal.out());
        assertTrue(terminal.err().contains("quorate: fileSystems[0].slots is raised from 2 to the number of nodes where that is more\n"),
                terminal.err());
    }

    @Test
    void valuesAreKeptAndTheReportSaysHowItWasMade() throws IOException {
        String output = directory.resolve("s.csv").toString();
        Path report = directory.resolve("report");
        String target = "lock memory < 600 KiB";
        assertEquals(0, terminal.run(SEARCH, "--target", target, "--tolerance", "50 %", "--contenders", "ocfs2", "--csv", "-o", output));
        assertEquals(0, terminal.run(SEARCH, "--target", target, "--tolerance", "50 %", "--contenders", "ocfs2", "--csv", "--keep",
                output + ".points", "--report", report.toString()));
        assertEquals(Files.readString(Path.of(output)), terminal.out());
        long values = terminal.out().lines().count() - 1;
        assertTrue(terminal.err().contains("quorate: " + values + " of " + values + " values were kept from before\n"), terminal.err());
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("<svg") && page.contains("Figures and limits"), "the chart");
        assertTrue(page.contains("--tolerance &#39;50 %&#39; --seed 1 --replications 2 --most-replications 16")
                || page.contains("--tolerance '50 %' --seed 1 --replications 2 --most-replications 16"), "the command");
    }
}
