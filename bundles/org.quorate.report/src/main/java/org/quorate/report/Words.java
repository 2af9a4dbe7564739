// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.List;
import java.util.Locale;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;

/** What things are called in reports. Pure functions. */
public final class Words {

    private Words() {
    }

    /** An operation as it is written in a scenario file. */
    public static String of(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** A constant as it is written in a scenario file: {@code HYBRID_ARRAY} is {@code hybrid-array}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A part of the time of an operation. */
    static String of(TimePart part) {
        return switch (part) {
            case OWN_CPU -> "own CPU";
            case CPU_WAIT -> "waiting for CPU";
            case NETWORK -> "network";
            case REMOTE_CPU -> "remote CPU";
            case LOCK_QUEUE -> "lock queue";
            case HOLD_TIME -> "hold time";
            case HOLDER_JOURNAL -> "holder's journal";
            case OWN_JOURNAL -> "own journal";
            case LUN_SERVICE -> "LUN service";
            case LUN_QUEUE -> "LUN queue";
        };
    }

    /** What the part means, for those who meet it for the first time. */
    static String meaning(TimePart part) {
        return switch (part) {
            case OWN_CPU -> "the node's own processor works on the operation";
            case CPU_WAIT -> "processors of the node at work are busy, or a thread is being woken";
            case NETWORK -> "lock messages are on the wire";
            case REMOTE_CPU -> "another node handles a lock message";
            case LOCK_QUEUE -> "queued behind other users of the lock";
            case HOLD_TIME -> "a holder keeps the lock for GFS2's minimum hold time";
            case HOLDER_JOURNAL -> "the holder writes its journal before it gives up the lock";
            case OWN_JOURNAL -> "the node waits for its own journal";
            case LUN_SERVICE -> "the LUN serves a request";
            case LUN_QUEUE -> "a request waits for the LUN";
        };
    }

    /** What a node keeps locks for. */
    static String of(LockRole role) {
        return switch (role) {
            case HOLDER -> "locks that the node holds";
            case MASTER -> "locks that it is master of";
            case DIRECTORY -> "directory entries";
        };
    }

    /** With a capital in front; empty stays empty. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
