// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.preset.DiskPatience;

/** What to do about a failure. Pure functions. */
final class FailureRules {

    /** A share of the stall from which on its longest wait is worth a word. */
    private static final double MOST = 0.7;

    private FailureRules() {
    }

    static List<FailureAdvice> advice(FailurePlan plan, FileSystemSpec spec, ContenderFailure outcome) {
        Rules rules = new Rules(plan, spec, outcome, new ArrayList<>());
        if (spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.O2CB) {
            rules.pathTimeout(ocfs2);
            rules.lunStallResets(ocfs2);
            rules.hungNode();
            rules.lowestSurvives();
            rules.detection(ocfs2);
        } else if (FailureStudy.clustered(spec)) {
            rules.fencing();
            rules.duel();
            rules.arbiter();
            rules.errors();
            rules.fencingTime();
        } else if (spec instanceof LocalSpec local && local.shared()) {
            rules.add("local-shared", true, "It knows no other node: with or without a failure, both destroy it.", "shared");
        }
        rules.lost();
        return rules.found;
    }

    private record Rules(FailurePlan plan, FileSystemSpec spec, ContenderFailure outcome, List<FailureAdvice> found) {

        private void add(String rule, boolean danger, String text, String setting) {
            found.add(new FailureAdvice(rule, spec.label(), danger, text, setting));
        }

        private Scenario scenario() {
            return plan.scenario();
        }

        private Cluster cluster() {
            return plan.scenario().cluster();
        }

        /** Provisioning reference 1.7. */
        private void pathTimeout(Ocfs2Spec ocfs2) {
            long patience = DiskPatience.of(ocfs2, scenario().lun()).total();
            long dead = DiskPatience.deadTime(ocfs2);
            if (patience >= dead) {
                add("heartbeat-below-path-timeout", scenario().lun().multipath(), "I/O waits " + patience + " s for a path, but"
                        + " a node without a heartbeat resets itself after " + dead + " s: an outage or a switch of paths that takes longer resets"
                        + " it. Raise the threshold above " + (patience / 2 + 1) + " on all nodes, or let I/O fail sooner.", "O2CB_HEARTBEAT_THRESHOLD, lun.pathTimeout");
            }
        }

        private void lunStallResets(Ocfs2Spec ocfs2) {
            if (plan.kind() == FailureKind.LUN_STALLS && outcome.ends(End.DOWN)) {
                boolean old = !KernelProfiles.isSince(cluster().kernel(), 4, 8);
                long dead = DiskPatience.deadTime(ocfs2);
                add("lun-stall-resets-all", true, old ? "A LUN that stalls for longer than " + dead + " s resets every node at once. Kernels"
                        + " from 4.8 on agree to wait on." : "Nodes agree to wait on only while I/O hangs without an error. It fails after "
                        + DiskPatience.of(ocfs2, scenario().lun()).total() + " s without a path; about " + dead + " s later all nodes reset"
                        + " themselves.", old ? "O2CB_HEARTBEAT_THRESHOLD" : "lun.pathTimeout, O2CB_HEARTBEAT_THRESHOLD");
            }
        }

        private void hungNode() {
            if (plan.kind() == FailureKind.NODE_HANGS) {
                add("hung-node-not-fenced", true, "Nobody switches a hung node off: I/O that it still had to send may reach the LUN after its"
                        + " journal was replayed. A hardware watchdog closes this gap.", "");
            }
        }

        private void lowestSurvives() {
            boolean cut = plan.kind().cutsNetwork();
            List<List<org.quorate.model.Node>> sides = cut ? plan.sides() : List.of();
            if (cut && sides.get(0).size() == sides.get(1).size()) {
                add("lowest-number-survives", false, "With equal halves that with the lowest node number lives, even if it is the one whose"
                        + " network is broken. A third node, which may do nothing else, makes a majority.", "cluster.nodes");
            }
        }

        private void detection(Ocfs2Spec ocfs2) {
            long threshold = ocfs2.heartbeatThreshold() * DiskHeartbeat.of(ocfs2, KernelTimer.of(scenario())).interval();
            long patience = DiskPatience.of(ocfs2, scenario().lun()).total();
            boolean dies = plan.kind() == FailureKind.NODE_DIES && patience < DiskPatience.deadTime(ocfs2);
            outcome.longestStall().filter(stall -> dies && threshold > MOST * stall.median())
                    .ifPresent(stall -> add("heartbeat-dominates", false, "Of a stall of about " + stall.brief() + " the others wait"
                            + " about " + Times.seconds(threshold) + " for heartbeats. A lower threshold shortens it, but must stay above the path"
                            + " timeout of " + patience + " s (exported files lower that with it), and above the longest stall of the LUN.",
                            "O2CB_HEARTBEAT_THRESHOLD"));
        }

