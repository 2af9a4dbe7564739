// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.Arrays;
import org.quorate.cluster.engine.KeyedSlots;
import org.quorate.cluster.host.Census;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/**
 * The dlm_rsb structures of all nodes, in parallel arrays: what a node knows of a resource, active ("keep") or inactive ("toss").
 * Also the inactive list of each node in the order of its ageing. Not thread-safe.
 */
final class Resources {

    static final int NONE = -1;
    private static final int NODE_SHIFT = 56;
    private static final long NAME_MASK = (1L << NODE_SHIFT) - 1;

    private static final LockRole[] ROLES = LockRole.values();
    /** Half of new_rsb_count: below it, each search that may create sets two structures aside (pre_rsb_struct in fs/dlm/lock.c). */
    private static final int SPARES = 64;

    private final int nodes;
    private final boolean setsAside;
    private final int[] spares;
    private final Census census;
    private final SlabCache valueCache;
    private final KeyedSlots slots = new KeyedSlots();
    private final int[] oldest;
    private final int[] newest;

    /** Node that knows it. */
    int[] node = new int[64];
    /** Master as far as this node knows, or -1 (res_master_nodeid). */
    int[] master = new int[64];
    /** Inactive: nobody on this node has a lock on it. */
    boolean[] inactive = new boolean[64];
    /** RSB_MASTER_UNCERTAIN: the master was remembered while the resource was inactive. */
    boolean[] uncertain = new boolean[64];
    /** Locks (process and master copies) that keep it active. */
    int[] users = new int[64];
    /** Of these, copies of other nodes' locks. */
    int[] copies = new int[64];
    /** Lock whose LOOKUP, or first REQUEST to an uncertain master, is under way (res_first_lkid), or -1. */
    int[] first = new int[64];
    /** First and last lock that wait for that answer (res_lookup), or -1. */
    int[] lookupHead = new int[64];
    int[] lookupTail = new int[64];
    /** Heads and tails of the three queues of a master: index {@code resource * 3 + queue}. */
    int[] head = new int[192];
    int[] tail = new int[192];
    /** When it became inactive, nanoseconds. */
    long[] tossed = new long[64];
    private int[] older = new int[64];
    private int[] younger = new int[64];
    private boolean[] ageing = new boolean[64];
    private boolean[] value = new boolean[64];
    private byte[] role = new byte[64];

    Resources(int nodes, boolean setsAside, Census census, NameRules names) {
        this.nodes = nodes;
        this.setsAside = setsAside;
        spares = new int[nodes];
        this.census = census;
        valueCache = names.valueCache();
        oldest = new int[nodes];
        newest = new int[nodes];
        Arrays.fill(oldest, NONE);
        Arrays.fill(newest, NONE);
    }

    /** Directory node of a name: uniform over the nodes (fs/dlm/dir.c:dlm_hash2nodeid, all weights 1). */
    int directory(long resourceName) {
        long h = resourceName * 0x9E3779B97F4A7C15L;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        return (int) Long.remainderUnsigned(h, nodes);
    }

    /** What a node knows of a resource, or -1. */
    int find(int onNode, long resourceName) {
        return slots.find(key(onNode, resourceName));
    }

    /** Name of a resource: kind in the high bits, object in the low 32. */
    long name(int resource) {
        return slots.key(resource) & NAME_MASK;
    }

    private static long key(int onNode, long resourceName) {
        return (long) onNode << NODE_SHIFT | resourceName;
    }

