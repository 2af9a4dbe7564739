// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.OptionalDouble;

/**
 * A node's time. Immutable.
 *
 * @param offsetSeconds      ahead of the clock of this machine; absent: not measured
 * @param uncertaintySeconds the offset is right up to this much: half a round trip
 * @param source             what keeps it right: {@code chrony}, {@code timesyncd}; empty: nothing is known to
 * @param synchronised       the source says that it does
 */
public record ClockFacts(OptionalDouble offsetSeconds, double uncertaintySeconds, String source, boolean synchronised) {

    /** The same with a measured offset. */
    public ClockFacts with(double offset, double uncertainty) {
        return new ClockFacts(OptionalDouble.of(offset), uncertainty, source, synchronised);
    }
}
