// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.quorate.sim.EventBuckets.COUNT;
import static org.quorate.sim.EventBuckets.HEAD;
import static org.quorate.sim.EventBuckets.STRIDE;

import java.util.Arrays;

/**
 * The events of the far future, roughly ordered: a rung divides a span of time into buckets, and the bucket whose turn it
 * is may be divided by a finer rung. What remains at the end fits {@link NearEvents}. Each event is moved a few
 * times however many there are (after Tang, Goh and Thng, "Ladder Queue", ACM TOMACS 15(3), 2005; unlike there, spans are
 * powers of two, the last bucket of a rung takes what comes later than the rung foresaw, and the events of one instant are never
 * sorted).
 *
 * <p>A bucket keeps the order of pushing, and so does dividing it: events at one instant stay in their order without a sequence.
 */
final class EventLadder {
    /** So few events are sorted rather than divided: half of what fits, as others will join them. */
    private static final int SORTED_AT_ONCE = NearEvents.CAPACITY / 2;
    /** A rung gets a bucket for so many events… */
    private static final int EVENTS_PER_BUCKET = 4;
    /** …but not more than 2^10, so that the ends of all its buckets stay in the second-level cache. */
    private static final int MAXIMUM_BITS = 10;
    /** A rung divides more than 32 events by 2^4 or more, which 2^63 bears 16 times; one more splits off an instant. */
    private static final int DESCENT = Long.SIZE / 4 + 1;
    /** Events that again and again come before all others make rung after rung; at so many all begin anew. */
    private static final int REBUILD_DEPTH = 16;
    private static final int MAXIMUM_DEPTH = REBUILD_DEPTH + DESCENT + 2;

    private final EventBuckets store = new EventBuckets();
    private final int[][] rungs = new int[MAXIMUM_DEPTH][];
    private final long[] start = new long[MAXIMUM_DEPTH];
    private final int[] shift = new int[MAXIMUM_DEPTH];
    private final int[] last = new int[MAXIMUM_DEPTH];
    private final int[] current = new int[MAXIMUM_DEPTH];
    /** The last time of the current bucket of a rung: what is later belongs to the rung itself. */
    private final long[] currentLimit = new long[MAXIMUM_DEPTH];
    /** The last time of a rung. */
    private final long[] limit = new long[MAXIMUM_DEPTH];
    private int depth;
    /** The last time of the near future. */
    private long nearLimit = Long.MAX_VALUE;
    /** The events of one instant, if it has many: next after the near events, which all are earlier. */
    private final int[] instant = new int[STRIDE];
    private long instantTime;
    private final int[] divided = new int[STRIDE];

    /** Whether an event of this time belongs to this ladder rather than to the near future. */
    boolean takes(long time) {
        return time > nearLimit;
    }

    /** The number of events of the instant that is next, 0 if it is an ordinary one. */
    int instantCount() {
        return instant[COUNT];
    }

    /** The time of that instant. */
    long instantTime() {
        return instantTime;
    }

    /** Takes the first event of the instant out and returns its payload. */
    long removeInstantHead() {
        return store.payload(store.removeHead(instant, 0));
    }

    /** Adds an event to the instant. */
    void pushInstant(long payload) {
        store.append(instant, 0, instantTime, payload);
    }

    /** Adds an event that this ladder {@linkplain #takes takes}. */
    void push(long time, long payload) {
        int rung = 0;
        while (time <= currentLimit[rung]) {
            rung++;
        }
        append(rung, time, payload);
    }

    /** Moves the next events to the near ones, of which there are none, or makes them the instant. */
    void refill(NearEvents near) {
        if (depth > REBUILD_DEPTH) {
            gather();
            descend(Long.MAX_VALUE, near);
            return;
        }
        while (depth > 0) {
            int rung = depth - 1;
            int[] buckets = rungs[rung];
            for (int bucket = current[rung] + 1; bucket <= last[rung]; bucket++) {
                if (buckets[bucket * STRIDE + COUNT] > 0) {
                    descend(take(rung, bucket), near);
                    return;
                }
            }
            depth--;
        }
        nearLimit = Long.MAX_VALUE;
    }

    /**
     * Takes over all near events when they have become too many. The near future is then over; {@link #refill} begins another.
     *
     * @param floor no event will be earlier
     */
    void absorb(NearEvents near, long floor) {
        if (instant[COUNT] > 0) {
            shelveInstant();
        }
        long latest = floor;
        for (; !near.isEmpty(); near.removeHead()) {
            latest = near.headTime();
            store.append(divided, 0, latest, near.headPayload());
        }
        divide(floor, latest, nearLimit);
        nearLimit = floor - 1;
    }

