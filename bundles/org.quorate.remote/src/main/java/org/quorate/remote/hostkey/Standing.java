// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.hostkey;

import java.util.List;

/** What is known of a key that a host has. Immutable. */
public sealed interface Standing {

    /** It is the host's. */
    record Known() implements Standing {
    }

    /**
     * Nothing is known of the host.
     *
     * @param remarks what a person who is asked should know
     */
    record Unknown(List<String> remarks) implements Standing {

        public Unknown {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The host has another.
     *
     * @param place file and line that say so
     * @param known the key that it has there
     */
    record Changed(String place, HostKey known) implements Standing {
    }

    /**
     * Nobody may trust it.
     *
     * @param place file and line that say so
     */
    record Revoked(String place) implements Standing {
    }
}
