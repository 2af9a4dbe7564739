// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a port of this machine that can be cut without a word: what is sent is taken and goes nowhere. */
final class MuteProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int to;
    private volatile boolean muted;

    MuteProxy(int to) throws IOException {
        this.to = to;
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void mute() {
        muted = true;
    }

    private static void daemon(Runnable what) {
        Thread thread = new Thread(what, "mute-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                open.add(near);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(far);
                daemon(() -> pass(near, far));
                daemon(() -> pass(far, near));
            }
        } catch (IOException e) {
            // It is closed.
            return;
        }
    }

    private void pass(Socket from, Socket into) {
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = from.getInputStream(); OutputStream out = into.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!muted) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One of the two is closed.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
