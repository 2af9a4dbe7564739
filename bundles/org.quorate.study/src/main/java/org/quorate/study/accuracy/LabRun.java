// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One run of the lab: one file system through which all phases went.
 *
 * @param name           for example {@code uml-ocfs2-2-r2} or, of a packet capture, {@code capture-ocfs2-2-r1}
 * @param fileSystem     ocfs2, gfs2, ext4, xfs, ocfs2-local or gfs2-nolock
 * @param nodes          that had it mounted
 * @param hostCpuSeconds of one fixed loop on each node at the start of the run; empty for a capture
 * @param phases         with operations, in their order; empty for a capture
 * @param locks          objects of each cache and node after each phase
 * @param captured       messages by type, of a capture
 * @param origin         where and when it was measured
 */
record LabRun(String name, String fileSystem, int nodes, List<Double> hostCpuSeconds, List<Phase> phases,
        List<Objects> locks, List<Captured> captured, LabOrigin origin) {

    /** Latency counts only on a machine that had little else to do (lab README). */
    private static final double QUIET_SECONDS = 0.02;

    LabRun {
        hostCpuSeconds = List.copyOf(hostCpuSeconds);
        phases = List.copyOf(phases);
        locks = List.copyOf(locks);
        captured = List.copyOf(captured);
    }

    /**
     * Figures of a phase; per operation, all nodes together, the idle cluster's subtracted.
     *
     * @param operations   of all active nodes
     * @param segments     TCP segments with data between the lock managers
     * @param payloadBytes in them
     * @param reads        requests at the disk, with those of the sync after the phase
     * @param calls        latency by node and system call
     */
    record Phase(String name, long operations, double segments, double payloadBytes, double reads, double writes,
            double flushes, List<Call> calls) {

        Phase {
            calls = List.copyOf(calls);
        }

        /**
         * Mean of the nodes' percentiles of one system call, or the sum of these means of several that make up one
         * operation, in microseconds; empty if one of them was not called.
         */
        OptionalDouble micros(List<String> names, ToDoubleFunction<Call> percentile) {
            double sum = 0;
            for (String call : names) {
                OptionalDouble mean = calls.stream().filter(c -> c.call().equals(call)).mapToDouble(percentile).average();
                if (mean.isEmpty()) {
                    return mean;
                }
                sum += mean.getAsDouble();
            }
            return OptionalDouble.of(sum);
        }
    }

    /** Latency of one system call ({@code total}: of a whole operation) on one node. */
    record Call(int node, String call, double p50Micros, double p99Micros) {
    }

    /**
     * Objects of one slab cache on one node at the end of a phase, its sync included.
     *
     * @param objectBytes of one object in that kernel
     */
    record Objects(String phase, int node, String cache, long count, int objectBytes) {
    }

    /**
     * Messages of a phase by type, all kinds of locks together, those of the sync after it included.
     *
     * @param operations 0 if the phase had none
     */
    record Captured(String phase, long operations, Map<String, Long> countByType) {

        Captured {
            countByType = Map.copyOf(countByType);
        }
    }

    /** Latency of this run may be compared: a quiet machine under user-mode nodes. */
    boolean quiet() {
        return origin.userMode() && hostCpuSeconds.stream().allMatch(seconds -> seconds <= QUIET_SECONDS);
    }

    /** The same was measured, at the same place. */
    boolean repeats(LabRun other) {
        return fileSystem.equals(other.fileSystem) && nodes == other.nodes && origin.equals(other.origin);
    }

    /** Names of the phases that figures exist of. */
    List<String> phaseNames() {
        return origin.capture() ? captured.stream().filter(phase -> phase.operations() > 0).map(Captured::phase).toList()
                : phases.stream().map(Phase::name).toList();
    }

    /** The numbers of the {@code host_cpu_s} column. */
    static List<Double> seconds(String cell) {
        return Arrays.stream(cell.split("/")).map(Double::valueOf).toList();
    }
}
