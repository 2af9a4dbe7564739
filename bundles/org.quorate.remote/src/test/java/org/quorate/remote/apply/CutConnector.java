// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Connections of another connector, of which one breaks at a chosen moment of one command; and then, if wanted, none comes back. */
final class CutConnector implements Connector {

    /** When it breaks. */
    enum Moment {
        /** The command does not arrive, but nobody knows that. */
        BEFORE,
        /** After some of its output has arrived; the host goes on. */
        MIDDLE,
        /** What it was is known to the host, which has ended it; the answer does not arrive. */
        AFTER
    }

    /** More than the heading of a step. */
    private static final int SOME = 100;

    private final Connector real;
    private final Moment moment;
    private final Predicate<String> chosen;
    private final boolean stays;
    private volatile String cut;

    /**
     * @param chosen the first command whose line is so
     * @param stays  no connection to that host is possible afterwards
     */
    CutConnector(Connector real, Moment moment, Predicate<String> chosen, boolean stays) {
        this.real = real;
        this.moment = moment;
        this.chosen = chosen;
        this.stays = stays;
    }

    boolean hasCut() {
        return cut != null;
    }

    @Override
    public RemoteShell connect(Target target, BooleanSupplier cancelled) throws RemoteException {
        if (stays && target.name().equals(cut)) {
            throw new RemoteException(Kind.CONNECT, target.text() + " cannot be connected to: test");
        }
        return new Shell(real.connect(target, cancelled));
    }

    private final class Shell implements RemoteShell {

        private final RemoteShell shell;

        Shell(RemoteShell shell) {
            this.shell = shell;
        }

        @Override
        public Target target() {
            return shell.target();
        }

        @Override
        public Optional<String> fingerprint() {
            return shell.fingerprint();
        }

        @Override
        public Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
            if (cut != null || !chosen.test(command.line())) {
                return shell.run(command, live, cancelled);
            }
            cut = target().name();
            if (moment == Moment.AFTER) {
                shell.run(command, Live.SILENT, cancelled);
            } else if (moment == Moment.MIDDLE) {
                AtomicInteger bytes = new AtomicInteger();
                try {
                    shell.run(command, counting(live, bytes), () -> bytes.get() > SOME);
                } catch (CancellationException e) {
                    throw new RemoteException(Kind.DROPPED, "the connection broke: test", true);
                }
                throw new AssertionError("it ended before it could be cut");
            }
            throw new RemoteException(Kind.DROPPED, "the connection broke: test", true);
        }

        private static Live counting(Live live, AtomicInteger count) {
            return new Live() {
                @Override
                public void out(byte[] bytes) {
                    live.out(bytes);
                    count.addAndGet(bytes.length);
                }

                @Override
                public void err(byte[] bytes) {
                    live.err(bytes);
                }
            };
        }

        @Override
        public void close() {
            shell.close();
        }
    }
}
