// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.quorate.app.NodeQuestions;
import org.quorate.app.ObserveNodes;
import org.quorate.app.ObservePlan;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.ui.TestScenarios;

class ObservationsTest {

    private final Scenario scenario = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow().scenario();
    private final Observations observations = new Observations(new QuorateApp(1).observeNodes(), new NodeRuns(), seen -> new ReportDocument("report", "", new KeyValues(List.of()),
            List.of()));

    @Test
    void whatAnotherClusterSaidIsGoneWhileOneIsWatchedAndBackIfNothingWasSeen() throws InterruptedException {
        Observations.Watched before = observations.show(TestObserved.former());
        assertFalse(observations.isEarlier());
        List<Optional<Observations.Watched>> shown = new CopyOnWriteArrayList<>();
        observations.onChange(() -> shown.add(observations.watched()));
        NodeRun<Observations.Watched> run = observations.start("test", new ObserveNodes.Request(scenario, Map.of("node1", "no host at all"),
                new ObservePlan("ocfs2", Duration.ofSeconds(1), Optional.empty(), 5, Optional.empty()), Optional.empty()), Optional.empty(),
                new ReachPresenter(Optional.of(scenario), Reach.USUAL).access(), NodeQuestions.NOBODY);
        while (observations.isRunning()) {
            Thread.sleep(5);
        }
        assertEquals(NodeRun.State.FAILED, run.state());
        assertTrue(run.failure().orElseThrow().getMessage().contains("no host at all"), run.failure().toString());
        assertEquals(Optional.empty(), shown.get(0));
        assertEquals(Optional.of(before), observations.watched());
        assertTrue(observations.isEarlier(), "the view says that it is not of the one that failed");
        observations.show(TestObserved.former());
        assertFalse(observations.isEarlier());
    }
}
