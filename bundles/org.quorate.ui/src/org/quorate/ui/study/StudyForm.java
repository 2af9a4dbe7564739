// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The questions of a study while they are answered. Used by one thread, but for {@link #check}. */
public final class StudyForm {

    /**
     * What a check gave.
     *
     * @param questions with all defaults
     * @param reply     to the answers
     */
    public record Checked(List<Question> questions, Reply reply) {

        public Checked {
            questions = List.copyOf(questions);
        }
    }

    private final Questionnaire questionnaire;
    private final Map<String, String> entered = new HashMap<>();
    private List<Question> questions;

    public StudyForm(Questionnaire questionnaire) {
        this(questionnaire, Map.of());
    }

    /** @param before what was entered when the same was asked before, see {@link #entered} */
    public StudyForm(Questionnaire questionnaire, Map<String, String> before) {
        this.questionnaire = questionnaire;
        entered.putAll(before);
        questions = questionnaire.questions(entered());
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** With their answers; defaults that take a while come with a check. */
    public List<Question> questions() {
        return questions;
    }

    /** Answers a question; questions that depend on it have their defaults again. */
    public void enter(String key, String value) {
        entered.put(key, value);
        entered.keySet().removeAll(questionnaire.dependents(key));
        questions = questionnaire.questions(entered());
    }

    /** What was entered so far, by key. */
    public Map<String, String> entered() {
        return Map.copyOf(entered);
    }

    /** To all questions. */
    public Map<String, String> answers() {
        return answers(questions);
    }

    private static Map<String, String> answers(List<Question> questions) {
        return questions.stream().collect(Collectors.toMap(Question::key, Question::value));
    }

    /**
     * Finds the defaults and checks the answers; in a background thread.
     *
     * @param given     what {@link #entered} was
     * @param cancelled asked now and then
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Checked check(Map<String, String> given, BooleanSupplier cancelled) {
        questionnaire.prepare(answers(questionnaire.questions(given)), cancelled);
        List<Question> complete = questionnaire.questions(given);
        return new Checked(complete, questionnaire.check(answers(complete), cancelled));
    }

    /** Takes over the defaults that a check found, unless something was entered since. */
    public void take(Checked checked) {
        questions = checked.questions();
    }
}
