// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.RunEngine;
import org.quorate.study.StudyListener;
import org.quorate.study.TableEngine;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.io.SensitivityCsv;
import org.quorate.study.io.SensitivityJson;
import org.quorate.study.sweep.Documents;
import org.quorate.study.sweep.PointStore;
import org.quorate.study.sweep.SweepSettings;
import org.quorate.study.sweep.SweepStudy;

class SensitivityTest {

    private static final StudyListener SILENT = (done, total, message) -> { };

    /**
     * OCFS2 takes as long as the round trip says and is full beyond a queue depth of 100; GFS2 takes 5 times 100 us whatever is set,
     * and a lock object a file.
     */
    private static final RunEngine TABLE = (request, cancelled) -> new TableEngine(Map.of(
            "ocfs2", new Row(10 * request.scenario().cluster().interconnect().roundTrip().toNanos(), 1000,
                    request.scenario().lun().queueDepth() > 100, 0.01),
            "gfs2", new Row(500_000, request.scenario().workload().fileSets().get(0).files(), false, 0.01))).run(request, cancelled);

    private static Sensitivity of(double factor, String figure, String... inputs) {
        return of(TABLE, factor, figure, inputs);
    }

    private static Sensitivity of(RunEngine engine, double factor, String figure, String... inputs) {
        ScenarioDocument document = Documents.small();
        SensitivityPlan plan = SensitivityPlan.of(document, new SensitivityPlan.Wish(List.of(inputs), factor, figure, List.of()),
                SweepSettings.NONE, () -> false);
        return Sensitivity.of(plan, new SweepStudy(engine, KernelProfiles::named, 2, "1", "a").sweep(plan.sweep(), PointStore.NONE, SILENT,
                () -> false).sweep());
    }

    private static Swing swing(Sensitivity result, String path) {
        return result.swings().stream().filter(swing -> swing.spread().path().equals(path)).findFirst().orElseThrow();
    }

    @Test
    void whatMovesTheAnswerMostComesFirst() {
        Sensitivity result = of(3, "latency");
        assertTrue(result.swings().size() > 10, result.swings().toString());
        Swing first = result.swings().stream().filter(swing -> !swing.lost()).findFirst().orElseThrow();
        assertEquals("cluster.interconnect.roundTrip", first.spread().path());
        assertEquals(3, first.size(), 0.02);
        assertTrue(first.certain());
        for (Swing other : result.swings()) {
            // A stat takes half as long as a create: their shares move the mean.
            assertTrue(other == first || other.lost() || other.spread().path().endsWith(".weight") || !other.certain() && other.size() == 1, other.toString());
        }
    }

    @Test
    void theVerdictIsComparedAtBothEnds() {
        double own = of(2, "latency", "cluster.interconnect.roundTrip").base().first().orElseThrow().mean() / 10;
        assertTrue(swing(of(1000, "latency", "cluster.interconnect.roundTrip"), "cluster.interconnect.roundTrip").verdict());
        assertFalse(swing(of(1.01, "latency", "cluster.interconnect.roundTrip"), "cluster.interconnect.roundTrip").verdict(), "at " + own);
    }

    @Test
    void anEndThatCannotBeCarriedIsToldAndHasNoFigure() {
        Sensitivity result = of(2, "latency", "lun.queueDepth=50..200");
        assertTrue(result.swings().get(0).lost());
        assertEquals(Optional.empty(), result.swings().get(0).high().orElseThrow().first());
        List<String> row = new SensitivityCsv().write(result).lines().filter(line -> line.startsWith("lun.queueDepth,")).toList();
        assertEquals(2, row.size());
        assertTrue(row.get(0).matches("lun\\.queueDepth,[0-9]+,50,[^,]+,[0-9.]+,[0-9.]+,[0-9.]+,[0-9.]+"), row.get(0));
        assertTrue(row.get(1).matches("lun\\.queueDepth,[0-9]+,200,gfs2,,,[0-9.]+,[0-9.]+"), row.get(1));
        assertFalse(new SensitivityJson().write(result).contains("Infinity"));
    }

    @Test
    void aRunThatFailsSaysNothingOfItsInput() {
        RunEngine fails = (request, cancelled) -> {
            if (request.scenario().lun().queueDepth() > 100) {
                throw new IllegalStateException("stuck");
            }
            return TABLE.run(request, cancelled);
        };
        Sensitivity result = of(fails, 2, "latency", "lun.queueDepth=50..200");
        Swing swing = result.swings().get(0);
        assertTrue(swing.high().orElseThrow().failed());
        assertTrue(swing.high().orElseThrow().verdict().startsWith("failed: "), swing.toString());
        assertFalse(swing.lost() || swing.verdict() || swing.certain(), swing.toString());
        assertEquals(1, swing.size());
        assertEquals(1, result.failures());
        Sensitivity all = of((request, cancelled) -> {
            throw new IllegalStateException("stuck");
        }, 2, "latency", "lun.queueDepth=50..200");
        assertEquals(3, all.failures(), "the scenario as it is counts");
        assertFalse(all.swings().get(0).lost() || all.swings().get(0).verdict());
    }

    @Test
    void lockMemoryIsAFigureToo() {
        String path = "workload.fileSets[0].files";
        Sensitivity result = of(2, "lock memory", path);
        Swing swing = swing(result, path);
        assertEquals(result.base().second().orElseThrow().mean() * 2, swing.high().orElseThrow().second().orElseThrow().mean(), 1e-6);
        assertEquals(2, swing.size(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lun.queDepth|did you mean queueDepth?", "lun.device|no number", "lun.queueDepth=8..2|is not less than",
        "lun.queueDepth=x|FIELD=LOW..HIGH"})
    void wrongInputsAreTold(String input, String why) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> of(2, "latency", input));
        assertTrue(thrown.getMessage().contains(why), thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lun.queueDepth;lun.queueDepth|lun.queueDepth is given twice",
        "lun.queueDepth=8..16;cluster.interconnect.roundTrip;lun.queueDepth=32..64|lun.queueDepth is given twice",
        "workload.fileSets[0].files;workload.fileSets[files].files=1..9|workload.fileSets[0].files and workload.fileSets[files].files are the same"})
    void anInputIsMovedOnce(String inputs, String why) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> of(2, "latency", inputs.split(";")));
        assertTrue(thrown.getMessage().startsWith(why), thrown.getMessage());
    }

    @Test
    void aFactorIsMoreThanOne() {
        assertThrows(IllegalArgumentException.class, () -> of(1, "latency"));
        assertThrows(IllegalArgumentException.class, () -> of(Double.NaN, "latency"));
    }

    @Test
    void whatIsNotAllowedIsLeftOutAndTold() {
        Sensitivity result = of(900, "latency");
        assertFalse(result.skipped().isEmpty());
        assertTrue(result.skipped().stream().allMatch(why -> why.contains(" cannot be ")), result.skipped().toString());
    }
}
