// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.hostkey;

import java.util.List;

/** Decides on keys of hosts that are not known. Asked by several threads at once, never for a key that has changed or is revoked. */
@FunctionalInterface
public interface KeyQuestion {

    /** For what runs unattended. */
    KeyQuestion REFUSE = unknown -> false;

    /** The key is that host's own. It is kept then, and not asked for again. */
    boolean accept(UnknownKey unknown);

    /**
     * What is asked.
     *
     * @param host    as known_hosts would name it
     * @param login   user@host:port that is connected to
     * @param key     that it has
     * @param remarks what else a person should know
     */
    record UnknownKey(String host, String login, HostKey key, List<String> remarks) {

        public UnknownKey {
            remarks = List.copyOf(remarks);
        }
    }
}
