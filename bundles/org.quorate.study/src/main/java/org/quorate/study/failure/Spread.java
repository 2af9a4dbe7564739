// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.Arrays;
import java.util.Collection;

/**
 * A time over all replications in which there is one.
 *
 * @param least  nanoseconds after the failure
 * @param median nanoseconds after the failure
 * @param most   nanoseconds after the failure
 */
public record Spread(long least, long median, long most) {

    static Spread of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a spread of nothing: " + Arrays.toString(sorted));
        }
        return new Spread(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }
}
