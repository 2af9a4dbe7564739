// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.Arrays;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.Protocol;
import org.quorate.cluster.result.TimePart;

/**
 * Messages of fs/dlm: their sizes (kernel reference 2.1), the queue of dlm_send on each node, and the acknowledgements of
 * midcomms. Messages leave a node in the order in which they are made. Not thread-safe.
 */
final class Wire {

    /** Flags of a request: DLM_LKF_NOQUEUE, NOQUEUEBAST, QUECVT, VALBLK, NODLCKWT. */
    static final int NO_QUEUE = 1;
    static final int TELL_HOLDERS = 1 << 1;
    static final int QUEUE_CONVERSION = 1 << 2;
    static final int VALUE = 1 << 3;
    static final int NO_DEADLOCK_CHECK = 1 << 4;

    /** struct dlm_message without its name or value. */
    private static final int MESSAGE_BYTES = 88;
    /** Header of midcomms since protocol minor 2. */
    private static final int OPTION_BYTES = 24;
    private static final int ACK_BYTES = 16;
    /** 6.12 acknowledges so many messages late: on sending, on receiving (kernel reference 2.1). */
    private static final int LATE_ON_SEND = 32;
    private static final int LATE_ON_RECEIVE = 256;
    /** A page of the write queue (lowcomms.c:writequeue_entry); it goes out in one call. */
    private static final int PAGE_BYTES = 4096;
    private static final int NONE = -1;

    private final Machine machine;
    private final Messages messages;
    private final NameRules names;
    private final int nodes;
    private final boolean acknowledges;
    private final boolean acknowledgesLate;
    private final IntQueue[] queue;
    private final int[] sender;
    /** When a message was queued, by messages, in nanoseconds. */
    private long[] posted = new long[64];
    private final boolean[] idle;
    private final int[] unacknowledged;
    /** Messages from a node that a receiver has read and not handled yet; index {@code receiver * nodes + sender}. */
    private final int[] unhandled;

    Wire(Machine machine, NameRules names) {
        this.machine = machine;
        this.names = names;
        messages = machine.network().messages();
        nodes = machine.nodes();
        acknowledges = machine.kernel().dlmMinor() >= 2;
        acknowledgesLate = acknowledges && Release.of(machine.kernel()).atLeast(6, 12);
        queue = new IntQueue[nodes];
        Arrays.setAll(queue, node -> new IntQueue());
        sender = new int[nodes];
        idle = new boolean[nodes];
        unacknowledged = new int[nodes * nodes];
        unhandled = new int[nodes * nodes];
    }

    /** Starts dlm_send of every node. */
    void start() {
        for (int node = 0; node < nodes; node++) {
            sender[node] = machine.frames().create(node);
            machine.interpreter().start(sender[node], machine.interpreter().entry("fsdlm/dlm_send"), 0);
        }
    }

    /** Payload of a message (create_message). */
    private int bytes(MessageType type, boolean withValue) {
        int header = MESSAGE_BYTES + (acknowledges ? OPTION_BYTES : 0);
        return switch (type) {
            case LOOKUP, REQUEST, REMOVE -> header + names.nameBytes();
            case CONVERT, UNLOCK, REQUEST_REPLY, CONVERT_REPLY, GRANT -> header + (withValue ? names.valueBytes() : 0);
            default -> header;
        };
    }

    /**
     * A message about a resource; the caller sets its fields and {@link #post}s it.
     *
     * @param withValue the sender's lock has a value block pointer
     */
    int message(MessageType type, int from, int to, long resource, boolean withValue, int behalf) {
        int message = messages.take(type, from, to, bytes(type, withValue));
        messages.kind[message] = (byte) (resource >>> 32);
        messages.resource[message] = resource;
        messages.behalf[message] = behalf;
        return message;
    }

    /** Hands a message to dlm_send (dlm_lowcomms_commit_msg). */
    void post(int message) {
        int from = messages.from[message];
        machine.ledger().moveOperation(messages.behalf[message], TimePart.CPU_WAIT);
        queue[from].add(message);
        if (message >= posted.length) {
            posted = Arrays.copyOf(posted, Math.max(message + 1, posted.length * 2));
        }
        posted[message] = machine.interpreter().now();
        if (idle[from]) {
            idle[from] = false;
            machine.hosts().wakeWorker(sender[from]);
        }
        int peer = from * nodes + messages.to[message];
        if (acknowledgesLate && unacknowledged[peer] > LATE_ON_SEND) {
            acknowledge(from, messages.to[message]);
        }
    }

    /** dlm_send takes its next message; false if there is none. */
    boolean take(int frame) {
        int node = machine.frames().node(frame);
        if (queue[node].isEmpty()) {
            idle[node] = true;
            machine.frames().set(frame, Reg.BEHALF, NONE);
            return false;
        }
        int message = queue[node].poll();
        machine.frames().set(frame, Reg.MESSAGE, message);
        machine.frames().set(frame, Reg.BEHALF, messages.behalf[message]);
        return true;
    }

    /** send_to_sock: the message at hand, and what was queued for the same node when the sender got the processor, in one segment. */
    void send(int message) {
        int from = messages.from[message];
        int to = messages.to[message];
        machine.network().send(message);
        int room = PAGE_BYTES - messages.bytes[message];
        long began = machine.interpreter().now() - machine.hosts().cost(Cost.MESSAGE);
        for (int left = queue[from].size(); left > 0; left--) {
            int other = queue[from].poll();
            if (posted[other] <= began && messages.to[other] == to && messages.bytes[other] <= room) {
                room -= messages.bytes[other];
                machine.network().sendInSegment(other);
            } else {
                room = messages.to[other] == to ? 0 : room;
                queue[from].add(other);
            }
        }
    }

    /** receive_from_sock: the receiving thread begins with a message; at the start of a batch, it has read all that is there. */
    void begin(int message) {
        int node = messages.to[message];
        int from = messages.from[message];
        int peer = node * nodes + from;
        if (unhandled[peer] == 0) {
            unhandled[peer] = 1 + machine.network().waitingFrom(Protocol.FS_DLM, node, from);
        }
    }

    /**
     * The receiving thread has handled a message and gives it back. At the end of a batch from one node, 6.1 acknowledges it
     * (dlm_midcomms_receive_done); 6.12 only when many are outstanding.
     */
    void received(int message) {
        int node = messages.to[message];
        int from = messages.from[message];
        boolean stateful = messages.type[message] != MessageType.ACK.ordinal();
        messages.release(message);
        int peer = node * nodes + from;
        unhandled[peer]--;
        unacknowledged[peer] += stateful && acknowledges ? 1 : 0;
        boolean due = acknowledgesLate ? unacknowledged[peer] > LATE_ON_RECEIVE
                : unacknowledged[peer] > 0 && unhandled[peer] == 0;
        if (due) {
            acknowledge(node, from);
        }
    }

    private void acknowledge(int from, int to) {
        unacknowledged[from * nodes + to] = 0;
        post(messages.take(MessageType.ACK, from, to, ACK_BYTES));
    }
}
