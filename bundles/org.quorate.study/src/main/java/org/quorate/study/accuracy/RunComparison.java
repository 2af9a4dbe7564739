// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quorate.model.SlabCache;

/** Compares one run of the lab with its simulation, latency aside: rows in the order of the phases. Not thread-safe. */
final class RunComparison {

    private static final String OCFS2 = "ocfs2";
    private static final String GFS2 = "gfs2";
    private static final String PER_OPERATION = "1/op";
    private static final List<SlabCache> LOCKS = List.of(SlabCache.GFS2_GLOCK, SlabCache.GFS2_GLOCK_ASPACE, SlabCache.DLM_LKB,
            SlabCache.DLM_RSB, SlabCache.O2DLM_LOCKRES, SlabCache.O2DLM_LOCK, SlabCache.O2DLM_LOCKNAME);
    /** By the file system that they belong to; each node's own root is on ext4. */
    private static final Map<String, SlabCache> INODES = Map.of(OCFS2, SlabCache.OCFS2_INODE, "ocfs2-local", SlabCache.OCFS2_INODE,
            GFS2, SlabCache.GFS2_INODE, "gfs2-nolock", SlabCache.GFS2_INODE);
    /** Names in captures that the simulator has shorter ones for. */
    private static final Map<String, String> CAPTURED_NAMES = Map.of("AST", "PROXY_AST", "BAST", "PROXY_BAST",
            "STATUS(AST)", "STATUS(PROXY_AST)", "STATUS(BAST)", "STATUS(PROXY_BAST)");
    /** Of a type that reality has, but not in this phase, a message in fifty operations is chance. */
    private static final double CHANCE = 0.02;

    private final LabRun lab;
    private final SimulatedRun simulated;
    private final List<AccuracyRow> rows = new ArrayList<>();

    RunComparison(LabRun lab, SimulatedRun simulated) {
        this.lab = lab;
        this.simulated = simulated;
    }

    /** Rows of every phase that the scenario has. */
    List<AccuracyRow> rows() {
        for (LabRun.Phase phase : lab.phases()) {
            simulated.phase(phase.name()).ifPresent(found -> {
                traffic(phase, found);
                disk(phase, found);
            });
        }
        TreeSet<String> types = new TreeSet<>();
        lab.captured().forEach(phase -> types.addAll(phase.countByType().keySet()));
        for (LabRun.Captured phase : lab.captured()) {
            simulated.phase(phase.phase()).ifPresent(found -> messages(phase, found, types));
        }
        locks();
        return List.copyOf(rows);
    }

    private void traffic(LabRun.Phase phase, SimulatedRun.Phase found) {
        if (lab.nodes() < 2) {
            return;
        }
        double operations = found.operations(phase.operations());
        double segments = found.lockMessages() / operations;
        double bytes = found.payloadBytes() / operations;
        boolean ocfs2 = lab.fileSystem().equals(OCFS2);
        AccuracyRow bySegments = row(phase.name(), "segments", FigureClass.LOCK_TRAFFIC, PER_OPERATION, phase.segments(), segments,
                Rule.SEGMENTS);
        AccuracyRow byBytes = row(phase.name(), "payload", FigureClass.LOCK_TRAFFIC, "B/op", phase.payloadBytes(), bytes,
                Rule.PAYLOAD);
        rows.add(ocfs2 ? bySegments : shown(bySegments, "messages of fs/dlm share segments: compared by bytes"));
        rows.add(ocfs2 ? shown(byBytes, "compared by messages: two segments an RPC") : byBytes);
    }

    private void disk(LabRun.Phase phase, SimulatedRun.Phase found) {
        double operations = found.operations(phase.operations());
        // An operation of these phases is one MiB; what they do not move in sequence counts like any other request.
        String name = phase.name();
        rows.add(requests(name, "reads", lab.origin().readsInSequence(name), phase.reads(), found.reads() / operations));
        rows.add(requests(name, "writes", lab.origin().writesInSequence(name), phase.writes(), found.writes() / operations));
        rows.add(requests(name, "flushes", false, phase.flushes(), found.flushes() / operations));
    }

    private AccuracyRow requests(String phase, String figure, boolean sequential, double measured, double number) {
        return sequential ? row(phase, figure, FigureClass.SEQUENTIAL, "1/MiB", measured, number, Rule.SEQUENTIAL)
                : row(phase, figure, FigureClass.DISK, PER_OPERATION, measured, number, Rule.DISK);
    }

