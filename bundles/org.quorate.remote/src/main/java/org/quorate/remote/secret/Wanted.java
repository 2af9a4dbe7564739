// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.secret;

import java.nio.file.Path;

/** A secret that is needed: whose it is. Immutable. */
public sealed interface Wanted {

    /** For a person who is asked. */
    String prompt();

    /**
     * The password of a login.
     *
     * @param login    user@host
     * @param onTheWay the host is one on the way to where a person wants to go
     * @param again    the one that was given before is wrong
     */
    record Password(String login, boolean onTheWay, boolean again) implements Wanted {
        @Override
        public String prompt() {
            return (again ? "Wrong. " : "") + "Password of " + login;
        }
    }

    /**
     * The password that sudo asks for.
     *
     * @param login user@host
     * @param again the one that was given before is wrong
     */
    record Sudo(String login, boolean again) implements Wanted {
        @Override
        public String prompt() {
            return (again ? "Wrong. " : "") + "Password of " + login + " for sudo";
        }
    }

    /**
     * The passphrase of a private key.
     *
     * @param file  the key
     * @param again the one that was given before is wrong
     */
    record Passphrase(Path file, boolean again) implements Wanted {
        @Override
        public String prompt() {
            return (again ? "Wrong. " : "") + "Passphrase of " + file;
        }
    }

    /** The one that was given before is wrong. */
    boolean again();
}
