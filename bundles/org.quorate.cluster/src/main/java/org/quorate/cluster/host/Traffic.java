// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.result.MessageCount;

/** Counts messages by type and kind of lock since the last reset. Not thread-safe. */
public final class Traffic {

    private static final int TYPES = MessageType.values().length;
    private static final int KINDS = 32;

    private final long[] count = new long[TYPES * TYPES * KINDS];
    private final long[] bytes = new long[TYPES * TYPES * KINDS];

    /**
     * Counts a message.
     *
     * @param answered type of the request that a STATUS answers, else the type itself
     * @param kind     kind of lock, 0 to 31
     */
    void add(MessageType type, MessageType answered, int kind, int payload) {
        int at = (type.ordinal() * TYPES + answered.ordinal()) * KINDS + kind;
        count[at]++;
        bytes[at] += payload;
    }

    /** What was counted, in the order of types and kinds. */
    public List<MessageCount> counts(List<String> kindNames) {
        List<MessageCount> counts = new ArrayList<>();
        for (int at = 0; at < count.length; at++) {
            if (count[at] > 0) {
                MessageType type = MessageType.values()[at / KINDS / TYPES];
                MessageType answered = MessageType.values()[at / KINDS % TYPES];
                String name = type == answered ? type.label() : type.label() + "(" + answered.label() + ")";
                String kind = at % KINDS < kindNames.size() ? kindNames.get(at % KINDS) : "-";
                counts.add(new MessageCount(name, kind, count[at], bytes[at], type == MessageType.ACK));
            }
        }
        return counts;
    }

    /** Starts again from zero. */
    public void reset() {
        Arrays.fill(count, 0);
        Arrays.fill(bytes, 0);
    }
}
