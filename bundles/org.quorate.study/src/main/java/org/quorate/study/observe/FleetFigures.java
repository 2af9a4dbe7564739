// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.sim.output.Estimate;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;

/**
 * Figures that a phase predicts, as {@link NodeFigures} has those of real nodes. Immutable.
 *
 * @param kernel     whose object sizes are predicted
 * @param kind       of the file system
 * @param confidence of the intervals, 0 to 1
 */
record FleetFigures(KernelProfile kernel, FileSystemKind kind, double confidence) {

    private static final int SECTOR = 512;

    /** By node and {@link FleetPrediction#FLEET}, of all replications. */
    Map<String, SortedMap<FigureName, Interval>> of(List<RunResult> results, int phase) {
        List<Map<String, Map<FigureName, Double>>> samples = new ArrayList<>();
        for (RunResult result : results) {
            PhaseResult before = phase == 0 ? null : result.phases().get(phase - 1);
            samples.add(sample(before, result.phases().get(phase)));
        }
        Map<String, SortedMap<FigureName, Interval>> figures = new HashMap<>();
        for (String node : samples.get(0).keySet()) {
            Set<FigureName> names = new TreeSet<>();
            samples.forEach(sample -> names.addAll(sample.get(node).keySet()));
            SortedMap<FigureName, Interval> intervals = new TreeMap<>();
            for (FigureName name : names) {
                intervals.put(name, interval(samples.stream().mapToDouble(sample -> sample.get(node).getOrDefault(name, 0.0)).toArray()));
            }
            figures.put(node, intervals);
        }
        return figures;
    }

    /** Of one more run: that of the mean is narrower by the square root of n + 1 (Law, Simulation Modeling and Analysis, 4.5). */
    private Interval interval(double[] values) {
        if (values.length < 2) {
            return Interval.exactly(values[0]);
        }
        Estimate mean = Estimate.ofReplications(values, confidence);
        return new Interval(mean.mean(), mean.halfWidth() * Math.sqrt(values.length + 1));
    }

    private Map<String, Map<FigureName, Double>> sample(PhaseResult before, PhaseResult phase) {
        double seconds = Math.max(1, phase.endNanos() - (before == null ? 0 : before.endNanos())) / 1e9;
        Map<String, Map<FigureName, Double>> figures = new HashMap<>();
        Map<FigureName, Double> fleet = new HashMap<>();
        for (int i = 0; i < phase.census().size(); i++) {
            NodeCensus census = phase.census().get(i);
            Map<FigureName, Double> node = counts(census);
            uses(node, before == null ? null : before.census().get(i), census, seconds);
            node.forEach((name, value) -> fleet.merge(name, value, Double::sum));
            figures.put(census.node(), node);
        }
        traffic(fleet, phase, seconds);
        figures.put(FleetPrediction.FLEET, fleet);
        return figures;
    }

    private Map<FigureName, Double> counts(NodeCensus census) {
        Map<FigureName, Double> node = new HashMap<>();
        census.objects().forEach((cache, objects) -> {
            node.merge(new FigureName(Topic.SLAB, cache.slabName(), "objects"), (double) objects, Double::sum);
            node.merge(new FigureName(Topic.SLAB, cache.slabName(), "bytes"), objects * (double) kernel.bytes(cache), Double::sum);
        });
        // A cache that is empty on every node is one that this file system does not use.
        node.values().removeIf(value -> value == 0);
        census.locks().forEach(use -> {
            node.merge(new FigureName(Topic.LOCK, use.type(), use.mode()), (double) use.locks(), Double::sum);
            node.merge(new FigureName(Topic.LOCK, use.type(), Observation.ALL), (double) use.locks(), Double::sum);
            node.merge(new FigureName(Topic.LOCK, Observation.ALL, Observation.ALL), (double) use.locks(), Double::sum);
        });
        return node;
    }

    /** GFS2's sbstats counts what glstats does (dcnt, qcnt), also of locks that are gone; a phase rarely drops any. */
    private static void uses(Map<FigureName, Double> node, NodeCensus before, NodeCensus census, double seconds) {
        census.calls().forEach(calls -> {
            long requests = before == null ? 0 : before.calls().stream().filter(old -> old.type().equals(calls.type())).mapToLong(old -> old.requests()).sum();
            long holders = before == null ? 0 : before.calls().stream().filter(old -> old.type().equals(calls.type())).mapToLong(old -> old.holders()).sum();
            node.put(new FigureName(Topic.USE, calls.type(), "requests"), Math.max(0, calls.requests() - requests) / seconds);
            node.put(new FigureName(Topic.USE, calls.type(), "holders"), Math.max(0, calls.holders() - holders) / seconds);
        });
    }

    private void traffic(Map<FigureName, Double> fleet, PhaseResult phase, double seconds) {
        DiskCounts disk = phase.disk();
        DiskCounts beat = phase.heartbeat();
        disk(fleet, "reads", (disk.reads() + beat.reads()) / seconds);
        disk(fleet, "writes", (disk.writes() + beat.writes()) / seconds);
        disk(fleet, "flushes", (disk.flushes() + beat.flushes()) / seconds);
        disk(fleet, "read_bytes", (double) SECTOR * (disk.readSectors() + beat.readSectors()) / seconds);
        disk(fleet, "written_bytes", (double) SECTOR * (disk.writeSectors() + beat.writeSectors()) / seconds);
        fleet.put(new FigureName(Topic.NETWORK, Observation.ALL, "sent_bytes"),
                phase.messages().stream().mapToLong(MessageCount::bytes).sum() / seconds);
        if (kind == FileSystemKind.OCFS2) {
            // o2net counts what is sent, not its answer (fs/ocfs2/cluster/tcp.c:o2net_send_message_vec).
            fleet.put(new FigureName(Topic.DLM, "o2net", "sent"), phase.messages().stream()
                    .filter(message -> !message.acknowledgement() && !message.type().startsWith("STATUS")).mapToLong(MessageCount::count).sum() / seconds);
        }
    }

    private static void disk(Map<FigureName, Double> fleet, String what, double rate) {
        fleet.put(new FigureName(Topic.DISK, Observation.ALL, what), rate);
    }
}
