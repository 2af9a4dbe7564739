// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.cli.text.Style;
import org.quorate.cli.text.UnsafeText;
import org.quorate.study.io.UnsafeJson;
import org.quorate.study.unsafe.UnsafeResult;

class UnsafeCommandTest {

    /** Two nodes. */
    private static final String LOCAL = Terminal.resource("local.yaml");

    private final Terminal terminal = new Terminal(LOCAL);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"unsafe|SCENARIO", "unsafe - -f btrfs|btrfs", "unsafe - --duration 5|--duration",
        "unsafe - --duration 0_s|1 s to 30 min", "unsafe - --duration 2_h|1 s to 30 min", "unsafe - --json --csv|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, List.of(line.split(" ")).stream().map(word -> word.replace('_', ' ')).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"ext4, e2fsck -fn, mmp", "xfs, xfs_repair -n, xfs_uuid_mount"})
    void anAdminReadsWhatHappensAndWhatToDo(String kind, String checker, String protection) {
        assertEquals(0, terminal.run("unsafe", "-", "-f", kind, "--duration", "1 min"), terminal.err());
        assertTrue(terminal.out().lines().skip(1).findFirst().orElseThrow().matches("(ext4|XFS) mounted on 2 nodes at once: after 1 min, .*"),
                terminal.out());
        for (String words : List.of("First writes that destroyed another node's", "at unmount", "superblock 0", checker, protection,
                "OCFS2 or GFS2", "seed ")) {
            assertTrue(terminal.out().contains(words), words + " in " + terminal.out());
        }
        assertTrue(terminal.out().lines().allMatch(line -> line.length() <= 100), terminal.out());
    }

    @Test
    void theSameResultAsCsvJsonAndReport() throws IOException {
        String report = directory.resolve("report").toString();
        assertEquals(0, terminal.run("unsafe", "-", "--duration", "30 s", "--json", "--report", report), terminal.err());
        UnsafeResult result = new UnsafeJson().read(terminal.out());
        String page = Files.readString(directory.resolve("report/index.html"));
        assertTrue(page.contains("--duration") && page.contains("lost-updates"), "the command to make it again, and the chart");
        assertEquals(1, terminal.run("unsafe", "-", "--duration", "30 s", "--report", report), "the report is there already");
        assertEquals(0, terminal.run("unsafe", "-", "--duration", "30 s", "--csv"), terminal.err());
        List<String> rows = terminal.out().lines().toList();
        assertEquals(1 + result.points().size(), rows.size());
        assertEquals(rows.get(0).split(",").length, rows.get(1).split(",").length);
        assertTrue(rows.get(rows.size() - 1).startsWith("ext4,30.0,") || rows.get(rows.size() - 1).startsWith("ext4,30,"), terminal.out());
        assertEquals(0, terminal.run("unsafe", "-", "--duration", "30 s", "--csv", "--seed", "99"), terminal.err());
        assertFalse(terminal.out().lines().toList().equals(rows), "another seed, another run");
    }

    @Test
    void oneNodeSharesNothing() {
        String one = LOCAL.lines().filter(line -> !line.contains("name: node2")).reduce("", (text, line) -> text + line + "\n");
        assertEquals(1, terminal.runOn(one, "unsafe", "-"), terminal.err());
        assertTrue(terminal.err().contains("one node"), terminal.err());
    }

    /** Scenarios with such names are refused; results may come from elsewhere. */
    @Test
    void noNameMovesTheCursor() {
        assertEquals(0, terminal.run("unsafe", "-", "--duration", "10 s", "--json"), terminal.err());
        UnsafeResult result = new UnsafeJson().read(terminal.out());
        UnsafeResult hostile = new UnsafeResult(result.format(), "s\u001b[2J", "a\u001b[31m\u202eb\nc", "1", 1, result.fileSystem(),
                List.of("n\u001b[1m\n", "o\u009b2J"), result.nanos(), result.firsts(), result.conflicts(), result.points(),
                result.complaints());
        String text = new UnsafeText(Style.PLAIN).write(hostile);
        assertTrue(text.startsWith("a?[31m?b?c\n"), text);
        assertTrue(text.contains("o?2J wrote"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c) && c != '\u202e'), text);
    }

    @Test
    void aTitleIsEscapedOnThePage() throws IOException {
        String title = LOCAL.replaceFirst("(?m)^title: .*$", "title: \"a<b>&\"");
        assertEquals(0, terminal.runOn(title, "unsafe", "-", "--duration", "10 s", "--report", directory.resolve("r").toString()),
                terminal.err());
        assertTrue(terminal.out().startsWith("a<b>&\n"), terminal.out());
        String page = Files.readString(directory.resolve("r/index.html"));
        assertTrue(page.contains("a&lt;b&gt;&amp;") && !page.contains("a<b>"), "escaped");
    }
}
