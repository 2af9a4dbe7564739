// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import java.util.Locale;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;

/** Names of things as people read them. */
public final class Titles {

    private Titles() {
    }

    /** For example {@code CPU wait}. */
    public static String of(TimePart part) {
        return switch (part) {
            case OWN_CPU -> "own CPU";
            case CPU_WAIT -> "CPU wait";
            case NETWORK -> "network";
            case REMOTE_CPU -> "remote CPU";
            case LOCK_QUEUE -> "lock queue";
            case HOLD_TIME -> "hold time";
            case HOLDER_JOURNAL -> "holder journal";
            case OWN_JOURNAL -> "own journal";
            case LUN_SERVICE -> "LUN service";
            case LUN_QUEUE -> "LUN queue";
        };
    }

    /** As in a scenario file. */
    public static String of(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }
}
