// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.TestScenarios;

class RecoveryStoreTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    private Path folder;
    private final List<String> warnings = new ArrayList<>();

    private RecoveryStore store() {
        return new RecoveryStore(folder.resolve("recovery"), (message, e) -> warnings.add(message));
    }

    private Recovery recovery(String text, Instant edited) {
        Path file = folder.resolve("a b:\n100% 'ü'.yaml");
        return new Recovery(Optional.of(file), "ti: tle\n", "00ff", edited, text, Map.of("lun.size", "many\n: ü", "a b: c", ""));
    }

    /** As a kill does: the lock goes, the files stay. */
    private static void crash(RecoveryStore store) {
        store.close();
    }

    @Test
    void whatWasWrittenIsRecoveredByTheNext() throws IOException {
        Recovery first = recovery(TestScenarios.SMALL + "\n\n# ä€😀\r\n", NOON);
        Recovery second = new Recovery(Optional.empty(), "new", "", NOON.plusSeconds(1), "", Map.of());
        RecoveryStore dead = store();
        dead.write(dead.newId(), first);
        dead.write(dead.newId(), second);
        crash(dead);
        List<RecoveryStore.Left> left = store().leftBehind();
        assertEquals(List.of(second, first), left.stream().map(RecoveryStore.Left::recovery).toList());
        assertEquals(List.of(), warnings);
    }

    @Test
    void theLastWriteCountsAndWhatIsRemovedIsGone() throws IOException {
        RecoveryStore dead = store();
        String kept = dead.newId();
        String stored = dead.newId();
        dead.write(kept, recovery("old", NOON));
        dead.write(stored, recovery("stored", NOON));
        dead.write(kept, recovery("new", NOON));
        dead.remove(stored);
        crash(dead);
        assertEquals(List.of("new"), store().leftBehind().stream().map(left -> left.recovery().text()).toList());
    }

    @Test
    void whatALivingProgramWritesIsLeftAlone() throws IOException {
        RecoveryStore living = store();
        living.write(living.newId(), recovery("alive", NOON));
        RecoveryStore other = store();
        assertEquals(List.of(), other.leftBehind());
        other.close();
        living.write(living.newId(), recovery("still alive", NOON));
        crash(living);
        assertEquals(2, store().leftBehind().size());
    }

    @Test
    void onlyOneProgramIsOfferedWhatWasLeft() throws IOException {
        RecoveryStore dead = store();
        dead.write(dead.newId(), recovery("text", NOON));
        crash(dead);
        RecoveryStore first = store();
        RecoveryStore second = store();
        assertEquals(1, first.leftBehind().size());
        assertEquals(List.of(), second.leftBehind());
        first.release();
        assertEquals(1, second.leftBehind().size(), "it was not decided on");
    }

    @Test
    void nothingIsLeftOfWhatWasDiscardedOrStored() throws IOException {
        RecoveryStore dead = store();
        dead.write(dead.newId(), recovery("text", NOON));
        crash(dead);
        RecoveryStore next = store();
        next.discard(next.leftBehind().get(0));
        String id = next.newId();
        next.write(id, recovery("text", NOON));
        next.remove(id);
        next.close();
        try (Stream<Path> files = Files.list(folder.resolve("recovery"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aDamagedFileIsToldAndKept() throws IOException {
        RecoveryStore dead = store();
        dead.write("good", recovery("text", NOON));
        dead.write("cut", recovery("text", NOON));
        crash(dead);
        Path cut;
        try (Stream<Path> files = Files.walk(folder)) {
            cut = files.filter(path -> path.endsWith("cut.recovery")).findFirst().orElseThrow();
        }
        for (String damaged : List.of("", "quorate recovery 1\nfile: nowhere:x\nedited: 2026-05-04T12:00:00Z\n\ntext",
                "quorate recovery 1\ntitle: %zz\nedited: now\n\n", "quorate recovery 2\n\n")) {
            Files.writeString(cut, damaged);
            warnings.clear();
            RecoveryStore next = store();
            assertEquals(1, next.leftBehind().size(), damaged);
            assertEquals(1, warnings.size(), damaged);
            next.close();
            assertTrue(Files.exists(cut));
        }
    }
}
