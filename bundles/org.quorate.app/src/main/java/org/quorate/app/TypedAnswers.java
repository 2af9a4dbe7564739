// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets that a person typed, by whose they are; once they are wiped, none is kept any more. Thread-safe. */
final class TypedAnswers {

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<Asker, Long> given = new HashMap<>();
    private long number;
    private boolean wiped;

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

    /** A copy, which is wiped by who gets it. */
    synchronized Optional<char[]> known(String whose) {
        Optional<Answer> known = Optional.ofNullable(answers.get(whose));
        known.ifPresent(answer -> given.put(Asker.of(whose), answer.number()));
        return known.map(answer -> answer.text().clone());
    }

    /** Keeps a copy, and remembers that this thread has it. */
    synchronized void keep(String whose, char[] text) {
        if (!wiped) {
            number++;
            answers.put(whose, new Answer(text.clone(), number));
            given.put(Asker.of(whose), number);
        }
    }

    /** Of several who were given the wrong one at the same time, the first has asked anew, and that answer is none that was wrong. */
    synchronized void forgetWrong(String whose) {
        Answer answer = answers.get(whose);
        if (answer != null && answer.number() == given.getOrDefault(Asker.of(whose), answer.number())) {
            answers.remove(whose).wipe();
        }
    }

    synchronized boolean areWiped() {
        return wiped;
    }

    synchronized void wipe() {
        wiped = true;
        answers.values().forEach(Answer::wipe);
        answers.clear();
        given.clear();
    }
}
