// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Node;

/**
 * How the stack of Pacemaker fences. Immutable.
 *
 * @param cluster with its fence devices, or without
 */
record FenceAction(Cluster cluster) {

    boolean possible() {
        return cluster.fencing().isPresent();
    }

    /** Power off, reservations, or a watchdog; fencing must be {@link #possible}. */
    Fencing.Agent agent() {
        return cluster.fencing().orElseThrow().agent();
    }

    /** The first of two nodes is fenced later than the other, so that it survives a duel. */
    long delay(Node target) {
        boolean duel = new Quorum(cluster).twoNode() && target.equals(cluster.nodes().get(0));
        return duel && power() ? cluster.fencing().orElseThrow().delay().toNanos() : 0;
    }

    long duration() {
        return cluster.fencing().orElseThrow().duration().toNanos();
    }

    boolean power() {
        return switch (agent()) {
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> true;
            case SBD, SCSI, MPATH -> false;
        };
    }

    /** When all targets are off, or kept from the LUN, if that is ordered at {@code ordered}. */
    long done(Timeline timeline, List<Node> by, List<Node> targets, long ordered) {
        long delay = delay(targets);
        long done = ordered + delay + duration();
        timeline.step(done, step(by, targets, delay));
        return done;
    }

    /** What becomes of the operations of nodes that are fenced so: those that reservations keep from the LUN still run. */
    void end(Timeline timeline, List<Node> targets, long ordered) {
        if (power() || agent() == Fencing.Agent.SBD) {
            timeline.outages(targets, 0, End.DOWN);
        } else {
            timeline.outages(targets, 0, ordered + delay(targets) + duration(), End.ERRORS);
        }
    }

    private long delay(List<Node> targets) {
        return targets.stream().mapToLong(this::delay).max().orElse(0);
    }

    private Step step(List<Node> by, List<Node> targets, long delay) {
        return new Step(Times.names(by), Component.PACEMAKER, "has fenced " + Times.names(targets) + "; dlm_controld goes on",
                (delay > 0 ? "a delay of " + Times.seconds(delay) + ", then " : "") + "the agent takes " + Times.seconds(duration()),
                (delay > 0 ? "pcmk_delay_base (cluster.fencing.delay), " : "") + "cluster.fencing.duration",
                "kernel reference 3.7; man pacemaker-fenced");
    }
}
