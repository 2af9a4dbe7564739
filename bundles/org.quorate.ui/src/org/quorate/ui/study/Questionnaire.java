// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What is to be asked before a study of one kind can be started on one scenario. Immutable, thread-safe. */
public interface Questionnaire {

    /** What the study is called, as in the menu. */
    String title();

    /** What it finds out, one or two sentences. */
    String intro();

    /** The page of the help, as in {@code help/contexts.xml}. */
    default String help() {
        return "studies";
    }

    /**
     * The questions with the present answers.
     *
     * @param entered by key; questions without an entry have their defaults
     */
    List<Question> questions(Map<String, String> entered);

    /** Keys of questions whose answers are to be forgotten when that one is answered anew: their defaults depend on it. */
    default Set<String> dependents(String key) {
        return Set.of();
    }

    /**
     * Finds the defaults that take a while; in a background thread. Until then {@link #questions} leaves them empty.
     *
     * @param answers   to all questions
     * @param cancelled asked now and then
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    default void prepare(Map<String, String> answers, BooleanSupplier cancelled) {
        // Most defaults are at hand.
    }

    /**
     * Checks the answers as the use case does; takes a millisecond for each point of a study.
     *
     * @param answers   to all questions
     * @param cancelled asked now and then
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Reply check(Map<String, String> answers, BooleanSupplier cancelled);
}
