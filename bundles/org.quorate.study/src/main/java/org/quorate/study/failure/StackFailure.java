// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.preset.DiskPatience;
import org.quorate.sim.RandomStream;

/** Plays a failure on one cluster stack: what the stacks have in common. Immutable. */
abstract class StackFailure {

    final FailurePlan plan;
    final List<Node> all;
    /** Nanoseconds without a path to the LUN until I/O fails. */
    final long pathTimeout;

    StackFailure(FailurePlan plan, FileSystemSpec spec) {
        this.plan = plan;
        all = plan.scenario().cluster().nodes();
        pathTimeout = DiskPatience.of(spec, plan.scenario().lun()).total() * Times.SECOND;
    }

    /**
     * One replication.
     *
     * @param timeline takes the steps and outages
     * @param dice     of the phases of timers
     */
    void play(Timeline timeline, RandomStream dice) {
        switch (plan.kind()) {
            case NODE_DIES -> nodeDies(timeline, dice);
            case NODE_HANGS -> nodeHangs(timeline, dice);
            case NETWORK_LOST, SPLIT -> networkCut(timeline, dice);
            case STORAGE_LOST -> storageLost(timeline, dice);
            case LUN_STALLS -> lunStalls(timeline, dice);
        }
    }

    abstract void nodeDies(Timeline timeline, RandomStream dice);

    abstract void nodeHangs(Timeline timeline, RandomStream dice);

    /** A node and the others, or two halves, are without a network between them. */
    abstract void networkCut(Timeline timeline, RandomStream dice);

    abstract void storageLost(Timeline timeline, RandomStream dice);

    abstract void lunStalls(Timeline timeline, RandomStream dice);

    /** The failure ends before anyone acts on it: TCP sends again what was lost, and all go on. A node alone has sent nothing. */
    final void retransmitted(Timeline timeline, Step end) {
        if (all.size() == 1) {
            goOn(timeline, end, all);
            return;
        }
        long through = Times.retransmitted(plan.end());
        timeline.step(plan.end(), end);
        timeline.step(through, CommonSteps.retransmitted(all));
        timeline.outages(all, 0, through, End.RESUMED);
    }

    /** The failure ends, and those nodes go on at once. */
    final void goOn(Timeline timeline, Step end, List<Node> nodes) {
        timeline.step(plan.end(), end);
        timeline.outages(nodes, 0, plan.end(), End.RESUMED);
    }
}
