// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quorate.model.Bytes;
import org.quorate.model.Scenario;

class SweepPlanTest {

    private static SweepPlan together(String... variations) {
        return SweepPlan.of(Documents.small(), List.of(variations), true, SweepSettings.NONE, () -> false);
    }

    private static String message(org.junit.jupiter.api.function.Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).getMessage();
    }

    @Test
    void aGridHasEveryCombinationTheLastFieldFastest() {
        SweepPlan plan = Documents.plan("lun.queueDepth=1,2", "lun.device=nvme,sata-ssd,disk-7200");
        assertEquals(List.of(List.of("1", "nvme"), List.of("1", "sata-ssd"), List.of("1", "disk-7200"), List.of("2", "nvme"),
                List.of("2", "sata-ssd"), List.of("2", "disk-7200")), plan.points().stream().map(PlannedPoint::values).toList());
        Scenario last = plan.points().get(5).scenario();
        assertEquals(2, last.lun().queueDepth());
        assertEquals("DISK_7200", last.lun().device().name());
    }

    /** Points get the replications that the scenario says, and no more; whoever wants a precision must know. */
    @Test
    void aPrecisionThatIsNotUsedIsTold() {
        for (String wish : List.of("precision: 5 %", "timeBudget: 1 min")) {
            List<String> notes = SweepPlan.of(Documents.written(text -> text.replace("replications: 3", "replications: 3, " + wish)),
                    List.of("lun.queueDepth=1,2"), false, SweepSettings.NONE, () -> false).notes();
            assertEquals(1, notes.size(), notes.toString());
            assertTrue(notes.get(0).contains("study.precision") && notes.get(0).contains("study.replications"), notes.get(0));
        }
        assertEquals(List.of(), Documents.plan("lun.queueDepth=1,2").notes());
    }

    @Test
    void togetherFieldsGoSideBySide() {
        SweepPlan plan = together("lun.queueDepth=1,2", "cluster.nodes[].memory=4 GiB,8 GiB");
        assertEquals(List.of(List.of("1", "4 GiB"), List.of("2", "8 GiB")), plan.points().stream().map(PlannedPoint::values).toList());
        plan.points().get(1).scenario().cluster().nodes().forEach(node -> assertEquals(Bytes.gib(8), node.memory()));
        assertTrue(message(() -> together("lun.queueDepth=1,2", "lun.size=1 GiB,2 GiB,3 GiB")).contains("lun.size has 3 values"));
    }

    @Test
    void allWrongValuesAreToldOnceEachWithWhatIsAllowed() {
        String told = message(() -> Documents.plan("lun.queueDepth=0,1,many", "lun.device=nvm,nvme"));
        assertEquals(3, told.lines().count(), told);
        assertTrue(told.contains("lun.queueDepth: '0' is out of range (allowed: a whole number from 1 to "), told);
        assertTrue(told.contains("lun.queueDepth: 'many' is not a whole number"), told);
        assertTrue(told.contains("lun.device: 'nvm' is not a device class; did you mean nvme?"), told);
    }

    @Test
    void aCombinationThatDoesNotGoTogetherIsNamed() {
        String told = message(() -> Documents.plan("workload.phases[0].open.rate=1 /s"));
        assertTrue(told.contains("a phase is either open or closed") && told.endsWith(" at rate = 1 /s"), told);
    }

    @Test
    void fieldsThatAreOnlyRightTogetherAreChangedTogether() {
        SweepPlan plan = together("workload.fileSets[0].name=a,b", "workload.phases[0].mix[0].fileSet=a,b",
                "workload.phases[0].mix[1].fileSet=a,b");
        assertEquals("b", plan.points().get(1).scenario().workload().phases().get(0).mix().get(0).fileSet());
    }

    @Test
    void tooMuchIsRefusedBeforeItIsMade() {
        assertTrue(message(() -> Documents.plan("lun.queueDepth=1..4000:4000", "study.seed=1..4000:4000")).contains("more than 10000 points"));
        assertTrue(message(() -> Documents.plan("lun.queueDepth=1", "lun.queueDepth=2")).contains("varied twice"));
        assertTrue(message(() -> Documents.plan("cluster.nodes[].memory=4 GiB", "cluster.nodes[node2].memory=8 GiB"))
                .contains("cluster.nodes[1].memory is varied twice"));
        assertTrue(message(() -> Documents.plan()).contains("nothing to vary"));
        assertThrows(CancellationException.class, () -> SweepPlan.of(Documents.small(), List.of("lun.queueDepth=1,2"), false,
                SweepSettings.NONE, () -> true));
    }

    @Test
    void theKeyOfAPointIsWhatItMeansNotHowItIsWritten() {
        String key = PointKey.of(Documents.small().scenario(), "1");
        assertEquals(key, PointKey.of(Documents.written(text -> "# a comment\n" + text.replace("0.2 ms", "200 us")).scenario(), "1"));
        assertNotEquals(key, PointKey.of(Documents.small().scenario(), "2"));
        assertNotEquals(key, PointKey.of(Documents.written(text -> text.replace("0.2 ms", "0.3 ms")).scenario(), "1"));
        assertNotEquals(key, PointKey.of(Documents.written(text -> text.replace("seed: 1", "seed: 2")).scenario(), "1"));
        assertNotEquals(key, PointKey.of(Documents.written(text -> text.replace("replications: 3", "replications: 4")).scenario(), "1"));
    }
}
