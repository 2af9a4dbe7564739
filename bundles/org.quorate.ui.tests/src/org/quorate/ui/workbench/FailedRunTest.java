// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.app.ObserveNodes;
import org.quorate.app.ObservePlan;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.nodes.Reach;
import org.quorate.ui.nodes.ReachPresenter;
import org.quorate.ui.nodes.TestFleet;
import org.quorate.ui.nodes.TestObserved;

/** Work on nodes that fails before it has found anything, beside what was found before. */
class FailedRunTest extends WorkbenchTest {

    private static final Map<String, String> NOWHERE = Map.of("node1", "no host at all");

    private final Scenario scenario = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow().scenario();
    private final NodeAccess access = new ReachPresenter(Optional.of(scenario), Reach.USUAL).access();

    private Desktop.Nodes nodes() {
        return PlatformUI.getWorkbench().getService(Desktop.class).nodes();
    }

    private void awaitSaid(String failed, String found) {
        workbench().await("that it failed, and of what the rest is", () -> Widgets.all(root(), Label.class).stream().map(Label::getText)
                .anyMatch(text -> text.startsWith(failed) && text.contains("no host at all")
                        && text.contains("What is shown is of an earlier run: " + found)));
    }

    @Test
    void figuresOfTheClusterThatWasWatchedBeforeAreSaidToBeThat() {
        workbench().ui(() -> {
            nodes().observations().show(TestObserved.former());
            workbench().page().showView(Ids.OBSERVE_VIEW);
            ObservePlan plan = new ObservePlan("ocfs2", Duration.ofSeconds(1), Optional.empty(), 5, Optional.empty());
            ObserveNodes.Request request = new ObserveNodes.Request(scenario, NOWHERE, plan, Optional.empty());
            nodes().observations().start("Watching", request, Optional.empty(), access, NodeQuestions.NOBODY);
        });
        awaitSaid("Watching failed: ", "former, gfs2. Rounds: 1.");
        Screenshots.take(workbench(), "observe-failed");
    }

    @Test
    void nodesThatWereFoundBeforeAreSaidToBeThat() {
        workbench().ui(() -> {
            nodes().inventories().show(TestFleet.of(scenario));
            workbench().page().showView(Ids.NODES_VIEW);
            nodes().inventories().take("Asking", Optional.of(scenario), NOWHERE, access, NodeQuestions.NOBODY);
        });
        awaitSaid("Asking failed: ", "2 of 3 nodes answered");
    }
}
