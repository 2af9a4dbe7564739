// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.LocalSpec;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.sim.EventLoop;
import org.quorate.sim.RandomStreams;

/** One run: the nodes mount one after the other, and work. Not thread-safe; the same scenario gives the same run. */
final class UnsafeRun {

    /** The nodes mount so long after each other. */
    static final long MOUNT_NANOS = 1_000_000_000L;
    /** vm.dirty_writeback_centisecs and vm.dirty_expire_centisecs (Documentation/admin-guide/sysctl/vm.rst). */
    private static final long FLUSHER_NANOS = 5_000_000_000L;
    private static final long EXPIRE_NANOS = 30_000_000_000L;
    /** A node that has nothing to do in a phase looks again after this. */
    private static final double REST_NANOS = 1e9;

    private enum What { MOUNT, OPERATION, COMMIT, FLUSH }

    private static final What[] WHATS = What.values();

    private final EventLoop loop = new EventLoop((what, node) -> handle(WHATS[what], node));
    private final RunClock clock = new RunClock(loop);
    private final DiskFormat format;
    private final InitialFiles initial;
    private final SharedDevice device;
    private final WorkPlan plan;
    private final List<NodeFiles> nodes = new ArrayList<>();
    private final List<NodeWork> work = new ArrayList<>();
    private final long[] committing;

    UnsafeRun(Scenario scenario, LocalSpec.Kind kind, long commitNanos) {
        boolean xfs = kind == LocalSpec.Kind.XFS;
        initial = new InitialFiles(scenario, xfs ? XfsFormat.groups(scenario) : 0);
        format = xfs ? new XfsFormat(initial, scenario) : new Ext4Format(initial, commitNanos);
        device = new SharedDevice(format.logBlocks());
        plan = new WorkPlan(scenario);
        int count = scenario.cluster().nodes().size();
        FileTruth truth = new FileTruth(count, initial.sets().size(), initial.count());
        RandomStreams streams = new RandomStreams(scenario.study().seed());
        committing = new long[count];
        for (int node = 0; node < count; node++) {
            NodeFiles files = new NodeFiles(node, device, format, initial, clock, truth);
            nodes.add(files);
            work.add(new NodeWork(files, count, initial, truth, streams));
            committing[node] = NodeLog.NONE;
            at(node * MOUNT_NANOS, What.MOUNT, node);
        }
    }

    /**
     * Lets the nodes work until a time.
     *
     * @throws CancellationException if cancelled
     */
    void workUntil(long nanos, BooleanSupplier cancelled) {
        if (!loop.runUntil(nanos, cancelled)) {
            throw new CancellationException("cancelled");
        }
    }

    /** All nodes unmount, one after the other. */
    void unmount() {
        nodes.forEach(NodeFiles::unmount);
    }

    private void handle(What what, int number) {
        NodeFiles node = nodes.get(number);
        switch (what) {
            case MOUNT -> {
                node.mount();
                at(clock.nanos() + FLUSHER_NANOS, What.FLUSH, number);
                if (!plan.isEmpty()) {
                    at(clock.nanos() + work.get(number).pause(plan.meanNanos(plan.phase(clock.nanos()))), What.OPERATION, number);
                }
            }
            case OPERATION -> {
                Phase phase = plan.phase(clock.nanos());
                List<OperationShare> mix = plan.mix(phase, number);
                if (!mix.isEmpty()) {
                    work.get(number).act(mix);
                }
                double pause = mix.isEmpty() ? REST_NANOS : plan.meanNanos(phase);
                at(clock.nanos() + work.get(number).pause(pause), What.OPERATION, number);
            }
            case COMMIT -> {
                committing[number] = NodeLog.NONE;
                // an fsync may have committed it, and another have begun since
                if (node.log().runningSince() + format.commitNanos() <= clock.nanos()) {
                    node.log().commit();
                    if (format.kind() == LocalSpec.Kind.XFS) {
                        node.log().writeBack(0);
                    }
                }
            }
            case FLUSH -> {
                node.writeData(EXPIRE_NANOS);
                if (format.kind() == LocalSpec.Kind.EXT4) {
                    node.log().writeBack(EXPIRE_NANOS);
                }
                at(clock.nanos() + FLUSHER_NANOS, What.FLUSH, number);
            }
        }
        scheduleCommit(number);
    }

    private void scheduleCommit(int node) {
        long since = nodes.get(node).log().runningSince();
        if (since != NodeLog.NONE && committing[node] == NodeLog.NONE) {
            committing[node] = since;
            at(since + format.commitNanos(), What.COMMIT, node);
        }
    }

    private void at(long nanos, What what, int node) {
        loop.at(nanos, what.ordinal(), node);
    }

    DiskFormat format() {
        return format;
    }

    InitialFiles initial() {
        return initial;
    }

    SharedDevice device() {
        return device;
    }

    List<NodeFiles> nodes() {
        return nodes;
    }

    long operations() {
        return work.stream().mapToLong(NodeWork::operations).sum();
    }

    long reads() {
        return work.stream().mapToLong(NodeWork::reads).sum();
    }

    long staleReads() {
        return work.stream().mapToLong(NodeWork::staleReads).sum();
    }

    long updates() {
        return clock.updates();
    }
}
