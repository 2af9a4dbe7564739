// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDifferenceCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;
    private String old;
    private String scenario;

    @BeforeEach
    void exportOnce() throws IOException {
        old = directory.resolve("old").toString();
        assertEquals(0, run("", "samples", "copy", "web-sessions", directory.resolve("sample").toString()), err());
        scenario = Files.readString(directory.resolve("sample").resolve("scenario.yaml"));
        assertEquals(0, run(scenario, "export", "-", "-f", "ocfs2", "-o", old), err());
    }

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false);
        return new QuorateCommandLine(console).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theCodeTellsWhetherTheyDiffer() {
        assertEquals(0, run(scenario, "export", "-", "-f", "ocfs2", "--diff", old), err());
        assertEquals("The exports are the same.\n", out());
        assertEquals(5, run(scenario.replace("100 GiB", "200 GiB"), "export", "-", "-f", "ocfs2", "--diff", old), err());
        assertTrue(out().contains("To bring the nodes from one to the other: online\n"), out());
        assertEquals(5, run(scenario, "export", "-", "-f", "gfs2", "--diff", old), err());
        assertTrue(out().contains("To bring the nodes from one to the other: format anew\n"), out());
    }

    @Test
    void whatWasEditedIsNamedAndHarmlessOnATerminal() throws IOException {
        Files.writeString(Path.of(old, "blocks/etc/hosts"), "10.0.0.1 \u001b[2Jnode1\n");
        assertEquals(5, run(scenario, "export", "-", "-f", "ocfs2", "--diff", old), err());
        assertTrue(out().startsWith("Edited since that export was made, and compared as they are now\n  blocks/etc/hosts\n"), out());
        assertFalse(out().contains("\u001b"), out());
    }

    @Test
    void programsReadJson() throws IOException {
        assertEquals(5, run(scenario.replace("slots: 4", "slots: 8"), "export", "-", "-f", "ocfs2", "--diff", old, "--json"), err());
        JsonNode json = new ObjectMapper().readTree(out());
        assertEquals("quorate-export-difference/1", json.get("format").asText());
        assertEquals("STOPPED", json.get("changes").get(0).get("consequence").asText());
        assertEquals("8", json.get("changes").get(0).get("after").asText());
    }

    @Test
    void itWritesOrComparesButNotBoth() {
        assertEquals(2, run(scenario, "export", "-", "-f", "ocfs2", "--diff", old, "-o", directory.resolve("new").toString()));
        assertEquals(2, run(scenario, "export", "-", "-f", "ocfs2", "-o", directory.resolve("new").toString(), "--json"));
        assertEquals(1, run(scenario, "export", "-", "-f", "ocfs2", "--diff", directory.toString()));
        assertTrue(err().contains("holds no export"), err());
        assertEquals(3, run(scenario, "export", "-", "-f", "ext4-local", "--diff", old));
    }
}
