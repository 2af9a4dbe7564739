// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.model.observed.SlabUse;
import org.quorate.study.observe.Observation.SlabRow;

/**
 * Slab caches of replications beside those of a node. Immutable.
 *
 * @param kernel whose object sizes are predicted
 * @param node   number in the scenario
 */
record SlabRows(KernelProfile kernel, int node) {

    /** Those that the run had objects of. */
    List<SlabRow> of(List<NodeCensus> replications, List<MemoryPoint> overTime, ActualState actual) {
        List<SlabRow> rows = new ArrayList<>();
        for (SlabCache cache : SlabCache.values()) {
            long peak = overTime.stream().mapToLong(point -> point.objects(node, cache)).max().orElse(0);
            double objects = (double) replications.stream().mapToLong(census -> census.objects().getOrDefault(cache, 0L)).sum() / replications.size();
            if (peak > 0 || objects > 0) {
                rows.add(row(cache, objects, Math.max(peak, objects), actual.slab(cache.slabName())));
            }
        }
        return rows;
    }

    private SlabRow row(SlabCache cache, double objects, double peak, Optional<SlabUse> actual) {
        boolean shared = isShared(cache);
        double bytes = kernel.bytes(cache);
        Pair count = Pair.of(OptionalDouble.of(objects), number(actual.map(use -> (double) use.active())));
        Pair size = Pair.of(OptionalDouble.of(bytes), number(actual.map(use -> (double) use.objectBytes())));
        Pair all = Pair.of(OptionalDouble.of(objects * bytes), number(actual.map(use -> (double) use.active() * use.objectBytes())));
        return new SlabRow(cache.slabName(), cache.lock(), shared, shared ? count.withoutRatio() : count, OptionalDouble.of(peak), size,
                shared ? all.withoutRatio() : all);
    }

    /** The whole kernel uses it: the general caches, and dentries of all file systems. */
    static boolean isShared(SlabCache cache) {
        return cache == SlabCache.DENTRY || cache.slabName().startsWith("kmalloc-");
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
