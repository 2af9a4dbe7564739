// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;

class ExportWriterTest {

    private static final ProvisioningPlan OCFS2 = Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2);
    private static final ProvisioningPlan GFS2 = Scenarios.plan(new Scenarios().build(), Scenarios.GFS2);

    private static Map<String, String> contents(Path dir) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(dir)) {
            for (Path path : walk.toList()) {
                String name = dir.relativize(path) + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                all.put(name, Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return all;
    }

    @Test
    void theSameScenarioGivesTheSameBytes(@TempDir Path dir) throws IOException {
        ExportWriter.write(OCFS2, dir.resolve("a"), false);
        ExportWriter.write(Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2), dir.resolve("b"), false);
        assertEquals(contents(dir.resolve("a")), contents(dir.resolve("b")));
        Map<String, String> first = contents(dir.resolve("a"));
        ExportWriter.write(OCFS2, dir.resolve("a"), false);
        assertEquals(first, contents(dir.resolve("a")));
        assertEquals(List.of("a", "b"), names(dir));
    }

    private static List<String> names(Path dir) throws IOException {
        try (Stream<Path> list = Files.list(dir)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nobodyElseReadsAnExport(@TempDir Path dir) throws IOException {
        ExportWriter.write(GFS2, dir.resolve("x"), false);
        contents(dir.resolve("x")).keySet().forEach(name -> assertTrue(name.endsWith("------"), name));
        assertTrue(contents(dir.resolve("x")).containsKey("provision.sh rwx------"));
        assertTrue(contents(dir.resolve("x")).containsKey("settings.sh rw-------"));
    }

    @Test
    void anEmptyDirectoryIsFilled(@TempDir Path dir) throws IOException {
        Path target = Files.createDirectory(dir.resolve("x"));
        ExportWriter.write(OCFS2, target, false);
        assertTrue(Files.exists(target.resolve("README.md")));
    }

    @Test
    void whatNoExportMadeIsNeverReplaced(@TempDir Path dir) throws IOException {
        Path target = Files.createDirectory(dir.resolve("x"));
        Files.writeString(target.resolve("thesis.txt"), "years of work");
        for (boolean force : new boolean[] {false, true}) {
            assertThrows(ExportRefusedException.class, () -> ExportWriter.write(OCFS2, target, force));
        }
        assertEquals(List.of("thesis.txt"), names(target));
        Files.writeString(dir.resolve("file"), "a file");
        assertThrows(ExportRefusedException.class, () -> ExportWriter.write(OCFS2, dir.resolve("file"), true));
        assertEquals(List.of("file", "x"), names(dir));
    }

    @Test
    void aFormerExportIsReplacedWhole(@TempDir Path dir) throws IOException {
        Path target = dir.resolve("x");
        ExportWriter.write(GFS2, target, false);
        ExportWriter.write(OCFS2, target, false);
        assertFalse(Files.exists(target.resolve("cib")));
        assertEquals(List.of("x"), names(dir));
    }

    @Test
    void anEditedFileIsReplacedOnlyByForceAndAForeignOneNever(@TempDir Path dir) throws IOException {
        Path target = dir.resolve("x");
        ExportWriter.write(OCFS2, target, false);
        Files.writeString(target.resolve("GROW.md"), "my notes\n");
        assertThrows(ExportRefusedException.class, () -> ExportWriter.write(OCFS2, target, false));
        assertEquals("my notes\n", Files.readString(target.resolve("GROW.md")));
        ExportWriter.write(OCFS2, target, true);
        assertFalse(Files.readString(target.resolve("GROW.md")).contains("my notes"));
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertThrows(ExportRefusedException.class, () -> ExportWriter.write(OCFS2, target, true));
        assertTrue(Files.exists(target.resolve("notes.txt")));
    }

    @Test
    void aRunThatWasKilledIsRepaired(@TempDir Path dir) throws IOException {
        Path target = dir.resolve("x");
        ExportWriter.write(GFS2, target, false);
        Map<String, String> former = contents(target);
        // Killed while writing: a part lies beside it.
        Files.createDirectory(dir.resolve(".x.quorate-new"));
        Files.writeString(dir.resolve(".x.quorate-new/half"), "half");
        assertEquals(former, contents(target));
        ExportWriter.write(GFS2, target, false);
        assertEquals(former, contents(target));
        // Killed between the two renames: the former one has its other name.
        Files.move(target, dir.resolve(".x.quorate-old"));
        Files.writeString(dir.resolve(".x.quorate-old/notes.txt"), "mine");
        assertThrows(ExportRefusedException.class, () -> ExportWriter.write(OCFS2, target, false));
        assertTrue(Files.exists(target.resolve("notes.txt")), "the former export is back");
        Files.delete(target.resolve("notes.txt"));
        ExportWriter.write(OCFS2, target, false);
        assertEquals(List.of("x"), names(dir));
    }

    @Test
    void aPathThatLeavesTheDirectoryIsRefused(@TempDir Path dir) {
        ProvisioningPlan plan = OCFS2.rendered(List.of(GeneratedFile.text("../outside", "x")), "");
        assertThrows(IllegalArgumentException.class, () -> ExportWriter.write(plan, dir.resolve("x"), false));
        assertFalse(Files.exists(dir.resolve("outside")));
        assertFalse(Files.exists(dir.resolve("x")));
    }

    @Test
    void aRunThatFailsLeavesNothing(@TempDir Path dir) throws IOException {
        ExportWriter.write(GFS2, dir.resolve("x"), false);
        Map<String, String> former = contents(dir.resolve("x"));
        ProvisioningPlan plan = OCFS2.rendered(List.of(GeneratedFile.text("a", "1"), GeneratedFile.text("a", "2")), "");
        assertThrows(FileAlreadyExistsException.class, () -> ExportWriter.write(plan, dir.resolve("x"), false));
        assertThrows(FileAlreadyExistsException.class, () -> ExportWriter.write(plan, dir.resolve("y"), false));
        assertEquals(List.of("x"), names(dir));
        assertEquals(former, contents(dir.resolve("x")));
    }

    /** The second rename fails because there is nothing to rename; a disk has other reasons. */
    @Test
    void theFormerExportComesBackWhenTheNewOneCannotTakeItsPlace(@TempDir Path dir) throws IOException {
        ExportWriter.write(GFS2, dir.resolve("x"), false);
        Map<String, String> former = contents(dir.resolve("x"));
        assertThrows(NoSuchFileException.class, () -> ExportWriter.exchange(dir.resolve("none"), dir.resolve("x"), dir.resolve("old"), true));
        assertEquals(List.of("x"), names(dir));
        assertEquals(former, contents(dir.resolve("x")));
    }

    /** A tree whose paths are longer than any call of the kernel takes (PATH_MAX, 4096): even root cannot read all of it. */
    @Test
    void aDirectoryThatCannotBeReadIsAFailureOfTheDisk(@TempDir Path dir) throws IOException {
        Path target = dir.resolve("x");
        ExportWriter.write(OCFS2, target, false);
        Path deep = target;
        Path half = dir.resolve("half");
        Path end = half;
        for (int i = 0; i < 10; i++) {
            deep = deep.resolve("d".repeat(250));
            end = end.resolve("d".repeat(250));
        }
        Files.createDirectories(deep);
        Files.createDirectories(end);
        Files.move(half, deep.resolve("half"));
        try {
            assertFalse(assertThrows(IOException.class, () -> ExportReader.read(target)) instanceof ExportRefusedException);
            assertFalse(assertThrows(IOException.class, () -> ExportWriter.write(OCFS2, target, true)) instanceof ExportRefusedException);
        } finally {
            Files.move(deep.resolve("half"), half); // or nobody could delete it
        }
    }
}
