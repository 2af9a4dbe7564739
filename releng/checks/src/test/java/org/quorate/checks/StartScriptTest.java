// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script says what is wrong, in a copy of its own that has nothing to start. */
class StartScriptTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheScript() throws IOException {
        Checkout checkout = Checkout.here();
        for (String file : List.of("quorate", "verify", "releng/launch/common.sh", "releng/launch/build.sh",
                "releng/launch/package.sh", "releng/launch/steps.sh", "pom.xml",
                "LICENSE", "NOTICE.md")) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(checkout.file(file), copy);
            assertTrue(copy.toFile().setExecutable(true));
        }
        Files.createDirectories(folder.resolve("bundles/org.quorate.cli/src/main"));
        Files.createDirectories(folder.resolve("sample-models"));
        Files.writeString(folder.resolve("bundles/org.quorate.cli/pom.xml"), "<project>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./quorate", "./quorate desktop", "./quorate desktop 'a b.yaml' c.yaml"})
    void theDesktopNeedsADisplay(String command) throws Exception {
        Program start = run(command, Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""));
        assertEquals(1, start.code());
        assertEquals("", start.out());
        assertTrue(start.err().contains("neither DISPLAY nor WAYLAND_DISPLAY is set"), start.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"./quorate --help", "./quorate desktop --help"})
    void aBuildCanBeForbidden(String command) throws Exception {
        Program start = run(command, Map.of("QUORATE_BUILD", "never"));
        assertEquals(1, start.code());
        assertTrue(start.err().contains("not built from these sources"), start.err());
    }

    @Test
    void aBuildThatFailsShowsItsLog() throws Exception {
        Program start = run("./quorate --help", Map.of());
        assertEquals(1, start.code());
        assertEquals("", start.out());
        assertTrue(start.err().contains("[ERROR]"), start.err());
        assertTrue(start.err().contains("the whole log is " + folder.resolve("target/quorate/command-line.log")), start.err());
        assertTrue(Files.notExists(folder.resolve("target/quorate/cli.stamp")));
    }

    @Test
    void aPackageThatThereIsNotIsRefused() throws Exception {
        Program packaging = run("./quorate package --output packages solaris", Map.of());
        assertEquals(1, packaging.code());
        assertTrue(packaging.err().contains("no such package: solaris"), packaging.err());
        assertTrue(packaging.err().contains("usage: ./quorate package"), packaging.err());
        assertTrue(Files.notExists(folder.resolve("packages")));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws Exception {
        Program packaging = run("./quorate package --output pom.xml/packages deb", Map.of());
        assertEquals(1, packaging.code());
        assertTrue(packaging.err().contains("cannot make the folder pom.xml/packages"), packaging.err());
    }

    @Test
    void verifyingTakesNoOtherArgument() throws Exception {
        Program verify = run("./verify --ful", Map.of());
        assertEquals(1, verify.code());
        assertTrue(verify.err().contains("usage: ./verify [--full]"), verify.err());
    }

    private Program run(String command, Map<String, String> environment) throws IOException, InterruptedException {
        return Program.run(folder, environment, List.of("bash", "-c", command));
    }
}
