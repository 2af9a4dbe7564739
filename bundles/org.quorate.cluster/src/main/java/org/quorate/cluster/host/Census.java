// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.KernelProfile;
import org.quorate.model.Node;
import org.quorate.model.SlabCache;

/**
 * Counts live kernel objects by node, slab cache and role. Memory is objects × slab object size of the kernel, never an
 * estimate (design decision 4). Not thread-safe.
 */
public final class Census {

    private static final SlabCache[] CACHES = SlabCache.values();
    private static final LockRole[] ROLES = LockRole.values();

    private final List<Node> nodes;
    private final int[] bytes = new int[CACHES.length];
    private final long[] objects;
    private final long[] lockBytes;
    private final long[] cachedInodes;

    Census(List<Node> nodes, KernelProfile kernel) {
        this.nodes = nodes;
        for (SlabCache cache : CACHES) {
            bytes[cache.ordinal()] = kernel.bytes(cache);
        }
        objects = new long[nodes.size() * CACHES.length * ROLES.length];
        lockBytes = new long[nodes.size()];
        cachedInodes = new long[nodes.size()];
    }

    /** Adds objects (removes them if {@code count} is negative). */
    public void add(int node, SlabCache cache, LockRole role, int count) {
        objects[(node * CACHES.length + cache.ordinal()) * ROLES.length + role.ordinal()] += count;
        if (cache.lock()) {
            lockBytes[node] += (long) bytes[cache.ordinal()] * count;
        }
    }

    /** One inode more ({@code 1}) or less ({@code -1}) in the inode cache of a node, with its dentry. */
    public void inode(int node, SlabCache inodeCache, int count) {
        add(node, inodeCache, LockRole.HOLDER, count);
        cachedInodes[node] += count;
    }

    /** Bytes of lock objects on a node now. */
    public long lockBytes(int node) {
        return lockBytes[node];
    }

    /** Writes the live objects of now into an array from an index on: for each node those of each slab cache, in the order of its constants. */
    public void objects(long[] into, int from) {
        for (int i = 0; i < objects.length; i += ROLES.length) {
            long sum = 0;
            for (int role = 0; role < ROLES.length; role++) {
                sum += objects[i + role];
            }
            into[from + i / ROLES.length] = sum;
        }
    }

    /** Everything alive on a node now. */
    public NodeCensus of(int node) {
        Map<SlabCache, Long> alive = new EnumMap<>(SlabCache.class);
        Map<LockRole, Long> byRole = new EnumMap<>(LockRole.class);
        for (SlabCache cache : CACHES) {
            long sum = 0;
            for (LockRole role : ROLES) {
                long count = objects[(node * CACHES.length + cache.ordinal()) * ROLES.length + role.ordinal()];
                sum += count;
                if (cache.lock()) {
                    byRole.merge(role, count * bytes[cache.ordinal()], Long::sum);
                }
            }
            if (sum != 0) {
                alive.put(cache, sum);
            }
        }
        return new NodeCensus(nodes.get(node).name(), alive, lockBytes[node], cachedInodes[node], byRole);
    }
}
