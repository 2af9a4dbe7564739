// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.quorate.remote.Connector;
import org.quorate.remote.Hop;
import org.quorate.remote.Target;
import org.quorate.remote.config.Targets;
import org.quorate.remote.sshj.SshjConnector;

/** Finds real nodes, with the configuration of ssh, the agent and the secrets of who runs this program. Immutable, thread-safe. */
final class NodeConnections {

    private final Path home;
    private final String user;
    private final Map<String, String> environment;

    /**
     * @param home        folder of the user
     * @param user        who runs this program
     * @param environment of the process
     */
    NodeConnections(Path home, String user, Map<String, String> environment) {
        this.home = home;
        this.user = user;
        this.environment = Map.copyOf(environment);
    }

    /** Those of who runs this program. */
    static NodeConnections ofUser() {
        return new NodeConnections(Path.of(System.getProperty("user.home")), System.getProperty("user.name"), System.getenv());
    }

    /**
     * What is needed to go to nodes. Thread-safe.
     *
     * @param targets   by name of the node, in the order given
     * @param connector opens connections to them
     * @param questions that a person answered for them
     */
    record Nodes(Map<String, Target> targets, Connector connector, RememberedQuestions questions) implements AutoCloseable {
        Nodes {
            targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        }

        /** Answers are wiped, unless they are remembered beyond this; connections that are open stay. */
        @Override
        public void close() {
            questions.close();
        }
    }

    /**
     * Says where nodes are; connects to none. A person is asked once for what several of them need, as the passphrase of a key, or one of them needs
     * again, when its connection broke; until what is returned is closed.
     *
     * @param hosts   {@code [user@]host[:port]} by name of the node
     * @param remarks told what a person should know of the configuration; by the calling thread
     * @throws UnusableHostException if a host is not of that form, or the configuration has something that cannot be used
     * @throws IOException           if the configuration, or a secret that is kept, cannot be read
     */
    Nodes find(Map<String, String> hosts, NodeAccess access, NodeQuestions questions, Consumer<String> remarks) throws IOException {
        Targets known = Targets.ofUser(access.config(), home, user, access.user(), environment);
        known.remarks().forEach(remarks);
        Map<String, Target> targets = new LinkedHashMap<>();
        try {
            hosts.forEach((name, host) -> targets.put(name, known.of(Hop.of(host))));
        } catch (IllegalArgumentException e) {
            throw new UnusableHostException(e);
        }
        RememberedQuestions remembered = RememberedQuestions.of(questions);
        AskedSecrets secrets = new AskedSecrets(access, environment, remembered);
        secrets.check();
        return new Nodes(targets, new SshjConnector(secrets, secrets), remembered);
    }
}