        private void fencing() {
            boolean notices = plan.kind() != FailureKind.LUN_STALLS;
            if (cluster().nodes().size() > 1 && cluster().waitForFencing() && cluster().fencing().isEmpty() && notices) {
                add("no-fencing", true, "Without fencing the lock manager waits for ever once a node is lost: every operation that needs a new"
                        + " lock hangs until someone says dlm_tool fence_ack.", "cluster.fencing");
            }
            if (!cluster().waitForFencing() && cluster().nodes().size() > 1) {
                add("recovery-before-fencing", true, "The lock manager does not wait for fencing: a node that only lost its network, or wakes"
                        + " up, goes on writing under locks that others have taken over, and destroys the file system.", "cluster.waitForFencing");
            }
        }

        private void duel() {
            FenceAction fence = new FenceAction(cluster());
            boolean duel = new Quorum(cluster()).twoNode() && fence.possible() && cluster().waitForFencing();
            if (duel && fence.power() && cluster().fencing().orElseThrow().delay().compareTo(cluster().fencing().orElseThrow().duration()) <= 0) {
                add("fence-delay-too-short", true, "Two nodes that lose each other may both be switched off: the delay of the first node's switch"
                        + " is not longer than fencing takes.", "cluster.fencing.delay");
            }
            if (duel && fence.agent() == org.quorate.model.Fencing.Agent.SBD) {
                add("watchdog-fencing-of-two", true, "Two nodes that are both quorate do not reset themselves: fencing by watchdog alone needs an"
                        + " arbiter.", "cluster.quorumDevice");
            }
            boolean cut = plan.kind().cutsNetwork();
            if (duel && cut && fence.power()) {
                add("loser-waits-for-all", false, "The node that was fenced does not fence back when it boots: two_node implies wait_for_all, so"
                        + " it is not quorate before it sees the other. Do not set wait_for_all: 0.", "wait_for_all");
            }
            if (duel && outcome.ends(End.DOWN) && plan.kind() == FailureKind.NETWORK_LOST && fence.power()) {
                add("first-node-survives", false, "The fence delay lets " + cluster().nodes().get(0).name() + " live, even if it is the one whose"
                        + " network is broken. An arbiter decides by what it sees.", "cluster.quorumDevice");
            }
        }

        private void arbiter() {
            if (plan.kind() == FailureKind.SPLIT && outcome.nodes().stream().allMatch(node -> node.end() == End.BLOCKED)
                    && cluster().nodes().size() > 2) {
                add("even-split-without-arbiter", true, "Neither half has a majority, so all nodes stop. An arbiter, or auto_tie_breaker, gives"
                        + " one half the majority.", "cluster.quorumDevice");
            }
        }

        private void errors() {
            if (plan.kind() == FailureKind.STORAGE_LOST && cluster().nodes().size() > 1 && outcome.ends(End.ERRORS)) {
                add("broken-mount-not-fenced", true, "The exported monitor looks only whether there is a mount: a node whose I/O has failed"
                        + " stays, with a dead mount. OCF_CHECK_LEVEL=20 lets it write and read a file, too; then a stall of the LUN that"
                        + " is longer than the monitor's timeout fences every node.", "op monitor OCF_CHECK_LEVEL");
            }
            if (plan.kind() == FailureKind.LUN_STALLS && outcome.ends(End.ERRORS)) {
                add("path-timeout-ends-mounts", false, "I/O that fails ends the mount on every node. A path timeout above the longest stall of the"
                        + " LUN lets them wait instead.", "lun.pathTimeout");
            }
        }

        private void fencingTime() {
            boolean dies = plan.kind() == FailureKind.NODE_DIES && cluster().waitForFencing() && cluster().fencing().isPresent();
            if (dies) {
                add("measure-fencing", false, "Fencing is taken to need " + Times.seconds(new FenceAction(cluster()).duration())
                        + ". Measure it: the stall is longer by whatever it really takes, which has been minutes.", "cluster.fencing.duration");
            }
        }

        private void lost() {
            outcome.lost().ifPresent(lost -> add("unsynced-changes-lost", false, "A node that goes down may lose changes of its last "
                    + Times.seconds(lost.windowNanos()) + " that no fsync followed (contents of files for longer, until they are written"
                    + " back: vm.dirty_expire_centisecs)" + (lost.operationsMost().isPresent() ? ": at most "
                    + Math.round(lost.operationsMost().getAsDouble()) + " operations of this workload" : "; how many, only a simulated run"
                    + " tells") + (lost.inFlightMost().isPresent() ? ", beside up to " + Math.round(lost.inFlightMost().getAsDouble())
                    + " that were under way." : ", beside those under way."), lost.setting()));
        }
    }
}
