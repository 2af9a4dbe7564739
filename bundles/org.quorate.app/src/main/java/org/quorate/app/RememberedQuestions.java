// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a person once for what several connections need; wiped when it is closed, and nobody is asked any more. Thread-safe. */
public final class RememberedQuestions implements NodeQuestions, AutoCloseable {

    /** As those who ask begin it when the former answer was wrong. */
    private static final String WRONG = "Wrong. ";

    private final NodeQuestions questions;
    /** Held while a person is asked; closing does not wait for that. */
    private final Object asking = new Object();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<Asker, Long> given = new HashMap<>();
    private long number;
    private boolean closed;

    /** What a person typed, as which answer of all. */
    private record Answer(char[] text, long number) {
        void wipe() {
            Arrays.fill(text, '\0');
        }
    }

    /** A connection asks in one thread, again too. */
    private record Asker(long thread, String whose) {
        static Asker of(String whose) {
            return new Asker(Thread.currentThread().getId(), whose);
        }
    }

    /** @param questions that ask */
    public RememberedQuestions(NodeQuestions questions) {
        this.questions = questions;
    }

    @Override
    public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
        synchronized (asking) {
            return !isClosed() && questions.accept(host, login, type, fingerprint, remarks);
        }
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        boolean wrong = prompt.startsWith(WRONG);
        String whose = wrong ? prompt.substring(WRONG.length()) : prompt;
        synchronized (asking) {
            if (wrong) {
                forgetWrong(whose);
            }
            Optional<char[]> known = known(whose);
            return known.isPresent() || isClosed() ? known : questions.secret(prompt).filter(answer -> keep(whose, answer));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Optional<char[]> known(String whose) {
        Optional<Answer> known = Optional.ofNullable(answers.get(whose));
        known.ifPresent(answer -> given.put(Asker.of(whose), answer.number()));
        return known.map(answer -> answer.text().clone());
    }

    /** False: it came too late, and is wiped. */
    private synchronized boolean keep(String whose, char[] text) {
        if (closed) {
            Arrays.fill(text, '\0');
        } else {
            number++;
            answers.put(whose, new Answer(text.clone(), number));
            given.put(Asker.of(whose), number);
        }
        return !closed;
    }

    /** Of several who were given the wrong one at the same time, the first has asked anew, and that answer is none of those that were wrong. */
    private synchronized void forgetWrong(String whose) {
        Answer answer = answers.get(whose);
        if (answer != null && answer.number() == given.getOrDefault(Asker.of(whose), answer.number())) {
            answers.remove(whose).wipe();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        answers.values().forEach(Answer::wipe);
        answers.clear();
        given.clear();
    }
}
