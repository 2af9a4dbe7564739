// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A login on a host. Used by one thread at a time. Closing it ends what it runs as far as the host lets it. */
public interface RemoteShell extends AutoCloseable {

    /** Where it is. */
    Target target();

    /** Fingerprint of the host's key, {@code SHA256:...}; absent: not known here. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** Told what a command writes while it writes it, by two threads of the connection, one a stream; must not block for long. */
    interface Live {

        /** Nobody is told. */
        Live SILENT = new Live() {
            @Override
            public void out(byte[] bytes) {
                // Nobody is told.
            }

            @Override
            public void err(byte[] bytes) {
                // Nobody is told.
            }
        };

        /** Some of standard output; the array is the listener's own. */
        void out(byte[] bytes);

        /** Some of standard error. */
        void err(byte[] bytes);
    }

    /**
     * Runs a command until it has ended; never more than once.
     *
     * @param live      told all that it writes, also what is not kept
     * @param cancelled asked often; then the command is left, which the host may go on with
     * @return also of a command that failed
     * @throws RemoteException if it could not be run, took too long or the connection broke; {@link RemoteException#mayHaveRun} says whether
     *                         it may have run
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException;

    /** The same for who waits for its end. */
    default Result run(Command command, BooleanSupplier cancelled) throws RemoteException {
        return run(command, Live.SILENT, cancelled);
    }

    /** The same for who does not want to cancel. */
    default Result run(Command command) throws RemoteException {
        return run(command, Live.SILENT, () -> false);
    }

    @Override
    void close();
}
