// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.function.BooleanSupplier;

/** Opens connections. Thread-safe: many at a time. */
public interface Connector {

    /**
     * Connects and logs in; takes as long as the limits of the target say and a person is asked.
     *
     * @throws RemoteException if that is not possible; nothing has been run
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    RemoteShell connect(Target target, BooleanSupplier cancelled) throws RemoteException;
}
