// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.Target;

/** Tells a login that the host has refused from a connection that broke meanwhile, which may be tried again. Used by one connection. */
final class LoginEnd {

    /** What a host says that wants no more of it (RFC 4253, 11.1); for OpenSSH the one key too many is an error of the protocol. */
    private static final Set<DisconnectReason> REFUSALS = Set.of(DisconnectReason.HOST_NOT_ALLOWED_TO_CONNECT,
            DisconnectReason.PROTOCOL_ERROR, DisconnectReason.AUTH_CANCELLED_BY_USER, DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE,
            DisconnectReason.ILLEGAL_USER_NAME);

    private final SSHClient client;
    private final Target target;
    private volatile Optional<SSHException> death = Optional.empty();

    LoginEnd(SSHClient client, Target target) {
        this.client = client;
        this.target = target;
        client.getTransport().setDisconnectListener((reason, message) -> death = Optional.of(new SSHException(reason, message)));
    }

    /**
     * Why nothing more can be tried on this connection; empty: only this one way to log in was not accepted.
     *
     * @param failure of it
     * @param tried   so far
     * @throws CancellationException if the thread was interrupted
     */
    Optional<RemoteException> of(Exception failure, List<String> tried) {
        String ways = tried.isEmpty() ? "" : "; tried: " + String.join(", ", tried);
        if (isBehind(failure, InterruptedException.class)) {
            throw new CancellationException();
        }
        if (isBehind(failure, TimeoutException.class)) {
            return Optional.of(new RemoteException(Kind.TIME, target.text() + " did not answer to a login within "
                    + target.limits().login().toMillis() / 1000.0 + " s" + ways));
        }
        // Why the connection has ended is told to a listener first, and perhaps not to who waits for an answer.
        Optional<SSHException> ended = death;
        if (ended.filter(end -> REFUSALS.contains(end.getDisconnectReason())).isPresent()) {
            return Optional.of(new RemoteException(Kind.LOGIN, target.text() + " hung up while logging in" + ways + ": "
                    + ended.get().getMessage()));
        }
        boolean gone = failure instanceof IllegalStateException || isBehind(failure, IOException.class);
        if (gone || ended.isPresent() || !client.isConnected()) {
            return Optional.of(new RemoteException(Kind.CONNECT, target.text() + ": the connection broke while logging in" + ways + ": "
                    + ended.map(Exception.class::cast).orElse(failure).getMessage()));
        }
        return Optional.empty();
    }

    /** What sshj's own exceptions, which are of both kinds of failure, go back to is of that class. */
    private static boolean isBehind(Throwable failure, Class<? extends Exception> what) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof SSHException) && what.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
