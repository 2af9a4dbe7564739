// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.sim.RandomStream;

/**
 * o2hb: every node writes its own block on the LUN every 2 s and reads those of the others (kernel reference 3.7). Immutable.
 *
 * @param threshold O2CB_HEARTBEAT_THRESHOLD
 * @param timer     of the nodes' kernels
 */
record DiskHeartbeat(int threshold, KernelTimer timer) {

    /** O2HB_REGION_TIMEOUT_MS. */
    private static final long INTERVAL = 2 * Times.SECOND;
    /** O2NET_QUORUM_DELAY_MS is so many heartbeats longer than the threshold (tcp_internal.h). */
    private static final int QUORUM_MARGIN = 2;

    static DiskHeartbeat of(Ocfs2Spec spec, KernelTimer timer) {
        return new DiskHeartbeat(spec.heartbeatThreshold(), timer);
    }

    /** Nanoseconds from one heartbeat to the next: the thread works, then sleeps for what is left of 2 s (heartbeat.c:o2hb_thread). */
    long interval() {
        return timer.round(INTERVAL);
    }

    /** From the last completed write until a node fences itself, as it is set (O2HB_MAX_WRITE_TIMEOUT_MS). */
    long writeTimeout() {
        return (threshold - 1) * INTERVAL;
    }

    /** The same as it comes. */
    long writeTimeout(RandomStream dice) {
        return timer.fires(dice, writeTimeout());
    }

    /** From the last completed write until it asks the others whether they stall too (O2HB_NEGO_TIMEOUT_MS). */
    long negotiateAfter(RandomStream dice) {
        return timer.fires(dice, writeTimeout() / 2);
    }

    /** From an idle connection until the decision on quorum. */
    long quorumDelay(RandomStream dice) {
        return timer.fires(dice, (threshold + QUORUM_MARGIN) * INTERVAL);
    }

    /** The last heartbeat of a node before a moment: up to an interval earlier. */
    long lastWrite(RandomStream dice, long silentFrom) {
        return silentFrom - Times.phase(dice, interval());
    }

    /**
     * When others declare a node dead: each reads that last heartbeat up to an interval after it was written, and then the same
     * block {@code threshold} times more.
     */
    Map<Node, Long> death(RandomStream dice, long lastWrite, List<Node> observers) {
        Map<Node, Long> dead = new LinkedHashMap<>();
        for (Node observer : observers) {
            dead.put(observer, lastWrite + Times.phase(dice, interval()) + threshold * interval());
        }
        return dead;
    }

    String setting() {
        return "O2CB_HEARTBEAT_THRESHOLD=" + threshold;
    }
}
