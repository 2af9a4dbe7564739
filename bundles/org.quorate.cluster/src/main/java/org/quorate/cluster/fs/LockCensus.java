// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fs;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;

/** Counts the file system's own locks by node, type and mode, as the kernel's debugfs shows them. Not thread-safe. */
public final class LockCensus {

    /** Of a file system that shows no locks. */
    public static final LockCensus NONE = new LockCensus(0, List.of(), List.of());

    private final List<String> types;
    private final List<String> modes;
    private final long[] locks;
    private final long[] requests;
    private final long[] holders;

    /**
     * Without a lock.
     *
     * @param types names of the types, by their numbers
     * @param modes names of the modes, by their numbers
     */
    public LockCensus(int nodes, List<String> types, List<String> modes) {
        this.types = types;
        this.modes = modes;
        locks = new long[nodes * types.size() * modes.size()];
        requests = new long[nodes * types.size()];
        holders = new long[nodes * types.size()];
    }

    /** So many locks more. */
    public void add(int node, int type, int mode, long number) {
        locks[row(node, type) * modes.size() + mode] += number;
    }

    /** What a lock was used for since it was made. */
    public void used(int node, int type, long byRequests, long byHolders) {
        requests[row(node, type)] += byRequests;
        holders[row(node, type)] += byHolders;
    }

    private int row(int node, int type) {
        return node * types.size() + type;
    }

    /** Locks of a node of a type, in any mode. */
    public long locks(int node, int type) {
        long sum = 0;
        for (int mode = 0; mode < modes.size(); mode++) {
            sum += locks[row(node, type) * modes.size() + mode];
        }
        return sum;
    }

    /** Those of a node, without types and modes that it has none of. */
    public List<LockUse> uses(int node) {
        List<LockUse> uses = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            for (int mode = 0; mode < modes.size(); mode++) {
                long number = locks[row(node, type) * modes.size() + mode];
                if (number != 0) {
                    uses.add(new LockUse(types.get(type), modes.get(mode), number));
                }
            }
        }
        return uses;
    }

    /** What those of a node were used for, without types that were not used. */
    public List<LockCalls> calls(int node) {
        List<LockCalls> calls = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            int row = row(node, type);
            if (requests[row] != 0 || holders[row] != 0) {
                calls.add(new LockCalls(types.get(type), locks(node, type), requests[row], holders[row]));
            }
        }
        return calls;
    }
}
