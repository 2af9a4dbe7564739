// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.quorate.study.io.SealedJson;
import org.quorate.study.result.Comparison;

/**
 * Keeps finished comparisons in a directory, as {@link KeptTexts} does, beside points that {@link KeptPoints} keeps there; what is not of
 * their form is not found. Thread-safe.
 */
final class KeptComparisons {

    /** Far beyond any comparison, and still little memory. */
    private static final long MOST_BYTES = 64 << 20;

    private final KeptTexts texts;
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
        this.texts = new KeptTexts(directory, "comparison-", MOST_BYTES);
    }

    /** What was kept under a key, 64 hexadecimal digits; nothing if it was not, or is damaged. */
    Optional<Comparison> find(String key) throws IOException {
        return texts.find(key).flatMap(text -> read(key, text));
    }

    private Optional<Comparison> read(String key, String text) {
        try {
            Kept kept = json.read(text);
            return key.equals(kept.key()) && kept.comparison() != null && Comparison.FORMAT.equals(kept.comparison().format())
                    ? Optional.of(kept.comparison()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps a finished comparison: from now on it is found, even if the machine stops at once. */
    void keep(String key, Comparison comparison) throws IOException {
        texts.keep(key, json.write(new Kept(key, comparison)));
    }
}
