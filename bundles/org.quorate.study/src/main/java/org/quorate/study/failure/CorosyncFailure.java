// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import java.util.Map;
import org.quorate.model.Cluster;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.sim.RandomStream;

/** Failures of GFS2, or OCFS2, on corosync, Pacemaker, dlm_controld and fs/dlm. A node that should not go on is fenced by others. */
final class CorosyncFailure extends StackFailure {

    /** Interval of the monitor of the mount in the exported scripts; it looks no deeper than whether there is a mount. */
    private static final long MONITOR = 20 * Times.SECOND;
    private static final String TOTEM = "kernel reference 3.7; man corosync.conf";

    private final Cluster cluster;
    private final FileSystemSpec spec;
    private final RecoveryCosts costs;
    private final Membership membership;
    private final FenceAction fence;
    private final boolean handsOver;

    CorosyncFailure(FailurePlan plan, FileSystemSpec spec) {
        super(plan, spec);
        this.spec = spec;
        cluster = plan.scenario().cluster();
        double rate = LostWork.rate(plan.scenario(), true);
        costs = spec instanceof Gfs2Spec gfs2 ? RecoveryCosts.of(plan.scenario(), gfs2, rate)
                : RecoveryCosts.of(plan.scenario(), (Ocfs2Spec) spec, rate);
        membership = Membership.of(cluster);
        fence = new FenceAction(cluster);
        // Since 5.7 a node that withdraws asks the others to replay its journal (gfs2/util.c:signal_our_withdraw).
        handsOver = spec instanceof Gfs2Spec && KernelProfiles.isSince(cluster.kernel(), 5, 7);
    }

    @Override
    void nodeDies(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        timeline.step(0, CommonSteps.dies(node));
        timeline.outage(node, 0, End.DOWN);
        if (!plan.others().isEmpty()) {
            waits(timeline, plan.others(), node);
            without(timeline, dice, plan.others(), List.of(node), formed(timeline, plan.others(), membership.missed(dice, 0)));
        }
    }

    @Override
    void nodeHangs(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        List<Node> others = plan.others();
        long back = plan.end();
        timeline.step(0, CommonSteps.hangs(node));
        if (!others.isEmpty()) {
            waits(timeline, others, node);
        }
        long missed = membership.missed(dice, 0);
        if (back < membership.formed(missed) || others.isEmpty()) {
            resume(timeline, CommonSteps.wakes(node, "the membership has not changed yet", membership.setting(), TOTEM));
            return;
        }
        long formed = formed(timeline, others, missed);
        if (!cluster.waitForFencing()) {
            timeline.outage(node, 0, back == Long.MAX_VALUE ? End.DOWN : End.CORRUPT);
        } else {
            gone(timeline, List.of(node), formed);
        }
        without(timeline, dice, others, List.of(node), formed);
    }

    /** The failure is over before it was noticed; or a node is alone. */
    private void resume(Timeline timeline, Step end) {
        if (plan.end() == Long.MAX_VALUE) {
            timeline.outages(all, 0, End.DOWN);
        } else {
            retransmitted(timeline, end);
        }
    }

    @Override
    void networkCut(Timeline timeline, RandomStream dice) {
        List<Node> one = plan.sides().get(0);
        List<Node> two = plan.sides().get(1);
        timeline.step(0, CommonSteps.cut(plan.sides()));
        timeline.step(0, CommonSteps.waiting(all, "they need a lock that the other side knows of"));
        long missedOne = membership.missed(dice, 0);
        long missedTwo = membership.missed(dice, 0);
        if (plan.end() < Math.min(membership.formed(missedOne), membership.formed(missedTwo))) {
            resume(timeline, CommonSteps.networkBack());
            return;
        }
        long formedOne = formed(timeline, one, missedOne);
        long formedTwo = formed(timeline, two, missedTwo);
        Quorum quorum = new Quorum(cluster);
        if (quorum.holds(one, two) && quorum.holds(two, one)) {
            new Duel(cluster, fence).play(timeline, dice, one.get(0), two.get(0), formedOne, formedTwo,
                    (winner, loser, at) -> recover(timeline, dice, List.of(winner), List.of(loser), at));
            return;
        }
        if (!quorum.holds(one, two) && !quorum.holds(two, one)) {
            timeline.step(Math.max(formedOne, formedTwo), new Step(Times.names(one) + " | " + Times.names(two), Component.COROSYNC,
                    "finds neither side quorate: both wait, neither fences; when the network is back dlm_controld cannot join them (stateful"
                            + " merge): reboot one half", quorum.rule(), "cluster.quorumDevice", "provisioning reference 1.5"));
            timeline.outages(all, 0, End.BLOCKED);
            return;
        }
        List<Node> quorate = quorum.holds(one, two) ? one : two;
        List<Node> rest = quorate == one ? two : one;
        timeline.step(quorate == one ? formedTwo : formedOne, new Step(Times.names(rest), Component.COROSYNC, "finds that it is not quorate: no lock"
                + " is granted, cached ones stay in use until it is fenced", quorum.rule(), "no-quorum-policy=freeze",
                "provisioning reference 1.3, 1.5"));
        long formed = quorate == one ? formedOne : formedTwo;
        if (cluster.waitForFencing()) {
            gone(timeline, rest, formed);
        } else {
            timeline.outages(rest, 0, End.CORRUPT);
        }
        without(timeline, dice, quorate, rest, formed);
    }

