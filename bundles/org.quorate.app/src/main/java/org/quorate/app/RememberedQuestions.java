// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a person once for what several connections of one run need; wiped when it is closed. Thread-safe. */
final class RememberedQuestions implements NodeQuestions, AutoCloseable {

    /** As those who ask begin it when the former answer was wrong. */
    private static final String WRONG = "Wrong. ";

    private final NodeQuestions questions;
    private final Map<String, char[]> answers = new HashMap<>();

    RememberedQuestions(NodeQuestions questions) {
        this.questions = questions;
    }

    @Override
    public synchronized boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
        return questions.accept(host, login, type, fingerprint, remarks);
    }

    @Override
    public synchronized Optional<char[]> secret(String prompt) {
        boolean wrong = prompt.startsWith(WRONG);
        String whose = wrong ? prompt.substring(WRONG.length()) : prompt;
        if (wrong) {
            forget(answers.remove(whose));
        } else if (answers.containsKey(whose)) {
            return Optional.of(answers.get(whose).clone());
        }
        Optional<char[]> answer = questions.secret(prompt);
        answer.ifPresent(secret -> answers.put(whose, secret.clone()));
        return answer;
    }

    private static void forget(char[] answer) {
        if (answer != null) {
            Arrays.fill(answer, '\0');
        }
    }

    @Override
    public synchronized void close() {
        answers.values().forEach(RememberedQuestions::forget);
        answers.clear();
    }
}
