// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.model.SecretReference;
import org.quorate.remote.secret.Wanted;

class AskedSecretsTest {

    private final List<String> asked = new ArrayList<>();

    private final NodeQuestions person = new NodeQuestions() {
        @Override
        public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
            throw new AssertionError("no key is asked for");
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            asked.add(prompt);
            return Optional.of("typed".toCharArray());
        }
    };

    /** Who runs a jump host must not learn the password of the nodes behind it. */
    @Test
    void whatIsKeptForNodesIsNotGivenToHostsOnTheWay() {
        AskedSecrets secrets = new AskedSecrets(new NodeAccess(Optional.empty(), Optional.empty(),
                Optional.of(new SecretReference(SecretReference.Kind.ENV, "PW")), Optional.empty(), Set.of(), true, 1),
                Map.of("PW", "kept"), new RememberedQuestions(person));
        assertEquals("kept", given(secrets, new Wanted.Password("a@node", false, false)));
        assertEquals("kept", given(secrets, new Wanted.Sudo("a@node", false)));
        assertEquals(Optional.empty(), secrets.give(new Wanted.Password("a@node", false, true)), "what is kept is wrong, and stays so");
        assertEquals("typed", given(secrets, new Wanted.Password("a@gate", true, false)));
        assertEquals("typed", given(secrets, new Wanted.Passphrase(Path.of("/key"), false)));
        assertEquals(List.of("Password of a@gate", "Passphrase of /key"), asked);
    }

    private static String given(AskedSecrets secrets, Wanted wanted) {
        return new String(secrets.give(wanted).orElseThrow().copy());
    }
}