    void clear() {
        store.clear();
        for (; depth > 0; depth--) {
            Arrays.fill(rungs[depth - 1], 0);
        }
        nearLimit = Long.MAX_VALUE;
        Arrays.fill(instant, 0);
        Arrays.fill(divided, 0);
    }

    /** Makes a bucket the current one and its events those to be divided; returns the last time of it. */
    private long take(int rung, int bucket) {
        int[] buckets = rungs[rung];
        System.arraycopy(buckets, bucket * STRIDE, divided, 0, STRIDE);
        Arrays.fill(buckets, bucket * STRIDE, (bucket + 1) * STRIDE, 0);
        if (bucket == last[rung]) {
            // Nothing can come to this rung any more.
            depth--;
            return limit[rung];
        }
        current[rung] = bucket;
        currentLimit[rung] = start[rung] + ((bucket + 1L) << shift[rung]) - 1;
        return currentLimit[rung];
    }

    /** Divides events until the first are few or of one instant. */
    private void descend(long lastTime, NearEvents near) {
        long until = lastTime;
        while (divided[COUNT] > SORTED_AT_ONCE) {
            long earliest = Long.MAX_VALUE;
            long latest = Long.MIN_VALUE;
            int entry = divided[HEAD];
            for (int left = divided[COUNT]; left > 0; left--) {
                long time = store.time(entry);
                earliest = Math.min(earliest, time);
                latest = Math.max(latest, time);
                entry = left > 1 ? store.after(entry) : entry;
            }
            if (earliest == latest) {
                becomeInstant(earliest, until);
                return;
            }
            divide(earliest, latest, until);
            until = take(depth - 1, 0);
        }
        while (divided[COUNT] > 0) {
            int entry = store.removeHead(divided, 0);
            near.push(store.time(entry), store.payload(entry));
        }
        nearLimit = until;
    }

    /** Makes all events to be divided the instant; what comes later, but not after {@code until}, gets a rung. */
    private void becomeInstant(long time, long until) {
        System.arraycopy(divided, 0, instant, 0, STRIDE);
        Arrays.fill(divided, 0);
        instantTime = time;
        nearLimit = time;
        if (until > time) {
            addRung(time, 0, 1, until);
            current[depth - 1] = 0;
            currentLimit[depth - 1] = time;
        }
    }

    /** Makes the instant a rung of one bucket, whose turn is not yet; the near future then ends before it. */
    private void shelveInstant() {
        addRung(instantTime, 0, 0, instantTime);
        System.arraycopy(instant, 0, rungs[depth - 1], 0, STRIDE);
        Arrays.fill(instant, 0);
        nearLimit = instantTime - 1;
    }

    /** Divides by a new rung, of which no bucket is the current one yet. */
    private void divide(long earliest, long latest, long until) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(divided[COUNT] / EVENTS_PER_BUCKET);
        int span = Long.SIZE - Long.numberOfLeadingZeros(latest - earliest);
        int rungShift = Math.max(0, span - Math.min(bits, MAXIMUM_BITS));
        addRung(earliest, rungShift, (int) (latest - earliest >>> rungShift), until);
        while (divided[COUNT] > 0) {
            int entry = store.removeHead(divided, 0);
            append(depth - 1, store.time(entry), store.payload(entry));
        }
    }

    /** Makes the events of all rungs those to be divided. */
    private void gather() {
        while (depth > 0) {
            int rung = --depth;
            for (int bucket = 0; bucket <= last[rung]; bucket++) {
                while (rungs[rung][bucket * STRIDE + COUNT] > 0) {
                    int entry = store.removeHead(rungs[rung], bucket * STRIDE);
                    store.append(divided, 0, store.time(entry), store.payload(entry));
                }
            }
        }
    }

    private void addRung(long rungStart, int rungShift, int rungLast, long rungLimit) {
        int rung = depth++;
        if (rungs[rung] == null) {
            rungs[rung] = new int[STRIDE << MAXIMUM_BITS];
        }
        start[rung] = rungStart;
        shift[rung] = rungShift;
        last[rung] = rungLast;
        limit[rung] = rungLimit;
        current[rung] = -1;
        currentLimit[rung] = rungStart - 1;
    }

    private void append(int rung, long time, long payload) {
        int bucket = (int) Math.min(time - start[rung] >>> shift[rung], last[rung]);
        store.append(rungs[rung], bucket * STRIDE, time, payload);
    }
}