    /** What becomes of nodes that others wait to be fenced. */
    private void gone(Timeline timeline, List<Node> nodes, long formed) {
        if (fence.possible()) {
            fence.end(timeline, nodes, formed);
        } else {
            timeline.outages(nodes, 0, End.BLOCKED);
        }
    }

    @Override
    void storageLost(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        List<Node> others = plan.others();
        timeline.step(0, CommonSteps.noPath(List.of(node)));
        if (!others.isEmpty()) {
            timeline.step(0, CommonSteps.waiting(others, "they need a lock whose changes " + node.name() + " cannot write; corosync and"
                    + " Pacemaker see nothing wrong"));
        }
        if (plan.end() <= pathTimeout) {
            goOn(timeline, CommonSteps.pathBack(List.of(node)), all);
            return;
        }
        timeline.step(pathTimeout, fails(List.of(node)));
        timeline.outage(node, 0, pathTimeout, End.ERRORS);
        if (others.isEmpty()) {
            return;
        }
        timeline.step(pathTimeout + Times.phase(dice, MONITOR), new Step(node.name(), Component.PACEMAKER, "finds that it is still mounted, and"
                + " fences no one: reboot it", "the monitor looks every 20 s, but only whether there is a mount", "op monitor OCF_CHECK_LEVEL",
                "man ocf_heartbeat_Filesystem; provisioning reference 1.3"));
        if (handsOver) {
            FsDlmRecovery.gfs2(timeline, dice, costs, others, List.of(node), pathTimeout)
                    .forEach((other, resumed) -> timeline.outage(other, 0, resumed, End.RESUMED));
        } else {
            timeline.outages(others, 0, End.BLOCKED);
        }
    }

    @Override
    void lunStalls(Timeline timeline, RandomStream dice) {
        timeline.step(0, CommonSteps.noPath(all));
        if (plan.end() <= pathTimeout) {
            goOn(timeline, CommonSteps.lunBack(), all);
            return;
        }
        timeline.step(pathTimeout, fails(all));
        timeline.outages(all, 0, pathTimeout, End.ERRORS);
        if (plan.end() != Long.MAX_VALUE) {
            timeline.step(plan.end(), CommonSteps.lunBack());
        }
    }

    private Step fails(List<Node> nodes) {
        boolean gfs2 = spec instanceof Gfs2Spec;
        return new Step(Times.names(nodes), gfs2 ? Component.GFS2 : Component.OCFS2, gfs2 ? "gets I/O errors and withdraws: the mount is"
                + " dead until a reboot" : "gets I/O errors and turns read-only", "no path for " + Times.seconds(pathTimeout),
                CommonSteps.PATH_SETTING, "provisioning reference 1.7");
    }

    private void waits(Timeline timeline, List<Node> others, Node node) {
        timeline.step(0, CommonSteps.waiting(others, "they need a lock that " + node.name() + " masters, holds or has in its directory"));
    }

    private long formed(Timeline timeline, List<Node> side, long missed) {
        String names = Times.names(side);
        timeline.step(missed, new Step(names, Component.COROSYNC, "misses the token; the lock space stops, every new lock waits",
                "no token for " + Times.seconds(membership.token()) + ", counted from when the first node last had it", membership.setting(),
                TOTEM));
        long formed = membership.formed(missed);
        timeline.step(formed, new Step(names, Component.COROSYNC, "forms a membership without the silent nodes",
                "consensus of 1.2 tokens, " + Times.seconds(membership.consensus()), "consensus (cluster.token)", TOTEM));
        return formed;
    }

    /** The others of a new membership go on without nodes, after these are fenced. */
    private void without(Timeline timeline, RandomStream dice, List<Node> quorate, List<Node> gone, long formed) {
        if (!cluster.waitForFencing()) {
            timeline.step(formed, new Step(Times.names(quorate), Component.DLM_CONTROLD, "does not wait for fencing", "enable_fencing=0",
                    "enable_fencing (cluster.waitForFencing)", "kernel reference 3.7; man dlm_controld"));
            recover(timeline, dice, quorate, gone, formed);
        } else if (!fence.possible()) {
            timeline.step(formed, new Step(Times.names(quorate), Component.DLM_CONTROLD, "waits for fencing, for ever: until someone makes sure"
                    + " that " + Times.names(gone) + " is off and says dlm_tool fence_ack", "no fence device", "cluster.fencing", "kernel reference"
                    + " 3.7; lab README"));
            timeline.outages(quorate, 0, End.BLOCKED);
        } else {
            recover(timeline, dice, quorate, gone, fence.done(timeline, quorate, gone, formed));
        }
    }

    private void recover(Timeline timeline, RandomStream dice, List<Node> survivors, List<Node> dead, long begin) {
        long locks = FsDlmRecovery.locks(timeline, dice, costs, survivors, dead, begin);
        Map<Node, Long> resumed = spec instanceof Gfs2Spec ? FsDlmRecovery.gfs2(timeline, dice, costs, survivors, dead, locks)
                : O2dlmRecovery.replayed(timeline, survivors, dead, locks + JournalReplay.nanos(costs, dice, dead.size()), costs);
        resumed.forEach((survivor, at) -> timeline.outage(survivor, 0, at, End.RESUMED));
    }
}
