// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;

/**
 * Recovery of o2dlm and of OCFS2's journals. The recovery thread looks every 5 s, and a kick does not shorten its sleep: the condition
 * that it waits for is that it should stop (dlmrecovery.c:dlm_recovery_thread). So the first survivor begins up to 5 s after it has
 * noticed; that is what the lab saw (1.0 and 3.4 s), against kernel reference 2.5, which lets a death wake it. Where other survivors have
 * locks to send, the recovery master sleeps the same 5 s before it looks whether all of them have (dlm_remaster_locks; the lab: 5.1 s).
 */
final class O2dlmRecovery {

    /** DLM_RECO_THREAD_TIMEOUT_MS. */
    static final long POLL = 5 * Times.SECOND;
    private static final String SOURCE = "kernel reference 2.5; dlm/dlmrecovery.c:DLM_RECO_THREAD_TIMEOUT_MS";

    private O2dlmRecovery() {
    }

    /**
     * Plays it.
     *
     * @param evicted when each survivor has noticed the last death; at least one
     * @param dead    nodes to recover
     * @return when operations of each survivor go on
     */
    static Map<Node, Long> play(Timeline timeline, RandomStream dice, RecoveryCosts costs, Map<Node, Long> evicted, List<Node> dead) {
        List<Node> survivors = new ArrayList<>(evicted.keySet());
        String names = Times.names(survivors);
        long begin = Long.MAX_VALUE;
        for (Node survivor : survivors) {
            begin = Math.min(begin, evicted.get(survivor) + Times.phase(dice, POLL));
        }
        boolean alone = survivors.size() == 1;
        timeline.step(begin, new Step(names, Component.O2DLM, alone ? "begins recovery" : "begins recovery where a thread looks first: that is the"
                + " recovery master", "the recovery thread looks every 5 s", "", SOURCE));
        long remaster = alone ? costs.resources() * costs.lock() : polled(costs.resources() * (costs.message() + costs.lock()));
        long end = begin + dead.size() * remaster;
        timeline.step(end, new Step(names, Component.O2DLM, "recovery of " + Times.names(dead) + " ends: locks can be had again", alone
                ? "one survivor has all locks that are left" : "the recovery master looks every 5 s whether the others have sent their locks,"
                        + (dead.size() > 1 ? " for one dead node after the other" : " first after 5 s"), "", SOURCE));
        return replayed(timeline, survivors, dead, end + JournalReplay.nanos(costs, dice, dead.size()), costs);
    }

    /** The first survivor that gets the superblock's lock replays; the others then find the journals clean. */
    static Map<Node, Long> replayed(Timeline timeline, List<Node> survivors, List<Node> dead, long at, RecoveryCosts costs) {
        timeline.step(at, new Step(Times.names(survivors), Component.OCFS2, "has replayed the journal of " + Times.names(dead)
                + (survivors.size() > 1 ? " on one of them" : ""), "the whole journal is read, then what was dirty is written",
                "journal size", "kernel reference 2.5; journal.c:__ocfs2_recovery_thread"));
        timeline.step(at, resumed(survivors, "go on"));
        Map<Node, Long> resumed = new LinkedHashMap<>();
        survivors.forEach(survivor -> resumed.put(survivor, at + costs.message()));
        return resumed;
    }

    static Step resumed(List<Node> nodes, String what) {
        return new Step(Times.names(nodes), Component.OPERATIONS, what, "locks and journals are recovered", "", "");
    }

    private static long polled(long work) {
        return Math.max(1, (work + POLL - 1) / POLL) * POLL;
    }
}
