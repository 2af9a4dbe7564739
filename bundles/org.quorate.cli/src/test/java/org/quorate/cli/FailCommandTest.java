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
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.io.FailureJson;

class FailCommandTest {

    private final Terminal terminal = new Terminal(Terminal.resource("small.yaml"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fail -|--what", "fail - --what fire|--what is one of node-dies", "fail - --what node-dies --node n9|"
            + "no node n9 in the scenario; there are node1, node2", "fail - --what split --node node1|happens to all nodes",
        "fail - --what node-dies --duration 3s|does not end by itself", "fail - --what split --duration 3|--duration:",
        "fail - --what split --duration 0s|more than 0 s", "fail - --what split --replications 0|1 to 10000",
        "fail - --what split --json --csv|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void aHostileNodeNameIsNotAcceptedAndNotEchoedRaw() {
        assertEquals(2, terminal.run("fail", "-", "--what", "node-dies", "--node", "\u001b[31mred\u202e"));
        assertTrue(terminal.err().contains("no node ?[31mred? in the scenario"), terminal.err());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void everyFailureIsShownAndTheSameEachTime(FailureKind kind) {
        assertEquals(0, terminal.run("fail", "-", "--what", kind.word(), "--quiet", "--replications", "50"), terminal.err());
        String text = terminal.out();
        assertTrue(text.contains(kind.title()) && text.contains("ocfs2: OCFS2 on o2cb") && text.contains("gfs2: GFS2 on corosync"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        assertEquals(0, terminal.run("fail", "-", "--what", kind.word(), "--quiet", "--replications", "50"));
        assertEquals(text, terminal.out());
    }

    @Test
    void jsonCsvAndReport() throws IOException {
        Path json = directory.resolve("f.json");
        Path report = directory.resolve("report");
        assertEquals(0, terminal.run("fail", "-", "--what", "node-dies", "--node", "node1", "--seed", "9", "--json", "-o", json.toString(),
                "--report", report.toString()), terminal.err());
        Failure failure = new FailureJson().read(Files.readString(json));
        assertEquals(9, failure.seed());
        assertEquals("node1", failure.node().orElseThrow());
        assertTrue(failure.advice().stream().anyMatch(advice -> advice.rule().equals("no-fencing")));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("A node dies: node1") && page.contains("--what node-dies --node node1"));
        assertEquals(1, terminal.run("fail", "-", "--what", "split", "--report", report.toString()), "the page exists");
        assertEquals(0, terminal.run("fail", "-", "--what", "lun-stalls", "--duration", "90s", "--csv"));
        assertTrue(terminal.out().startsWith("contender,row,who,") && terminal.out().contains("ocfs2,step,LUN,hardware,answers again,1.0,90000000000,"),
                terminal.out());
        assertFalse(terminal.out().contains("\r"));
    }
}
