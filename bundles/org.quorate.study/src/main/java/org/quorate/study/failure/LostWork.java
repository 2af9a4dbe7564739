// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

/**
 * What a node that goes down takes with it: changes of which no one has told the LUN yet.
 *
 * @param windowNanos    changes of so long before the failure may be lost, unless they were followed by fsync; what a file holds may be
 *                       lost for longer: data that are written over what is there, or on ext4 and XFS to blocks not yet taken, wait for
 *                       write-back (vm.dirty_expire_centisecs, 30 s)
 * @param operationsMost operations in that window, from think times and arrivals alone (latencies make them fewer); absent: the workload
 *                       does not bound them, or none of its nodes goes down
 * @param inFlightMost   operations that a node has begun and that never return
 * @param setting        that sets the window
 */
public record LostWork(long windowNanos, OptionalDouble operationsMost, OptionalDouble inFlightMost, String setting) {

    private static final Set<Operation> READS = Set.of(Operation.OPEN, Operation.STAT, Operation.READ, Operation.READDIR, Operation.STATFS,
            Operation.FLOCK, Operation.FCNTL, Operation.FSYNC);

    static LostWork of(Scenario scenario, FileSystemSpec spec) {
        Duration commit = commit(spec);
        double rate = rate(scenario, false);
        String setting = "commit=" + Math.max(1, commit.toSeconds()) + " (fileSystems[" + scenario.fileSystems().indexOf(spec) + "].commit)";
        return new LostWork(commit.toNanos(), Double.isFinite(rate) ? OptionalDouble.of(rate * commit.toNanos() / Times.SECOND)
                : OptionalDouble.empty(), inFlight(scenario), setting);
    }

    private static Duration commit(FileSystemSpec spec) {
        if (spec instanceof Ocfs2Spec ocfs2) {
            return ocfs2.commit();
        }
        return spec instanceof Gfs2Spec gfs2 ? gfs2.commit() : ((LocalSpec) spec).commit();
    }

    /**
     * Changes a second of one node in its busiest phase, at most: the latencies of a closed load make them fewer.
     *
     * @param synced with those that are followed by fsync
     * @return infinite if only latencies bound them
     */
    static double rate(Scenario scenario, boolean synced) {
        return scenario.workload().phases().stream().mapToDouble(phase -> rate(phase, synced)).max().orElse(0);
    }

    private static double rate(Phase phase, boolean synced) {
        double share = share(phase.mix(), synced);
        if (share == 0) {
            return 0;
        }
        if (phase.load() instanceof Phase.Open open) {
            return open.operationsPerSecond() * share;
        }
        Phase.Closed closed = (Phase.Closed) phase.load();
        long think = closed.thinkTime().mean().toNanos();
        return think == 0 ? Double.POSITIVE_INFINITY : share * closed.threads() * Times.SECOND / think;
    }

    private static double share(List<OperationShare> mix, boolean synced) {
        double all = mix.stream().mapToDouble(OperationShare::weight).sum();
        double changes = mix.stream().filter(share -> !READS.contains(share.operation()) && (synced || !share.fsync()))
                .mapToDouble(OperationShare::weight).sum();
        return all == 0 ? 0 : changes / all;
    }

    private static OptionalDouble inFlight(Scenario scenario) {
        boolean open = scenario.workload().phases().stream().anyMatch(phase -> phase.load() instanceof Phase.Open);
        return open ? OptionalDouble.empty() : scenario.workload().phases().stream()
                .mapToDouble(phase -> ((Phase.Closed) phase.load()).threads()).max();
    }
}
