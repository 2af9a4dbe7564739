// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.PointStore;

/**
 * Keeps finished points in a directory, a file each, named by its key. A file comes to be whole or not at all, so that
 * whatever kills the program, what is found is right; what is not of this form is not found. Several programs may use a
 * directory at once. Thread-safe.
 */
final class KeptPoints implements PointStore {

    /** Far beyond any point, and still little memory. */
    private static final long MOST_BYTES = 16 << 20;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;
    private final AtomicFile files = new AtomicFile();
    private final SweepJson json = new SweepJson();

    /**
     * Keeps points in that directory, which is made if needed.
     *
     * @throws IOException if it is a file or cannot be made
     */
    KeptPoints(Path directory) throws IOException {
        this.directory = made(directory);
    }

    /**
     * Makes a directory for what is kept, if needed.
     *
     * @throws IOException if it is a file or cannot be made
     */
    static Path made(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "is no directory");
        }
        return Files.createDirectories(directory);
    }

    /**
     * Makes a study that finds and keeps points in that directory, or keeps nothing if there is none.
     *
     * @throws IOException if a point cannot be kept
     */
    static <T> T in(Optional<Path> directory, Function<PointStore, T> study) throws IOException {
        try {
            return study.apply(directory.isPresent() ? new KeptPoints(directory.get()) : NONE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Optional<PointOutcome> find(String key) {
        try {
            Path file = file(key);
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return json.read(key, Files.readString(file));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(String key, PointOutcome outcome) {
        try {
            files.write(file(key), json.write(key, outcome).getBytes(StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return directory.resolve(key + ".json");
    }
}
