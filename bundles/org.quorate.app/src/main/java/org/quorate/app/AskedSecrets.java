// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.SecretReference;
import org.quorate.remote.hostkey.KeyQuestion;
import org.quorate.remote.secret.KeptSecret;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;

/** Answers from where secrets are kept and what is trusted; else asks a person. Thread-safe. */
final class AskedSecrets implements Secrets, KeyQuestion {

    private final NodeAccess access;
    private final KeptSecret kept;
    private final RememberedQuestions questions;

    /** @param questions that ask one after the other */
    AskedSecrets(NodeAccess access, Map<String, String> environment, RememberedQuestions questions) {
        this.access = access;
        kept = new KeptSecret(environment);
        this.questions = questions;
    }

    /**
     * Reads what is kept once, so that a mistake is told before anything is connected to.
     *
     * @throws IOException if it cannot be read; the message has nothing of it
     */
    void check() throws IOException {
        for (Optional<SecretReference> reference : List.of(access.password(), access.passphrase())) {
            if (reference.isPresent()) {
                kept.read(reference.get()).close();
            }
        }
    }

    @Override
    public Optional<Secret> give(Wanted wanted) {
        Optional<SecretReference> reference = kept(wanted);
        if (reference.isPresent()) {
            // What is kept does not change: a wrong one is not tried again.
            return wanted.again() ? Optional.empty() : read(reference.get());
        }
        return questions.secret(wanted.prompt()).map(Secret::new);
    }

    /** The password of the nodes is no host's on the way. */
    private Optional<SecretReference> kept(Wanted wanted) {
        if (wanted instanceof Wanted.Passphrase) {
            return access.passphrase();
        }
        return wanted instanceof Wanted.Password password && password.onTheWay() ? Optional.empty() : access.password();
    }

    private Optional<Secret> read(SecretReference reference) {
        try {
            return Optional.of(kept.read(reference));
        } catch (IOException e) {
            // It was there when it was checked; a login without it says that none was given.
            return Optional.empty();
        }
    }

    @Override
    public boolean accept(UnknownKey unknown) {
        return access.trusted().contains(unknown.key().fingerprint())
                || questions.accept(unknown.host(), unknown.login(), unknown.key().type(), unknown.key().fingerprint(), unknown.remarks());
    }
}
