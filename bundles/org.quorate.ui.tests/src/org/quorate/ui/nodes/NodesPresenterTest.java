// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.advice.Severity;
import org.quorate.app.QuorateApp;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;

class NodesPresenterTest {

    private final QuorateApp app = new QuorateApp(1);
    private final NodesPresenter presenter = new NodesPresenter(app.inventoryNodes(), app.adviseScenario());
    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
    private final Inventories.Taken taken = TestFleet.of(session.scenario().orElseThrow());

    private Fact fact(String title) {
        return presenter.facts(false).stream().filter(fact -> fact.title().equals(title)).findFirst().orElseThrow();
    }

    private List<NodesPresenter.Item> fixable() {
        return presenter.items().stream().filter(NodesPresenter.Item::isFixable).toList();
    }

    @Test
    void beforeAnInventoryThereIsNothing() {
        presenter.refresh(Optional.empty(), Optional.of(session));
        assertEquals(List.of(), presenter.items());
        assertEquals(List.of(), presenter.facts(false));
        assertEquals(List.of(), presenter.forms());
        assertEquals("", presenter.summary());
    }

    @Test
    void whatDiffersAndWhatIsThereTwiceIsMarked() {
        presenter.refresh(Optional.of(taken), Optional.of(session));
        assertEquals(List.of("node1", "node2"), presenter.nodes());
        Fact kernel = fact(NodesMessages.Fact_kernel);
        assertEquals(NodesMessages.Fact_differs, NodesPresenter.compared(kernel));
        assertEquals(List.of("6.1.0-25-amd64", "≠ 6.1.0-27-amd64"), List.of(NodesPresenter.cell(kernel, 0), NodesPresenter.cell(kernel, 1)));
        Fact initiator = fact(NodesMessages.Fact_initiator);
        assertEquals(NodesMessages.Fact_twice, NodesPresenter.compared(initiator));
        assertTrue(NodesPresenter.cell(initiator, 0).startsWith("= iqn."));
        assertEquals("", NodesPresenter.compared(fact(NodesMessages.Fact_os)));
        assertFalse(fact("eth0").isOdd(), "addresses differ as they should");
        assertTrue(presenter.facts(true).stream().allMatch(Fact::isOdd));
        assertTrue(presenter.facts(true).size() < presenter.facts(false).size());
        assertEquals("–", NodesPresenter.cell(fact(NodesMessages.Fact_remarks), 0));
    }

    @Test
    void oneNodeDiffersFromMostAndNotMostFromOne() {
        Fact fact = new Fact("", "x", Fact.Rule.SAME, List.of(Fact.Cell.of("a"), Fact.Cell.of("b"), Fact.Cell.of("b")));
        assertEquals(List.of(true, false, false), List.of(fact.isOdd(0), fact.isOdd(1), fact.isOdd(2)));
        Fact none = new Fact("", "x", Fact.Rule.OWN, List.of(Fact.Cell.NONE, Fact.Cell.NONE));
        assertFalse(none.isOdd(), "nothing is not the same thing twice");
    }

    @Test
    void nodesThatDidNotAnswerComeFirstWithTheReason() {
        presenter.refresh(Optional.of(taken), Optional.of(session));
        NodesPresenter.Item first = presenter.items().get(0);
        assertTrue(first.title().startsWith("gone"));
        assertEquals(Severity.CRITICAL, first.severity());
        assertTrue(first.details().contains("connection refused"));
        assertTrue(presenter.summary().startsWith("2 of 3 nodes answered"), presenter.summary());
        assertTrue(presenter.items().stream().anyMatch(item -> item.details().contains("Match is not supported")), "remarks on the configuration");
    }

    @Test
    void fixesAreOneStepThatUndoNamesAndTheComparisonFollows() {
        presenter.refresh(Optional.of(taken), Optional.of(session));
        List<NodesPresenter.Item> before = fixable();
        assertTrue(before.size() > 1, before.toString());
        assertTrue(presenter.canFix(before));
        assertEquals(List.of(), presenter.fix(before));
        assertEquals("fixes of " + before.size() + " findings", session.undoName().orElseThrow());
        assertTrue(session.text().contains("# the second"), "comments stay");
        presenter.refresh(Optional.of(taken), Optional.of(session));
        assertEquals(List.of(), fixable());
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
        presenter.refresh(Optional.of(taken), Optional.of(session));
        assertEquals(before, fixable());
        presenter.fix(List.of(before.get(0)));
        assertEquals("fix of: " + before.get(0).title(), session.undoName().orElseThrow());
    }

    @Test
    void anotherScenarioIsNotChanged() {
        ScenarioSession other = new ScenarioSession("other.yaml", TestScenarios.SMALL.replace("name: small", "name: other"));
        presenter.refresh(Optional.of(taken), Optional.of(other));
        assertFalse(presenter.canFix(fixable()));
        assertEquals(List.of(), presenter.fix(fixable()));
        assertTrue(other.undoName().isEmpty());
        assertTrue(presenter.summary().contains("Open small"), presenter.summary());
    }

    @Test
    void itIsWrittenAsCsvAndJson() {
        presenter.refresh(Optional.of(taken), Optional.empty());
        assertEquals(List.of("csv", "json"), presenter.forms().stream().map(form -> form.extension()).toList());
        assertEquals("small-nodes", presenter.fileName());
    }
}
