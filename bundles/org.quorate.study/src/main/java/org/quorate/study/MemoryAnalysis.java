// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;

/**
 * Lock memory at the end of a phase, from its replications. Immutable.
 *
 * @param kernel    whose object sizes count
 * @param intervals over the replications
 */
record MemoryAnalysis(KernelProfile kernel, Intervals intervals) {

    /** One entry a node. */
    List<NodeMemory> of(List<PhaseSample> phase) {
        List<NodeMemory> nodes = new ArrayList<>();
        for (int node = 0; node < phase.get(0).frame().census().size(); node++) {
            int index = node;
            nodes.add(node(phase.stream().map(sample -> sample.frame().census().get(index)).toList()));
        }
        return nodes;
    }

    private NodeMemory node(List<NodeCensus> replications) {
        return new NodeMemory(replications.get(0).node(),
                estimate(replications, NodeCensus::lockBytes),
                estimate(replications, MemoryAnalysis::lockObjects),
                estimate(replications, NodeCensus::cachedInodes),
                perInode(replications, NodeCensus::lockBytes),
                perInode(replications, census -> census.lockBytes() + otherBytes(census)),
                caches(replications), roles(replications));
    }

    private Interval estimate(List<NodeCensus> replications, ToDoubleFunction<NodeCensus> figure) {
        return intervals.of(replications.stream().mapToDouble(figure).toArray());
    }

    private Optional<Interval> perInode(List<NodeCensus> replications, ToDoubleFunction<NodeCensus> bytes) {
        if (replications.stream().anyMatch(census -> census.cachedInodes() == 0)) {
            return Optional.empty();
        }
        return Optional.of(estimate(replications, census -> bytes.applyAsDouble(census) / census.cachedInodes()));
    }

    private static double lockObjects(NodeCensus census) {
        return census.objects().entrySet().stream().filter(entry -> entry.getKey().lock())
                .mapToLong(Map.Entry::getValue).sum();
    }

    private double otherBytes(NodeCensus census) {
        return census.objects().entrySet().stream().filter(entry -> !entry.getKey().lock())
                .mapToLong(entry -> entry.getValue() * kernel.bytes(entry.getKey())).sum();
    }

    private List<CacheUse> caches(List<NodeCensus> replications) {
        List<CacheUse> caches = new ArrayList<>();
        for (SlabCache cache : SlabCache.values()) {
            double objects = replications.stream().mapToDouble(census -> census.objects().getOrDefault(cache, 0L))
                    .sum() / replications.size();
            if (objects > 0) {
                caches.add(new CacheUse(cache, cache.slabName(), cache.lock(), objects,
                        objects * kernel.bytes(cache)));
            }
        }
        return caches;
    }

    private static Map<LockRole, Double> roles(List<NodeCensus> replications) {
        Map<LockRole, Double> roles = new EnumMap<>(LockRole.class);
        for (LockRole role : LockRole.values()) {
            double bytes = replications.stream().mapToDouble(census -> census.byRole().getOrDefault(role, 0L)).sum();
            if (bytes > 0) {
                roles.put(role, bytes / replications.size());
            }
        }
        return roles;
    }
}
