// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/**
 * Pending events in the total order (time, sequence of pushing): of events at one instant, the one pushed first leaves first.
 *
 * <p>A short sorted array holds the near future. When more events are pending, a ladder of buckets holds the rest, so that the
 * cost of an event does not grow with their number. No event is an object; nothing is allocated once the arrays have grown to the
 * largest number of pending events.
 */
public final class EventQueue {
    private final NearEvents near = new NearEvents();
    private final EventLadder ladder = new EventLadder();
    private int size;
    private long poppedTime;
    private long poppedPayload;

    /**
     * Adds an event.
     *
     * @param timeNanos its time, not before that of the event popped last, and not negative
     * @param kind      handed back by {@link #kind()}
     * @param subject   handed back by {@link #subject()}
     * @throws IllegalArgumentException if the time is too early
     */
    public void push(long timeNanos, int kind, int subject) {
        if (timeNanos < poppedTime) {
            throw new IllegalArgumentException("event at " + timeNanos + " ns after one at " + poppedTime + " ns was popped");
        }
        long payload = (long) kind << 32 | subject & 0xFFFF_FFFFL;
        size++;
        if (ladder.takes(timeNanos)) {
            ladder.push(timeNanos, payload);
        } else if (ladder.instantCount() > 0 && timeNanos == ladder.instantTime()) {
            ladder.pushInstant(payload);
        } else {
            near.push(timeNanos, payload);
            if (near.isFull()) {
                ladder.absorb(near, poppedTime);
            }
        }
    }

    /** Whether no event is pending. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The number of pending events. */
    public int size() {
        return size;
    }

    /**
     * The time of the event that {@link #pop()} would take.
     *
     * @throws IllegalStateException if the queue is empty
     */
    public long headTimeNanos() {
        requireNotEmpty();
        return isNearNext() ? near.headTime() : ladder.instantTime();
    }

    /**
     * Takes the first event out; {@link #timeNanos()}, {@link #kind()} and {@link #subject()} then describe it until the next pop.
     *
     * @throws IllegalStateException if the queue is empty
     */
    public void pop() {
        requireNotEmpty();
        popNotAfter(Long.MAX_VALUE);
    }

    /** Takes the first event out if there is one and it is not later. */
    boolean popNotAfter(long untilNanos) {
        if (size == 0) {
            return false;
        }
        boolean isNearNext = isNearNext();
        long time = isNearNext ? near.headTime() : ladder.instantTime();
        if (time > untilNanos) {
            return false;
        }
        size--;
        poppedTime = time;
        if (isNearNext) {
            poppedPayload = near.headPayload();
            near.removeHead();
        } else {
            poppedPayload = ladder.removeInstantHead();
        }
        return true;
    }

    /** The time of the event popped last, 0 if there was none. */
    public long timeNanos() {
        return poppedTime;
    }

    /** The kind of the event popped last. */
    public int kind() {
        return (int) (poppedPayload >> 32);
    }

    /** The subject of the event popped last. */
    public int subject() {
        return (int) poppedPayload;
    }

    /** Forgets all events, the one popped last too; the memory is kept for the next run. */
    public void clear() {
        size = 0;
        poppedTime = 0;
        poppedPayload = 0;
        near.clear();
        ladder.clear();
    }

    /** Whether the first event is a near one rather than one of the ladder's instant. Only if there is an event. */
    private boolean isNearNext() {
        if (!near.isEmpty()) {
            // What came to the near events after the instant is earlier than that.
            return true;
        }
        if (ladder.instantCount() == 0) {
            ladder.refill(near);
        }
        return ladder.instantCount() == 0;
    }

    private void requireNotEmpty() {
        if (size == 0) {
            throw new IllegalStateException("no event is pending");
        }
    }
}
