// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.List;
import java.util.Map;
import org.quorate.model.SlabCache;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;

/**
 * Kernel objects alive on one node at the end of a phase.
 *
 * @param node         node name
 * @param objects      live objects by cache
 * @param lockBytes    bytes of the lock objects (slab object size × objects)
 * @param cachedInodes inodes in the inode cache
 * @param byRole       bytes of lock objects by the role that the node plays for the resource
 * @param locks        the file system's own locks by type and mode
 * @param calls        what they were used for
 */
public record NodeCensus(String node, Map<SlabCache, Long> objects, long lockBytes, long cachedInodes,
        Map<LockRole, Long> byRole, List<LockUse> locks, List<LockCalls> calls) {

    /** Why a node keeps a lock object. */
    public enum LockRole { HOLDER, MASTER, DIRECTORY }

    public NodeCensus {
        objects = Map.copyOf(objects);
        byRole = Map.copyOf(byRole);
        locks = List.copyOf(locks);
        calls = List.copyOf(calls);
    }

    /** Of a file system that shows no locks of its own. */
    public NodeCensus(String node, Map<SlabCache, Long> objects, long lockBytes, long cachedInodes, Map<LockRole, Long> byRole) {
        this(node, objects, lockBytes, cachedInodes, byRole, List.of(), List.of());
    }

    /** The same with the locks that the file system shows. */
    public NodeCensus with(List<LockUse> shown, List<LockCalls> used) {
        return new NodeCensus(node, objects, lockBytes, cachedInodes, byRole, shown, used);
    }
}
