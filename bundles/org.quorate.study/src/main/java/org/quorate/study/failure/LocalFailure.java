// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.preset.DiskPatience;
import org.quorate.sim.RandomStream;

/** Failures where no node shares anything: each has its own file system on the LUN, so each failure is its own. */
final class LocalFailure implements StackFailure {

    private final FailurePlan plan;
    private final List<Node> all;
    private final long pathTimeout;

    LocalFailure(FailurePlan plan, FileSystemSpec spec) {
        this.plan = plan;
        all = plan.scenario().cluster().nodes();
        pathTimeout = DiskPatience.of(spec, plan.scenario().lun()).total() * Times.SECOND;
    }

    @Override
    public void play(Timeline timeline, RandomStream dice) {
        timeline.outages(all, 0, 0, End.UNAFFECTED);
        switch (plan.kind()) {
            case NODE_DIES -> down(timeline, CommonSteps.dies(plan.node().orElseThrow()));
            case NODE_HANGS -> down(timeline, CommonSteps.hangs(plan.node().orElseThrow()));
            case NETWORK_LOST, SPLIT -> timeline.step(0, CommonSteps.cut(plan.sides()));
            case STORAGE_LOST -> stalls(timeline, List.of(plan.node().orElseThrow()));
            case LUN_STALLS -> stalls(timeline, all);
        }
    }

    private void down(Timeline timeline, Step step) {
        Node node = plan.node().orElseThrow();
        timeline.step(0, step);
        if (plan.end() == Long.MAX_VALUE) {
            timeline.outage(node, 0, End.DOWN);
        } else {
            timeline.step(plan.end(), CommonSteps.wakes(node, "the failure ends", "", ""));
            timeline.outage(node, 0, plan.end(), End.RESUMED);
        }
    }

    private void stalls(Timeline timeline, List<Node> nodes) {
        timeline.step(0, CommonSteps.noPath(nodes));
        if (plan.end() <= pathTimeout) {
            timeline.step(plan.end(), plan.node().isPresent() ? CommonSteps.pathBack(nodes) : CommonSteps.lunBack());
            timeline.outages(nodes, 0, plan.end(), End.RESUMED);
            return;
        }
        timeline.step(pathTimeout, new Step(Times.names(nodes), Component.LOCAL, "gets I/O errors and shuts down or turns read-only",
                "no path for " + Times.seconds(pathTimeout), CommonSteps.PATH_SETTING, "provisioning reference 1.7"));
        timeline.outages(nodes, 0, pathTimeout, End.ERRORS);
    }
}
