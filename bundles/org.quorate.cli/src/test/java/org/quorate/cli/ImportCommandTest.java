// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        return new QuorateCommandLine(new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false)).run(arguments);
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

    @ParameterizedTest
    @CsvSource({"import, Missing required parameters", "import tarball -, expected one of find", "import find - --nodes 65, 1 to 64",
        "import find, FILE"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        assertEquals(2, run("", line.split(" ")));
        assertEquals("", out());
        assertTrue(err().contains(why), err());
    }

    @Test
    void theFragmentGoesToOutputAndEachLineOfNoUseToError() {
        assertEquals(0, run("100 d/a\n\u001b[2J $(id)\n", "import", "find", "-"));
        assertTrue(out().startsWith("workload:\n  fileSets:\n    - name: d\n"), out());
        assertTrue(err().contains("not used: <stdin>:2: '\\u001b[2J $(id)': no size and path"), err());
        err.reset();
        assertEquals(0, run("100 d/a\nnothing\n", "import", "--quiet", "find", "-"));
        assertEquals("", err());
    }

    @Test
    void aFileOfNoUseExitsWithOne(@TempDir Path directory) throws IOException {
        assertEquals(1, run("nothing", "import", "du", "-"));
        assertTrue(err().startsWith("quorate: no line is of the form SIZE, tabulator, PATH"), err());
        Path existing = Files.writeString(directory.resolve("out.yaml"), "old");
        assertEquals(1, run("100 d/a", "import", "find", "-", "-o", existing.toString()));
        assertEquals("old", Files.readString(existing));
    }

    @Test
    void aScenarioKeepsItsTextAndGetsWhatWasImported(@TempDir Path directory) throws IOException {
        String text;
        try (InputStream in = ImportCommandTest.class.getResourceAsStream("local.yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), text);
        assertEquals(0, run("100 d/a\n200 d/b\n", "import", "find", "-", "--into", scenario.toString()));
        String changed = out();
        assertEquals(text.lines().toList(), changed.lines().filter(line -> text.contains(line + "\n")).toList(), "nothing is lost");
        assertTrue(changed.contains("- name: d\n"), changed);
        assertEquals(text, Files.readString(scenario), "the file stays");
        out.reset();
        assertEquals(0, run(changed, "validate", "-"));
        assertEquals(3, run("9000000000000 d/a\n", "import", "find", "-", "--into", scenario.toString()));
        assertTrue(err().contains("larger than the LUN"), err());
    }
}
