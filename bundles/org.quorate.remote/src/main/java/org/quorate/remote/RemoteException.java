// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.io.IOException;

/** Something with a host went wrong; the message is for the user, names the host, has no secret and is safe to print. */
public final class RemoteException extends IOException {

    /** What went wrong. */
    public enum Kind {
        /** Nothing could be connected to, or the connection broke before the login was done. */
        CONNECT,
        /** The host's key is not known, and nobody accepted it. */
        KEY_UNKNOWN,
        /** The host has another key than the known one. */
        KEY_CHANGED,
        /** The host's key is marked as revoked. */
        KEY_REVOKED,
        /** The host accepts no login that there is. */
        LOGIN,
        /** Root is not to be had by sudo. */
        SUDO,
        /** Too slow. */
        TIME,
        /** The connection broke. */
        DROPPED,
        /** What it answered is not understood; the connection stands. */ ANSWER,
        /** A file could not be written there. */
        FILE,
        /** This program has a fault. */
        FAULT;

        /** It was refused, and would be again until a person does something: trying again would only count as another wrong login there. */
        public boolean isFinal() {
            return this == KEY_UNKNOWN || this == KEY_CHANGED || this == KEY_REVOKED || this == LOGIN || this == SUDO;
        }
    }

    private final Kind kind;
    private final boolean mayHaveRun;

    /**
     * @param mayHaveRun the command was sent, so that nobody knows how far it came: it must not be sent again without a look at the host
     */
    public RemoteException(Kind kind, String message, boolean mayHaveRun) {
        super(Visible.text(message));
        this.kind = kind;
        this.mayHaveRun = mayHaveRun;
    }

    /** Before anything was run. */
    public RemoteException(Kind kind, String message) {
        this(kind, message, false);
    }

    public Kind kind() {
        return kind;
    }

    /** The command was sent, so that nobody knows how far it came. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }
}
