// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDifferenceCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path directory;
    private String old;
    private String scenario;

    @BeforeEach
    void exportOnce() throws IOException {
        old = directory.resolve("old").toString();
        assertEquals(0, terminal.run("samples", "copy", "web-sessions", directory.resolve("sample").toString()), terminal::err);
        scenario = Files.readString(directory.resolve("sample").resolve("scenario.yaml"));
        assertEquals(0, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "-o", old), terminal::err);
    }

    @Test
    void theCodeTellsWhetherTheyDiffer() {
        assertEquals(0, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "--diff", old), terminal::err);
        assertEquals("The exports are the same.\n", terminal.out());
        assertEquals(5, terminal.runOn(scenario.replace("100 GiB", "200 GiB"), "export", "-", "-f", "ocfs2", "--diff", old), terminal::err);
        assertTrue(terminal.out().contains("To bring the nodes from one to the other: online\n"), terminal::out);
        assertEquals(5, terminal.runOn(scenario, "export", "-", "-f", "gfs2", "--diff", old), terminal::err);
        assertTrue(terminal.out().contains("To bring the nodes from one to the other: format anew\n"), terminal::out);
    }

    @Test
    void whatWasEditedIsNamedAndHarmlessOnATerminal() throws IOException {
        Files.writeString(Path.of(old, "blocks/etc/hosts"), "10.0.0.1 \u001b[2Jnode1\n");
        assertEquals(5, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "--diff", old), terminal::err);
        assertTrue(terminal.out().startsWith("Edited since that export was made, and compared as they are now\n  blocks/etc/hosts\n"),
                terminal::out);
        assertFalse(terminal.out().contains("\u001b"), terminal::out);
    }

    @Test
    void programsReadJson() throws IOException {
        assertEquals(5, terminal.runOn(scenario.replace("slots: 4", "slots: 8"), "export", "-", "-f", "ocfs2", "--diff", old, "--json"),
                terminal::err);
        JsonNode json = new ObjectMapper().readTree(terminal.out());
        assertEquals("quorate-export-difference/1", json.get("format").asText());
        assertEquals("STOPPED", json.get("changes").get(0).get("consequence").asText());
        assertEquals("8", json.get("changes").get(0).get("after").asText());
    }

    @Test
    void itWritesOrComparesButNotBoth() {
        assertEquals(2, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "--diff", old, "-o", directory.resolve("new").toString()));
        assertEquals(2, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "-o", directory.resolve("new").toString(), "--json"));
        assertEquals(1, terminal.runOn(scenario, "export", "-", "-f", "ocfs2", "--diff", directory.toString()));
        assertTrue(terminal.err().contains("holds no export"), terminal::err);
        assertEquals(3, terminal.runOn(scenario, "export", "-", "-f", "ext4-local", "--diff", old));
    }
}
