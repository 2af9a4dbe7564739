// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.Comparator;
import java.util.Optional;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.NodeMemory.CacheUse;

/**
 * What the memory of a node has to hold with one file system, in bytes.
 *
 * @param node    which
 * @param system  what the scenario leaves beside file data: its memory less its page cache, for the system and applications
 * @param locks   of the phase that leaves most; grown to all files that the node uses
 * @param objects inodes and dentries at the same time; grown likewise
 * @param growth  by which the two were multiplied because the run was too short to touch every file, 1: it touched them all
 * @param files   data of files that the node uses
 */
record NodeRam(Node node, double system, Interval locks, double objects, double growth, double files) {

    private static final double GIB = 1L << 30;

    /** Absent if the contender has no figures of that node. */
    static Optional<NodeRam> of(Scenario scenario, Node node, ContenderResult contender) {
        Optional<NodeMemory> fullest = contender.phases().stream().flatMap(phase -> phase.memory().stream())
                .filter(memory -> memory.node().equals(node.name())).max(Comparator.comparingDouble(memory -> memory.lockBytes().mean()));
        WorkingSet used = new WorkingSet(scenario, node);
        return fullest.map(memory -> {
            double growth = memory.cachedInodes().mean() <= 0 ? 1 : Math.max(1, used.files() / memory.cachedInodes().mean());
            double objects = memory.caches().stream().filter(cache -> !cache.lock()).mapToDouble(CacheUse::bytes).sum();
            return new NodeRam(node, node.memory().value() - node.pageCache().value(),
                    new Interval(memory.lockBytes().mean() * growth, memory.lockBytes().halfWidth() * growth), objects * growth, growth, used.bytes());
        });
    }

    /** Data of files that find room: what does not is read again from the LUN, in the simulation as well. */
    double cachedFiles() {
        return Math.min(files, node.pageCache().value());
    }

    /** The data of the files that the node uses are more than its page cache takes. */
    boolean reread() {
        return files > node.pageCache().value();
    }

    /** All of it together. */
    Interval sum() {
        return new Interval(system + locks.mean() + objects + cachedFiles(), locks.halfWidth());
    }

    /** Memory as planned less the sum; negative: it is too small. */
    Interval headroom() {
        return new Interval(node.memory().value() - sum().mean(), locks.halfWidth());
    }

    /** Memory as planned holds even the upper end of the sum. */
    boolean enough() {
        return sum().high() <= node.memory().value();
    }

    /**
     * As planned if that is enough; else the next size that equal modules make, {@code 2^k} or {@code 3·2^k} GiB: as many modules a memory
     * channel, or half as many again, which every current server board takes.
     */
    double toBuy() {
        double size = GIB;
        while (size < sum().high()) {
            double half = size * 1.5;
            size = half >= sum().high() ? half : size * 2;
        }
        return enough() ? node.memory().value() : size;
    }
}
