// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.PhaseResult;

/** The baseline's requests, as the lab's runs of ext4 and XFS have them. */
class LocalFileSystemTest {

    private static final int OPERATIONS = 200;

    private static PhaseResult last(String contender, String sets, String... phases) {
        StringBuilder text = new StringBuilder("fileSets:\n" + sets + "phases:\n");
        for (int i = 0; i < phases.length; i++) {
            text.append("  - {name: phase%d, closed: {threads: 1}, %s}%n".formatted(i, phases[i]));
        }
        return Scenarios.phase(Scenarios.run(Scenarios.of(1, text.toString()), contender), "phase" + (phases.length - 1));
    }

    private static String many(String item) {
        return "operationsPerThread: " + OPERATIONS + ", mix: [{" + item + "}]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void coldInodesComeWithTheirNeighbours(String contender) {
        String set = "  - {name: p, files: 0, size: 4 KiB, layout: private}\n";
        PhaseResult cold = last(contender, set, many("operation: create, fileSet: p") + ", syncAfter: true",
                "dropCaches: true, " + many("operation: stat, fileSet: p, access: own"));
        assertTrue(cold.disk().reads() > 0 && cold.disk().reads() <= OPERATIONS / 16, cold.disk().toString());
    }

    /** Data, log and (ext4) commit block; the last of them with PREFLUSH and FUA. */
    @ParameterizedTest
    @CsvSource({"ext4, 3", "xfs, 2"})
    void anAppendThatIsSyncedForcesTheLog(String contender, int writes) {
        PhaseResult append = last(contender, "  - {name: p, files: 1, size: 0 B, layout: private}\n",
                many("operation: append, fileSet: p, access: first, size: 100 B, fsync: true"));
        assertEquals(writes * OPERATIONS, append.disk().writes(), 2);
        assertEquals(2 * OPERATIONS, append.disk().flushes(), 2);
    }

    /** Within one tick of the timer the time of the last change stays: there is nothing to commit, and the cache alone is flushed. */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void anOverwriteInTheSameTickNeedsNoCommit(String contender) {
        PhaseResult write = last(contender, "  - {name: p, files: 1, size: 4 KiB, layout: private}\n",
                many("operation: write, fileSet: p, access: first, size: 4 KiB, fsync: true"));
        assertTrue(write.disk().flushes() >= OPERATIONS && write.disk().flushes() < 1.5 * OPERATIONS, write.disk().toString());
    }

    /** ext4's auto_da_alloc, XFS's flush after a truncation to nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void aSessionIsOnItsWayWhenItsFileIsClosed(String contender) {
        PhaseResult sessions = last(contender, "  - {name: s, files: 50, size: 1 KiB, layout: shared, made: on-use}\n",
                many("operation: session, fileSet: s, access: own, size: 1 KiB"));
        assertEquals(OPERATIONS, sessions.disk().writes(), 10);
        assertEquals(0, sessions.disk().flushes());
    }

    /** The blocks of directories that are gone again are not written (jbd2_journal_forget). */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void directoriesThatComeAndGoCostNoRequestEach(String contender) {
        PhaseResult tree = last(contender, "  - {name: t, files: 0, size: 0 B, layout: each}\n",
                "sequence: true, syncAfter: true, mix: [" + String.join(", ", List.of("mkdir", "create", "move", "rmdir", "unlink").stream()
                        .map(operation -> "{operation: " + operation + ", fileSet: t, count: 100}").toList()) + "]");
        assertTrue(tree.disk().writes() < 30, tree.disk().toString());
    }
}
