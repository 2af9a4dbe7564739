// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;

/**
 * Lock memory over simulated time, in replication 0.
 *
 * @param nodes   names
 * @param samples rising in time
 */
public record MemoryTimeline(List<String> nodes, List<Sample> samples) {

    /**
     * One instant.
     *
     * @param timeNanos since the start of the run
     * @param lockBytes by node, in the order of {@code nodes}
     */
    public record Sample(long timeNanos, List<Long> lockBytes) {
        public Sample {
            lockBytes = List.copyOf(lockBytes);
        }
    }

    public MemoryTimeline {
        nodes = List.copyOf(nodes);
        samples = List.copyOf(samples);
    }
}
