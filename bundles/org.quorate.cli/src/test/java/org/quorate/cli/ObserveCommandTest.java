// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.study.io.ObservationJson;
import org.quorate.study.observe.Observation;

class ObserveCommandTest {

    private static final String SCENARIO = """
            schemaVersion: 1
            name: test
            title: Two nodes
            cluster:
              name: test
              os: debian-12
              kernel: 6.1
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}
            lun: {name: data, size: 1 TiB, device: sata-ssd}
            mountPoint: /data
            fileSystems: [{type: ocfs2}, {type: gfs2}]
            workload:
              fileSets: [{name: mail, files: 20, size: 4 KiB}]
              phases:
                - {name: first, closed: {threads: 1}, operationsPerThread: 2, mix: [{operation: stat, fileSet: mail, access: any}]}
                - {name: second, closed: {threads: 1}, operationsPerThread: 40, mix: [{operation: stat, fileSet: mail, access: any}]}
            study: {seed: 1, replications: 2}
            """;
    private static final String GLOCKS = """
            G:  s:SH n:5/90061 f:Iqob t:SH d:EX/0 a:0 v:0 r:3 m:50 p:0
             H: s:SH f:EH e:0 p:0 [(none)] gfs2_atomic_open+0x56/0xe0 [gfs2]
            what\u001b[31m
            G:  s:EX n:2/90041 f:yIob t:EX d:EX/0 a:0 v:0 r:3 m:50 p:1
            """;
    private static final String SLABINFO = """
            slabinfo - version: 2.1
            # name            <active_objs> <num_objs> <objsize> <objperslab> <pagesperslab> : tunables <limit> <batchcount> <sharedfactor> : slabdata
            gfs2_inode            85     85    952   17    4 : tunables    0    0    0 : slabdata      5      5      0
            """;

    private final Terminal terminal = new Terminal(SCENARIO);

