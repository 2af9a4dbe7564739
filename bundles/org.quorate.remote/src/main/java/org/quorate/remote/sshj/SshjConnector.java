// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Target;
import org.quorate.remote.hostkey.HostKey;
import org.quorate.remote.hostkey.KeyQuestion;
import org.quorate.remote.hostkey.KnownHosts;
import org.quorate.remote.hostkey.Standing;
import org.quorate.remote.secret.Secrets;

/** Connects by sshj. Thread-safe if who is asked is. */
public final class SshjConnector implements Connector {

    /** Before another attempt; doubled each time. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** As ssh (ssh_config(5), ServerAliveCountMax). */
    private static final int UNANSWERED = 3;

    private final KeyQuestion question;
    private final Secrets secrets;

    /**
     * @param question decides on unknown keys
     * @param secrets  gives passwords and passphrases
     */
    public SshjConnector(KeyQuestion question, Secrets secrets) {
        this.question = question;
        this.secrets = secrets;
    }

    @Override
    public RemoteShell connect(Target target, BooleanSupplier cancelled) throws RemoteException {
        for (int attempt = 1;; attempt++) {
            List<SSHClient> way = new ArrayList<>();
            boolean complete = false;
            AtomicReference<HostKey> key = new AtomicReference<>();
            try {
                for (Target jump : target.jumps()) {
                    way.add(open(jump, true, way, key, cancelled));
                }
                way.add(open(target, false, way, key, cancelled));
                complete = true;
                return new SshjShell(target, way, secrets, Optional.ofNullable(key.get()).map(HostKey::fingerprint));
            } catch (RemoteException e) {
                // A jump host may hang up when a connection through it is given up, as it is while a key is asked for: all is made anew.
                boolean jumpGone = e.kind() == Kind.CONNECT && !way.isEmpty() && !way.get(way.size() - 1).isConnected();
                if (!jumpGone || attempt >= Math.max(1, target.limits().tries())) {
                    throw e;
                }
            } finally {
                if (!complete) {
                    SshjShell.close(way);
                }
            }
        }
    }

    /** Connects to one host and logs in. */
    private SSHClient open(Target target, boolean onTheWay, List<SSHClient> way, AtomicReference<HostKey> key, BooleanSupplier cancelled)
            throws RemoteException {
        SSHClient client = reach(target, way, key, cancelled);
        try {
            client.getTransport().setTimeoutMs((int) target.limits().login().toMillis());
            client.getConnection().setTimeoutMs((int) target.limits().login().toMillis());
            new Logins(client, target, onTheWay, secrets).login();
            return client;
        } catch (RemoteException | CancellationException e) {
            SshjShell.close(List.of(client));
            throw e;
        } catch (RuntimeException e) {
            SshjShell.close(List.of(client));
            throw new RemoteException(Kind.FAULT, target.text() + ": this program has a fault: " + e);
        }
    }

    /** Connects until the host has shown a key that is known; only this is tried again. */
    private SSHClient reach(Target target, List<SSHClient> way, AtomicReference<HostKey> key, BooleanSupplier cancelled) throws RemoteException {
        KnownHosts known = new KnownHosts(target.knownHosts(), target.hashKnownHosts());
        Duration pause = PAUSE;
        int tries = Math.max(1, target.limits().tries());
        Optional<HostKey> accepted = Optional.empty();
        for (int attempt = 1;; attempt++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            HostKeyCheck check = new HostKeyCheck(target, known, accepted);
            SSHClient client = client(target, check);
            try {
                Patience.call(target.limits().connect(), cancelled, () -> connect(client, target, way));
                key.set(check.key());
                return client;
            } catch (IOException e) {
                SshjShell.close(List.of(client));
                if (check.key() != null && check.failure().isEmpty() && !(check.standing() instanceof Standing.Known)) {
                    ask(target, check, known);
                    accepted = Optional.of(check.key());
                    attempt = 0;
                } else if (!check.failure().isEmpty()) {
                    throw new RemoteException(Kind.KEY_UNKNOWN, target.text() + ": known keys cannot be read: " + check.failure());
                } else if (attempt >= tries || e instanceof UnknownHostException || !way.isEmpty() && !way.get(way.size() - 1).isConnected()) {
                    RemoteException told = new RemoteException(e instanceof Patience.TooSlow ? Kind.TIME : Kind.CONNECT, target.text()
                            + " cannot be connected to: " + reason(e));
                    // No secret was used so far, so that there is none in what sshj says.
                    told.initCause(e);
                    throw told;
                } else {
                    Patience.pause(pause, cancelled);
                    pause = pause.multipliedBy(2);
                }
            } catch (RuntimeException e) {
                SshjShell.close(List.of(client));
                throw e;
            }
        }
    }

    private static SSHClient client(Target target, HostKeyCheck check) {
        SSHClient client = new SSHClient(new SafeConfig());
        client.setConnectTimeout((int) target.limits().connect().toMillis());
        client.getTransport().setTimeoutMs((int) target.limits().connect().toMillis());
        client.addHostKeyVerifier(check);
        KeepAlive alive = client.getConnection().getKeepAlive();
        alive.setKeepAliveInterval((int) target.limits().keepAlive().toSeconds());
        if (alive instanceof KeepAliveRunner asking) {
            asking.setMaxAliveCount(UNANSWERED);
        }
        return client;
    }

    private static Void connect(SSHClient client, Target target, List<SSHClient> way) throws IOException {
        if (way.isEmpty()) {
            client.connect(target.host(), target.port());
        } else {
            client.connectVia(way.get(way.size() - 1).newDirectConnection(target.host(), target.port()));
        }
        return null;
    }

    private static String reason(IOException e) {
        return e instanceof UnknownHostException ? "no such host" : String.valueOf(e.getMessage());
    }

    /** Returns if the key is now known; no time runs meanwhile. */
    private void ask(Target target, HostKeyCheck check, KnownHosts known) throws RemoteException {
        String shown = target.text() + " has the key " + check.key();
        if (check.standing() instanceof Standing.Changed changed) {
            throw new RemoteException(Kind.KEY_CHANGED, shown + ", but " + changed.place() + " says " + changed.known()
                    + ". Somebody may be listening in, or the host was set up anew. Nothing was sent. If the new key is right, take that line out.");
        }
        if (check.standing() instanceof Standing.Revoked revoked) {
            throw new RemoteException(Kind.KEY_REVOKED, shown + ", which " + revoked.place() + " revokes. Nothing was sent.");
        }
        List<String> remarks = check.standing() instanceof Standing.Unknown unknown ? unknown.remarks() : List.of();
        if (target.refuseUnknown() || !question.accept(new KeyQuestion.UnknownKey(check.name(), target.text(), check.key(), remarks))) {
            throw new RemoteException(Kind.KEY_UNKNOWN, shown + ", which is not known and was not accepted"
                    + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")"));
        }
        try {
            if (known.standing(check.name(), check.key()) instanceof Standing.Unknown) {
                known.add(check.name(), check.key());
            }
        } catch (IOException e) {
            throw new RemoteException(Kind.KEY_UNKNOWN, target.text() + ": its key cannot be kept: " + e.getMessage());
        }
    }
}
