// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/**
 * Lock memory of one node at the end of a phase.
 *
 * @param node          name
 * @param lockBytes     bytes of lock objects
 * @param lockObjects   number of lock objects
 * @param cachedInodes  inodes in the inode cache
 * @param bytesPerInode lock bytes a cached inode; absent if a replication cached none
 * @param bytesPerInodeWithObjects the same with the inode and dentry objects themselves
 * @param caches        by slab cache, those without objects left out
 * @param bytesByRole   lock bytes by what the node keeps them for; means over the replications
 */
public record NodeMemory(String node, Interval lockBytes, Interval lockObjects, Interval cachedInodes,
        Optional<Interval> bytesPerInode, Optional<Interval> bytesPerInodeWithObjects, List<CacheUse> caches,
        Map<LockRole, Double> bytesByRole) {

    /**
     * Objects of one slab cache; means over the replications.
     *
     * @param cache    which
     * @param slabName its name in /proc/slabinfo
     * @param lock     counts as lock memory
     * @param objects  live objects
     * @param bytes    objects × slab object size
     */
    public record CacheUse(SlabCache cache, String slabName, boolean lock, double objects, double bytes) {
    }

    public NodeMemory {
        caches = List.copyOf(caches);
        bytesByRole = Ordered.copy(LockRole.class, bytesByRole);
    }
}
