// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;

/**
 * What lock_dlm remembers of the lock manager's answers for resource groups (struct gfs2_lkstats; fs/gfs2/lock_dlm.c:
 * gfs2_update_reply_times): the smoothed time of requests that may have to wait, how much it varies, how many requests there were;
 * for each resource group and, together, for each node. The kernel keeps the latter for each processor; here a node has one. Times
 * in nanoseconds. Not thread-safe.
 */
final class LockTimes {

    /** Seven eighths of the old mean, three quarters of the old deviation stay (gfs2_update_stats, after TCP's round trip). */
    private static final int MEAN_SHIFT = 3;
    private static final int DEVIATION_SHIFT = 2;
    /** With fewer requests than this the difference must be more conspicuous (rgrp.c:gfs2_rgrp_congested). */
    private static final int FEW = 8;
    /** A resource group asked for within this time is not suspected before it is locked (rgrp.c:gfs2_inplace_reserve). */
    private static final long RECENT_NANOS = 1_000_000_000L;

    private final int nodes;
    /** By {@code (group + 1) * nodes + node}; group -1 stands for all of a node. */
    private long[] mean;
    private long[] deviation;
    private long[] count;
    private long[] asked;

    LockTimes(int nodes) {
        this.nodes = nodes;
        mean = new long[nodes * 16];
        deviation = new long[nodes * 16];
        count = new long[nodes * 16];
        asked = new long[nodes * 16];
    }

    private int slot(int node, int group) {
        int slot = (group + 1) * nodes + node;
        if (slot >= mean.length) {
            int size = Math.max(slot + 1, mean.length * 2);
            mean = Arrays.copyOf(mean, size);
            deviation = Arrays.copyOf(deviation, size);
            count = Arrays.copyOf(count, size);
            asked = Arrays.copyOf(asked, size);
        }
        return slot;
    }

    /** gdlm_lock: a node asks for a resource group, or gives it up. */
    void asked(int node, int group, long now) {
        int slot = slot(node, group);
        count[slot]++;
        count[node]++;
        asked[slot] = now;
    }

    /** gdlm_ast: the answer, of a request that might have had to wait for other nodes (GLF_BLOCKING). */
    void answered(int node, int group, long now) {
        int slot = slot(node, group);
        long took = now - asked[slot];
        update(slot, took);
        update(node, took);
    }

    private void update(int slot, long sample) {
        long delta = sample - mean[slot];
        mean[slot] += delta >> MEAN_SHIFT;
        deviation[slot] += Math.abs(delta) - deviation[slot] >> DEVIATION_SHIFT;
    }

    /** Nothing was asked of the lock manager for this resource group for a second (gfs2_rgrp_used_recently, which says the contrary). */
    boolean isQuiet(int node, int group, long now) {
        int slot = slot(node, group); // the columns may grow here
        return now - asked[slot] > RECENT_NANOS;
    }

    /**
     * gfs2_rgrp_congested: it takes conspicuously longer to lock this resource group than others.
     *
     * @param pass of the search: the second one is more patient
     */
    boolean isCongested(int node, int group, int pass) {
        int slot = slot(node, group);
        if (count[slot] < 1 || mean[node] == 0) {
            return false;
        }
        long above = mean[slot] - mean[node];
        long tolerance = 2 * (deviation[node] + deviation[slot]);
        if (count[slot] < FEW || count[node] < FEW) {
            tolerance *= 2;
        }
        if (pass == 1) {
            tolerance *= 2;
        }
        return above > 0 && (double) above * above > tolerance;
    }
}
