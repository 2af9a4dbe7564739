// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.TestScenarios;

class AutosaveTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    private Path folder;
    private final ManualExecutor time = new ManualExecutor();
    private final List<IOException> failures = new ArrayList<>();
    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
    private Path root;
    private RecoveryStore store;
    private Autosave autosave;

    @BeforeEach
    void follow() {
        root = folder.resolve("recovery");
        store = new RecoveryStore(root, (message, e) -> failures.add(e));
        Autosaves autosaves = new Autosaves(store, time, time::nanos, failures::add);
        autosave = autosaves.follow(session, () -> session.isDirty() || !session.refused().isEmpty()
                ? Optional.of(Recovery.of(session, Optional.empty(), "small", "", Instant.EPOCH.plusNanos(time.nanos()))) : Optional.empty());
    }

    private void type(int letters) {
        session.replaceText(TestScenarios.SMALL + "# " + "x".repeat(letters) + "\n", "typing", "line 99");
    }

    /** What would be recovered if the program were killed now. */
    @SuppressWarnings("resource") // is released instead: to close it would forget what it found
    private List<Recovery> recovered() {
        store.close();
        try (RecoveryStore next = new RecoveryStore(root, (message, e) -> failures.add(e))) {
            return next.leftBehind().stream().map(RecoveryStore.Left::recovery).toList();
        }
    }

    @Test
    void anEditIsWrittenAMomentAfterIt() {
        type(1);
        time.pass(2 * SECOND);
        assertEquals(0, recovered().size());
        time.pass(2 * SECOND);
        assertEquals(session.text(), recovered().get(0).text());
    }

    @Test
    void whoeverTypesWithoutAPauseLosesLessThanTenSeconds() {
        for (int letter = 1; letter <= 600; letter++) {
            type(letter);
            time.pass(SECOND / 5);
            List<Recovery> found = letter < 50 || letter % 7 > 0 ? List.of() : recovered();
            if (letter % 7 == 0 && letter >= 50) {
                int length = found.get(0).text().length() - TestScenarios.SMALL.length() - "# \n".length();
                assertEquals(letter, length, 50.0, "letters, of which five take a second");
            }
        }
    }

    @Test
    void aValueThatIsNotTakenOverIsKeptToo() {
        session.setField("lun.size", "many", "change of size");
        time.pass(4 * SECOND);
        assertEquals(Map.of("lun.size", "many"), recovered().get(0).refused());
    }

    @Test
    void savingUndoingAndClosingLeaveNothing() {
        type(1);
        time.pass(4 * SECOND);
        session.saved();
        time.pass(SECOND);
        assertEquals(0, recovered().size());
        type(2);
        time.pass(4 * SECOND);
        session.undo();
        time.pass(SECOND);
        assertEquals(0, recovered().size());
        type(3);
        time.pass(4 * SECOND);
        autosave.close();
        time.pass(10 * SECOND);
        assertEquals(0, recovered().size());
    }

    @Test
    void whatIsUnsavedFromTheStartIsWrittenWithoutAnEdit() {
        Autosaves autosaves = new Autosaves(store, time, time::nanos, failures::add);
        autosaves.follow(session, () -> Optional.of(Recovery.of(session, Optional.empty(), "new", "", Instant.EPOCH)));
        time.pass(4 * SECOND);
        assertEquals("new", recovered().get(0).title());
    }

    @Test
    void aFullDiskIsToldOnceAndTriedAgain() throws IOException {
        Files.writeString(root, "in the way");
        type(1);
        time.pass(4 * SECOND);
        type(2);
        time.pass(30 * SECOND);
        assertEquals(1, failures.size());
        Files.delete(root);
        time.pass(9 * SECOND);
        assertEquals(session.text(), recovered().get(0).text());
    }

    @Test
    void whatFollowsAWriteWaitsForIt() throws IOException {
        List<String> done = new ArrayList<>();
        Files.writeString(root, "in the way");
        type(1);
        autosave.writeNow(() -> done.add("then"));
        time.pass(SECOND);
        assertEquals(List.of(), done);
        Files.delete(root);
        time.pass(9 * SECOND);
        assertEquals(List.of("then"), done);
    }
}
