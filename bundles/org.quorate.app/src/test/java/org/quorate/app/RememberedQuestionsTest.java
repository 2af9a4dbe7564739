// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
}
