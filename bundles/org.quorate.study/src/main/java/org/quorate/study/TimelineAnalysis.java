// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MemoryTimeline.CacheLine;

/**
 * Lock memory and slab caches over time, as a run sampled them. Immutable.
 *
 * @param kernel whose object sizes count
 * @param nodes  names, in the order of the scenario
 */
record TimelineAnalysis(KernelProfile kernel, List<String> nodes) {

    MemoryTimeline of(List<MemoryPoint> points) {
        List<MemoryTimeline.Sample> samples = new ArrayList<>();
        for (MemoryPoint point : points) {
            List<Long> bytes = new ArrayList<>();
            for (long node : point.lockBytes()) {
                bytes.add(node);
            }
            samples.add(new MemoryTimeline.Sample(point.timeNanos(), bytes));
        }
        return new MemoryTimeline(nodes, samples, caches(points));
    }

    private List<CacheLine> caches(List<MemoryPoint> points) {
        List<CacheLine> lines = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            for (SlabCache cache : SlabCache.values()) {
                int index = node;
                List<Long> objects = points.stream().map(point -> point.objects(index, cache)).toList();
                if (objects.stream().anyMatch(count -> count > 0)) {
                    lines.add(new CacheLine(nodes.get(node), cache, cache.slabName(), cache.lock(), kernel.bytes(cache), objects));
                }
            }
        }
        return lines;
    }
}
