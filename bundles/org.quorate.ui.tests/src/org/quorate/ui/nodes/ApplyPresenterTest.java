// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.quorate.app.ApplyExport;
import org.quorate.app.ApplyReport;
import org.quorate.app.NodeQuestions;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;

class ApplyPresenterTest {

    private static final String EDITED = TestScenarios.SMALL.replace("192.168.1.102", "192.168.1.103");

    private final Scenario scenario = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow().scenario();
    private final TestApplier applier = new TestApplier();
    private final Applies applies = new Applies(new QuorateApp(1).exportScripts(), applier, Path.of("/audit"), new NodeRuns());
    private final ApplyPresenter presenter = new ApplyPresenter(applies);
    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);

    /** It has what there is now. */
    private ApplyPresenter presenter() {
        presenter.refresh();
        return presenter;
    }

    private void prepare(String label) {
        applies.prepare(PlannedScenario.of(session).orElseThrow(), label);
    }

    private ApplyBoard board() {
        return applies.shown().board().orElseThrow();
    }

    private Optional<NodeRun<ApplyReport>> start(Applies.Prepared from, Verb verb, boolean resume, Confirmations confirmations) {
        return applies.start(from, "test", verb, resume, Map.of(), new ReachPresenter(Optional.of(scenario), Reach.USUAL).access(),
                new ApplyExport.Watch(NodeQuestions.NOBODY, confirmations, ApplyListener.SILENT, remark -> { }));
    }

    private void run(Verb verb, boolean resume, Confirmations confirmations) throws InterruptedException {
        assertTrue(start(applies.prepared().orElseThrow(), verb, resume, confirmations).isPresent());
        await();
    }

    private void await() throws InterruptedException {
        while (applies.isRunning()) {
            Thread.sleep(5);
        }
    }

    private Step step(int index) {
        return board().steps().get(index);
    }

    @Test
    void beforeAPlanNothingCanBegin() {
        assertFalse(presenter().canStart());
        assertEquals("", presenter().summary());
        assertEquals(List.of(), presenter().labels());
        assertEquals(Path.of("/audit"), presenter().audit());
    }

    @Test
    void thePlanIsShownBeforeAnythingBegins() {
        prepare("ocfs2");
        assertTrue(presenter().canStart());
        assertEquals(List.of("ocfs2", "gfs2"), presenter().labels());
        assertTrue(presenter().summary().contains("Nothing has begun"), presenter().summary());
        assertEquals("· not begun", ApplyPresenter.cell(board(), step(0), "node1"));
        assertTrue(ApplyPresenter.log(board(), step(0), "node1").contains(step(0).why()));
        assertTrue(board().steps().stream().map(ApplyPresenter::risk).anyMatch(NodesMessages.Apply_formats::equals));
        assertEquals(List.of(), applier.jobs);
    }

    @Test
    void aDryRunTellsWhatWouldChange() throws InterruptedException {
        prepare("ocfs2");
        applier.goOn.countDown();
        run(Verb.PLAN, false, Confirmations.NOBODY);
        assertEquals("= done already", ApplyPresenter.cell(board(), step(0), "node1"));
        assertEquals("~ would change", ApplyPresenter.cell(board(), step(1), "node1"));
        assertTrue(ApplyPresenter.log(board(), step(1), "node1").contains("looking at " + step(1).id()));
        assertTrue(presenter().summary().startsWith("Nothing speaks against it."), presenter().summary());
    }

    @Test
    void aFailureSaysWhatWasAndWasNotDone() throws InterruptedException {
        prepare("ocfs2");
        applier.goOn.countDown();
        run(Verb.APPLY, true, question -> Optional.of(question.word()));
        assertTrue(applier.jobs.get(0).resume());
        assertEquals("✓ done", ApplyPresenter.cell(board(), step(1), applier.jobs.get(0).places(step(1)).get(0)));
        String place = applier.jobs.get(0).places(step(2)).get(0);
        assertEquals("✗ failed", ApplyPresenter.cell(board(), step(2), place));
        assertTrue(ApplyPresenter.isBad(board(), step(2), place));
        assertEquals(Optional.of(new ApplyBoard.Place(step(2).id(), place)), presenter().firstBad());
        assertTrue(ApplyPresenter.log(board(), step(2), place).contains("exit code 1"), ApplyPresenter.log(board(), step(2), place));
        assertEquals("· not begun", ApplyPresenter.cell(board(), step(3), applier.jobs.get(0).places(step(3)).get(0)));
        assertTrue(presenter().summary().startsWith("It failed. " + step(2).title()), presenter().summary());
        assertEquals(Path.of("/var/log/quorate/none.jsonl"), presenter().audit());
        assertTrue(presenter().canStart(), "it can be resumed");
    }

    @Test
    void withoutAConfirmationNothingIsDone() throws InterruptedException {
        prepare("ocfs2");
        run(Verb.APPLY, false, Confirmations.NOBODY);
        assertTrue(presenter().summary().startsWith(NodesMessages.Apply_unconfirmed));
        assertEquals("· not begun", ApplyPresenter.cell(board(), step(0), applier.jobs.get(0).places(step(0)).get(0)));
    }

    @Test
    void aRunThatBreaksOffIsNotSaidToHaveBegunNothing() throws InterruptedException {
        prepare("ocfs2");
        applies.doneBy((job, planned, hosts, access, watch, progress) -> {
            throw new IOException("the log cannot be written");
        });
        run(Verb.APPLY, false, Confirmations.NOBODY);
        assertEquals(NodeRun.State.FAILED, applies.shown().run().orElseThrow().state());
        assertEquals(NodesMessages.Apply_broken_off, presenter().summary());
    }

    @Test
    void aFileSystemWithoutScriptsSaysWhy() {
        prepare("gfs2");
        assertFalse(presenter().canStart());
        assertTrue(presenter().refusal().contains("•"), presenter().refusal());
    }

    @Test
    void undoShowsTheLastStepFirst() throws InterruptedException {
        prepare("ocfs2");
        String first = step(0).id();
        applier.goOn.countDown();
        run(Verb.UNDO, false, question -> Optional.of(question.word()));
        List<Step> steps = board().steps();
        assertEquals(first, steps.get(steps.size() - 1).id());
    }

    @Test
    void nothingBeginsWithAPlanOfAnEarlierScenario() {
        prepare("ocfs2");
        assertFalse(presenter().isStale());
        session.replaceText(EDITED, "", this);
        assertTrue(presenter().isStale());
        assertFalse(presenter().canStart());
        session.replaceText("name: small", "", this);
        assertTrue(presenter().isStale(), "a text with errors is another one, too");
        assertEquals(Optional.empty(), presenter().again());
        session.replaceText(TestScenarios.SMALL, "", this);
        assertTrue(presenter().canStart(), "what was taken back is what was planned");
        session.replaceText(EDITED, "", this);
        applies.prepare(presenter().again().orElseThrow(), "ocfs2");
        assertFalse(presenter().isStale());
        assertTrue(presenter().canStart());
    }

    @Test
    void whatIsPlannedAgainIsTheSameFileSystemIfThereStillIsOne() {
        prepare("gfs2");
        session.replaceText(TestScenarios.SMALL.replace("journals: 3", "journals: 4"), "", this);
        applies.prepare(presenter().again().orElseThrow());
        assertEquals("gfs2", presenter().label());
        session.replaceText(TestScenarios.SMALL.replace("  - type: gfs2\n    journals: 3\n", ""), "", this);
        assertEquals(List.of("ocfs2"), presenter().labels(), "what is gone cannot be planned");
        applies.prepare(presenter().again().orElseThrow());
        assertEquals("ocfs2", presenter().label());
        assertTrue(presenter().canStart());
    }

    /** Whatever a view shows, and in whichever window: the plan itself knows. */
    @Test
    void aPlanWhoseScenarioWasEditedIsRefusedAtItsStart() throws InterruptedException {
        prepare("ocfs2");
        Applies.Prepared shown = applies.prepared().orElseThrow();
        AtomicInteger told = new AtomicInteger();
        applies.onChange(told::incrementAndGet);
        session.replaceText(EDITED, "", this);
        assertEquals(1, told.get(), "views are told");
        assertEquals(Optional.empty(), start(shown, Verb.PLAN, false, Confirmations.NOBODY));
        assertEquals(Optional.empty(), applies.shown().run());
        session.undo();
        assertEquals(2, told.get());
        applier.goOn.countDown();
        run(Verb.PLAN, false, Confirmations.NOBODY);
    }

    /** As it is asked for in the user interface's thread and planned in another. */
    @Test
    void whatIsEditedWhileItIsPlannedIsStale() throws InterruptedException {
        PlannedScenario asked = PlannedScenario.of(session).orElseThrow();
        session.replaceText(EDITED, "", this);
        Thread late = new Thread(() -> applies.prepare(asked, "ocfs2"));
        late.start();
        late.join();
        assertTrue(presenter().isStale());
    }

    @Test
    void aPlanThatIsGoneIsToldOfNoEdits() {
        prepare("ocfs2");
        Applies.Prepared former = applies.prepared().orElseThrow();
        prepare("ocfs2");
        session.replaceText(EDITED, "", this);
        assertFalse(former.from().isStale(), "nobody asks it any more");
        assertTrue(presenter().isStale());
    }

    @Test
    void whatNobodyEditsIsNotStale() {
        applies.prepare(PlannedScenario.of(scenario), "ocfs2");
        session.replaceText(EDITED, "", this);
        assertTrue(presenter().canStart());
        assertEquals(scenario, presenter().again().orElseThrow().scenario());
        applies.follow(session, open -> true);
        assertTrue(presenter().isStale(), "a result's scenario is open, and says something else");
    }

    @Test
    void aScenarioThatIsClosedAndOpenedAgainIsFollowed() {
        prepare("ocfs2");
        ScenarioSession again = new ScenarioSession("small.yaml", TestScenarios.SMALL);
        applies.follow(again, open -> open != session);
        assertTrue(presenter().canStart());
        again.replaceText(EDITED, "", this);
        assertFalse(presenter().canStart());
    }

    /** A copy of its file has the same name. */
    @Test
    void anotherScenarioInFrontLeavesThePlan() {
        prepare("ocfs2");
        applies.follow(new ScenarioSession("other.yaml", TestScenarios.SMALL.replace("name: small", "name: other")), open -> false);
        ScenarioSession copy = new ScenarioSession("copy.yaml", TestScenarios.SMALL);
        applies.follow(copy, open -> true);
        copy.replaceText(EDITED, "", this);
        assertTrue(presenter().canStart());
        session.replaceText(EDITED, "", this);
        copy.replaceText(TestScenarios.SMALL, "", this);
        applies.follow(copy, open -> true);
        assertFalse(presenter().canStart(), "what the copy says does not matter while the scenario itself is open");
    }

    @Test
    void nothingBeginsThatIsNotTheCurrentPlan() throws InterruptedException {
        prepare("ocfs2");
        Applies.Prepared shown = applies.prepared().orElseThrow();
        prepare("ocfs2");
        assertEquals(Optional.empty(), start(shown, Verb.PLAN, false, Confirmations.NOBODY), "it was planned anew while a dialog was open");
        assertEquals(Optional.empty(), applies.shown().run());
        NodeRun<ApplyReport> run = start(applies.prepared().orElseThrow(), Verb.PLAN, false, Confirmations.NOBODY).orElseThrow();
        assertEquals(Optional.empty(), start(applies.prepared().orElseThrow(), Verb.APPLY, false, Confirmations.NOBODY), "another window began");
        ApplyBoard board = board();
        prepare("gfs2");
        assertSame(board, board(), "a plan that is late does not take the place of what runs");
        assertEquals("ocfs2", applies.prepared().orElseThrow().label());
        assertFalse(applies.isChanging());
        run.cancel();
        await();
        assertTrue(presenter().summary().startsWith(NodesMessages.Apply_plan_interrupted), presenter().summary());
    }

    /** A plan that was asked for before a run began, and is made after that. */
    @Test
    void aPlanThatIsMadeWhileSomethingBeginsIsDropped() throws InterruptedException {
        prepare("ocfs2");
        for (int i = 0; i < 50; i++) {
            Applies.Prepared planned = applies.prepared().orElseThrow();
            Thread late = new Thread(() -> prepare("gfs2"));
            late.start();
            Optional<NodeRun<ApplyReport>> run = start(planned, Verb.PLAN, false, Confirmations.NOBODY);
            late.join();
            Applies.Shown now = applies.shown();
            assertEquals(run.isPresent(), now.isRunning());
            assertEquals(run.isPresent() ? "ocfs2" : "gfs2", now.prepared().orElseThrow().label());
            run.ifPresent(NodeRun::cancel);
            await();
            prepare("ocfs2");
        }
    }
}