    private void messages(LabRun.Captured phase, SimulatedRun.Phase found, TreeSet<String> everSeen) {
        Map<String, Double> numbers = new TreeMap<>();
        found.messagesByType().forEach((type, count) -> numbers.merge(captureName(type), count, Double::sum));
        TreeSet<String> types = new TreeSet<>(phase.countByType().keySet());
        types.addAll(numbers.keySet());
        for (String type : types) {
            double operations = Math.max(1, phase.operations());
            double measured = phase.countByType().getOrDefault(type, 0L) / operations;
            double number = numbers.getOrDefault(type, 0.0) / operations;
            if (phase.operations() == 0) {
                rows.add(shown(row(phase.phase(), type, FigureClass.MESSAGES, "", measured, number, Rule.MESSAGES),
                        "a phase without operations"));
            } else if (measured > 0) {
                rows.add(row(phase.phase(), type, FigureClass.MESSAGES, PER_OPERATION, measured, number, Rule.MESSAGES));
            } else {
                Rule absent = new Rule(0, 0, everSeen.contains(type) ? CHANCE : Double.MIN_VALUE);
                rows.add(row(phase.phase(), type, FigureClass.MESSAGES, PER_OPERATION, 0, number, absent));
            }
        }
    }

    private String captureName(String type) {
        return lab.fileSystem().equals(GFS2) ? type : CAPTURED_NAMES.getOrDefault(type, type);
    }

    private void locks() {
        for (String phase : lab.locks().stream().map(LabRun.Objects::phase).distinct().toList()) {
            Optional<SimulatedRun.Phase> found = simulated.phase(phase);
            for (int node = 1; found.isPresent() && node <= lab.nodes(); node++) {
                objects(found.get(), node);
            }
        }
    }

    private void objects(SimulatedRun.Phase found, int node) {
        double measuredBytes = 0;
        double simulatedBytes = 0;
        int slabBytes = 0;
        for (LabRun.Objects objects : lab.locks()) {
            if (!objects.phase().equals(found.name()) || objects.node() != node) {
                continue;
            }
            Optional<SlabCache> cache = cache(objects.cache());
            if (cache.isEmpty()) {
                continue;
            }
            double number = found.objects(node, cache.get());
            if (LOCKS.contains(cache.get())) {
                slabBytes += Rule.slabBytes(objects.objectBytes());
                measuredBytes += (double) objects.count() * objects.objectBytes();
                simulatedBytes += found.bytes(node, cache.get());
            }
            if (objects.count() != 0 || number != 0) {
                AccuracyRow row = row(found.name(), "n" + node + " " + objects.cache(), FigureClass.LOCK_OBJECTS, "",
                        objects.count(), number, Rule.objects(objects.objectBytes()));
                rows.add(LOCKS.contains(cache.get()) ? steady(row, found) : shown(row, "not a lock object"));
            }
        }
        if (measuredBytes > 0 || simulatedBytes > 0) {
            rows.add(steady(row(found.name(), "n" + node + " lock bytes", FigureClass.LOCK_BYTES, "B", measuredBytes,
                    simulatedBytes, Rule.bytes(slabBytes)), found));
        }
    }

    /** The row; only shown, where what is left depends on more than the workload. */
    private AccuracyRow steady(AccuracyRow row, SimulatedRun.Phase found) {
        if (found.timed()) {
            return shown(row, "as many as a phase has made that goes on for a time");
        }
        return lab.origin().wanders(row.phase()) ? shown(row, "counts after drop_caches wander") : row;
    }

    private Optional<SlabCache> cache(String name) {
        return Stream.concat(LOCKS.stream(), Optional.ofNullable(INODES.get(lab.fileSystem())).stream()).filter(cache -> cache.slabName().equals(name)).findFirst();
    }

    private AccuracyRow row(String phase, String figure, FigureClass figureClass, String unit, double measured, double number,
            Rule rule) {
        return new AccuracyRow(lab.name(), lab.fileSystem(), phase, figure, figureClass, unit, measured, number,
                Rule.error(measured, number), rule.judge(measured, number), "");
    }

    private static AccuracyRow shown(AccuracyRow row, String reason) {
        return new AccuracyRow(row.run(), row.fileSystem(), row.phase(), row.figure(), row.figureClass(), row.unit(), row.measured(),
                row.simulated(), row.error(), Outcome.INFORMATION, reason);
    }
}
