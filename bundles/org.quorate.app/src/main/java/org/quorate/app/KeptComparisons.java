// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.quorate.study.io.SealedJson;
import org.quorate.study.result.Comparison;

/**
 * Keeps finished comparisons in a directory, a file each, beside points that {@link KeptPoints} keeps there and as they are: whole or not
 * at all, and what is not of this form is not found. Several programs may use a directory at once. Thread-safe.
 */
final class KeptComparisons {

    /** Far beyond any comparison, and still little memory. */
    private static final long MOST_BYTES = 64 << 20;

    private final Path directory;
    private final AtomicFile files = new AtomicFile();
    private final SealedJson<Kept> json = new SealedJson<>(Kept.class);

    /**
     * A comparison as it is kept.
     *
     * @param key        that it is kept under
     * @param comparison itself
     */
    private record Kept(String key, Comparison comparison) {
    }

    /**
     * Keeps comparisons in that directory, which is made if needed.
     *
     * @throws IOException if it is a file or cannot be made
     */
    KeptComparisons(Path directory) throws IOException {
        this.directory = KeptPoints.made(directory);
    }

    /** What was kept under a key, in hexadecimal digits; nothing if it was not, or is damaged. */
    Optional<Comparison> find(String key) throws IOException {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            Kept kept = json.read(Files.readString(file));
            return key.equals(kept.key()) && kept.comparison() != null && Comparison.FORMAT.equals(kept.comparison().format())
                    ? Optional.of(kept.comparison()) : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps a finished comparison: from now on it is found, even if the machine stops at once. */
    void keep(String key, Comparison comparison) throws IOException {
        files.write(file(key), json.write(new Kept(key, comparison)).getBytes(StandardCharsets.UTF_8), true);
    }

    private Path file(String key) {
        return directory.resolve("comparison-" + key + ".json");
    }
}
