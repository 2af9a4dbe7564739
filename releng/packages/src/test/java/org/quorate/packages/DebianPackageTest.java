// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The package for Debian is installed in the throw-away Debian, which has no Java, used there, and removed. */
@TestInstance(Lifecycle.PER_CLASS)
class DebianPackageTest {

    private Path folder;

    @BeforeAll
    void installUseAndRemove(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Path made = Packages.made().only("_amd64.deb");
        Files.copy(made, folder.resolve(made.getFileName()));
        try (InputStream script = DebianPackageTest.class.getResourceAsStream("installed.sh")) {
            Files.copy(script, folder.resolve("installed.sh"));
        }
        Program inside = Program.run(Packages.checkout(), Map.of(), List.of("releng/debian-root/enter", "--bind",
                folder + ":/trial", "--", "bash", "/trial/installed.sh"));
        assertEquals(0, inside.code(), inside.out() + said("install.txt") + said("compare.txt") + said("desktop.txt"));
    }

    @Test
    void itsFilesAreWhereTheyBelongAndAsPacked() throws IOException {
        List<String> files = said("files.txt").lines().toList();
        for (String file : List.of("/usr/bin/quorate", "/usr/bin/quorate-desktop", "/usr/share/applications/quorate.desktop",
                "/usr/share/mime/packages/quorate.xml", "/usr/share/icons/hicolor/scalable/apps/quorate.svg",
                "/usr/share/icons/hicolor/48x48/apps/quorate.png", "/usr/share/doc/quorate/copyright",
                "/usr/lib/quorate/lib/runtime/bin/java", "/usr/lib/quorate/lib/runtime/lib/server/classes.jsa")) {
            assertTrue(files.contains(file), file + " is not among " + files);
        }
        assertEquals(List.of(), files.stream().filter(file -> !file.matches("/\\.|/usr(/.*)?")).toList());
        assertEquals("", said("changed.txt"), "differs from its checksum");
    }

    @Test
    void itsMenuEntryIsValid() throws IOException {
        assertEquals("", said("menu.txt"));
    }

    @Test
    void itOpensScenariosAndLeavesOtherYamlAlone() throws IOException {
        List<String> types = said("types.txt").lines().map(line -> line.strip().replaceFirst(".* ", "")).toList();
        assertEquals(List.of("application/x-quorate-scenario", "application/x-yaml"), types);
        assertEquals("quorate.desktop", said("opens.txt").strip(), "and nothing for YAML");
    }

    @Test
    void theCommandLineComparesWithTheJavaThatCameAlong() throws IOException {
        String out = said("compare.txt");
        assertTrue(out.contains("OCFS2") && out.contains("throughput"), out);
    }

    @Test
    void theDesktopOpensAScenarioForAnOrdinaryUser() throws IOException {
        Trial.assertShows("mail", folder.resolve("home/report"), folder.resolve("home/.local"), said("desktop.txt"));
    }

    @Test
    void itLeavesNothingBehind() throws IOException {
        assertEquals("", said("left.txt"));
        assertFalse(said("remove.txt").contains("warning"), said("remove.txt"));
    }

    private String said(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
