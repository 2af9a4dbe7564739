// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.quorate.remote.Target;
import org.quorate.remote.hostkey.HostKey;
import org.quorate.remote.hostkey.KnownHosts;
import org.quorate.remote.hostkey.Standing;

/**
 * Accepts only the key that is known, and remembers what was wrong with another. A person is asked after the connection was given up, so that
 * no time runs out meanwhile. Used by the thread of one connection, then by its owner.
 */
final class HostKeyCheck implements HostKeyVerifier {

    private final String name;
    private final KnownHosts known;
    private final Optional<HostKey> accepted;
    private volatile HostKey key;
    private volatile Standing standing = new Standing.Known();
    private volatile String failure = "";

    /** @param accepted by a person, just before; it need not be known, as the file of known keys may keep none */
    HostKeyCheck(Target target, KnownHosts known, Optional<HostKey> accepted) {
        this.name = target.keyName();
        this.known = known;
        this.accepted = accepted;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey offered) {
        try {
            key = new HostKey(KeyType.fromKey(offered).toString(), new Buffer.PlainBuffer().putPublicKey(offered).getCompactData());
            standing = known.standing(name, key);
            if (standing instanceof Standing.Unknown && accepted.equals(Optional.of(key))) {
                standing = new Standing.Known();
            }
            return standing instanceof Standing.Known;
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            return false;
        }
    }

    /** What is known is asked for first: a host that has it must show it. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        try {
            List<String> algorithms = new ArrayList<>();
            for (String type : known.types(name)) {
                // Keys of RSA sign by SHA-2 (RFC 8332).
                algorithms.addAll(type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(type));
            }
            return algorithms;
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            return List.of();
        }
    }

    /** As known_hosts names the host. */
    String name() {
        return name;
    }

    /** What the host showed; null before that. */
    HostKey key() {
        return key;
    }

    Standing standing() {
        return standing;
    }

    /** Why it could not be looked up; empty: it could. */
    String failure() {
        return failure;
    }
}
