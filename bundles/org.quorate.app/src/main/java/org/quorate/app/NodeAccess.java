// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.SecretReference;

/**
 * How nodes are reached. Immutable; has references to secrets, never secrets.
 *
 * @param user       login where neither the host nor the configuration names one; absent: the user who runs this program
 * @param config     configuration of ssh; absent: {@code ~/.ssh/config} and {@code /etc/ssh/ssh_config}
 * @param password   where the password of logins on nodes and of sudo is kept; absent, and on hosts on the way: a person is asked
 * @param passphrase where the passphrase of keys is kept; absent: a person is asked
 * @param trusted    fingerprints of host keys ({@code SHA256:...}) that are accepted without asking
 * @param sudo       become root by sudo where the login is not root
 * @param atOnce     nodes at the same time, at least 1
 */
public record NodeAccess(Optional<String> user, Optional<Path> config, Optional<SecretReference> password, Optional<SecretReference> passphrase,
        Set<String> trusted, boolean sudo, int atOnce) {

    /** Nodes at the same time, unless the user says otherwise. */
    public static final int AT_ONCE = 16;

    public NodeAccess {
        trusted = Set.copyOf(trusted);
    }
}
