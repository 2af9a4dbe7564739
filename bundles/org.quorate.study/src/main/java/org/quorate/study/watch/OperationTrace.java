// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * One operation as it went. All times are nanoseconds after its beginning. Immutable, thread-safe.
 *
 * @param format         {@link #FORMAT}
 * @param scenario       its name
 * @param title          its title
 * @param quorateVersion that made it
 * @param seed           of the random streams; the run is the first replication
 * @param fileSystem     its label
 * @param phase          name
 * @param operation      kind
 * @param node           that did it
 * @param index          among those of its kind (and node, if one was asked for) in the order in which they began, warm-up left out, from 0
 * @param operations     how many there are of these
 * @param percentile     share of these, in percent, that took as long or less
 * @param subject        the inode that it worked on, for example {@code file 12 of set web}; empty if it had none
 * @param directory      of that; empty if it had none
 * @param latencyNanos   from when it was wanted to its end
 * @param queuedNanos    of this, before it began: under open load, it had to wait for a thread
 * @param parts          where the time goes; with {@code queuedNanos}, they sum to the latency
 * @param lifelines      who took part
 * @param stages         from the beginning to the end, without gaps
 * @param repeats        of the stages, in order, without overlap
 * @param arrows         by the time of sending
 * @param locks          that the operation spent time on, most of it first
 */
public record OperationTrace(String format, String scenario, String title, String quorateVersion, long seed, String fileSystem, String phase,
        Operation operation, String node, int index, int operations, double percentile, String subject, String directory, long latencyNanos,
        long queuedNanos, Map<TimePart, Long> parts, List<Lifeline> lifelines, List<Stage> stages, List<Repeat> repeats, List<Arrow> arrows,
        List<LockTime> locks) {

    /** Format and version of the JSON form. */
    public static final String FORMAT = "quorate-operation/1";

    public OperationTrace {
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
        lifelines = List.copyOf(lifelines);
        stages = List.copyOf(stages);
        repeats = List.copyOf(repeats);
        arrows = List.copyOf(arrows);
        locks = List.copyOf(locks);
        long sum = queuedNanos + stages.stream().mapToLong(Stage::nanos).sum();
        if (sum != latencyNanos || queuedNanos + parts.values().stream().mapToLong(Long::longValue).sum() != sum) {
            throw new IllegalArgumentException("the parts of an operation of " + latencyNanos + " ns sum to " + sum);
        }
    }

    /** For example {@code create on node1, 14.1 ms: as long as 99 % of 1980 or longer}. */
    public String headline() {
        return Titles.of(operation) + " on " + node + " in phase " + phase + ": " + Quantity.of(Dimension.TIME, latencyNanos)
                + ", and " + Quantity.percent(percentile / 100) + " of " + operations + " take no longer";
    }

    /** Which one it was, and what it worked on. */
    public String about() {
        String inode = subject.isEmpty() || subject.equals(directory) ? directory : subject + (directory.isEmpty() ? "" : ", in " + directory);
        return "number " + index + (inode.isEmpty() ? "" : ": " + inode);
    }

    /** Messages by type, of those that the operation waited for and those about its locks meanwhile. */
    public Map<String, Long> messages() {
        Map<String, Long> counts = new TreeMap<>();
        arrows.stream().filter(arrow -> arrow.kind() == Arrow.Kind.MESSAGE)
                .forEach(arrow -> counts.merge(arrow.label().split(" ")[0], 1L, Long::sum));
        return counts;
    }

    /** The stage is a later turn of a {@link Repeat}. */
    public boolean isFolded(int stage) {
        return repeats.stream().anyMatch(repeat -> stage >= repeat.folded() && stage < repeat.end());
    }

    /** What was sent was sent in a later turn of a {@link Repeat}. */
    public boolean isFolded(Arrow arrow) {
        return repeats.stream().anyMatch(repeat -> arrow.sentNanos() >= stages.get(repeat.folded()).fromNanos()
                && arrow.sentNanos() < stages.get(repeat.end() - 1).toNanos());
    }
}
