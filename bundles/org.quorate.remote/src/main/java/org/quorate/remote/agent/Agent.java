// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks an agent on a Unix socket; each question has a connection of its own. Thread-safe. */
public final class Agent {

    /** Messages (draft-miller-ssh-agent-04, 5.1). */
    private static final byte REQUEST_IDENTITIES = 11;
    private static final byte IDENTITIES_ANSWER = 12;
    private static final byte SIGN_REQUEST = 13;
    private static final byte SIGN_RESPONSE = 14;
    /** Longest answer (OpenSSH's authfd.c:MAX_AGENT_REPLY_LEN). */
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_KEYS = 2048;
    /** An agent may ask its user before it signs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path socket;

    /** @param socket as SSH_AUTH_SOCK names it */
    public Agent(Path socket) {
        this.socket = socket;
    }

    /** How an RSA key signs (draft-miller-ssh-agent-04, 4.5.1); others sign in one way only. */
    public enum Hash {
        /** The key's own way. */
        NONE(0),
        /** {@code rsa-sha2-256}. */
        SHA256(2),
        /** {@code rsa-sha2-512}. */
        SHA512(4);

        private final int flag;

        Hash(int flag) {
            this.flag = flag;
        }
    }

    /** The keys that it has, in its order. */
    public List<AgentKey> keys() throws IOException {
        ByteBuffer answer = ask(ByteBuffer.wrap(new byte[] {REQUEST_IDENTITIES}), IDENTITIES_ANSWER);
        try {
            int number = answer.getInt();
            if (number < 0 || number > MOST_KEYS) {
                throw new IOException(socket + ": the agent says that it has " + number + " keys");
            }
            List<AgentKey> keys = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                byte[] blob = string(answer);
                keys.add(new AgentKey(blob, new String(string(answer), StandardCharsets.UTF_8)));
            }
            return keys;
        } catch (BufferUnderflowException e) {
            throw new IOException(socket + ": the agent's answer ends early", e);
        }
    }

    /** The signature of data, in the form in which SSH sends it. */
    public byte[] sign(AgentKey key, byte[] data, Hash hash) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(1 + 4 + key.blob().length + 4 + data.length + 4);
        request.put(SIGN_REQUEST).putInt(key.blob().length).put(key.blob()).putInt(data.length).put(data).putInt(hash.flag).flip();
        try {
            return string(ask(request, SIGN_RESPONSE));
        } catch (BufferUnderflowException e) {
            throw new IOException(socket + ": the agent's answer ends early", e);
        }
    }

    private ByteBuffer ask(ByteBuffer request, byte expected) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX); Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            SelectionKey ready = channel.register(selector, SelectionKey.OP_WRITE);
            ByteBuffer message = ByteBuffer.allocate(4 + request.remaining()).putInt(request.remaining()).put(request).flip();
            while (message.hasRemaining()) {
                await(selector);
                channel.write(message);
            }
            ready.interestOps(SelectionKey.OP_READ);
            int length = read(channel, selector, 4).getInt();
            if (length < 1 || length > MOST_BYTES) {
                throw new IOException(socket + ": an answer of " + length + " bytes is none of an agent");
            }
            ByteBuffer answer = read(channel, selector, length);
            if (answer.get() != expected) {
                throw new IOException(socket + ": the agent refused");
            }
            return answer;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            throw new IOException(socket + " is no socket of an agent", e);
        }
    }

    private ByteBuffer read(SocketChannel channel, Selector selector, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            await(selector);
            if (channel.read(buffer) < 0) {
                throw new IOException(socket + ": the agent hung up");
            }
        }
        return buffer.flip();
    }

    private void await(Selector selector) throws IOException {
        if (selector.select(PATIENCE.toMillis()) == 0) {
            throw new IOException(socket + ": the agent did not answer");
        }
        selector.selectedKeys().clear();
    }

    private static byte[] string(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
