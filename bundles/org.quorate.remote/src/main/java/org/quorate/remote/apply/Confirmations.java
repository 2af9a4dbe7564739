// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.List;
import java.util.Optional;

/** A person who confirms what cannot be taken back, by typing a word. Asked by the thread of the run, one question at a time. */
public interface Confirmations {

    /** Nobody confirms anything. */
    Confirmations NOBODY = question -> Optional.empty();

    /** What is confirmed. */
    enum Kind {
        /** That the nodes are changed; before anything is. The word is the cluster's name. */
        CHANGE,
        /** That steps are taken back; before any is. The word is the cluster's name. */
        UNDO,
        /** That nodes are restarted, once each, to try their fencing. The word is the cluster's name. */
        RESTART,
        /** That a LUN is formatted. The word is its whole WWID. */
        FORMAT,
        /** That nobody will know what became of a step on a node that has left the scenario; before anything is changed. The word is its name. */
        FORGET
    }

    /**
     * What is asked.
     *
     * @param kind of confirmation
     * @param word that is to be typed
     * @param why  what will happen, a line each; safe to print
     */
    record Question(Kind kind, String word, List<String> why) {
        public Question {
            why = List.copyOf(why);
        }
    }

    /** What was typed; empty: nobody is there, or who is there does not want it. Only exactly the word confirms. */
    Optional<String> typed(Question question);
}
