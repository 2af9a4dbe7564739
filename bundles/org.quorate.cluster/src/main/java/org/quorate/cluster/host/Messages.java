// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Slots;

/**
 * Messages on their way, in parallel arrays; a message lives from {@link #take} to {@link #release}. The fields mean what the
 * protocol says. Not thread-safe.
 */
public final class Messages {

    private final Slots slots = new Slots();
    public byte[] type = new byte[64];
    /** Type of the request that a STATUS answers. */
    public byte[] answered = new byte[64];
    public short[] from = new short[64];
    public short[] to = new short[64];
    /** Kind of lock, for counting. */
    public byte[] kind = new byte[64];
    /** Lock resource, as the protocol names it. */
    public long[] resource = new long[64];
    public int[] lock = new int[64];
    public int[] mode = new int[64];
    public int[] value = new int[64];
    /** Frame that waits for the answer, or -1. */
    public int[] caller = new int[64];
    /** Operation on whose critical path the message is, or -1. */
    public int[] behalf = new int[64];
    public int[] bytes = new int[64];
    /** Its receiver, or another thread of the node's only processor, was at work when it came. */
    public boolean[] metAtWork = new boolean[64];
    /** Next in a receive queue. */
    int[] next = new int[64];

    /** A new message from one node to another. */
    public int take(MessageType messageType, int fromNode, int toNode, int payload) {
        int message = slots.take();
        if (slots.capacity() > type.length) {
            grow(slots.capacity());
        }
        type[message] = (byte) messageType.ordinal();
        answered[message] = type[message];
        from[message] = (short) fromNode;
        to[message] = (short) toNode;
        bytes[message] = payload;
        kind[message] = 31;
        resource[message] = 0;
        lock[message] = -1;
        mode[message] = 0;
        value[message] = 0;
        caller[message] = -1;
        behalf[message] = -1;
        metAtWork[message] = false;
        next[message] = -1;
        return message;
    }

    /** The message has been handled. */
    public void release(int message) {
        slots.release(message);
    }

    private void grow(int size) {
        type = Arrays.copyOf(type, size);
        answered = Arrays.copyOf(answered, size);
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        kind = Arrays.copyOf(kind, size);
        resource = Arrays.copyOf(resource, size);
        lock = Arrays.copyOf(lock, size);
        mode = Arrays.copyOf(mode, size);
        value = Arrays.copyOf(value, size);
        caller = Arrays.copyOf(caller, size);
        behalf = Arrays.copyOf(behalf, size);
        bytes = Arrays.copyOf(bytes, size);
        metAtWork = Arrays.copyOf(metAtWork, size);
        next = Arrays.copyOf(next, size);
    }
}
