// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final AtomicFile files = new AtomicFile();

    private List<String> left() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFileIsAllThatIsLeft() throws IOException {
        files.write(directory.resolve("a b;$(id).txt"), NEW, false);
        assertEquals(List.of("a b;$(id).txt"), left());
        assertEquals("new\n", Files.readString(directory.resolve("a b;$(id).txt")));
    }

    @Test
    void anExistingFileIsKeptUnlessReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("result"), "old");
        assertThrows(FileAlreadyExistsException.class, () -> files.check(file, false));
        assertThrows(FileAlreadyExistsException.class, () -> files.write(file, NEW, false));
        assertEquals("old", Files.readString(file));
        files.write(file, NEW, true);
        assertEquals("new\n", Files.readString(file));
        assertEquals(List.of("result"), left());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(directory.resolve("result"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        files.write(link, NEW, true);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new\n", Files.readString(file));
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("none"));
        assertThrows(FileAlreadyExistsException.class, () -> files.write(dangling, NEW, false));
    }

    @Test
    void manyWritersOfOneDirectoryDoNotTakeEachOthersFiles() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Path file = directory.resolve("result" + i);
                written.add(writers.submit(() -> {
                    files.write(file, NEW, true);
                    return null;
                }));
            }
            for (Future<?> one : written) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            writers.shutdownNow();
        }
        assertEquals(400, left().size());
    }

    @Test
    void directoriesAndMissingOnesAreRefused() {
        assertThrows(FileSystemException.class, () -> files.check(directory, true));
        assertThrows(NoSuchFileException.class, () -> files.check(directory.resolve("none/result"), true));
        assertThrows(NoSuchFileException.class, () -> files.write(directory.resolve("none/result"), NEW, true));
    }

    @Test
    void devicesAreWrittenDirectly() throws IOException {
        files.write(Path.of("/dev/null"), NEW, false);
        assertThrows(IOException.class, () -> files.write(Path.of("/dev/full"), NEW, false));
    }

    @Test
    void fileModeFollowsTheUmask() throws IOException {
        Path plain = Files.createFile(directory.resolve("plain"));
        files.write(directory.resolve("result"), NEW, false);
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(directory.resolve("result")));
    }
}
