// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.RemoteShell.Live;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** The connections to one node: as many as there are commands at once, kept for the next ones. Thread-safe. */
final class NodeLink implements AutoCloseable {

    private final String name;
    private final Target target;
    private final Connector connector;
    private final Opened opened;
    private final Deque<RemoteShell> idle = new ArrayDeque<>();
    private boolean closed;

    /** Told of each new connection. */
    @FunctionalInterface
    interface Opened {

        void opened(String name, RemoteShell shell) throws RemoteException;
    }

    NodeLink(String name, Target target, Connector connector, Opened opened) {
        this.name = name;
        this.target = target;
        this.connector = connector;
        this.opened = opened;
    }

    String name() {
        return name;
    }

    /**
     * Runs a command, at most once: only one that was not sent, because a kept connection was found broken, is sent over a new one.
     *
     * @throws RemoteException as {@link RemoteShell#run}
     */
    Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        RemoteShell kept = take();
        if (kept != null) {
            try {
                return run(kept, command, live, cancelled);
            } catch (RemoteException e) {
                if (e.mayHaveRun() || e.kind() == RemoteException.Kind.SUDO) {
                    throw e;
                }
                closeIdle();
            }
        }
        RemoteShell fresh = connector.connect(target, cancelled);
        try {
            opened.opened(name, fresh);
        } catch (RemoteException e) {
            fresh.close();
            throw e;
        }
        return run(fresh, command, live, cancelled);
    }

    private Result run(RemoteShell shell, Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        boolean good = false;
        try {
            Result result = shell.run(command, live, cancelled);
            good = true;
            return result;
        } finally {
            if (!good || !give(shell)) {
                shell.close();
            }
        }
    }

    private synchronized RemoteShell take() {
        return idle.pollLast();
    }

    private synchronized boolean give(RemoteShell shell) {
        if (!closed) {
            idle.addLast(shell);
        }
        return !closed;
    }

    private void closeIdle() {
        for (RemoteShell shell = take(); shell != null; shell = take()) {
            shell.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closeIdle();
    }
}
