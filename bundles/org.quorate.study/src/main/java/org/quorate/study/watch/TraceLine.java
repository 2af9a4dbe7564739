// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;

/**
 * A line of a trace that is told from top to bottom.
 *
 * @param kind      what stands in it
 * @param fromNanos after the beginning of the operation
 * @param nanos     how long it takes
 * @param who       does it, for example {@code node1: process} or {@code node1 → node2}
 * @param what      in words
 * @param lock      that it is about; absent if it is about none
 * @param part      how the operation's time is spent; absent for what goes on beside
 * @param recipe    of the simulator; may be empty
 */
public record TraceLine(Kind kind, long fromNanos, long nanos, String who, String what, Optional<LockName> lock, Optional<TimePart> part,
        String recipe) {

    /** Kinds of lines. */
    public enum Kind {
        /** A part of the operation's time; with the repeats, these sum to the latency. */
        STAGE,
        /** Further turns of the lines before, all in one. */
        REPEAT,
        /** Goes on at the same time; takes no time of the operation's own. */
        BESIDE
    }

    private static final int LEAST_ALIKE = 3;

    /** All lines of a trace, by time; what goes on beside further turns of a repeat is left out. */
    public static List<TraceLine> of(OperationTrace trace) {
        List<TraceLine> lines = new ArrayList<>();
        for (int i = 0; i < trace.stages().size(); i++) {
            int stage = i;
            if (!trace.isFolded(i)) {
                lines.add(stage(trace, trace.stages().get(i)));
            }
            trace.repeats().stream().filter(repeat -> stage == repeat.folded()).forEach(repeat -> lines.add(repeat(trace, repeat)));
        }
        lines.addAll(beside(trace));
        lines.sort(Comparator.comparingLong(TraceLine::fromNanos)); // stable: a stage stands before what begins with it
        return lines;
    }

    private static TraceLine stage(OperationTrace trace, Stage stage) {
        String who = stage.part() == TimePart.NETWORK ? onPath(trace, stage).map(TraceLine::ends).orElse("network")
                : trace.lifelines().get(stage.lifeline()).title();
        return new TraceLine(Kind.STAGE, stage.fromNanos(), stage.nanos(), who, stage.what(), stage.lock(), Optional.of(stage.part()),
                stage.recipe());
    }

    /** The message that a stage on the network is. */
    public static Optional<Arrow> onPath(OperationTrace trace, Stage stage) {
        return trace.arrows().stream().filter(arrow -> arrow.kind() == Arrow.Kind.MESSAGE && arrow.onPath()
                && arrow.sentNanos() == stage.fromNanos()).findFirst();
    }

    private static TraceLine repeat(OperationTrace trace, Repeat repeat) {
        long from = trace.stages().get(repeat.folded()).fromNanos();
        long to = trace.stages().get(repeat.end() - 1).toNanos();
        String lines = repeat.length() == 1 ? "this" : "these " + repeat.length() + " lines";
        return new TraceLine(Kind.REPEAT, from, to - from, "", lines + " again, " + (repeat.times() - 1) + " times", Optional.empty(),
                Optional.empty(), "");
    }

    private static List<TraceLine> beside(OperationTrace trace) {
        List<TraceLine> lines = new ArrayList<>();
        List<Arrow> arrows = trace.arrows().stream().filter(arrow -> !arrow.onPath() && !trace.isFolded(arrow)).toList();
        int at = 0;
        while (at < arrows.size()) {
            Arrow arrow = arrows.get(at);
            int end = at + 1;
            while (end < arrows.size() && isAlike(arrow, arrows.get(end))) {
                end++;
            }
            boolean folds = end - at >= LEAST_ALIKE;
            end = folds ? end : at + 1;
            long done = arrows.subList(at, end).stream().mapToLong(Arrow::doneNanos).max().orElseThrow();
            String who = arrow.kind() == Arrow.Kind.DISK || folds ? trace.lifelines().get(arrow.from()).title() : ends(arrow);
            lines.add(new TraceLine(Kind.BESIDE, arrow.sentNanos(), done - arrow.sentNanos(), who,
                    (folds ? end - at + " times " : "") + arrow.label(), arrow.lock(), Optional.empty(), ""));
            at = end;
        }
        return lines;
    }

    private static boolean isAlike(Arrow a, Arrow b) {
        return a.kind() == b.kind() && a.label().equals(b.label()) && a.lock().equals(b.lock()) && a.from() == b.from();
    }

    private static String ends(Arrow arrow) {
        return arrow.fromNode() + " → " + arrow.toNode();
    }
}
