// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.provision.plan.GeneratedFile;

class TarTest {

    @TempDir
    private Path folder;

    @Test
    void gnuTarReadsItWithoutAWord() throws Exception {
        String deep = "files/only/" + "n".repeat(63) + "/etc/systemd/system/php8.1-fpm.service.d/" + "q".repeat(40) + ".conf";
        List<GeneratedFile> files = List.of(GeneratedFile.script("node.sh", "#!/bin/sh\necho äöü\n"), GeneratedFile.text("a/b c/empty", ""),
                GeneratedFile.text(deep, "x".repeat(512)));
        Files.write(folder.resolve("it.tar"), Tar.of(files));
        Process tar = new ProcessBuilder("tar", "-xvf", "it.tar").directory(folder.toFile()).redirectErrorStream(true).start();
        assertEquals("node.sh\na/b c/empty\n" + deep + "\n", new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, tar.waitFor());
        for (GeneratedFile file : files) {
            assertEquals(file.content(), Files.readString(folder.resolve(file.path())));
            assertEquals(file.executable() ? "rwx------" : "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file.path()))));
        }
    }

    @Test
    void aPathThatDoesNotFitIsRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Tar.of(List.of(GeneratedFile.text("a".repeat(101), "")))).getMessage()
                .startsWith("longer than"));
    }
}
