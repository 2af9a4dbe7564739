// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The clock, the pending events and their dispatch to one handler.
 *
 * <p>The clock starts at 0 and never goes back. The handler may schedule further events, also at the present instant;
 * these run after all events that were scheduled for this instant before.
 */
public final class EventLoop {
    /** Cancellation is asked for once in so many events: often enough for a cancel within milliseconds, too rarely to cost. */
    private static final int CANCEL_CHECK_MASK = 4096 - 1;

    private final EventHandler handler;
    private final EventQueue queue = new EventQueue();
    private long now;
    private long executed;
    private boolean stopped;

    /** A loop at time 0 without events. */
    public EventLoop(EventHandler handler) {
        this.handler = Objects.requireNonNull(handler);
    }

    /** The present simulated time in nanoseconds. */
    public long now() {
        return now;
    }

    /**
     * Schedules an event.
     *
     * @param timeNanos when, not before {@link #now()}
     * @throws IllegalArgumentException if the time is in the past
     */
    public void at(long timeNanos, int kind, int subject) {
        if (timeNanos < now) {
            throw inThePast(timeNanos, kind, subject);
        }
        queue.push(timeNanos, kind, subject);
    }

    /**
     * Schedules an event after a delay.
     *
     * @param delayNanos the delay from {@link #now()}, not negative
     * @throws IllegalArgumentException if the delay is negative or the time exceeds the range of the clock (292 years)
     */
    public void after(long delayNanos, int kind, int subject) {
        // A sum beyond the range is negative, thus in the past as well.
        at(now + delayNanos, kind, subject);
    }

    /**
     * Executes the pending events up to and including the given time, in their total order. Then, unless
     * {@linkplain #stop() stopped} or cancelled, the clock shows that time.
     *
     * @param untilNanos the last instant to execute, not before {@link #now()}
     * @param cancelled  asked at the start and then once in a few thousand events
     * @return false if cancelled, true otherwise; after a cancel the run can be continued
     */
    public boolean runUntil(long untilNanos, BooleanSupplier cancelled) {
        if (untilNanos < now) {
            throw new IllegalArgumentException("cannot run until " + untilNanos + " ns: the clock shows " + now + " ns");
        }
        stopped = false;
        if (cancelled.getAsBoolean()) {
            return false;
        }
        while (queue.popNotAfter(untilNanos)) {
            now = queue.timeNanos();
            executed++;
            handler.onEvent(queue.kind(), queue.subject());
            if (stopped) {
                return true;
            }
            if ((executed & CANCEL_CHECK_MASK) == 0 && cancelled.getAsBoolean()) {
                return false;
            }
        }
        now = untilNanos;
        return true;
    }

    /** Ends the present {@link #runUntil} after the present event. The clock stays, later events stay pending. */
    public void stop() {
        stopped = true;
    }

    /** The number of events executed since the loop was made. */
    public long executed() {
        return executed;
    }

    /** The number of events not yet executed. */
    public int pending() {
        return queue.size();
    }

    private IllegalArgumentException inThePast(long timeNanos, int kind, int subject) {
        return new IllegalArgumentException("event of kind " + kind + " and subject " + subject + " at " + timeNanos
                + " ns is in the past or out of range: the clock shows " + now + " ns");
    }
}
