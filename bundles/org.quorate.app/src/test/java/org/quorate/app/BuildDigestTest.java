// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDigestTest {

    @TempDir
    private Path directory;

    private Path module(String name, String content) throws IOException {
        Path module = Files.createDirectories(directory.resolve(name).resolve("org"));
        Files.writeString(module.resolve("A.class"), content);
        Files.writeString(module.resolve("B.class"), "b");
        return module.getParent();
    }

    @Test
    void theSameCodeElsewhereIsTheSameBuildAndAnyChangeIsAnother() throws IOException {
        Path jar = Files.writeString(directory.resolve("a.jar"), "archive");
        String build = BuildDigest.of(List.of(module("here", "a"), jar));
        assertEquals(build, BuildDigest.of(List.of(jar, module("there", "a"))));
        assertNotEquals(build, BuildDigest.of(List.of(module("there", "a2"), jar)));
        Files.move(directory.resolve("here/org/B.class"), directory.resolve("here/org/C.class"));
        assertNotEquals(build, BuildDigest.of(List.of(directory.resolve("here"), jar)), "a name");
        Files.writeString(jar, "archivf");
        assertNotEquals(build, BuildDigest.of(List.of(module("third", "a"), jar)));
    }

    @Test
    void theProgramHasOne() {
        assertEquals(64, BuildDigest.ofProgram().length());
        assertEquals(BuildDigest.ofProgram(), BuildDigest.ofProgram());
        QuorateApp app = new QuorateApp(1);
        assertEquals(BuildDigest.ofProgram(), app.build());
        assertSame(app.build(), app.build(), "the code is read once");
    }
}
