// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.quorate.model.text.ShellWords;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell.Live;
import org.quorate.remote.Result;

/**
 * The far end of ssh-bridge.sh: runs on nodes what steps of this machine would have run by ssh. A command's input is read to its end before it
 * is sent, so that none gets a part of it; what it writes goes back while it runs. A call whose program has gone ends its command, as ssh would.
 */
final class Bridge implements AutoCloseable {

    private static final long STEP_MILLIS = 10;
    /** Far beyond an export, the largest input. */
    private static final int MOST_INPUT = 32 << 20;
    private static final Command.Limits LIMITS = new Command.Limits(Duration.ofHours(1), Duration.ofHours(2), 1 << 10);
    /** As ssh says of its own failures. */
    private static final int NO_ANSWER = 255;

    private final Path folder;
    private final Map<String, NodeLink> links;
    private final Calls calls;
    private final BooleanSupplier cancelled;
    private final Thread watcher = new Thread(this::watch, "quorate-bridge");
    private volatile boolean closed;

    /** Told of each call; one that it refuses is not made. */
    interface Calls {

        void begin(String call, String node, String line) throws IOException;

        void end(String call, String node, int code, double seconds) throws IOException;
    }

    /**
     * @param folder that nobody else can read
     * @param links  by address, as the export names the nodes
     */
    Bridge(Path folder, Map<String, NodeLink> links, Calls calls, BooleanSupplier cancelled) {
        this.folder = folder;
        this.links = Map.copyOf(links);
        this.calls = calls;
        this.cancelled = cancelled;
    }

    /** From now on calls are answered. */
    void start() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        Set<Path> seen = new HashSet<>();
        while (!closed) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "call.*")) {
                for (Path call : found) {
                    if (!seen.contains(call) && Files.exists(call.resolve("request"))) {
                        seen.add(call);
                        Thread thread = new Thread(() -> answer(call), "quorate-bridge-" + call.getFileName());
                        thread.setDaemon(true);
                        thread.start();
                    }
                }
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }

    private void answer(Path call) {
        try {
            String[] words = Files.readString(call.resolve("request"), StandardCharsets.UTF_8).split("\0", -1);
            byte[] input;
            try (InputStream in = new BufferedInputStream(new FileInputStream(call.resolve("in").toFile()))) {
                input = in.readNBytes(MOST_INPUT + 1);
            }
            try (OutputStream err = new FileOutputStream(call.resolve("err").toFile());
                    OutputStream out = new FileOutputStream(call.resolve("out").toFile())) {
                int code = words.length == 3 && input.length <= MOST_INPUT ? run(call, words[0], words[1], input, out, err) : NO_ANSWER;
                Files.writeString(call.resolve("code.new"), code + "\n");
                Files.move(call.resolve("code.new"), call.resolve("code"), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // It was not answered, or the program on the other side has gone: without a code it takes that for no answer.
            release(call);
        }
    }

    private int run(Path call, String address, String line, byte[] input, OutputStream out, OutputStream err) throws IOException {
        NodeLink link = links.get(address);
        if (link == null) {
            return fail(err, "this program knows no connection to " + address);
        }
        String id = call.getFileName().toString();
        long started = System.nanoTime();
        int code = NO_ANSWER;
        try {
            calls.begin(id, link.name(), line);
            AtomicBoolean gone = new AtomicBoolean();
            // The export writes its lines for bash, which the login shell, or that of sudo, need not be.
            Command command = new Command("bash -c " + ShellWords.quote(line), input, true, LIMITS);
            Result result = link.run(command, live(out, err, gone), () -> closed || gone.get() || cancelled.getAsBoolean());
            code = result.signal().isPresent() ? NO_ANSWER : result.exit();
            return code;
        } catch (RemoteException e) {
            return fail(err, e.getMessage());
        } catch (CancellationException e) {
            return fail(err, "interrupted");
        } catch (IOException e) {
            return fail(err, String.valueOf(e.getMessage()));
        } finally {
            calls.end(id, link.name(), code, (System.nanoTime() - started) / 1e9);
        }
    }

    private static int fail(OutputStream err, String why) throws IOException {
        err.write(("quorate: " + why + "\n").getBytes(StandardCharsets.UTF_8));
        return NO_ANSWER;
    }

    private static Live live(OutputStream out, OutputStream err, AtomicBoolean gone) {
        return new Live() {
            @Override
            public void out(byte[] bytes) {
                write(out, bytes);
            }

            @Override
            public void err(byte[] bytes) {
                write(err, bytes);
            }

            private void write(OutputStream to, byte[] bytes) {
                try {
                    to.write(bytes);
                } catch (IOException e) {
                    gone.set(true);
                }
            }
        };
    }

    /** Who waits for the other end of a pipe is let go: opened for both, it waits for nobody. */
    private static void release(Path call) {
        for (String pipe : List.of("in", "out", "err")) {
            try {
                Files.newByteChannel(call.resolve(pipe), StandardOpenOption.READ, StandardOpenOption.WRITE).close();
            } catch (IOException e) {
                // It is gone, and who waited with it.
                continue;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "call.*")) {
            found.forEach(Bridge::release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
