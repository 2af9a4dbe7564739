// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;

/** Failures where no node shares anything: each has its own file system on the LUN, so each failure is its own. */
final class LocalFailure extends StackFailure {

    LocalFailure(FailurePlan plan, FileSystemSpec spec) {
        super(plan, spec);
    }

    @Override
    void play(Timeline timeline, RandomStream dice) {
        timeline.outages(all, 0, 0, End.UNAFFECTED);
        super.play(timeline, dice);
    }

    @Override
    void nodeDies(Timeline timeline, RandomStream dice) {
        down(timeline, CommonSteps.dies(plan.node().orElseThrow()));
    }

    @Override
    void nodeHangs(Timeline timeline, RandomStream dice) {
        down(timeline, CommonSteps.hangs(plan.node().orElseThrow()));
    }

    @Override
    void networkCut(Timeline timeline, RandomStream dice) {
        timeline.step(0, CommonSteps.cut(plan.sides()));
    }

    @Override
    void storageLost(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        stalls(timeline, List.of(node), CommonSteps.pathBack(List.of(node)));
    }

    @Override
    void lunStalls(Timeline timeline, RandomStream dice) {
        stalls(timeline, all, CommonSteps.lunBack());
    }

    private void down(Timeline timeline, Step step) {
        Node node = plan.node().orElseThrow();
        timeline.step(0, step);
        if (plan.end() == Long.MAX_VALUE) {
            timeline.outage(node, 0, End.DOWN);
        } else {
            goOn(timeline, CommonSteps.wakes(node, "the failure ends", "", ""), List.of(node));
        }
    }

    private void stalls(Timeline timeline, List<Node> nodes, Step end) {
        timeline.step(0, CommonSteps.noPath(nodes));
        if (plan.end() <= pathTimeout) {
            goOn(timeline, end, nodes);
            return;
        }
        timeline.step(pathTimeout, new Step(Times.names(nodes), Component.LOCAL, "gets I/O errors and shuts down or turns read-only",
                "no path for " + Times.seconds(pathTimeout), CommonSteps.PATH_SETTING, "provisioning reference 1.7"));
        timeline.outages(nodes, 0, pathTimeout, End.ERRORS);
    }
}
