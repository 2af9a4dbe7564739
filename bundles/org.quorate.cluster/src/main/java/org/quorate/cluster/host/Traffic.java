// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.result.MessageCount;

/** Counts messages by type and kind of lock since the last reset. Whoever watches a run extends it. Not thread-safe. */
public class Traffic {

    private static final int TYPES = MessageType.values().length;
    private static final int KINDS = 32;

    private final long[] count = new long[TYPES * TYPES * KINDS];
    private final long[] bytes = new long[TYPES * TYPES * KINDS];

    /**
     * Counts a message that is sent now.
     *
     * @param arrivalNanos when it will be there
     */
    protected void sent(Messages messages, int message, long arrivalNanos) {
        int at = (messages.type[message] * TYPES + messages.answered[message]) * KINDS + messages.kind[message];
        count[at]++;
        bytes[at] += messages.bytes[message];
    }

    /** What was counted, in the order of types and kinds. */
    public List<MessageCount> counts(List<String> kindNames) {
        List<MessageCount> counts = new ArrayList<>();
        for (int at = 0; at < count.length; at++) {
            if (count[at] > 0) {
                MessageType type = MessageType.values()[at / KINDS / TYPES];
                MessageType answered = MessageType.values()[at / KINDS % TYPES];
                String name = type.answering(answered);
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
