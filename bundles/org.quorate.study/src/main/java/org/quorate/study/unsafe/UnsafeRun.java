// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.quorate.model.LocalSpec;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
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

    private record Event(long nanos, long order, What what, int node) {
    }

    private final RunClock clock = new RunClock();
    private final DiskFormat format;
    private final InitialFiles initial;
    private final SharedDevice device;
    private final WorkPlan plan;
    private final List<NodeFiles> nodes = new ArrayList<>();
    private final List<NodeWork> work = new ArrayList<>();
    private final long[] committing;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::order));
    private long order;

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
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    void workUntil(long nanos, BooleanSupplier cancelled) {
        int count = 0;
        while (!events.isEmpty() && events.peek().nanos() <= nanos) {
            if ((++count & 0x3FF) == 0 && cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException();
            }
            Event event = events.poll();
            clock.advance(event.nanos());
            handle(event);
            scheduleCommit(event.node());
        }
        clock.advance(nanos);
    }

    /** All nodes unmount, one after the other. */
    void unmount() {
        nodes.forEach(NodeFiles::unmount);
    }

    private void handle(Event event) {
        NodeFiles node = nodes.get(event.node());
        switch (event.what()) {
            case MOUNT -> {
                node.mount();
                at(clock.nanos() + FLUSHER_NANOS, What.FLUSH, event.node());
                if (!plan.isEmpty()) {
                    at(clock.nanos() + work.get(event.node()).pause(plan.meanNanos(plan.phase(clock.nanos()))), What.OPERATION, event.node());
                }
            }
            case OPERATION -> {
                Phase phase = plan.phase(clock.nanos());
                List<OperationShare> mix = plan.mix(phase, event.node());
                if (!mix.isEmpty()) {
                    work.get(event.node()).act(mix);
                }
                double pause = mix.isEmpty() ? REST_NANOS : plan.meanNanos(phase);
                at(clock.nanos() + work.get(event.node()).pause(pause), What.OPERATION, event.node());
            }
            case COMMIT -> {
                committing[event.node()] = NodeLog.NONE;
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
                at(clock.nanos() + FLUSHER_NANOS, What.FLUSH, event.node());
            }
        }
    }

    private void scheduleCommit(int node) {
        long since = nodes.get(node).log().runningSince();
        if (since != NodeLog.NONE && committing[node] == NodeLog.NONE) {
            committing[node] = since;
            at(since + format.commitNanos(), What.COMMIT, node);
        }
    }

    private void at(long nanos, What what, int node) {
        events.add(new Event(nanos, order++, what, node));
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
