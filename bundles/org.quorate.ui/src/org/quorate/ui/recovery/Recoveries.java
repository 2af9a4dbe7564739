// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.Recovery;
import org.quorate.ui.document.RecoveryStore;

/** Finds what a crash has left to recover, and compares it with the files of today. Reads files: not for the thread of the user interface. */
public final class Recoveries {

    private final RecoveryStore store;
    private final DocumentStore documents;
    private final BiConsumer<String, IOException> warnings;

    /** @param warnings gets what could not be removed */
    public Recoveries(RecoveryStore store, DocumentStore documents, BiConsumer<String, IOException> warnings) {
        this.store = store;
        this.documents = documents;
        this.warnings = warnings;
    }

    /** What can be recovered, the last edited first. What turns out to be saved is no longer kept. */
    public List<Offer> find() {
        return store.leftBehind().stream().map(this::offer).flatMap(Optional::stream).toList();
    }

    private Optional<Offer> offer(RecoveryStore.Left left) {
        Recovery recovery = left.recovery();
        Optional<DocumentStore.Stored> now = recovery.file().flatMap(this::read);
        boolean saved = now.filter(file -> file.text().equals(recovery.text())).isPresent() && recovery.refused().isEmpty();
        if (saved) {
            // The crash came between the saving and the removal.
            discard(left);
            return Optional.empty();
        }
        Offer.Origin origin = now.map(file -> file.digestText().equals(recovery.base()) ? Offer.Origin.UNTOUCHED : Offer.Origin.CHANGED)
                .orElse(recovery.file().isPresent() ? Offer.Origin.GONE : Offer.Origin.NEVER_SAVED);
        String before = now.map(DocumentStore.Stored::text).orElse("");
        return Optional.of(new Offer(left, origin, Difference.of(before, recovery.text())));
    }

    private Optional<DocumentStore.Stored> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(documents.read(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** It has been recovered, or nobody wants it. */
    public void discard(RecoveryStore.Left left) {
        try {
            store.discard(left);
        } catch (IOException e) {
            warnings.accept("Cannot remove " + left.path(), e);
        }
    }

    /** Whatever was not decided on is offered again. */
    public void release() {
        store.release();
    }
}
