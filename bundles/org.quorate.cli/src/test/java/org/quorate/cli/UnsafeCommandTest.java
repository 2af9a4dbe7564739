// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.quorate.cli.text.Style;
import org.quorate.cli.text.UnsafeText;
import org.quorate.study.io.UnsafeJson;
import org.quorate.study.unsafe.UnsafeResult;

class UnsafeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String scenario, String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new ByteArrayInputStream(scenario.getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false);
        return new QuorateCommandLine(console).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Two nodes. */
    private static String local() throws IOException {
        try (InputStream in = UnsafeCommandTest.class.getResourceAsStream("local.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"unsafe|SCENARIO", "unsafe - -f btrfs|btrfs", "unsafe - --duration 5|--duration",
        "unsafe - --duration 0_s|1 s to 30 min", "unsafe - --duration 2_h|1 s to 30 min", "unsafe - --json --csv|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) throws IOException {
        String[] arguments = List.of(line.split(" ")).stream().map(word -> word.replace('_', ' ')).toArray(String[]::new);
        assertEquals(2, run(local(), arguments), err());
        assertEquals("", out());
        assertTrue(err().contains(why), err());
    }

    @ParameterizedTest
    @CsvSource({"ext4, e2fsck -fn, mmp", "xfs, xfs_repair -n, xfs_uuid_mount"})
    void anAdminReadsWhatHappensAndWhatToDo(String kind, String checker, String protection) throws IOException {
        assertEquals(0, run(local(), "unsafe", "-", "-f", kind, "--duration", "1 min"), err());
        assertTrue(out().lines().skip(1).findFirst().orElseThrow().matches("(ext4|XFS) mounted on 2 nodes at once: after 1 min, .*"), out());
        for (String words : List.of("First writes that destroyed another node's", "at unmount", "superblock 0", checker, protection,
                "OCFS2 or GFS2", "seed ")) {
            assertTrue(out().contains(words), words + " in " + out());
        }
        assertTrue(out().lines().allMatch(line -> line.length() <= 100), out());
    }

    @Test
    void theSameResultAsCsvJsonAndReport() throws IOException {
        String report = directory.resolve("report").toString();
        assertEquals(0, run(local(), "unsafe", "-", "--duration", "30 s", "--json", "--report", report), err());
        UnsafeResult result = new UnsafeJson().read(out());
        String page = Files.readString(directory.resolve("report/index.html"));
        assertTrue(page.contains("--duration") && page.contains("lost-updates"), "the command to make it again, and the chart");
        assertEquals(1, run(local(), "unsafe", "-", "--duration", "30 s", "--report", report), "the report is there already");
        assertEquals(0, run(local(), "unsafe", "-", "--duration", "30 s", "--csv"), err());
        List<String> rows = out().lines().toList();
        assertEquals(1 + result.points().size(), rows.size());
        assertEquals(rows.get(0).split(",").length, rows.get(1).split(",").length);
        assertTrue(rows.get(rows.size() - 1).startsWith("ext4,30.0,") || rows.get(rows.size() - 1).startsWith("ext4,30,"), out());
        assertEquals(0, run(local(), "unsafe", "-", "--duration", "30 s", "--csv", "--seed", "99"), err());
        assertFalse(out().lines().toList().equals(rows), "another seed, another run");
    }

    @Test
    void oneNodeSharesNothing() throws IOException {
        String one = local().lines().filter(line -> !line.contains("name: node2")).reduce("", (text, line) -> text + line + "\n");
        assertEquals(1, run(one, "unsafe", "-"), err());
        assertTrue(err().contains("one node"), err());
    }

    /** Scenarios with such names are refused; results may come from elsewhere. */
    @Test
    void noNameMovesTheCursor() throws IOException {
        assertEquals(0, run(local(), "unsafe", "-", "--duration", "10 s", "--json"), err());
        UnsafeResult result = new UnsafeJson().read(out());
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
        String title = local().replaceFirst("(?m)^title: .*$", "title: \"a<b>&\"");
        assertEquals(0, run(title, "unsafe", "-", "--duration", "10 s", "--report", directory.resolve("r").toString()), err());
        assertTrue(out().startsWith("a<b>&\n"), out());
        String page = Files.readString(directory.resolve("r/index.html"));
        assertTrue(page.contains("a&lt;b&gt;&amp;") && !page.contains("a<b>"), "escaped");
    }
}
