// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.study.sweep.PointOutcome;

class KeptPointsTest {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final PointOutcome OUTCOME = new PointOutcome("tie", "No difference.", List.of(), List.of(), List.of());

    @TempDir
    private Path directory;

    private List<String> files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whatIsKeptIsFoundAgainByAnotherProgram() throws IOException {
        new KeptPoints(directory).keep(KEY, OUTCOME);
        assertEquals(List.of(KEY + ".json"), files());
        KeptPoints next = new KeptPoints(directory);
        assertEquals(Optional.of(OUTCOME), next.find(KEY));
        assertEquals(Optional.empty(), next.find(KEY.replace('0', '1')));
        next.keep(KEY, OUTCOME);
        assertEquals(List.of(KEY + ".json"), files());
    }

    @Test
    void everyShorterTextIsNoPoint() throws IOException {
        KeptPoints points = new KeptPoints(directory);
        points.keep(KEY, OUTCOME);
        Path file = directory.resolve(KEY + ".json");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.strip().length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertEquals(Optional.empty(), points.find(KEY), length + " characters");
        }
        Files.writeString(directory.resolve(KEY.replace('0', '1') + ".json"), whole);
        assertEquals(Optional.empty(), points.find(KEY.replace('0', '1')), "the point of another key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\u0000\u0000", "{\"format\": \"quorate-point/0\"}", "1e999", "[[[[[[[[[[[["})
    void nonsenseIsNoPoint(String text) throws IOException {
        Files.writeString(directory.resolve(KEY + ".json"), text);
        assertEquals(Optional.empty(), new KeptPoints(directory).find(KEY));
    }

    @Test
    void whatIsNoTextOrNoFileIsNoPoint() throws IOException {
        Files.write(directory.resolve(KEY + ".json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(Optional.empty(), new KeptPoints(directory).find(KEY));
        Files.delete(directory.resolve(KEY + ".json"));
        Files.createDirectory(directory.resolve(KEY + ".json"));
        assertEquals(Optional.empty(), new KeptPoints(directory).find(KEY));
        assertThrows(UncheckedIOException.class, () -> new KeptPoints(directory).keep(KEY, OUTCOME));
    }

    @Test
    void onlyAKeyLeadsToAFile() throws IOException {
        KeptPoints points = new KeptPoints(directory.resolve("deep/er"));
        assertTrue(Files.isDirectory(directory.resolve("deep/er")));
        assertThrows(IllegalArgumentException.class, () -> points.find("../" + KEY.substring(3)));
        Path file = Files.writeString(directory.resolve("file"), "mine");
        assertThrows(FileSystemException.class, () -> new KeptPoints(file));
        assertThrows(IOException.class, () -> new KeptPoints(file.resolve("below")));
        assertEquals("mine", Files.readString(file));
        assertFalse(Files.exists(directory.resolve(KEY + ".json")));
    }
}
