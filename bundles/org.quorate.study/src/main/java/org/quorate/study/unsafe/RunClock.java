// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import org.quorate.sim.EventLoop;

/** Simulated time of a run, and numbers for updates. Not thread-safe. */
final class RunClock {

    private final EventLoop loop;
    private long sequence;

    RunClock(EventLoop loop) {
        this.loop = loop;
    }

    /** Since the first node's mount. */
    long nanos() {
        return loop.now();
    }

    long nextSequence() {
        return ++sequence;
    }

    /** Updates made so far. */
    long updates() {
        return sequence;
    }
}
