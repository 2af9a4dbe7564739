// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;

/** Who flushes the LUN's cache is told wherever something waits for the medium. */
class FsyncNoteTest {

    private static final Phase SYNCS = TestScenarios.phase("syncs", true, Map.of(Operation.CREATE, 1.0, Operation.FSYNC, 1.0));

    private static Scenario scenario(List<Phase> phases, FileSystemSpec... contenders) {
        return TestScenarios.of(List.of(), new StudySettings(7, 2, 0.95), phases, contenders);
    }

    private static ComparisonStudy study() {
        return new ComparisonStudy(new QueueEngine(), TestScenarios.KERNELS, 1, "test", () -> 0);
    }

    private static List<String> notes(Scenario scenario) {
        return study().compare(scenario, (done, total, message) -> { }, () -> false).notes().stream()
                .filter(note -> note.startsWith("At fsync")).toList();
    }

    @Test
    void eachComparisonWithFsyncTellsWhoFlushes() {
        assertEquals(List.of("At fsync gfs2 and local-ext4 flush the cache of the LUN (barrier on), ocfs2 does not (barrier off)."),
                notes(scenario(List.of(SYNCS), TestScenarios.ocfs2("ocfs2", false), TestScenarios.GFS2)));
        assertEquals(List.of("At fsync ocfs2, gfs2 and local-ext4 flush the cache of the LUN (barrier on)."),
                notes(scenario(List.of(SYNCS), TestScenarios.OCFS2, TestScenarios.GFS2)));
    }

    @Test
    void oneAloneTellsItToo() {
        assertEquals(List.of("At fsync ocfs2 does not flush the cache of the LUN (barrier off)."), study().simulate(
                scenario(List.of(SYNCS), TestScenarios.ocfs2("ocfs2", false)), "ocfs2", (done, total, message) -> { }, () -> false).notes().stream()
                .filter(note -> note.startsWith("At fsync")).toList());
    }

    @Test
    void withoutFsyncThereIsNothingToTell() {
        Phase prepares = TestScenarios.phase("prepares", false, Map.of(Operation.FSYNC, 1.0));
        assertEquals(List.of(), notes(scenario(List.of(prepares, TestScenarios.steady()), TestScenarios.ocfs2("ocfs2", false), TestScenarios.GFS2)));
    }
}
