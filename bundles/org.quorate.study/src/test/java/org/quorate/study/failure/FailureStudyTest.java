// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quorate.model.Node;
import org.quorate.model.Scenario;

/** What holds of every failure. */
class FailureStudyTest {

    private static final List<Duration> DURATIONS = List.of(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(20),
            Duration.ofSeconds(59), Duration.ofSeconds(61), Duration.ofSeconds(100), Duration.ofSeconds(200), Duration.ofHours(1));

    private static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (String fencing : new String[] {"  waitForFencing: false\n", "", "  fencing: {agent: scsi}\n", "  fencing: {agent: sbd}\n",
            "  fencing: {agent: sbd}\n  quorumDevice: arbiter\n"}) {
            for (String kernel : new String[] {"4.4", "6.12"}) {
                String[] changes = {"  waitForFencing: false\n", fencing, "kernel: 6.1-uml", "kernel: '" + kernel + "'",
                    "  - {type: gfs2,", "  - {type: ocfs2, label: pcmk, stack: pcmk}\n  - {type: ext4}\n  - {type: gfs2,"};
                scenarios.add(FailureScenarios.lab(changes));
                scenarios.add(FailureScenarios.twoNodes(changes));
            }
        }
        return scenarios;
    }

    private static List<FailurePlan> plans(Scenario scenario) {
        List<FailurePlan> plans = new ArrayList<>();
        for (FailureKind kind : FailureKind.values()) {
            plans.add(FailurePlan.of(scenario, kind, Optional.empty(), Optional.empty(), 20));
            for (Duration duration : kind.passes() ? DURATIONS : List.<Duration>of()) {
                plans.add(FailurePlan.of(scenario, kind, kind.ofNode() ? Optional.of("n1") : Optional.empty(), Optional.of(duration), 20));
            }
        }
        return plans;
    }

    @Test
    void stepsAreInOrderAndEveryNodeHasAnEnd() {
        for (Scenario scenario : scenarios()) {
            for (FailurePlan plan : plans(scenario)) {
                Failure failure = new FailureStudy("test").play(plan, () -> false);
                assertEquals(4, failure.contenders().size());
                List<String> names = scenario.cluster().nodes().stream().map(Node::name).toList();
                failure.contenders().forEach(contender -> {
                    assertEquals(names, contender.nodes().stream().map(NodeOutage::node).distinct().toList(), plan + " " + contender);
                    check(contender, plan + " " + contender);
                });
            }
        }
    }

    private static void check(ContenderFailure contender, String message) {
        long last = 0;
        for (TimelineStep step : contender.steps()) {
            assertTrue(step.at().least() >= 0 && step.at().least() <= step.at().median() && step.at().median() <= step.at().most(), message);
            assertTrue(step.at().median() >= last, message);
            assertTrue(step.share() > 0 && step.share() <= 1, message);
            last = step.at().median();
            assertTrue(!step.step().why().isEmpty() && !step.step().who().isEmpty(), message);
        }
        for (NodeOutage node : contender.nodes()) {
            assertTrue(node.from().least() >= 0, message);
            node.to().ifPresent(to -> assertTrue(to.least() >= node.from().least(), message));
            assertEquals(node.end() == End.RESUMED || node.end() == End.UNAFFECTED || node.end() == End.ERRORS || node.to().isPresent(),
                    node.to().isPresent(), message);
        }
        contender.nodes().stream().map(NodeOutage::node).distinct().forEach(name -> assertEquals(1, contender.nodes().stream()
                .filter(node -> node.node().equals(name)).mapToDouble(NodeOutage::share).sum(), 1e-9, message));
    }

    @Test
    void theSameSeedGivesTheSameAndEveryStepCitesItsTimer() {
        for (FailureKind kind : FailureKind.values()) {
            assertEquals(FailureScenarios.play(FailureScenarios.lab(), kind), FailureScenarios.play(FailureScenarios.lab(), kind));
            for (ContenderFailure contender : FailureScenarios.play(FailureScenarios.lab(), kind).contenders()) {
                contender.steps().stream().map(TimelineStep::step).filter(step -> step.component() != Component.HARDWARE
                        && step.component() != Component.OPERATIONS).forEach(step -> assertTrue(!step.source().isEmpty(), step.toString()));
            }
        }
    }

    @Test
    void lostOperationsFollowFromTheCommitIntervalAndTheRate() {
        Failure failure = FailureScenarios.play(FailureScenarios.lab(), FailureKind.NODE_DIES);
        LostWork ocfs2 = FailureScenarios.of(failure, "ocfs2").lost().orElseThrow();
        assertEquals(5_000_000_000L, ocfs2.windowNanos());
        assertEquals(100, ocfs2.operationsMost().orElseThrow(), 1e-9);
        assertEquals(600, FailureScenarios.of(failure, "gfs2").lost().orElseThrow().operationsMost().orElseThrow(), 1e-9);
        Failure all = FailureScenarios.play(FailureScenarios.lab("access: any, size: 100 B}", "access: any, size: 100 B, fsync: true}"),
                FailureKind.NODE_DIES);
        assertEquals(0, FailureScenarios.of(all, "gfs2").lost().orElseThrow().operationsMost().orElseThrow());
    }

    @Test
    void saysWhatCannotHappen() {
        Scenario scenario = FailureScenarios.lab();
        assertThrows(IllegalArgumentException.class, () -> FailurePlan.of(scenario, FailureKind.SPLIT, Optional.of("n1"), Optional.empty(), 1));
        assertThrows(IllegalArgumentException.class, () -> FailurePlan.of(scenario, FailureKind.NODE_DIES, Optional.of("n9"), Optional.empty(), 1));
        assertThrows(IllegalArgumentException.class, () -> FailurePlan.of(scenario, FailureKind.NODE_DIES, Optional.empty(),
                Optional.of(Duration.ofSeconds(1)), 1));
        assertThrows(IllegalArgumentException.class, () -> FailurePlan.of(scenario, FailureKind.LUN_STALLS, Optional.empty(),
                Optional.of(Duration.ZERO), 1));
        assertThrows(IllegalArgumentException.class, () -> FailurePlan.of(scenario, FailureKind.LUN_STALLS, Optional.empty(), Optional.empty(), 0));
    }

    @Test
    void isCancelled() {
        FailurePlan plan = FailurePlan.of(FailureScenarios.lab(), FailureKind.NODE_DIES, Optional.empty(), Optional.empty(), 1);
        assertThrows(CancellationException.class, () -> new FailureStudy("test").play(plan, () -> true));
    }
}
