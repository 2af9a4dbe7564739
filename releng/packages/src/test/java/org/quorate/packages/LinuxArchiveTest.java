// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Linux, unpacked into a folder whose name has a space in it, does what it is for. */
@TestInstance(Lifecycle.PER_CLASS)
class LinuxArchiveTest {

    private static final String SAMPLE = "sample-models/web-sessions/scenario.yaml";

    private Path folder;
    private Path product;

    @BeforeAll
    void unpack(@TempDir Path temporary) throws Exception {
        folder = temporary;
        product = Packages.made().unpacked("linux-x86_64", Files.createDirectory(folder.resolve("my programs")));
    }

    @Test
    void theCommandLineCompares() throws Exception {
        Program compare = quorate(product, "./quorate", "compare", "--quiet", "--replications", "2", SAMPLE);
        assertEquals(0, compare.code(), compare.out());
        assertTrue(compare.out().contains("OCFS2") && compare.out().contains("throughput"), compare.out());
    }

    @Test
    void theCommandLineStartsThroughALinkFromAnotherFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("quorate"), product.resolve("quorate"));
        Program version = quorate(folder, link.toString(), "--version");
        assertEquals(0, version.code(), version.out());
        assertTrue(version.out().startsWith("quorate "), version.out());
    }

    @Test
    void aMissingJavaIsSaid() throws Exception {
        Program start = Program.run(product, Map.of("JAVA_HOME", "/nowhere"), List.of("./quorate", "--version"));
        assertEquals(1, start.code());
        assertTrue(start.out().contains("install Java 17 or later or set JAVA_HOME"), start.out());
    }

    @Test
    void theDesktopOpensASample() throws Exception {
        assertDesktopOpens("./quorate-desktop", SAMPLE);
    }

    @Test
    void theCommandLineHandsFilesToTheDesktop() throws Exception {
        assertDesktopOpens("./quorate", "desktop", SAMPLE);
    }

    @Test
    void theSameSourcesGiveTheSameBytes() throws Exception {
        Path again = folder.resolve("again");
        Program made = Program.run(Packages.checkout(), Map.of("QUORATE_BUILD", "never"),
                List.of("./quorate", "package", "--output", again.toString(), "linux-x86_64"));
        assertEquals(0, made.code(), made.out());
        Path first = Packages.made().only("-linux-x86_64.tar.gz");
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(again.resolve(first.getFileName())));
        try (var left = Files.list(again)) {
            assertEquals(List.of("SHA256SUMS", first.getFileName().toString()),
                    left.map(file -> file.getFileName().toString()).sorted().toList(), "nothing unfinished is left");
        }
    }

    private void assertDesktopOpens(String... command) throws Exception {
        Path trial = Files.createTempDirectory(folder, "trial");
        Path report = trial.resolve("report");
        Map<String, String> environment = Map.of("XDG_STATE_HOME", trial.toString(), "GDK_BACKEND", "x11",
                "NO_AT_BRIDGE", "1", "JAVA_TOOL_OPTIONS", "-Dorg.quorate.startTrial=" + report);
        Program desktop = Program.run(product, environment, onAScreen(command));
        assertEquals(0, desktop.code(), desktop.out());
        Trial.assertShows("web-sessions", report, trial, desktop.out());
    }

    private static List<String> onAScreen(String... command) {
        List<String> all = new ArrayList<>(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -nolisten tcp"));
        all.addAll(List.of(command));
        return all;
    }

    private static Program quorate(Path folder, String... command) throws Exception {
        return Program.run(folder, Map.of(), List.of(command));
    }
}
