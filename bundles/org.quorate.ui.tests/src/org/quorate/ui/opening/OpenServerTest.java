// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenServerTest {

    private final List<String> opened = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private CompletableFuture<Void> open(List<String> files) {
        opened.addAll(files);
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void aSecondDesktopHandsItsFilesToTheFirst() throws IOException {
        Path strange = folder.resolve("a b\n100% 'ü'.yaml");
        assertFalse(OpenServer.handOver(folder, List.of(strange)), "none runs");
        try (OpenServer server = OpenServer.start(folder, this::open).orElseThrow()) {
            assertTrue(OpenServer.handOver(folder, List.of(strange, folder)));
            assertEquals(List.of(strange, folder), opened.stream().map(name -> ScenarioPaths.path(name).orElseThrow()).toList());
            assertEquals(Optional.empty(), OpenServer.start(folder, this::open), "one is enough");
            assertTrue(OpenServer.handOver(folder, List.of(folder)), "the first still serves");
        }
        assertFalse(OpenServer.handOver(folder, List.of(strange)));
    }

    @Test
    void aDesktopThatCannotOpenLeavesItToTheOther() throws IOException {
        try (OpenServer server = OpenServer.start(folder, files -> CompletableFuture.failedFuture(new IOException())).orElseThrow()) {
            assertFalse(OpenServer.handOver(folder, List.of(folder)));
        }
    }

    @Test
    void whatAKilledDesktopHasLeftIsReplaced() throws IOException {
        Files.createFile(folder.resolve("open.socket"));
        assertFalse(OpenServer.handOver(folder, List.of(folder)));
        try (OpenServer server = OpenServer.start(folder, this::open).orElseThrow()) {
            assertTrue(OpenServer.handOver(folder, List.of(folder)));
        }
    }

    @Test
    void aFolderThatCannotHaveASocketIsNoReasonToFail() {
        assertEquals(Optional.empty(), OpenServer.start(folder.resolve("x".repeat(200)), this::open));
        assertFalse(OpenServer.handOver(folder.resolve("x".repeat(200)), List.of(folder)));
    }
}
