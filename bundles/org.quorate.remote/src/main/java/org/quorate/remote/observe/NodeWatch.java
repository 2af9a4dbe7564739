// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.SampleReader;
import org.quorate.model.observed.NodeSample;
import org.quorate.model.text.ShellWords;
import org.quorate.remote.Command;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.Visible;

/**
 * Takes samples of one node over one connection, which is made when it is needed. One that breaks is made again with the next sample; a login
 * or a key that was refused is not tried again, because that may lock the account. One sample at a time; {@link #close} may come meanwhile.
 */
public final class NodeWatch implements AutoCloseable {

    /** The script bounds itself to about half of it. */
    private static final Command.Limits LIMITS = new Command.Limits(Duration.ofSeconds(40), Duration.ofSeconds(60), 1 << 20);
    /** So that a node that is gone does not hold up the others for long. */
    private static final Target.Limits AGAIN = new Target.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5), 1);
    private static final int MOST_CHARACTERS = 400;

    private final Target target;
    private final Connector connector;
    private final boolean asRoot;
    private final ReentrantLock busy = new ReentrantLock();
    private RemoteShell shell;
    private boolean root;
    private boolean before;
    private String remark = "";
    private volatile RemoteException refused;
    private volatile boolean closed;

    /** @param asRoot by sudo, where the login is not root; where that is not to be had, what only root sees stays unknown */
    public NodeWatch(Target target, Connector connector, boolean asRoot) {
        this.target = target;
        this.connector = connector;
        this.asRoot = asRoot;
    }

    /**
     * Takes a sample; a second, or up to half a minute on a node with millions of locks.
     *
     * @param cancelled asked often
     * @throws RemoteException       if the node cannot be reached or asked
     * @throws CancellationException if cancelled
     */
    public NodeSample sample(Probe probe, BooleanSupplier cancelled) throws RemoteException {
        String script = script();
        return ask(connected -> {
            Command command = new Command(ShellWords.join(probe.words()), script.getBytes(StandardCharsets.UTF_8), root, LIMITS);
            Result result = connected.run(command, cancelled);
            if (result.out().isCut()) {
                throw new RemoteException(Kind.ANSWER, target.text() + ": it printed " + result.out().total() + " bytes, far more than a sample has", true);
            }
            return read(result);
        }, cancelled);
    }

    /**
     * What is asked on a connection.
     *
     * @param <T> what comes of it
     */
    interface Question<T> {
        T on(RemoteShell shell) throws RemoteException;
    }

    /** Asks, on the connection that there is, or a new one; one that broke, or on which something may be at work, is not used again. */
    <T> T ask(Question<T> question, BooleanSupplier cancelled) throws RemoteException {
        if (closed) {
            throw new CancellationException();
        }
        busy.lock();
        try {
            connect(cancelled);
            return question.on(shell);
        } catch (RemoteException e) {
            // Whoever answers, if only what is not understood, is there.
            if (e.kind() != Kind.ANSWER) {
                drop();
            }
            if (refused == null && e.kind().isFinal()) {
                refused = new RemoteException(e.kind(), e.getMessage() + " (not tried again)");
            }
            throw e;
        } catch (RuntimeException e) {
            drop();
            throw e;
        } finally {
            if (closed) {
                drop();
            }
            busy.unlock();
        }
    }

    /** A login, a key or root was refused: there will be no sample. */
    public boolean isRefused() {
        return refused != null;
    }

    boolean isRoot() {
        return root;
    }

    private void connect(BooleanSupplier cancelled) throws RemoteException {
        if (closed) {
            throw new CancellationException();
        }
        if (refused != null) {
            throw refused;
        }
        if (shell == null) {
            shell = connector.connect(before ? target.with(AGAIN) : target, cancelled);
            before = true;
            // A password that was wrong is not given again.
            root = asRoot && remark.isEmpty() && becomesRoot(cancelled);
        }
    }

    private boolean becomesRoot(BooleanSupplier cancelled) throws RemoteException {
        try {
            return shell.run(Command.of("true").asRoot(), cancelled).succeeded();
        } catch (RemoteException e) {
            if (e.kind() != Kind.SUDO) {
                throw e;
            }
            remark = e.getMessage();
            return false;
        }
    }

    private NodeSample read(Result result) throws RemoteException {
        try {
            NodeSample sample = SampleReader.read(IntakeSource.of(new ByteArrayInputStream(result.out().kept())));
            List<String> remarks = new ArrayList<>();
            if (!remark.isEmpty()) {
                remarks.add(remark);
            }
            sample.remarks().forEach(text -> remarks.add(shown(text)));
            return new NodeSample(sample.boot(), sample.uptime(), sample.figures(), sample.unlisted(), sample.cut(), sample.locks(), remarks);
        } catch (IntakeException e) {
            throw new RemoteException(Kind.ANSWER, target.text() + ": " + e.getMessage() + " (" + result.ending() + ")", true);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static String shown(String text) {
        String visible = Visible.text(text).replace('\n', ' ');
        return visible.length() > MOST_CHARACTERS ? visible.substring(0, MOST_CHARACTERS) + "…" : visible;
    }

    private void drop() {
        if (shell != null) {
            shell.close();
            shell = null;
        }
    }

    /** Ends the connection at once; one on which something is asked ends when that does, a little later. */
    @Override
    public void close() {
        closed = true;
        if (busy.tryLock()) {
            try {
                drop();
            } finally {
                busy.unlock();
            }
        }
    }

    private static String script() {
        try (InputStream in = NodeWatch.class.getResourceAsStream("sample.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
