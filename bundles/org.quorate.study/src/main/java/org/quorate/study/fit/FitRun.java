// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.study.accuracy.LabMeasurements;

/**
 * A measured run, to which parameters are fitted or against which they are checked.
 *
 * @param name     for people
 * @param scenario of the run; its first file system is simulated
 * @param targets  what was measured
 */
public record FitRun(String name, Scenario scenario, List<FitTarget> targets) {

    /**
     * What the product's profile is fitted to: the runs of the lab on a quiet machine, one a file system on one node and one on two
     * nodes; the capture that tells how often a task of a quiet pair of nodes comes second; and the reading of cached MiBs, which none
     * of the quiet runs had.
     */
    public static final List<String> TRAINING = List.of("uml-xfs-1-r2", "uml-ocfs2-1-r2", "uml-gfs2-1-r2", "uml-ocfs2-2-r2",
            "capture-ocfs2-2-r3", "uml-xfs-1-r1:f_seqread_again");
    /** What it is checked against: other repetitions, and GFS2 on two nodes, of which there is no quiet run. */
    public static final List<String> HELD_OUT = List.of("uml-ocfs2-1-r1", "uml-gfs2-1-r1", "uml-ext4-1-r2", "uml-gfs2-nolock-1-r1",
            "uml-ocfs2-2-r0", "uml-gfs2-2-r1", "uml-gfs2-2-r2");

    public FitRun {
        targets = List.copyOf(targets);
    }

    /**
     * A run of the lab.
     *
     * @param name of the run; behind a colon, if only some phases are to count, these with commas between
     * @throws IllegalArgumentException there is none of that name
     */
    public static FitRun ofLab(String name) {
        int colon = name.indexOf(':');
        String run = colon < 0 ? name : name.substring(0, colon);
        List<String> phases = colon < 0 ? List.of() : List.of(name.substring(colon + 1).split(","));
        List<FitTarget> targets = new ArrayList<>();
        LabMeasurements.latencies(run).forEach(l -> targets.add(
                new FitTarget.Latency(l.phase(), l.operation(), l.clockReads(), l.micros())));
        LabMeasurements.joins(run).forEach(m -> targets.add(new FitTarget.Messages(m.phase(), m.type(), m.perOperation())));
        targets.removeIf(target -> !phases.isEmpty() && !phases.contains(target.phase()));
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured in " + name);
        }
        return new FitRun(name, LabMeasurements.scenario(run), targets);
    }
}
