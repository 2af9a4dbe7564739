// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.quorate.app.QuorateApp;
import org.quorate.model.Operation;
import org.quorate.study.estimate.Assumption;
import org.quorate.study.estimate.Estimate;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;

class EstimateTextTest {

    private static Estimate.Contender contender(String label, double nanos, double bytes, List<Assumption> broken) {
        Estimate.OperationFigures stat = new Estimate.OperationFigures(Operation.STAT, OptionalDouble.of(nanos), 100, 0);
        Estimate.OperationFigures read = new Estimate.OperationFigures(Operation.READ, OptionalDouble.of(3 * nanos), 100, 0);
        return new Estimate.Contender(label, List.of(new Estimate.PhaseFigures("work", List.of(stat, read), 200, 0,
                List.of(new Estimate.NodeMemory("node1", 1 << 20), new Estimate.NodeMemory("node2", bytes)), "LUN", 0.1,
                broken)));
    }

    private static Estimate estimate(Estimate.Contender... contenders) {
        return new Estimate(Estimate.FORMAT, "test", "6.1", List.of(contenders));
    }

    @Test
    void aLineSaysTheMeanOverAllOperationsAndTheMemoryOfTheFullestNode() {
        Estimate estimate = estimate(contender("ocfs2", 1e6, 3 << 20, List.of()), contender("gfs2", 2e6, 5 << 20, List.of()));
        assertEquals("Estimate (mean latency, most lock memory of a node): ocfs2 2.00 ms, 3.00 MiB; gfs2 4.00 ms, 5.00 MiB", EstimateText.line(estimate));
        assertEquals("", EstimateText.why(estimate));
    }

    @Test
    void whatNeedNotHoldIsMarkedWithItsReason() {
        Assumption assumption = new Assumption(Assumption.Kind.HAND_OVERS, "locks wander", "their queues are rough");
        Estimate estimate = estimate(contender("ocfs2", 1e6, 3 << 20, List.of()), contender("gfs2", 2e6, 5 << 20, List.of(assumption)));
        assertEquals("Estimate (mean latency, most lock memory of a node): ocfs2 2.00 ms, 3.00 MiB; gfs2 ~4.00 ms, ~5.00 MiB (~ rough: point here for the reasons)",
                EstimateText.line(estimate));
        assertEquals("gfs2, work: locks wander; their queues are rough", EstimateText.why(estimate));
    }

    @Test
    void itFollowsAnEdit() {
        ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
        QuorateApp app = new QuorateApp(1);
        double before = app.estimateScenario().estimate(session.scenario().orElseThrow()).contenders().get(0).phases().get(0).throughput();
        session.setField("workload.phases[0].closed.thinkTime", "50 ms", "Think time");
        double after = app.estimateScenario().estimate(session.scenario().orElseThrow()).contenders().get(0).phases().get(0).throughput();
        assertTrue(after < before / 5, before + " and " + after);
    }
}
