// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.util.List;
import java.util.Locale;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.quorate.remote.secret.Secret;

/**
 * Gives a password once, to the method of that name or to the one hidden question of keyboard-interactive that asks for it. What asks for
 * something else, as a one-time code, is given nothing. Used by one connection.
 */
final class PasswordAnswer implements PasswordFinder, ChallengeResponseProvider {

    private final Secret secret;
    private volatile boolean given;
    private volatile boolean other;

    PasswordAnswer(Secret secret) {
        this.secret = secret;
    }

    @Override
    public char[] reqPassword(Resource<?> resource) {
        return secret.copy();
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
        return false;
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void init(Resource resource, String name, String instruction) {
        // What the host tells a person does not change what is answered.
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        String lower = prompt.toLowerCase(Locale.ROOT);
        if (echo || given || !lower.contains("passw") && !lower.isBlank()) {
            other = true;
            return new char[0];
        }
        given = true;
        return secret.copy();
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }

    /** The host asked for more than a password. */
    boolean askedForOther() {
        return other;
    }
}
