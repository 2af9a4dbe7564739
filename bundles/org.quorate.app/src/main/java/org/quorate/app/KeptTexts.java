// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps texts of one kind in a directory, a file each, named by its key. A file comes to be whole or not at all, so that whatever kills the
 * program, what is found is right. Several programs may use a directory at once. Thread-safe.
 */
final class KeptTexts {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final String prefix;
    private final long mostBytes;
    private final AtomicFile files = new AtomicFile();

    /**
     * Keeps texts in that directory, which is made if needed.
     *
     * @param prefix    of the names of files, which tells the kinds apart that a directory holds
     * @param mostBytes larger files are no texts of this kind
     * @throws IOException if the directory is a file or cannot be made
     */
    KeptTexts(Path directory, String prefix, long mostBytes) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "is no directory");
        }
        this.directory = Files.createDirectories(directory);
        this.prefix = prefix;
        this.mostBytes = mostBytes;
    }

    /**
     * What was kept under a key; nothing if it was not, or is no text.
     *
     * @param key 64 hexadecimal digits
     * @throws IOException if it cannot be read
     */
    Optional<String> find(String key) throws IOException {
        Path file = file(key);
        try {
            return !Files.isRegularFile(file) || Files.size(file) > mostBytes ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Keeps a text: from now on it is found, even if the machine stops at once. */
    void keep(String key, String text) throws IOException {
        files.write(file(key), text.getBytes(StandardCharsets.UTF_8), true);
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return directory.resolve(prefix + key + ".json");
    }
}
