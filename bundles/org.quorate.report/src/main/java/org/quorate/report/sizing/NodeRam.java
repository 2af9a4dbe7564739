// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Comparator;
import java.util.Optional;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;

/**
 * What the memory of a node has to hold with one file system, in bytes. Locks, inodes and dentries take from what the scenario gives the
 * page cache, which gives way to them; the rest of the memory is the system's.
 *
 * @param node     which
 * @param system   what the scenario leaves beside file data: its memory less its page cache, for the system and applications
 * @param locks    of the phase that leaves most, with those of all files that the node uses
 * @param objects  inodes and dentries at the same time; likewise
 * @param uncached files that the node uses and that the run was too short to touch; 0: it touched them all
 * @param files    data of files that the node uses
 */
record NodeRam(Node node, double system, Interval locks, double objects, double uncached, double files) {

    private static final double GIB = 1L << 30;

    /** Absent if the contender has no figures of that node. */
    static Optional<NodeRam> of(Scenario scenario, Node node, ContenderResult contender) {
        Optional<NodeMemory> fullest = contender.phases().stream().flatMap(phase -> phase.memory().stream())
                .filter(memory -> memory.node().equals(node.name())).max(Comparator.comparingDouble(memory -> memory.lockBytes().mean()));
        WorkingSet used = new WorkingSet(scenario, node);
        return fullest.map(memory -> {
            double cached = memory.cachedInodes().mean();
            double uncached = cached <= 0 ? 0 : Math.max(0, used.files() - cached);
            double objects = memory.caches().stream().filter(cache -> !cache.lock()).mapToDouble(CacheUse::bytes).sum();
            return new NodeRam(node, node.memory().value() - node.pageCache().value(),
                    uncached > 0 ? with(uncached, memory, contender.memory()) : memory.lockBytes(),
                    uncached > 0 ? objects + uncached * objects / cached : objects, uncached, used.bytes());
        });
    }

    private static Interval with(double uncached, NodeMemory memory, MemoryTimeline timeline) {
        LocksPerInode each = LocksPerInode.of(memory, timeline);
        return new Interval(memory.lockBytes().mean() + uncached * each.bytes(), memory.lockBytes().halfWidth() + uncached * each.halfWidth());
    }

    /** Data of files that find room beside locks, inodes and dentries: what does not is read again from the LUN. */
    double cachedFiles() {
        return Math.max(0, Math.min(files, node.pageCache().value() - kernelObjects()));
    }

    /** The data of the files that the node uses are more than find room. */
    boolean reread() {
        return files > cachedFiles();
    }

    /** Locks, inodes and dentries, at the upper end. */
    private double kernelObjects() {
        return locks.high() + objects;
    }

    /** All of it together. */
    Interval sum() {
        return new Interval(system + locks.mean() + objects + cachedFiles(), locks.halfWidth());
    }

    /** Memory as planned less the sum; negative: it is too small. */
    Interval headroom() {
        return new Interval(node.memory().value() - sum().mean(), locks.halfWidth());
    }

    /** Memory as planned holds even the upper end of locks, inodes and dentries beside the system; file data take what is left. */
    boolean enough() {
        return kernelObjects() <= node.pageCache().value();
    }

    /**
     * As planned if that is enough; else the next size that equal modules make, {@code 2^k} or {@code 3·2^k} GiB, in which locks, inodes and
     * dentries find room beside the system, which needs no more in a larger memory. That these are the sizes rests on how server boards are
     * filled for full speed: all channels alike. Processors have 2^k or 3·2^k channels (Xeon since 2017 6, 8 or 12, EPYC 8 or 12), modules
     * 2^k GiB.
     */
    double toBuy() {
        if (enough()) {
            return node.memory().value();
        }
        double needed = system + kernelObjects();
        double size = GIB;
        while (size < needed) {
            double half = size * 1.5;
            size = half >= needed ? half : size * 2;
        }
        return size;
    }
}
