// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Interpreter;

/** The clock of the kernel's timers. Not thread-safe. */
final class Jiffies {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** Jiffies a second. */
    final int hertz;
    private final Interpreter interpreter;
    private final long nanos;

    Jiffies(Interpreter interpreter, int hertz) {
        this.interpreter = interpreter;
        this.hertz = hertz;
        nanos = SECOND_NANOS / hertz;
    }

    /** The present time. */
    long now() {
        return interpreter.now() / nanos;
    }

    /** When a jiffy begins, nanoseconds. */
    long nanos(long jiffy) {
        return jiffy * nanos;
    }
}