    @TempDir
    private Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(directory.resolve("glocks"), GLOCKS);
        Files.writeString(directory.resolve("slabinfo"), SLABINFO);
    }

    private int observe(String... arguments) {
        return terminal.run(command(arguments));
    }

    private String[] command(String... arguments) {
        return Stream.concat(Stream.of("observe", "-"), Stream.of(arguments).map(argument -> argument.replace("DIR", directory.toString())))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-f gfs2|at least one file is needed", "--glocks DIR/glocks|--file-system is needed",
        "-f ocfs2 --glocks DIR/glocks|--glocks is of GFS2, and ocfs2 is OCFS2", "-f gfs2 --glocks DIR/glocks --node x|the scenario has node1, node2",
        "-f gfs2 --glocks DIR/glocks --phase x|the scenario has first, second", "-f gfs2 --glocks DIR/glocks --json --csv|mutually exclusive",
        "-f gfs2 --glocks DIR/glocks --replications 1|2 to 1000",
        "-f gfs2 --live --glocks DIR/glocks|--glocks is of a file, and --live asks nodes", "-f gfs2 --glocks DIR/glocks --once|--once needs --live",
        "-f gfs2 --glocks DIR/glocks --user root|--user needs --live", "-f gfs2 --live --once --for 5s|do not go together",
        "-f gfs2 --live --interval 10ms|at least 1 s", "-f gfs2 --live --for ever|--for: ", "-f gfs2 --live --top 101|0 to 100",
        "-f gfs2 --live --node node1|--live asks all nodes", "-f gfs2 --live --host x=y|the scenario has no node x",
        "-f gfs2 --live --once --paths x|the scenario has node1, node2",
        "-f gfs2 --live --paths node1|--paths needs --for or --once", "-f gfs2 --live --series DIR/glocks|is there already"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, command(line.split(" ")));
    }

    /** The prediction of this phase would take hours. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void anUnusableHostIsRefusedBeforeAnythingIsPredicted() {
        String scenario = SCENARIO.replace("operationsPerThread: 40", "operationsPerThread: 1000000000");
        assertEquals(2, terminal.runOn(scenario, command("-f", "gfs2", "--live", "--once", "--batch", "--host", "node1=root@127.0.0.1:none")),
                terminal.err());
        assertTrue(terminal.err().contains("127.0.0.1:none"), terminal.err());
        assertEquals("", terminal.out());
    }

    /** It would else be simulated first, for minutes. */
    @Test
    void aFileSystemOfNoClusterIsRefusedBeforeAnythingIsPredicted() {
        String scenario = SCENARIO.replace("{type: gfs2}", "{type: gfs2}, {type: xfs, label: local}");
        assertEquals(2, terminal.runOn(scenario, command("-f", "local", "--live", "--once", "--batch")), terminal.err());
        assertTrue(terminal.err().contains("--live: local is XFS: only OCFS2 and GFS2 have locks to be observed"), terminal.err());
        assertEquals("", terminal.out());
    }

    @Test
    void predictedStandsBesideActualAndWhatIsOfNoUseIsTold() {
        assertEquals(0, observe("-f", "gfs2", "--node", "node2", "--glocks", "DIR/glocks", "--slabinfo", "DIR/slabinfo"), terminal.err());
        assertTrue(terminal.out().startsWith("Two nodes\ngfs2 (GFS2), node node2, at the end of phase second\n"), terminal.out());
        assertTrue(terminal.out().lines().anyMatch(line -> line.matches(" +gfs2_inode +[0-9]+ +85 +[0-9.]+ +[0-9]+ +952 +952 .*")),
                terminal.out());
        assertTrue(terminal.out().lines().anyMatch(line -> line.matches(" +IOPEN +SH +[0-9.]+ +1 +[0-9.]+")), terminal.out());
        assertTrue(terminal.out().contains("Not in slabinfo: gfs2_glock, gfs2_glock(aspace)"), terminal.out());
        assertEquals(List.of("not used: " + directory.resolve("glocks") + ":3: 'what\\u001b[31m': not a line of a glock"),
                terminal.err().lines().toList());
        assertFalse(terminal.err().contains("\u001b"), terminal.err());
    }

    @Test
    void theReportHasTheTablesAndWhatIsOfNoUse() throws IOException {
        assertEquals(0, observe("-f", "gfs2", "--glocks", "DIR/glocks", "--slabinfo", "DIR/slabinfo", "--report", "DIR/report"), terminal.err());
        String page = Files.readString(directory.resolve("report/index.html"));
        assertTrue(page.contains("Locks in memory") && page.contains("Memory of slab caches") && page.contains("not a line of a glock"), page);
        assertFalse(page.contains("\u001b"), page);
        assertTrue(page.contains("--file-system gfs2 --node node1 --phase second"), page);
    }

    @Test
    void thePhaseDecidesWhatIsPredicted() {
        assertEquals(0, observe("-f", "gfs2", "--glocks", "DIR/glocks", "--json"), terminal.err());
        Observation second = new ObservationJson().read(terminal.out());
        assertEquals(0, observe("-f", "gfs2", "--glocks", "DIR/glocks", "--json", "--phase", "first", "-q"), terminal.err());
        Observation first = new ObservationJson().read(terminal.out());
        assertEquals("", terminal.err());
        assertTrue(inodes(first).getAsDouble() < inodes(second).getAsDouble(), first + " " + second);
        assertEquals(0, observe("-f", "gfs2", "--glocks", "DIR/glocks", "--csv"), terminal.err());
        assertTrue(terminal.out().startsWith("table,name,mode,figure,predicted,actual,ratio\nlock,"), terminal.out());
    }

    private static OptionalDouble inodes(Observation observation) {
        return observation.locks().stream().filter(row -> row.type().equals("INODE") && row.mode().equals("all")).findFirst().orElseThrow()
                .locks().predicted();
    }

    @Test
    void aFileOfNoUseOrThatIsMissingExitsWithOne() {
        assertEquals(1, observe("-f", "gfs2", "--glocks", "DIR/slabinfo"));
        assertTrue(terminal.err().contains("slabinfo: no line is of a glock"), terminal.err());
        assertEquals(1, observe("-f", "gfs2", "--glocks", "DIR/none"));
        assertTrue(terminal.err().contains("none"), terminal.err());
        assertEquals(1, observe("-f", "gfs2", "--glocks", directory.toString()));
        assertTrue(terminal.err().contains(directory + ": is a directory"), terminal.err());
        assertEquals("", terminal.out());
    }

    /** Of what is refused nothing reaches the terminal as it is: the command's own messages, and those of the parser. */
    @Test
    void whatIsRefusedIsNotEchoedRaw() {
        for (String[] wrong : new String[][] {{"-f", "gfs2", "--glocks", "DIR/glocks", "--node", "\u001b[31mred\u202e"},
            {"-f", "gfs2", "--glocks", "DIR/glocks", "--seed", "\u001b[31mred\u202e"}, {"--\u001b[31mred\u202e"}}) {
            assertEquals(2, observe(wrong));
            assertTrue(terminal.err().contains("?[31mred?") && terminal.err().chars().noneMatch(letter -> letter == 0x1b || letter == 0x202e),
                    terminal.err());
        }
    }

    /** Nodes that answer are in the tests of org.quorate.remote. */
    @Test
    void aClusterOfWhichNoNodeAnswersIsAFailureAndSaysWhatWasPredicted() throws IOException {
        assertEquals(1, observe("-f", "gfs2", "--live", "--once", "--batch", "--host", "node1=root@127.0.0.1:1", "--host", "node2=root@127.0.0.1:1",
                "--series", "DIR/series.jsonl", "--report", "DIR/report"), terminal.err());
        assertTrue(terminal.out().contains("node1         0       1  root@127.0.0.1:1 cannot be connected to"), terminal.out());
        assertTrue(terminal.err().contains("no node answered: root@127.0.0.1:1"), terminal.err());
        assertEquals(3, Files.readAllLines(directory.resolve("series.jsonl")).size());
        String report = Files.readString(directory.resolve("report/index.html"));
        assertTrue(report.contains("A running cluster beside its prediction") && report.contains("--live"), "the report");
        assertFalse(report.contains("series.jsonl"), "the file is there now");
    }
}
