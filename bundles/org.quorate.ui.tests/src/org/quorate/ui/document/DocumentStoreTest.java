// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {

    private final DocumentStore store = new DocumentStore();

    @TempDir
    private Path folder;

    @Test
    void readsWhatItHasWritten() throws IOException {
        Path file = folder.resolve("a b 'ü'.yaml");
        store.write(file, "name: ä€😀\n");
        assertEquals("name: ä€😀\n", store.read(file).text());
        assertEquals(List.of(file), list());
    }

    @Test
    void keepsPermissionsAndFollowsLinks() throws IOException {
        Path file = Files.writeString(folder.resolve("real.yaml"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        store.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        Path folderInTheWay = Files.createDirectory(folder.resolve("scenario.yaml"));
        assertThrows(IOException.class, () -> store.write(folderInTheWay, "new"));
        assertThrows(IOException.class, () -> store.write(folder.resolve("missing").resolve("a.yaml"), "new"));
        assertEquals(List.of(folderInTheWay), list());
    }

    @Test
    void noticesChangesByOthers() throws IOException {
        Path file = folder.resolve("a.yaml");
        DocumentStore.Stored stored = store.write(file, "one");
        assertFalse(store.changedSince(file, stored));
        Files.writeString(file, "two");
        assertTrue(store.changedSince(file, stored));
        Files.delete(file);
        assertTrue(store.changedSince(file, stored));
    }

    @Test
    void saysWhyAFileIsNoScenario() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE4, '\n'});
        assertTrue(assertThrows(IOException.class, () -> store.read(latin)).getMessage().contains("UTF-8"));
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(DocumentStore.LONGEST + 1);
        }
        assertTrue(assertThrows(IOException.class, () -> store.read(huge)).getMessage().contains("longer"));
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
