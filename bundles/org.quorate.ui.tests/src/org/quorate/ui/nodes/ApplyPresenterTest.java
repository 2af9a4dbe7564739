// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.app.ApplyExport;
import org.quorate.app.NodeQuestions;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.TestScenarios;

class ApplyPresenterTest {

    private final Scenario scenario = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow().scenario();
    private final TestApplier applier = new TestApplier();
    private final Applies applies = new Applies(new QuorateApp(1).exportScripts(), applier, Path.of("/audit"), new NodeRuns());
    private final ApplyPresenter presenter = new ApplyPresenter(applies);

    private void run(Verb verb, boolean resume, Confirmations confirmations) throws InterruptedException {
        applies.start("test", verb, resume, Map.of(), new ReachPresenter(Optional.of(scenario), Reach.USUAL).access(),
                new ApplyExport.Watch(NodeQuestions.NOBODY, confirmations, ApplyListener.SILENT, remark -> { }));
        while (applies.isRunning()) {
            Thread.sleep(5);
        }
    }

    private Step step(int index) {
        return applies.board().orElseThrow().steps().get(index);
    }

    @Test
    void beforeAPlanNothingCanBegin() {
        assertFalse(presenter.canStart());
        assertEquals("", presenter.summary());
        assertEquals(List.of(), presenter.labels());
        assertEquals(Path.of("/audit"), presenter.audit());
    }

    @Test
    void thePlanIsShownBeforeAnythingBegins() {
        applies.prepare(scenario, "ocfs2");
        assertTrue(presenter.canStart());
        assertEquals(List.of("ocfs2", "gfs2"), presenter.labels());
        assertTrue(presenter.summary().contains("Nothing has begun"), presenter.summary());
        assertEquals("· not begun", presenter.cell(step(0), "node1"));
        assertTrue(presenter.log(step(0), "node1").contains(step(0).why()));
        assertTrue(applies.board().orElseThrow().steps().stream().map(ApplyPresenter::risk).anyMatch(NodesMessages.Apply_formats::equals));
        assertEquals(List.of(), applier.jobs);
    }

    @Test
    void aDryRunTellsWhatWouldChange() throws InterruptedException {
        applies.prepare(scenario, "ocfs2");
        applier.goOn.countDown();
        run(Verb.PLAN, false, Confirmations.NOBODY);
        assertEquals("= done already", presenter.cell(step(0), "node1"));
        assertEquals("~ would change", presenter.cell(step(1), "node1"));
        assertTrue(presenter.log(step(1), "node1").contains("looking at " + step(1).id()));
        assertTrue(presenter.summary().startsWith("Nothing speaks against it."), presenter.summary());
    }

    @Test
    void aFailureSaysWhatWasAndWasNotDone() throws InterruptedException {
        applies.prepare(scenario, "ocfs2");
        applier.goOn.countDown();
        run(Verb.APPLY, true, question -> Optional.of(question.word()));
        assertTrue(applier.jobs.get(0).resume());
        assertEquals("✓ done", presenter.cell(step(1), applier.jobs.get(0).places(step(1)).get(0)));
        String place = applier.jobs.get(0).places(step(2)).get(0);
        assertEquals("✗ failed", presenter.cell(step(2), place));
        assertTrue(presenter.isBad(step(2), place));
        assertEquals(Optional.of(new ApplyBoard.Place(step(2).id(), place)), presenter.firstBad());
        assertTrue(presenter.log(step(2), place).contains("exit code 1"), presenter.log(step(2), place));
        assertEquals("· not begun", presenter.cell(step(3), applier.jobs.get(0).places(step(3)).get(0)));
        assertTrue(presenter.summary().startsWith("It failed. " + step(2).title()), presenter.summary());
        assertEquals(Path.of("/var/log/quorate/none.jsonl"), presenter.audit());
        assertTrue(presenter.canStart(), "it can be resumed");
    }

    @Test
    void withoutAConfirmationNothingIsDone() throws InterruptedException {
        applies.prepare(scenario, "ocfs2");
        run(Verb.APPLY, false, Confirmations.NOBODY);
        assertTrue(presenter.summary().startsWith(NodesMessages.Apply_unconfirmed));
        assertEquals("· not begun", presenter.cell(step(0), applier.jobs.get(0).places(step(0)).get(0)));
    }

    @Test
    void aFileSystemWithoutScriptsSaysWhy() {
        applies.prepare(scenario, "gfs2");
        assertFalse(presenter.canStart());
        assertTrue(presenter.refusal().contains("•"), presenter.refusal());
    }

    @Test
    void undoShowsTheLastStepFirst() throws InterruptedException {
        applies.prepare(scenario, "ocfs2");
        String first = step(0).id();
        applier.goOn.countDown();
        run(Verb.UNDO, false, question -> Optional.of(question.word()));
        List<Step> steps = applies.board().orElseThrow().steps();
        assertEquals(first, steps.get(steps.size() - 1).id());
    }
}
