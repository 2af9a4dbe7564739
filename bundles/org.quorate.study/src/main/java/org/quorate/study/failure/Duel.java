// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;

/**
 * Two nodes that do not see each other, both quorate by two_node: each wants to fence the other (provisioning reference 1.5). Fence
 * devices are taken to be reached by both, over another network.
 *
 * @param cluster whose
 * @param fence   how
 */
record Duel(Cluster cluster, FenceAction fence) {

    private static final String SOURCE = "provisioning reference 1.5";

    /** What the winner does when the loser is off. */
    interface Recovery {
        void after(Node winner, Node loser, long at);
    }

    /**
     * Plays it.
     *
     * @param formedFirst  when the first node is alone in its membership
     * @param formedSecond when the second one is
     */
    void play(Timeline timeline, RandomStream dice, Node first, Node second, long formedFirst, long formedSecond, Recovery recovery) {
        List<Node> both = List.of(first, second);
        if (!cluster.waitForFencing() || fence.possible() && fence.agent() == Fencing.Agent.SBD) {
            boolean sbd = cluster.waitForFencing();
            long at = Math.max(formedFirst, formedSecond) + (sbd ? fence.duration() : 0);
            timeline.step(at, new Step(Times.names(both), Component.DLM_CONTROLD, "lets both replay the other's journal and go on writing",
                    sbd ? "each believes that the other's watchdog has reset it, but both are quorate" : "both are quorate and do not wait for"
                            + " fencing", sbd ? "cluster.quorumDevice" : "enable_fencing (cluster.waitForFencing)", SOURCE));
            timeline.outages(both, 0, at, End.CORRUPT);
        } else if (!fence.possible()) {
            timeline.step(Math.max(formedFirst, formedSecond), new Step(Times.names(both), Component.DLM_CONTROLD, "makes both wait for fencing,"
                    + " for ever: until someone switches one of them off and says dlm_tool fence_ack on the other", "both are quorate, and there is"
                    + " no fence device", "cluster.fencing", "kernel reference 3.7; " + SOURCE));
            timeline.outages(both, 0, End.BLOCKED);
        } else if (fence.power()) {
            switches(timeline, first, second, formedFirst, formedSecond, recovery);
        } else {
            // The first to preempt the other's key wins; at the same time is decided by the LUN.
            boolean firstWins = formedFirst != formedSecond ? formedFirst < formedSecond : dice.nextInt(2) == 0;
            Node winner = firstWins ? first : second;
            Node loser = firstWins ? second : first;
            long off = fence.done(timeline, List.of(winner), List.of(loser), Math.min(formedFirst, formedSecond));
            fence.end(timeline, List.of(loser), Math.min(formedFirst, formedSecond));
            recovery.after(winner, loser, off);
        }
    }

    /** An order that its sender has given is carried out, even if the sender is switched off meanwhile. */
    private void switches(Timeline timeline, Node first, Node second, long formedFirst, long formedSecond, Recovery recovery) {
        long orderFirst = formedFirst + fence.delay(second);
        long orderSecond = formedSecond + fence.delay(first);
        boolean secondOrders = orderSecond < orderFirst + fence.duration();
        boolean firstOrders = orderFirst < orderSecond + fence.duration();
        if (firstOrders && secondOrders) {
            long at = Math.max(orderFirst, orderSecond) + fence.duration();
            timeline.step(at, new Step(first.name() + ", " + second.name(), Component.PACEMAKER, "has fenced each of them by the other: both are off",
                    "each gave its order before it was switched off itself", "pcmk_delay_base (cluster.fencing.delay) longer than"
                            + " cluster.fencing.duration", SOURCE));
            timeline.outages(List.of(first, second), 0, End.DOWN);
            return;
        }
        Node winner = firstOrders ? first : second;
        Node loser = firstOrders ? second : first;
        long off = fence.done(timeline, List.of(winner), List.of(loser), (firstOrders ? formedFirst : formedSecond));
        timeline.outage(loser, 0, End.DOWN);
        recovery.after(winner, loser, off);
    }
}
