// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.opening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A desktop that is started with files hands them to one that runs, over a socket in the folder of the state, which only this
 * user may write to. Whatever goes wrong with that, the second desktop just opens the files itself. Thread-safe.
 */
public final class OpenServer implements AutoCloseable {

    private static final String SOCKET = "open.socket";
    private static final String DONE = "opened";
    /** A running desktop that does not answer for so long has other problems. */
    private static final long PATIENCE_SECONDS = 5;

    private final Path socket;
    private final ServerSocketChannel server;

    private OpenServer(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * Takes files from now on, in a thread of its own.
     *
     * @param state folder that all desktops of this user share
     * @param open  begins to open files, and tells when that is under way
     * @return empty if another desktop does that already, or the system cannot
     */
    public static Optional<OpenServer> start(Path state, Function<List<String>, CompletableFuture<Void>> open) {
        Path socket = state.resolve(SOCKET);
        try {
            if (Files.exists(socket)) {
                try {
                    SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
                    return Optional.empty();
                } catch (IOException e) {
                    // Its desktop is gone.
                    Files.delete(socket);
                }
            }
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            OpenServer started = new OpenServer(socket, server);
            Thread thread = new Thread(() -> started.serve(open), "files to open");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(started);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // A path that is too long for a socket, a system without such: then each desktop opens its own files.
            return Optional.empty();
        }
    }

    private void serve(Function<List<String>, CompletableFuture<Void>> open) {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                serve(client, open);
            } catch (IOException e) {
                // The client is gone, or this server is closed.
            }
        }
    }

    private static void serve(SocketChannel client, Function<List<String>, CompletableFuture<Void>> open) throws IOException {
        BufferedReader in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
        List<String> files = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            files.add(line);
        }
        if (files.isEmpty()) {
            return;
        }
        try {
            open.apply(files).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Writer out = Channels.newWriter(client, StandardCharsets.UTF_8);
            out.write(DONE + "\n");
            out.flush();
        } catch (ExecutionException | TimeoutException e) {
            // Without an answer, the other desktop opens them.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Hands files to a desktop that runs.
     *
     * @param files absolute paths
     * @return whether it opens them
     */
    public static boolean handOver(Path state, List<Path> files) {
        Path socket = state.resolve(SOCKET);
        if (files.isEmpty() || !Files.exists(socket)) {
            return false;
        }
        // One that was stopped by a signal takes what is written, and never answers.
        return CompletableFuture.supplyAsync(() -> isTaken(socket, files))
                .completeOnTimeout(false, 2 * PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static boolean isTaken(Path socket, List<Path> files) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return isTaken(channel, files);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTaken(SocketChannel channel, List<Path> files) throws IOException {
        Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8);
        for (Path file : files) {
            // A URI has no line ends, whatever the file is called.
            out.write(file.toUri() + "\n");
        }
        out.write("\n");
        out.flush();
        BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        return DONE.equals(in.readLine());
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
