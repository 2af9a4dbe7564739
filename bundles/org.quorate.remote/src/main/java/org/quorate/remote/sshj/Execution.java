// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell.Live;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Runs one command once. Used by one thread, which reads the two streams and writes the input on others. */
final class Execution {

    private static final long STEP_MILLIS = 10;
    /** Output that a process left behind still holds open is not waited for. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SSHClient client;
    private final Target target;
    private final Command command;
    private final Live live;
    private final Collector out;
    private final Collector err;
    private final CountDownLatch reading = new CountDownLatch(2);
    private volatile long lastByte = System.nanoTime();
    /** Once the command is sent. */
    private Dialogue held;

    /** @param mark that the command writes on standard error when it begins; empty: none */
    Execution(SSHClient client, Target target, Command command, Live live, String mark) {
        this.client = client;
        this.target = target;
        this.command = command;
        this.live = live;
        out = new Collector(command.limits().kept(), "", live::out);
        err = new Collector(command.limits().kept(), mark, live::err);
    }

    /** Answers what is asked before the command begins. */
    interface Dialogue {

        /** Nothing is asked. */
        Dialogue NONE = new Dialogue() {
            @Override
            public void answer(String before, OutputStream in) {
                // Nothing is asked.
            }

            @Override
            public boolean holds(String before) {
                return false;
            }
        };

        /** @param before all that was said so far */
        void answer(String before, OutputStream in) throws IOException;

        /** What was said so far shows that the command waits for an answer, so that it has not begun. */
        boolean holds(String before);
    }

    /** What was said before the command began. */
    String before() {
        return err.before();
    }

    /** The command itself has begun. */
    boolean hasBegun() {
        return err.isMarked();
    }

    /** @param line the command's own, or what wraps it */
    Result run(String line, Dialogue dialogue, BooleanSupplier cancelled) throws RemoteException {
        long started = System.nanoTime();
        try (Session session = client.startSession()) {
            lastByte = System.nanoTime();
            held = dialogue;
            Session.Command running = session.exec(line);
            read("out", running.getInputStream(), out);
            read("err", running.getErrorStream(), err);
            try {
                await(running, started, dialogue, cancelled);
            } finally {
                // What the host still sends is not read: the streams end with the channel.
                closeQuietly(session);
            }
            return result(running);
        } catch (RemoteException | CancellationException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            // The latter is sshj's way to say that it is not connected any more.
            throw dropped(e.getMessage());
        }
    }

    private RemoteException dropped(String why) {
        boolean may = mayHaveRun();
        return new RemoteException(Kind.DROPPED, target.text() + ": the connection broke" + (may ? " while a command ran" : " before the command ran")
                + (why == null ? "" : " (" + why + ")"), may);
    }

    /** Until the host has told that it begins, it may have begun without being able to tell. */
    private boolean mayHaveRun() {
        return held != null && (hasBegun() || !held.holds(err.before()));
    }

    private void await(Session.Command running, long started, Dialogue dialogue, BooleanSupplier cancelled) throws IOException {
        OutputStream in = running.getOutputStream();
        long counted = started;
        boolean fed = false;
        while (!ended(running)) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            if (!fed && hasBegun()) {
                fed = true;
                write(in);
            } else if (!fed) {
                long asked = System.nanoTime();
                dialogue.answer(err.before(), in);
                // A person's thinking is no time of the command.
                long thought = System.nanoTime() - asked;
                counted += thought;
                lastByte = thought > TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS) ? System.nanoTime() : lastByte;
            }
            long now = System.nanoTime();
            limit(now - lastByte, command.limits().idle(), "wrote nothing for ");
            limit(now - counted, command.limits().total(), "took more than ");
        }
    }

    /** Both streams have ended and the exit code is there, or the code is and a process that was left behind holds the streams. */
    private boolean ended(Session.Command running) throws IOException {
        try {
            boolean read = reading.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
            boolean told = running.getExitStatus() != null || running.getExitSignal() != null;
            if (read && !told) {
                if (!client.isConnected() || !running.isOpen()) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
            return told && (read || System.nanoTime() - lastByte > LINGER_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void limit(long nanos, Duration limit, String what) throws RemoteException {
        if (nanos > limit.toNanos()) {
            throw new RemoteException(Kind.TIME, target.text() + ": a command " + what + limit.toMillis() / 1000.0 + " s and was left", mayHaveRun());
        }
    }

    private Result result(Session.Command running) throws RemoteException {
        Integer status = running.getExitStatus();
        Optional<String> signal = Optional.ofNullable(running.getExitSignal()).map(Enum::name);
        if (status == null && signal.isEmpty()) {
            throw dropped(null);
        }
        return new Result(status == null ? 128 : status, signal, out.output(), err.output());
    }

    private void read(String name, InputStream from, Collector to) {
        daemon("quorate-ssh-" + name, () -> {
            byte[] buffer = new byte[1 << 15];
            try {
                for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                    to.add(buffer, length);
                    lastByte = System.nanoTime();
                }
            } catch (IOException e) {
                // That the connection broke is seen from the exit code that is not there.
                return;
            } finally {
                reading.countDown();
            }
        });
    }

    private void write(OutputStream in) {
        daemon("quorate-ssh-in", () -> {
            try (in) {
                for (int at = 0; at < command.input().length; at += 1 << 15) {
                    in.write(command.input(), at, Math.min(1 << 15, command.input().length - at));
                    in.flush();
                    lastByte = System.nanoTime();
                }
            } catch (IOException e) {
                // A command need not read what it is given; how it ended says whether it should have.
                return;
            }
        });
    }

    private static void daemon(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (IOException e) {
            // The connection is gone, and the channel with it.
            return;
        }
    }
}
