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
import org.quorate.study.io.WatchJson;
import org.quorate.study.watch.OperationTrace;

class WatchCommandTest {

    private static final String LOCAL = Terminal.resource("local.yaml");
    private static final String SHARED = Terminal.resource("shared.yaml");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"watch|SCENARIO", "watch -|--file-system is needed", "watch - -f zfs|zfs",
        "watch - -f ext4 --operation fly|--operation is one of create", "watch - -f ext4 --operation unlink|no measured phase",
        "watch - -f ext4 --phase none|there are mixed", "watch - -f ext4 --node n9|there are node1, node2",
        "watch - -f ext4 --percentile 101|at most 100", "watch - -f ext4 --index -2|numbered from 0",
        "watch - -f ext4 --index 1 --percentile 2|mutually exclusive", "watch - -f ext4 --index 99999999|none has the number",
        "watch - -f ext4 --json --csv|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        new Terminal(LOCAL).assertWrongUsage(why, line.split(" "));
    }

    @Test
    void aReaderSeesTheStepsAndWhereTheTimeGoes() {
        Terminal terminal = new Terminal(LOCAL);
        assertEquals(0, terminal.run("watch", "-", "-f", "ext4", "--operation", "create", "--node", "node2"), terminal.err());
        for (String words : List.of("ext4: create on node2 in phase mixed", "Where the time goes", "own journal", "100 %", "Step by step",
                "in directory /files/node2", "jbd2: ", "seed 1")) {
            assertTrue(terminal.out().contains(words), words + " in " + terminal.out());
        }
    }

    @Test
    void theSameOperationAsCsvJsonAndReport() throws IOException {
        Terminal terminal = new Terminal(SHARED);
        String report = directory.resolve("report").toString();
        assertEquals(0, terminal.run("watch", "-", "-f", "ocfs2", "--percentile", "90", "--json", "--report", report), terminal.err());
        OperationTrace trace = new WatchJson().read(terminal.out());
        String page = Files.readString(directory.resolve("report/index.html"));
        assertTrue(page.contains("--index") && page.contains("Where the time goes"), "the command to see it again");
        assertEquals(0, terminal.run("watch", "-", "-f", "ocfs2", "--operation", trace.operation().name().toLowerCase(java.util.Locale.ROOT),
                "--index", Integer.toString(trace.index()), "--csv"), terminal.err());
        assertEquals(1 + trace.stages().size() + trace.arrows().size(), terminal.out().lines().count());
    }
}
