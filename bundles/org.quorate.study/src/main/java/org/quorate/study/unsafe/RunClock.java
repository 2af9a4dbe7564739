// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/** Simulated time of a run, and numbers for updates. Not thread-safe. */
final class RunClock {

    private long nanos;
    private long sequence;

    /** Since the first node's mount. */
    long nanos() {
        return nanos;
    }

    void advance(long to) {
        nanos = to;
    }

    long nextSequence() {
        return ++sequence;
    }

    /** Updates made so far. */
    long updates() {
        return sequence;
    }
}
