// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Map;

/**
 * Object sizes and behaviour switches of one kernel version. Immutable, thread-safe.
 *
 * @param version   for example {@code 6.1}
 * @param measured  false: interpolated between measured versions, and results must say so
 * @param dlmMinor  fs/dlm protocol minor: 1 (to 5.13, no acknowledgements) or 2
 * @param slabBytes slab object bytes by {@link SlabCache}
 */
public record KernelProfile(String version, boolean measured, int dlmMinor, Map<SlabCache, Integer> slabBytes) {

    public KernelProfile {
        slabBytes = Map.copyOf(slabBytes);
    }

    /** Bytes of one object of the cache in this kernel. */
    public int bytes(SlabCache cache) {
        return slabBytes.get(cache);
    }
}
