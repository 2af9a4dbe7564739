// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.Protocol;

/**
 * o2net: every message is a synchronous call; the sender waits for a status of 24 bytes (kernel reference 2.2). Not
 * thread-safe.
 */
final class O2net {

    /** struct o2net_msg alone. */
    private static final int STATUS_BYTES = 24;
    private static final int NONE = -1;

    private final Domain domain;
    private final Messages messages;

    O2net(Domain domain) {
        this.domain = domain;
        messages = domain.machine.network().messages();
    }

    /**
     * Sends a request; the frame waits for its status, which it finds in register RESULT.
     *
     * @param value bytes of lock value block that travel with it
     */
    void call(int frame, MessageType type, int to, long resource, int lock, int mode, int value) {
        int message = messages.take(type, domain.frames.node(frame), to, bytes(type) + value);
        messages.kind[message] = (byte) Resources.kind(resource);
        messages.resource[message] = resource;
        messages.lock[message] = lock;
        messages.mode[message] = mode;
        messages.caller[message] = frame;
        int behalf = domain.behalf(frame);
        messages.behalf[message] = behalf;
        domain.machine.network().send(message);
        if (behalf != frame) {
            // from here on the operation waits for others, not for this kernel thread
            domain.frames.set(frame, Reg.BEHALF, NONE);
        }
    }

    /** Turns a request that was handled into its status and sends that. */
    void answer(int message, int status) {
        short from = messages.from[message];
        messages.from[message] = messages.to[message];
        messages.to[message] = from;
        messages.answered[message] = messages.type[message];
        messages.type[message] = (byte) MessageType.STATUS.ordinal();
        messages.bytes[message] = STATUS_BYTES;
        messages.value[message] = status;
        if (messages.behalf[message] != messages.caller[message]) {
            messages.behalf[message] = NONE;
        }
        domain.machine.network().send(message);
    }

    /** A status has come back: its caller goes on. */
    void answered(int message) {
        int caller = messages.caller[message];
        domain.frames.set(caller, Reg.RESULT, messages.value[message]);
        boolean task = messages.behalf[message] == caller;
        boolean atWork = messages.metAtWork[message];
        messages.release(message);
        if (task && atWork) {
            domain.machine.hosts().wakeTaskAfterReceiver(caller,
                    domain.machine.network().waiting(Protocol.O2NET, domain.frames.node(caller)));
        } else if (task) {
            domain.machine.hosts().wakeTask(caller);
        } else {
            domain.machine.hosts().wakeWorker(caller);
        }
    }

    /** Request sizes with the header of 24 bytes, kernel reference 2.2. */
    private static int bytes(MessageType type) {
        return switch (type) {
            case MASTER_REQUEST, ASSERT_MASTER, DEREF_LOCKRES -> 96;
            case CREATE_LOCK, CONVERT_LOCK, UNLOCK_LOCK, AST, BAST -> 104;
            default -> throw new IllegalArgumentException(type + " is no o2net request");
        };
    }
}
