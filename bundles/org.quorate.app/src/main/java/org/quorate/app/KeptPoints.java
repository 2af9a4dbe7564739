// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.PointStore;

/** Keeps finished points in a directory, as {@link KeptTexts} does; what is not of their form is not found. Thread-safe. */
final class KeptPoints implements PointStore {

    /** Far beyond any point, and still little memory. */
    private static final long MOST_BYTES = 16 << 20;

    private final KeptTexts texts;
    private final SweepJson json = new SweepJson();

    /**
     * Keeps points in that directory, which is made if needed.
     *
     * @throws IOException if it is a file or cannot be made
     */
    KeptPoints(Path directory) throws IOException {
        this.texts = new KeptTexts(directory, "", MOST_BYTES);
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
            return texts.find(key).flatMap(text -> json.read(key, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(String key, PointOutcome outcome) {
        try {
            texts.keep(key, json.write(key, outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
