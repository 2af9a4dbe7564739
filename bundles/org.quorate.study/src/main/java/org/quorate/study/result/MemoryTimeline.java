// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.OptionalInt;
import org.quorate.model.SlabCache;

/**
 * Lock memory and slab caches over simulated time, in replication 0. Sampled every 10 ms at first; when there are 255 samples, every second
 * one is dropped and the interval doubles.
 *
 * @param nodes   names
 * @param samples rising in time
 * @param caches  a line for each node and slab cache of which the node ever had objects, node by node
 */
public record MemoryTimeline(List<String> nodes, List<Sample> samples, List<CacheLine> caches) {

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

    /**
     * A slab cache of a node.
     *
     * @param node        name
     * @param cache       which
     * @param slabName    its name in /proc/slabinfo
     * @param lock        counts as lock memory
     * @param objectBytes slab object size of the kernel; bytes are objects times this
     * @param objects     live objects, one number a sample
     */
    public record CacheLine(String node, SlabCache cache, String slabName, boolean lock, int objectBytes, List<Long> objects) {
        public CacheLine {
            objects = List.copyOf(objects);
        }

        /** Bytes of the live objects at a sample, by its index. */
        public long bytes(int sample) {
            return objects.get(sample) * objectBytes;
        }
    }

    public MemoryTimeline {
        nodes = List.copyOf(nodes);
        samples = List.copyOf(samples);
        caches = List.copyOf(caches);
    }

    /** Index of the node that had most lock memory at any time; empty if none had any. */
    public OptionalInt fullestNode() {
        int fullest = -1;
        long most = 0;
        for (Sample sample : samples) {
            for (int node = 0; node < sample.lockBytes().size(); node++) {
                if (sample.lockBytes().get(node) > most) {
                    most = sample.lockBytes().get(node);
                    fullest = node;
                }
            }
        }
        return fullest < 0 ? OptionalInt.empty() : OptionalInt.of(fullest);
    }

    /** Slab caches of a node, by its index. */
    public List<CacheLine> cachesOf(int node) {
        return caches.stream().filter(line -> line.node().equals(nodes.get(node))).toList();
    }
}
