// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RememberedQuestionsTest {

    private final List<String> asked = new ArrayList<>();
    private final NodeQuestions person = new NodeQuestions() {
        @Override
        public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
            return true;
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            asked.add(prompt);
            return prompt.contains("nobody") ? Optional.empty() : Optional.of(("answer " + asked.size()).toCharArray());
        }
    };

    @Test
    void whatWasTypedIsAskedForAgainOnlyIfItWasWrong() {
        try (RememberedQuestions questions = new RememberedQuestions(person)) {
            char[] first = questions.secret("Password of a").orElseThrow();
            first[0] = 'x';
            assertArrayEquals("answer 1".toCharArray(), questions.secret("Password of a").orElseThrow(), "who gets it may wipe it");
            assertArrayEquals("answer 2".toCharArray(), questions.secret("Password of b").orElseThrow());
            assertArrayEquals("answer 3".toCharArray(), questions.secret("Wrong. Password of a").orElseThrow());
            assertArrayEquals("answer 3".toCharArray(), questions.secret("Password of a").orElseThrow());
            assertEquals(Optional.empty(), questions.secret("nobody"));
            assertEquals(Optional.empty(), questions.secret("nobody"));
            assertEquals(List.of("Password of a", "Password of b", "Wrong. Password of a", "nobody", "nobody"), asked);
        }
    }

    /** Several connections try the same answer at the same time. */
    @Test
    void oneWrongAnswerIsAskedForAgainOnce() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (RememberedQuestions questions = new RememberedQuestions(person)) {
            List.of(one, other).forEach(thread -> assertEquals("answer 1", in(thread, questions, "Passphrase of k")));
            List.of(one, other).forEach(thread -> assertEquals("answer 2", in(thread, questions, "Wrong. Passphrase of k"), "that of the first"));
            assertEquals("answer 3", in(other, questions, "Wrong. Passphrase of k"), "it is wrong, too");
            assertEquals("answer 3", in(one, questions, "Wrong. Passphrase of k"));
            assertEquals(3, asked.size(), asked::toString);
        } finally {
            one.shutdown();
            other.shutdown();
        }
    }

    /** One connection has found the first answer wrong, the other one only the second; both want a third one. */
    @Test
    void whatIsKnownToBeWrongIsNotGivenAgainToOnePieceOfWork() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (RememberedQuestions beyond = new RememberedQuestions(person); RememberedQuestions work = RememberedQuestions.of(beyond)) {
            List.of(one, other).forEach(thread -> assertEquals("answer 1", in(thread, work, "Passphrase of k")));
            assertEquals("answer 2", in(other, work, "Wrong. Passphrase of k"));
            assertEquals("answer 2", in(one, work, "Wrong. Passphrase of k"));
            assertEquals("answer 3", in(one, work, "Wrong. Passphrase of k"));
        } finally {
            one.shutdown();
            other.shutdown();
        }
    }

    @Test
    void aPieceOfWorkThatIsOverLeavesTheAnswersAndAsksNobody() {
        RememberedQuestions beyond = new RememberedQuestions(person);
        RememberedQuestions first = RememberedQuestions.of(beyond);
        assertArrayEquals("answer 1".toCharArray(), first.secret("Password of a").orElseThrow());
        first.close();
        assertEquals(Optional.empty(), first.secret("Password of b"));
        assertFalse(first.accept("h", "u@h:22", "ed25519", "SHA256:x", List.of()));
        RememberedQuestions second = RememberedQuestions.of(beyond);
        assertArrayEquals("answer 1".toCharArray(), second.secret("Password of a").orElseThrow());
        beyond.close();
        assertEquals(Optional.empty(), second.secret("Password of a"));
        assertEquals(List.of("Password of a"), asked);
    }

    private static String in(ExecutorService thread, NodeQuestions questions, String prompt) {
        return CompletableFuture.supplyAsync(() -> new String(questions.secret(prompt).orElseThrow()), thread).join();
    }

    /** Who cancels while a person is asked does not wait for the answer, and the answer goes nowhere. */
    @Test
    void closingWaitsForNobodyAndNobodyIsAskedAfterIt() throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        CountDownLatch typed = new CountDownLatch(1);
        char[] answer = "late".toCharArray();
        RememberedQuestions questions = new RememberedQuestions(new NodeQuestions() {
            @Override
            public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
                throw new AssertionError("asked after it was closed");
            }

            @Override
            public Optional<char[]> secret(String prompt) {
                asked.add(prompt);
                shown.countDown();
                try {
                    typed.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return Optional.of(answer);
            }
        });
        CompletableFuture<Optional<char[]>> first = CompletableFuture.supplyAsync(() -> questions.secret("Password of a"));
        assertTrue(shown.await(10, TimeUnit.SECONDS));
        assertTimeoutPreemptively(Duration.ofSeconds(5), questions::close);
        typed.countDown();
        assertEquals(Optional.empty(), first.get(10, TimeUnit.SECONDS));
        assertArrayEquals(new char[4], answer, "wiped");
        assertEquals(Optional.empty(), questions.secret("Password of a"));
        assertFalse(questions.accept("h", "u@h:22", "ed25519", "SHA256:x", List.of()));
        assertEquals(List.of("Password of a"), asked);
    }
}
