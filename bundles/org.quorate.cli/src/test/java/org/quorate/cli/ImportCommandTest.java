// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @CsvSource({"import, Missing required parameters", "import tarball -, expected one of find", "import find - --nodes 65, 1 to 64",
        "import find, FILE"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theFragmentGoesToOutputAndEachLineOfNoUseToError() {
        assertEquals(0, terminal.runOn("100 d/a\n\u001b[2J $(id)\n", "import", "find", "-"));
        assertTrue(terminal.out().startsWith("workload:\n  fileSets:\n    - name: d\n"), terminal.out());
        assertTrue(terminal.err().contains("not used: <stdin>:2: '\\u001b[2J $(id)': no size and path"), terminal.err());
        assertEquals(0, terminal.runOn("100 d/a\nnothing\n", "import", "--quiet", "find", "-"));
        assertEquals("", terminal.err());
    }

    @Test
    void aFileOfNoUseExitsWithOne(@TempDir Path directory) throws IOException {
        assertEquals(1, terminal.runOn("nothing", "import", "du", "-"));
        assertTrue(terminal.err().startsWith("quorate: no line is of the form SIZE, tabulator, PATH"), terminal.err());
        Path existing = Files.writeString(directory.resolve("out.yaml"), "old");
        assertEquals(1, terminal.runOn("100 d/a", "import", "find", "-", "-o", existing.toString()));
        assertEquals("old", Files.readString(existing));
    }

    @Test
    void aScenarioKeepsItsTextAndGetsWhatWasImported(@TempDir Path directory) throws IOException {
        String text = Terminal.resource("local.yaml");
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), text);
        assertEquals(0, terminal.runOn("100 d/a\n200 d/b\n", "import", "find", "-", "--into", scenario.toString()));
        String changed = terminal.out();
        assertEquals(text.lines().toList(), changed.lines().filter(line -> text.contains(line + "\n")).toList(), "nothing is lost");
        assertTrue(changed.contains("- name: d\n"), changed);
        assertEquals(text, Files.readString(scenario), "the file stays");
        assertEquals(0, terminal.runOn(changed, "validate", "-"));
        assertEquals(3, terminal.runOn("9000000000000 d/a\n", "import", "find", "-", "--into", scenario.toString()));
        assertTrue(terminal.err().contains("larger than the LUN"), terminal.err());
    }
}
