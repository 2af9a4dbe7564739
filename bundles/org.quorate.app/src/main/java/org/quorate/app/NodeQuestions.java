// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import java.util.Optional;

/** Asks a person what a connection to a node needs. Asked by several threads, but never by two at once. */
public interface NodeQuestions {

    /** For what runs unattended. */
    NodeQuestions NOBODY = new NodeQuestions() {
        @Override
        public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
            return false;
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }
    };

    /**
     * A host has a key that is not known; whoever accepts it has compared the fingerprint.
     *
     * @param host        as known_hosts would name it
     * @param login       user@host:port
     * @param type        of the key
     * @param fingerprint {@code SHA256:...}, as ssh shows it
     * @param remarks     what else is to be known
     */
    boolean accept(String host, String login, String type, String fingerprint, List<String> remarks);

    /**
     * A password or a passphrase; the characters are wiped by who gets them.
     *
     * @param prompt whose it is, without a colon
     */
    Optional<char[]> secret(String prompt);
}
