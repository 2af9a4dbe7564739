// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.Map;
import org.quorate.model.SlabCache;

/**
 * Kernel objects alive on one node at the end of a phase.
 *
 * @param node         node name
 * @param objects      live objects by cache
 * @param lockBytes    bytes of the lock objects (slab object size × objects)
 * @param cachedInodes inodes in the inode cache
 * @param byRole       bytes of lock objects by the role that the node plays for the resource
 */
public record NodeCensus(String node, Map<SlabCache, Long> objects, long lockBytes, long cachedInodes,
        Map<LockRole, Long> byRole) {

    /** Why a node keeps a lock object. */
    public enum LockRole { HOLDER, MASTER, DIRECTORY }

    public NodeCensus {
        objects = Map.copyOf(objects);
        byRole = Map.copyOf(byRole);
    }
}
