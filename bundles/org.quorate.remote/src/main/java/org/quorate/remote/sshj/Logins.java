// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import org.quorate.remote.RemoteException;
import org.quorate.remote.Target;
import org.quorate.remote.agent.Agent;
import org.quorate.remote.agent.AgentKey;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;

/**
 * Logs in as ssh does: the agent's keys that are named, the agent's other keys, key files, then a password. Used by one connection, whose own
 * thread it asks people on.
 */
final class Logins {

    /** As ssh (ssh_config(5), NumberOfPasswordPrompts). */
    private static final int PASSWORDS = 3;

    private final SSHClient client;
    private final Target target;
    private final boolean onTheWay;
    private final Secrets secrets;
    private final List<String> tried = new ArrayList<>();
    private final LoginEnd end;

    /** @param onTheWay it is a jump host, not where a person wants to go */
    Logins(SSHClient client, Target target, boolean onTheWay, Secrets secrets) {
        this.client = client;
        this.target = target;
        this.onTheWay = onTheWay;
        this.secrets = secrets;
        end = new LoginEnd(client, target);
    }

    /** @throws RemoteException of kind LOGIN if nothing was accepted; of another kind if the connection did not last so long */
    void login() throws RemoteException {
        if (attempt(new AuthNone()) || agentKeys() || keyFiles() || passwords()) {
            return;
        }
        String allowed = String.join(", ", allowed());
        throw new RemoteException(RemoteException.Kind.LOGIN, target.text() + " accepts no login; tried: "
                + (tried.isEmpty() ? "nothing" : String.join(", ", tried)) + (allowed.isEmpty() ? "" : "; it allows: " + allowed));
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>();
        client.getUserAuth().getAllowedMethods().forEach(allowed::add);
        return allowed;
    }

    private boolean attempt(AuthMethod method) throws RemoteException {
        try {
            client.auth(target.user(), method);
            return true;
        } catch (UserAuthException | TransportException | IllegalStateException e) {
            // The latter is sshj's way to say that it is not connected any more.
            Optional<RemoteException> why = end.of(e, tried);
            if (why.isPresent()) {
                throw why.get();
            }
            return client.isAuthenticated();
        }
    }

    private boolean mayUse(String method) {
        return allowed().isEmpty() || allowed().contains(method);
    }

    private boolean agentKeys() throws RemoteException {
        if (target.agent().isEmpty() || !Files.exists(target.agent().get()) || !mayUse("publickey")) {
            return false;
        }
        Agent agent = new Agent(target.agent().get());
        Set<String> named = publicKeys();
        List<AgentKey> keys = new ArrayList<>();
        try {
            keys.addAll(agent.keys());
        } catch (IOException e) {
            tried.add("no agent (" + e.getMessage() + ")");
            return false;
        }
        keys.removeIf(key -> key.type().isEmpty() || key.type().contains("-cert-")
                || target.identitiesOnly() && !named.contains(Base64.getEncoder().encodeToString(key.blob())));
        keys.sort((a, b) -> Boolean.compare(named.contains(Base64.getEncoder().encodeToString(b.blob())),
                named.contains(Base64.getEncoder().encodeToString(a.blob()))));
        for (AgentKey key : keys) {
            tried.add("agent's key " + (key.comment().isEmpty() ? key.type() : key.comment()));
            if (attempt(new AgentLogin(agent, key))) {
                return true;
            }
        }
        return false;
    }

    /** Public keys beside the private ones. */
    private Set<String> publicKeys() {
        Set<String> keys = new HashSet<>();
        for (Path identity : target.identities()) {
            Path file = identity.toString().endsWith(".pub") ? identity : identity.resolveSibling(identity.getFileName() + ".pub");
            try {
                if (Files.isRegularFile(file)) {
                    String[] words = Files.readString(file).strip().split("\\s+");
                    keys.add(words.length > 1 ? words[1] : "");
                }
            } catch (IOException e) {
                tried.add(file + " (cannot be read)");
            }
        }
        return keys;
    }

    private boolean keyFiles() throws RemoteException {
        for (Path file : target.identities()) {
            if (!mayUse("publickey") || file.toString().endsWith(".pub")) {
                continue;
            }
            Optional<KeyProvider> key = KeyFiles.read(client, file, secrets, tried);
            if (key.isPresent()) {
                tried.add(file.toString());
                if (attempt(new AuthPublickey(key.get()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean passwords() throws RemoteException {
        for (int i = 0; i < PASSWORDS && (mayUse("password") || mayUse("keyboard-interactive")); i++) {
            Optional<Secret> given = secrets.give(new Wanted.Password(target.text(), onTheWay, i > 0));
            if (given.isEmpty()) {
                return false;
            }
            try (Secret secret = given.get()) {
                PasswordAnswer answer = new PasswordAnswer(secret);
                if (mayUse("password")) {
                    tried.add("password");
                    if (attempt(new AuthPassword(answer))) {
                        return true;
                    }
                } else {
                    tried.add("password (keyboard-interactive)");
                    if (attempt(new AuthKeyboardInteractive(answer))) {
                        return true;
                    }
                    if (answer.askedForOther()) {
                        tried.add("(it asked for more than a password, which is not supported)");
                        return false;
                    }
                }
            }
        }
        return false;
    }
}
