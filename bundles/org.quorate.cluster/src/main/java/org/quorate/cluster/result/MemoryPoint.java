// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import org.quorate.model.SlabCache;

/**
 * Lock memory, and the kernel objects of every slab cache, at one instant.
 *
 * @param timeNanos simulated time since the start of the run
 * @param lockBytes of each node, in the order of the scenario
 * @param objects   live objects, for each node in that order those of each {@link SlabCache}, in the order of its constants
 */
public record MemoryPoint(long timeNanos, long[] lockBytes, long[] objects) {

    private static final int CACHES = SlabCache.values().length;

    /** Live objects of a slab cache on a node (its number in the scenario). */
    public long objects(int node, SlabCache cache) {
        return objects[node * CACHES + cache.ordinal()];
    }
}
