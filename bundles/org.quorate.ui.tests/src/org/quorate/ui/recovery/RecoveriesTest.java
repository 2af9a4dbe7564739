// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.Messages;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.Recovery;
import org.quorate.ui.document.RecoveryStore;

class RecoveriesTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final DocumentStore documents = new DocumentStore();

    @TempDir
    private Path folder;
    private Path file;
    private String base;

    @BeforeEach
    void store() throws IOException {
        file = folder.resolve("shop.yaml");
        base = documents.write(file, "a\nb\n").digestText();
    }

    private RecoveryStore newStore() {
        return new RecoveryStore(folder.resolve("recovery"), (message, e) -> {
            throw new AssertionError(message, e);
        });
    }

    private List<Offer> afterACrash(Recovery recovery) throws IOException {
        RecoveryStore dead = newStore();
        dead.write(dead.newId(), recovery);
        dead.close();
        return find();
    }

    private List<Offer> find() {
        RecoveryStore store = newStore();
        Recoveries recoveries = new Recoveries(store, documents, (message, e) -> {
            throw new AssertionError(message, e);
        });
        List<Offer> offers = recoveries.find();
        recoveries.release();
        return offers;
    }

    private Recovery edited(String text, Map<String, String> refused) {
        return new Recovery(Optional.of(file), "", base, NOON, text, refused);
    }

    @Test
    void anEditIsOfferedWithWhatItChanges() throws IOException {
        Offer offer = afterACrash(edited("a\nc\nd\n", Map.of())).get(0);
        assertEquals(Offer.Origin.UNTOUCHED, offer.origin());
        assertEquals("shop.yaml", offer.name());
        assertEquals(folder.toString(), offer.folder());
        assertEquals("+2 \u22121", offer.lines());
        assertEquals("", offer.note());
        assertEquals("May 4, 2026, 12:00 PM", offer.edited(Locale.US, ZoneOffset.UTC).replace('\u202f', ' '));
        assertEquals(1, find().size(), "it is offered until it is decided on");
    }

    @Test
    void aFileThatOthersHaveChangedOrRemovedIsTold() throws IOException {
        Files.writeString(file, "a\nb\ntheirs\n");
        Offer changed = afterACrash(edited("a\nmine\n", Map.of())).get(0);
        assertEquals(Offer.Origin.CHANGED, changed.origin());
        assertEquals(Messages.Recovery_changed, changed.note());
        assertEquals("+1 \u22122", changed.lines(), "compared with the file as it is now");
        Files.delete(file);
        Offer gone = find().get(0);
        assertEquals(Offer.Origin.GONE, gone.origin());
        assertEquals("shop", gone.title());
    }

    @Test
    void whatWasNeverSavedHasItsTitle() throws IOException {
        Offer offer = afterACrash(new Recovery(Optional.empty(), "two-nodes", "", NOON, "name: x\n", Map.of())).get(0);
        assertEquals(Offer.Origin.NEVER_SAVED, offer.origin());
        assertEquals("two-nodes", offer.name());
        assertEquals("+1 \u22120", offer.lines());
    }

    @Test
    void whatWasSavedJustBeforeTheCrashIsNotOffered() throws IOException {
        assertEquals(List.of(), afterACrash(edited("a\nb\n", Map.of())));
        assertEquals(1, afterACrash(edited("a\nb\n", Map.of("lun.size", "many"))).size(), "a value that is in no file");
    }
}