    /** A node is about to look a resource up that it may have to create (pre_rsb_struct). */
    void setAside(int onNode) {
        if (setsAside && spares[onNode] <= SPARES) {
            spares[onNode] += 2;
            census.add(onNode, SlabCache.DLM_RSB, LockRole.HOLDER, 2);
        }
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    /** A new active resource (get_rsb_struct, rsb_insert). */
    int create(int onNode, long resourceName, int masterNode) {
        int resource = slots.take(key(onNode, resourceName));
        if (slots.capacity() > node.length) {
            grow(slots.capacity());
        }
        node[resource] = onNode;
        master[resource] = masterNode;
        inactive[resource] = false;
        uncertain[resource] = false;
        users[resource] = 0;
        copies[resource] = 0;
        first[resource] = NONE;
        lookupHead[resource] = NONE;
        lookupTail[resource] = NONE;
        ageing[resource] = false;
        value[resource] = false;
        Arrays.fill(head, resource * 3, resource * 3 + 3, NONE);
        Arrays.fill(tail, resource * 3, resource * 3 + 3, NONE);
        role[resource] = (byte) role(resource).ordinal();
        census.add(onNode, SlabCache.DLM_RSB, role(resource), 1);
        if (spares[onNode] > 0) {
            spares[onNode]--;
            census.add(onNode, SlabCache.DLM_RSB, LockRole.HOLDER, -1);
        }
        return resource;
    }

    /** Nobody on the node uses it any more (toss_rsb). A directory record for another master does not age. */
    void toss(int resource, long now) {
        inactive[resource] = true;
        tossed[resource] = now;
        dropValue(resource);
        if (!isForeignRecord(resource)) {
            append(resource);
        }
        count(resource);
    }

    /** A record that only the master's REMOVE ends (shrink_bucket). */
    private boolean isForeignRecord(int resource) {
        return master[resource] != node[resource] && directory(name(resource)) == node[resource];
    }

    /** Takes an inactive resource into use again. */
    void revive(int resource) {
        if (ageing[resource]) {
            unlink(resource);
        }
        inactive[resource] = false;
    }

    /** The longest inactive resource of a node that ages, or -1. */
    int oldest(int onNode) {
        return oldest[onNode];
    }

    /** The node forgets the resource (dlm_free_rsb). */
    void free(int resource) {
        if (ageing[resource]) {
            unlink(resource);
        }
        dropValue(resource);
        census.add(node[resource], SlabCache.DLM_RSB, ROLES[role[resource]], -1);
        node[resource] = NONE;
        slots.release(resource);
    }

    /** Rows 0 to this, exclusive, have been used; {@link #node} is -1 for free ones. */
    int rows() {
        return slots.highWater();
    }

    /** The lock value block is written for the first time on the master (set_lvb_lock). */
    void writeValue(int resource) {
        if (!value[resource]) {
            value[resource] = true;
            census.add(node[resource], valueCache, LockRole.MASTER, 1);
        }
    }

    private void dropValue(int resource) {
        if (value[resource]) {
            value[resource] = false;
            census.add(node[resource], valueCache, LockRole.MASTER, -1);
        }
    }

    /** Counts the structure under the role that it has now. */
    void count(int resource) {
        LockRole now = role(resource);
        if (role[resource] != now.ordinal()) {
            census.add(node[resource], SlabCache.DLM_RSB, ROLES[role[resource]], -1);
            census.add(node[resource], SlabCache.DLM_RSB, now, 1);
            role[resource] = (byte) now.ordinal();
        }
    }

    private LockRole role(int resource) {
        if (users[resource] > copies[resource]) {
            return LockRole.HOLDER;
        }
        if (copies[resource] > 0 || master[resource] == node[resource]) {
            return LockRole.MASTER;
        }
        return directory(name(resource)) == node[resource] ? LockRole.DIRECTORY : LockRole.HOLDER;
    }

    private void append(int resource) {
        int n = node[resource];
        ageing[resource] = true;
        older[resource] = newest[n];
        younger[resource] = NONE;
        if (newest[n] == NONE) {
            oldest[n] = resource;
        } else {
            younger[newest[n]] = resource;
        }
        newest[n] = resource;
    }

    private void unlink(int resource) {
        int n = node[resource];
        if (older[resource] == NONE) {
            oldest[n] = younger[resource];
        } else {
            younger[older[resource]] = younger[resource];
        }
        if (younger[resource] == NONE) {
            newest[n] = older[resource];
        } else {
            older[younger[resource]] = older[resource];
        }
        ageing[resource] = false;
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        master = Arrays.copyOf(master, size);
        inactive = Arrays.copyOf(inactive, size);
        uncertain = Arrays.copyOf(uncertain, size);
        users = Arrays.copyOf(users, size);
        copies = Arrays.copyOf(copies, size);
        first = Arrays.copyOf(first, size);
        lookupHead = Arrays.copyOf(lookupHead, size);
        lookupTail = Arrays.copyOf(lookupTail, size);
        head = Arrays.copyOf(head, size * 3);
        tail = Arrays.copyOf(tail, size * 3);
        tossed = Arrays.copyOf(tossed, size);
        older = Arrays.copyOf(older, size);
        younger = Arrays.copyOf(younger, size);
        ageing = Arrays.copyOf(ageing, size);
        value = Arrays.copyOf(value, size);
        role = Arrays.copyOf(role, size);
    }
}
