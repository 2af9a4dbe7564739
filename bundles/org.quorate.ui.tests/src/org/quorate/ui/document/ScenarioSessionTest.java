// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.TestScenarios;

class ScenarioSessionTest {

    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);

    @Test
    void aFieldChangesTheTextAndKeepsComments() {
        session.setField("cluster.nodes[1].address", "192.168.1.109", "change of address");
        assertEquals("192.168.1.109", session.scenario().orElseThrow().cluster().nodes().get(1).address());
        assertTrue(session.text().contains("192.168.1.109}   # the second"), session.text());
        assertTrue(session.isDirty());
        assertEquals(Optional.of("change of address"), session.undoName());
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
        assertFalse(session.isDirty());
    }

    @Test
    void lettersTypedIntoOneFieldAreOneStep() {
        session.setField("lun.size", "30 GiB", "change of size");
        session.setField("lun.size", "31 GiB", "change of size");
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
    }

    @Test
    void anEmptyValueTakesAFieldBackToItsDefault() {
        session.setField("mountPoint", "", "change of mount point");
        assertEquals("/srv/data", session.scenario().orElseThrow().mountPoint());
        assertFalse(session.text().contains("mountPoint"));
    }

    @Test
    void aValueThatIsNotAllowedIsRefusedWithItsReason() {
        session.setField("lun.size", "twenty", "change of size");
        assertEquals(TestScenarios.SMALL, session.text());
        assertFalse(session.isDirty());
        ScenarioSession.Refused refused = session.refused().get("lun.size");
        assertEquals("twenty", refused.value());
        List<Problem> problems = session.problems();
        assertEquals("lun.size", problems.get(problems.size() - 1).path());
    }

    @Test
    void aRefusedValueIsTakenOverOnceItIsRight() {
        session.edit("add node", document -> document.with("fileSystems[0].slots", "3"));
        session.setField("fileSystems[0].slots", "1", "change of slots");
        assertTrue(session.refused().containsKey("fileSystems[0].slots"), "fewer slots than nodes");
        String before = session.text();
        session.setField("fileSystems[0].slots", "4", "change of slots");
        assertEquals(Map.of(), session.refused());
        session.undo();
        assertEquals(before, session.text());
    }

    @Test
    void aRefusedValueWaitsForAnotherField() {
        // No closed load has a rate; an open one needs it.
        session.setField("fileSystems[0].slots", "1", "change of slots");
        assertEquals(1, session.refused().size());
        List<Problem> problems = session.edit("remove node2", document -> document.removeItem("cluster.nodes[1]"));
        assertEquals(List.of(), problems);
        assertEquals(Map.of(), session.refused(), "after an edit of the structure paths may mean other items");
    }

    @Test
    void hostileValuesStayValues() {
        for (String hostile : List.of("$(id)", "a: b", "x\n  evil: 1", "'\"", "# no comment", "[1, 2", "😀", "&x", "*x", "!!t")) {
            session.setField("title", hostile, "change of title");
            if (session.refused().isEmpty()) {
                assertEquals(hostile, session.scenario().orElseThrow().title());
                session.undo();
            }
            session.forgetRefused("title");
            assertEquals(TestScenarios.SMALL, session.text());
        }
    }

    @Test
    void typingErrorsShowAsProblemsAndStopForms() {
        session.replaceText("name: [", "typing", "line 0");
        assertTrue(session.document().isEmpty());
        assertFalse(session.problems().isEmpty());
        assertThrows(IllegalStateException.class, () -> session.setField("name", "x", "change of name"));
        session.undo();
        assertTrue(session.document().isPresent());
    }

    @Test
    void savingMakesItClean() {
        session.setField("lun.size", "30 GiB", "change of size");
        session.saved();
        assertFalse(session.isDirty());
        session.undo();
        assertTrue(session.isDirty());
        session.redo();
        assertFalse(session.isDirty());
    }

    @Test
    void structureThatWouldBeInvalidIsNotTaken() {
        List<Problem> problems = session.edit("remove file set", document -> document.removeItem("workload.fileSets[0]"));
        assertFalse(problems.isEmpty());
        assertEquals(TestScenarios.SMALL, session.text());
    }
}
