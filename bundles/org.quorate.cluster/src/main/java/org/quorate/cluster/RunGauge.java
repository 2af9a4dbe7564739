// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Asked by a run whether it is to stop, and thereby told where the run stands: a run that is given a gauge costs as much as one that is
 * not. The run's thread asks, any thread reads.
 */
public final class RunGauge implements BooleanSupplier {

    private final BooleanSupplier cancelled;
    private LongSupplier clock = () -> 0;
    private LongSupplier counter = () -> 0;
    private volatile long simulatedNanos;
    private volatile long events;

    /** @param cancelled says whether the run is to stop */
    public RunGauge(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Called by the run's thread at its start. */
    void follow(LongSupplier now, LongSupplier executed) {
        clock = now;
        counter = executed;
    }

    @Override
    public boolean getAsBoolean() {
        simulatedNanos = clock.getAsLong();
        events = counter.getAsLong();
        return cancelled.getAsBoolean();
    }

    /** Simulated time when the run last asked, nanoseconds. */
    public long simulatedNanos() {
        return simulatedNanos;
    }

    /** Events executed when the run last asked. */
    public long events() {
        return events;
    }
}
