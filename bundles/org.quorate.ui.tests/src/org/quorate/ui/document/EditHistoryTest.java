// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private final EditHistory<String> history = new EditHistory<>("a");

    @Test
    void goesBackAndForthByName() {
        history.add("add b", null, "ab");
        history.add("add c", null, "abc");
        assertEquals(Optional.of("add c"), history.undoName());
        assertEquals("ab", history.undo());
        assertEquals(Optional.of("add c"), history.redoName());
        assertEquals("a", history.undo());
        assertEquals(Optional.empty(), history.undoName());
        assertEquals("ab", history.redo());
        assertEquals("abc", history.redo());
        assertEquals(Optional.empty(), history.redoName());
    }

    @Test
    void editsOfOneKindAreOneStep() {
        history.add("typing", "line 1", "ab");
        history.add("typing", "line 1", "abc");
        history.add("typing", "line 2", "abcd");
        assertEquals("abc", history.undo());
        assertEquals("a", history.undo());
    }

    @Test
    void aStepThatHasEndedIsNotContinued() {
        history.add("typing", "line 1", "ab");
        history.endStep();
        history.add("typing", "line 1", "abc");
        assertEquals("ab", history.undo());
    }

    @Test
    void whatIsTypedAndTakenBackIsNoStep() {
        history.add("typing", "line 1", "ab");
        history.add("typing", "line 1", "a");
        assertEquals(Optional.empty(), history.undoName());
        assertEquals("a", history.state());
    }

    @Test
    void undoEndsAStep() {
        history.add("typing", "line 1", "ab");
        history.add("typing", "line 2", "abc");
        history.undo();
        history.add("typing", "line 1", "abX");
        assertEquals("ab", history.undo());
    }

    @Test
    void anEditDropsWhatWasUndone() {
        history.add("add b", null, "ab");
        history.undo();
        history.add("add x", null, "ax");
        assertEquals(Optional.empty(), history.redoName());
        assertEquals("a", history.undo());
    }

    @Test
    void anAmendedStateBelongsToItsStep() {
        history.add("add b", null, "ab");
        history.amend("abc");
        assertEquals("abc", history.state());
        assertEquals("a", history.undo());
        assertEquals("abc", history.redo());
    }

    @Test
    void isBounded() {
        for (int i = 0; i < 2 * EditHistory.LONGEST; i++) {
            history.add("edit", null, "state " + i);
        }
        int steps = 0;
        while (history.undoName().isPresent()) {
            history.undo();
            steps++;
        }
        assertEquals(EditHistory.LONGEST - 1, steps);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThrows(IllegalStateException.class, history::undo);
        assertThrows(IllegalStateException.class, history::redo);
    }
}
