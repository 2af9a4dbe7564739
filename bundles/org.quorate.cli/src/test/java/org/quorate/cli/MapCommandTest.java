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
import org.quorate.study.io.MapJson;
import org.quorate.study.map.CrossoverMap;

class MapCommandTest {

    private static final String X = "workload.phases[mixed].closed.threads=1,4";
    private static final String Y = "nodes=2,3";
    private static final List<String> MAP = List.of("map", "-", "--x", X, "--y", Y);

    private final Terminal terminal = new Terminal(Terminal.resource("shared.yaml"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"map -|--x", "map - --x lun.queueDepth=1|--y", "map - --x lun.queDepth=1 --y nodes=2|did you mean queueDepth?",
        "map - --x lun.queueDepth=1 --y nodes=0|a whole number from 1 to 64", "map - --x nodes=2 --y nodes=3|nodes is varied twice",
        "map - --x lun.queueDepth=1 --y nodes=2 --figure speed|'speed' is no figure",
        "map - --x lun.queueDepth=1 --y nodes=2 --contenders ocfs2|two of ocfs2, gfs2",
        "map - --x lun.queueDepth=1 --y nodes=2 --contenders ocfs2,xfs|two of ocfs2, gfs2",
        "map - --x lun.queueDepth=1 --y nodes=2 --set lun.size=1|lun.size", "map - --x lun.queueDepth=1 --y nodes=2 --set nodes=2,3|nodes has 2 values",
        "map - --x lun.queueDepth=1 --y nodes=2 --json --csv|mutually exclusive",
        "map - --x study.seed=1,2 --y nodes=2 --seed 3|study.seed is varied and set"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theGridHasALegendAndEveryPoint() {
        assertEquals(0, terminal.run(MAP));
        List<String> lines = terminal.out().lines().toList();
        assertEquals("Two shared file systems", lines.get(0));
        assertEquals("ocfs2 against gfs2: mean latency over the operation mix; workload.phases[mixed].closed.threads across, nodes upwards",
                lines.get(1));
        assertTrue(lines.get(3).matches("  nodes \\\\ threads +1 +4"), lines.get(3));
        assertTrue(lines.get(4).matches(" +3( +[OG=*og]+( [0-9.]+ [%x])?){2}"), lines.get(4));
        assertTrue(lines.get(5).matches(" +2( +[OG=*og]+( [0-9.]+ [%x])?){2}"), lines.get(5));
        assertEquals(4, lines.stream().filter(line -> line.matches(" +[14] +[23] .* ± .*")).count(), terminal.out());
        assertTrue(terminal.err().contains("quorate: fileSystems[0].slots is raised from 2 to the number of nodes where that is more\n"),
                terminal.err());
        assertTrue(terminal.err().contains("quorate: fileSystems[1].journals is raised from 2 "), terminal.err());
    }

    @Test
    void pointsAreKeptForMapsOfOtherFiguresAndForSweeps() throws IOException {
        String output = directory.resolve("m.csv").toString();
        assertEquals(0, terminal.run(MAP, "--csv", "-o", output));
        assertEquals(5, Files.readString(Path.of(output)).lines().count());
        String keep = directory.resolve("m.csv.points").toString();
        assertEquals(0, terminal.run(MAP, "--json", "--figure", "p99 create", "--keep", keep));
        assertTrue(terminal.err().contains("quorate: 4 of 4 points were kept from before\n"), terminal.err());
        CrossoverMap map = new MapJson().read(terminal.out());
        assertEquals("p99 create in mixed", map.figure().text());
        assertEquals(0, terminal.run("sweep", "-", "--vary", X, "--vary", Y, "--csv", "--keep", keep));
        assertTrue(terminal.err().contains("quorate: 4 of 4 points were kept from before\n"), terminal.err());
    }

    @Test
    void whatIsSetIsSetForEveryPoint() {
        assertEquals(0, terminal.run(MAP, "--json", "--set", "workload.phases[mixed].duration=200 ms", "--set", "targets[0].limit=1 B"));
        CrossoverMap map = new MapJson().read(terminal.out());
        assertTrue(map.points().stream().allMatch(point -> point.first().missed().equals(List.of("lock memory ≤ 1 B a node"))),
                terminal.out());
        assertEquals(0, terminal.run(MAP, "--set", "targets[0].limit=1 B"));
        assertTrue(terminal.out().contains("  *     neither is sure to meet every target of the scenario (behind another symbol)\n"),
                terminal.out());
    }

    /** A label has no comma, so that one is always between two. */
    @Test
    void contendersAreGivenInOneWordOrInSeveral() {
        assertEquals(0, terminal.run(MAP, "--json", "--contenders", "gfs2,ocfs2"), terminal.err());
        String one = terminal.out();
        assertTrue(one.contains("\"first\" : \"gfs2\""), one);
        assertEquals(0, terminal.run(MAP, "--json", "--contenders", "gfs2", "--contenders", "ocfs2"), terminal.err());
        assertEquals(one, terminal.out());
        assertEquals(3, terminal.runOn(Terminal.resource("shared.yaml").replace("{type: ocfs2,", "{type: ocfs2, label: 'o, old',"),
                MAP.toArray(String[]::new)));
        assertTrue(terminal.err().contains("'o, old' is not a name"), terminal.err());
    }

    @Test
    void theReportHasAHeatMapAndTheCommand() throws IOException {
        Path report = directory.resolve("report");
        assertEquals(0, terminal.run(MAP, "--report", report.toString()));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("<svg") && page.contains("--ink-shade-4") && page.contains("Row by row"), "the chart");
        assertTrue(page.contains("--figure latency --contenders ocfs2,gfs2 --seed 1 --replications 2"), "the command");
        assertEquals(1, terminal.run(MAP, "--report", report.toString()));
    }
}
