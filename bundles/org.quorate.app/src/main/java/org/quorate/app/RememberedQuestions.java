// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks a person once for what several connections need; wiped when it is closed, and nobody is asked any more. Thread-safe. */
public final class RememberedQuestions implements NodeQuestions, AutoCloseable {

    /** As those who ask begin it when the former answer was wrong. */
    private static final String WRONG = "Wrong. ";

    private final NodeQuestions questions;
    /** Held while a person is asked; closing does not wait for that. */
    private final Object asking;
    private final TypedAnswers answers;
    private final boolean whole;
    private volatile boolean closed;

    /** @param questions that ask */
    public RememberedQuestions(NodeQuestions questions) {
        this(questions, new Object(), new TypedAnswers(), true);
    }

    private RememberedQuestions(NodeQuestions questions, Object asking, TypedAnswers answers, boolean whole) {
        this.questions = questions;
        this.asking = asking;
        this.answers = answers;
        this.whole = whole;
    }

    /**
     * For one piece of work. Of questions that are remembered beyond it, it has the very answers: who has two memories, one behind the
     * other, is given a wrong answer again that only the nearer one has forgotten. Closing it leaves them to the next piece.
     */
    static RememberedQuestions of(NodeQuestions questions) {
        return questions instanceof RememberedQuestions beyond
                ? new RememberedQuestions(beyond.questions, beyond.asking, beyond.answers, false) : new RememberedQuestions(questions);
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
            if (isClosed()) {
                return Optional.empty();
            }
            if (wrong) {
                answers.forgetWrong(whose);
            }
            Optional<char[]> known = answers.known(whose);
            return known.isPresent() ? known : questions.secret(prompt).filter(answer -> keep(whose, answer));
        }
    }

    private boolean isClosed() {
        return closed || answers.areWiped();
    }

    /** False: it came too late, and is wiped. */
    private boolean keep(String whose, char[] text) {
        answers.keep(whose, text);
        boolean late = isClosed();
        if (late) {
            Arrays.fill(text, '\0');
        }
        return !late;
    }

    @Override
    public void close() {
        closed = true;
        if (whole) {
            answers.wipe();
        }
    }
}
