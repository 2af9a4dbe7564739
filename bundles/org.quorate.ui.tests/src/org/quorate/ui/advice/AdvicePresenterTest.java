// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.app.QuorateApp;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;

class AdvicePresenterTest {

    private final KnownAdvice known = new KnownAdvice();
    private final AdvicePresenter presenter = new AdvicePresenter(new QuorateApp(1).adviseScenario(), known);
    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);

    private Finding fixable() {
        return presenter.findings().stream().filter(finding -> finding.fix().isPresent()).findFirst().orElseThrow();
    }

    @Test
    void aFixIsOneStepThatUndoNamesAndTakesBack() {
        presenter.refresh(Optional.of(session));
        Finding finding = fixable();
        assertEquals(List.of(), presenter.apply(finding));
        assertEquals("fix of: " + finding.title(), session.undoName().orElseThrow());
        assertTrue(session.text().contains("# the second"), "comments stay");
        presenter.refresh(Optional.of(session));
        assertFalse(presenter.findings().contains(finding));
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
        assertTrue(session.undoName().isEmpty());
    }

    @Test
    void whatWasSimulatedIsKnownUntilTheScenarioIsAnotherOne() {
        presenter.refresh(Optional.of(session));
        assertTrue(presenter.summary().contains("need figures"), presenter.summary());
        known.add(session.scenario().orElseThrow(), new Advice(Advice.FORMAT, "small", "A small scenario", Optional.empty(), List.of(), List.of()));
        presenter.refresh(Optional.of(session));
        assertEquals(Messages.Advice_none + " " + Messages.Advice_complete, presenter.summary());
        session.setField("lun.queueDepth", "16", "Queue depth");
        presenter.refresh(Optional.of(session));
        assertTrue(presenter.summary().contains("need figures"), presenter.summary());
        session.undo();
        presenter.refresh(Optional.of(session));
        assertEquals(List.of(), presenter.findings());
    }

    @Test
    void aFindingOfAnotherScenarioIsNotApplied() {
        presenter.refresh(Optional.of(session));
        Finding finding = fixable();
        presenter.apply(finding);
        presenter.refresh(Optional.of(session));
        String once = session.text();
        presenter.apply(finding);
        assertEquals(once, session.text());
    }

    @Test
    void itSaysWhyThereIsNothing() {
        presenter.refresh(Optional.empty());
        assertEquals(Messages.Problems_no_editor, presenter.summary());
        session.replaceText("name: [", "typing", null);
        presenter.refresh(Optional.of(session));
        assertEquals(Messages.Advice_blocked, presenter.summary());
        assertEquals(List.of(), presenter.findings());
    }

    @Test
    void detailsGiveReasonsEvidenceAndTheLinesOfTheFix() {
        presenter.refresh(Optional.of(session));
        Finding finding = fixable();
        String details = AdvicePresenter.details(finding);
        assertTrue(details.startsWith(finding.explanation()));
        assertTrue(details.contains(finding.fix().orElseThrow().changes().get(0).line()), details);
    }
}
