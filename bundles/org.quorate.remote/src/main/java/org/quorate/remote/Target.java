// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A host with all that is needed to reach it, after the configuration was read. Immutable.
 *
 * @param name           as the user knows it
 * @param host           host name or address that is connected to
 * @param port           1 to 65535
 * @param user           login
 * @param keyName        under which its key is in known_hosts: with the port if that is not 22, or an alias as it is
 * @param identities     files of private keys, in the order in which they are tried
 * @param identitiesOnly of the agent's keys only those of {@code identities} are used
 * @param agent          socket of the agent; absent: none is asked
 * @param knownHosts     files of known keys; the first is added to, the others are only read
 * @param hashKnownHosts a key that is added has its host's name hashed
 * @param refuseUnknown  an unknown key is never asked for ({@code StrictHostKeyChecking yes})
 * @param limits         times
 * @param jumps          hosts on the way, the nearest first
 */
public record Target(String name, String host, int port, String user, String keyName, List<Path> identities, boolean identitiesOnly,
        Optional<Path> agent, List<Path> knownHosts, boolean hashKnownHosts, boolean refuseUnknown, Limits limits, List<Target> jumps) {

    public Target {
        identities = List.copyOf(identities);
        knownHosts = List.copyOf(knownHosts);
        jumps = List.copyOf(jumps);
    }

    /** As {@code user@host:port}. */
    public String text() {
        String place = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return user + "@" + place + (port == 22 ? "" : ":" + port);
    }

    /** The same with other times. */
    public Target with(Limits other) {
        return new Target(name, host, port, user, keyName, identities, identitiesOnly, agent, knownHosts, hashKnownHosts, refuseUnknown, other, jumps);
    }

    /**
     * How long a connection may take.
     *
     * @param connect    until the host answers and keys are exchanged, each hop
     * @param login      until the login is accepted, each method, without the time in which a person is asked
     * @param keepAlive  after which the host is asked again whether it is there, in whole seconds; three times without an answer, the connection
     *                   is given up; zero: never
     * @param tries      attempts to connect, at least 1; a login or a command is never tried again
     */
    public record Limits(Duration connect, Duration login, Duration keepAlive, int tries) {

        /** 10 s, 20 s, 5 s, 3 tries. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5), 3);
    }
}
