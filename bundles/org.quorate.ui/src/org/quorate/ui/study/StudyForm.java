// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The questions of a study while they are answered. Used by one thread. */
public final class StudyForm {

    private final Questionnaire questionnaire;
    private final Map<String, String> entered = new HashMap<>();
    /** Kept, because the defaults among them are found by trying what the use case allows. */
    private List<Question> questions;

    public StudyForm(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questions = questionnaire.questions(Map.of());
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public List<Question> questions() {
        return questions;
    }

    /** Answers a question; questions that depend on it have their defaults again. */
    public void enter(String key, String value) {
        entered.put(key, value);
        entered.keySet().removeAll(questionnaire.dependents(key));
        questions = questionnaire.questions(Map.copyOf(entered));
    }

    /** To all questions. */
    public Map<String, String> answers() {
        return questions.stream().collect(Collectors.toMap(Question::key, Question::value));
    }
}
