// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.study.StoppingText;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MemoryTimeline.CacheLine;
import org.quorate.study.result.MessageFigures.MessageType;
import org.quorate.study.result.Origin;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** A comparison as text: a table a phase, the verdict, what to know, how it was made. Thread-safe. */
public final class ComparisonText {

    private static final int WIDTH = 98;
    private static final int MESSAGE_TYPES = 8;
    private static final int HOT_LOCKS = 3;

    private final Style style;

    /** Text in that style. */
    public ComparisonText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Comparison comparison) {
        StringBuilder out = new StringBuilder();
        Origin origin = comparison.origin();
        out.append(style.bold(Plain.line(origin.title()))).append('\n');
        List<ContenderResult> contenders = comparison.contenders();
        for (int from = 0; from < contenders.size(); from += Table.COLUMNS) {
            List<ContenderResult> block = contenders.subList(from, Math.min(from + Table.COLUMNS, contenders.size()));
            out.append('\n').append(new FigureTable(comparison, block, style).write());
        }
        messages(comparison, out);
        hotLocks(comparison, out);
        caches(comparison, out);
        new VerdictLines(style).write(comparison, out);
        notes(comparison.notes(), out);
        out.append('\n').append(style.dim(footer(comparison))).append('\n');
        return out.toString();
    }

    private void messages(Comparison comparison, StringBuilder out) {
        if (comparison.contenders().stream().flatMap(contender -> contender.phases().stream())
                .allMatch(phase -> phase.messages().byType().isEmpty())) {
            return;
        }
        out.append('\n').append(style.bold("Messages an operation, by type")).append('\n');
        for (ContenderResult contender : comparison.contenders()) {
            for (PhaseFigures phase : contender.phases()) {
                if (!phase.messages().byType().isEmpty()) {
                    hang(Plain.line(contender.label()) + ", " + Plain.line(phase.phase()) + ": "
                            + types(phase.messages().byType()), out);
                }
            }
        }
    }

    /** The most frequent types, over all kinds of locks. */
    private static String types(List<MessageType> messages) {
        Map<String, Double> byType = new TreeMap<>();
        messages.forEach(message -> byType.merge(message.type(), message.perOperation(), Double::sum));
        List<Map.Entry<String, Double>> types = new ArrayList<>(byType.entrySet());
        types.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        String shown = types.stream().limit(MESSAGE_TYPES)
                .map(type -> Quantity.number(type.getValue()) + " " + Plain.line(type.getKey()))
                .collect(Collectors.joining(", "));
        int more = types.size() - MESSAGE_TYPES;
        return more > 0 ? shown + " and " + more + " more " + (more == 1 ? "type" : "types") + " (--json shows all, by kind of lock too)"
                : shown;
    }

    private void hotLocks(Comparison comparison, StringBuilder out) {
        if (comparison.contenders().stream().allMatch(contender -> contender.hotLocks().isEmpty())) {
            return;
        }
        out.append('\n').append(style.bold("Hot locks: share of all waiting for locks")).append('\n');
        for (ContenderResult contender : comparison.contenders()) {
            String locks = contender.hotLocks().stream().limit(HOT_LOCKS).map(lock -> Quantity.percent(lock.share()) + " "
                    + Plain.line(lock.lock().plain()) + " (" + Plain.line(lock.lock().kind()) + ": "
                    + Quantity.number(lock.waits()) + " waits of " + Quantity.of(Dimension.TIME, lock.meanWaitNanos()) + ", "
                    + Quantity.number(lock.handOvers()) + " hand-overs)").collect(Collectors.joining("; "));
            if (!locks.isEmpty()) {
                hang(Plain.line(contender.label()) + ": " + locks, out);
            }
        }
    }

    /** Where the fullest node of each contender had most lock memory, and when. */
    private void caches(Comparison comparison, StringBuilder out) {
        if (comparison.contenders().stream().noneMatch(contender -> contender.memory().fullestNode().isPresent())) {
            return;
        }
        out.append('\n').append(style.bold("Slab caches of the fullest node, at its peak and at the end")).append('\n');
        for (ContenderResult contender : comparison.contenders()) {
            MemoryTimeline memory = contender.memory();
            memory.fullestNode().ifPresent(node -> {
                int last = memory.samples().size() - 1;
                int peak = IntStream.rangeClosed(0, last)
                        .reduce(0, (a, b) -> lockBytes(memory, b, node) > lockBytes(memory, a, node) ? b : a);
                hang(Plain.line(contender.label()) + " on " + Plain.line(memory.nodes().get(node)) + ": " + caches(memory, peak, node)
                        + (peak == last ? "" : "; " + caches(memory, last, node)), out);
            });
        }
    }

    private static long lockBytes(MemoryTimeline memory, int sample, int node) {
        return memory.samples().get(sample).lockBytes().get(node);
    }

    private static String caches(MemoryTimeline memory, int sample, int node) {
        String caches = memory.cachesOf(node).stream().filter(line -> line.lock() && line.objects().get(sample) > 0)
                .sorted(Comparator.comparingLong((CacheLine line) -> line.bytes(sample)).reversed())
                .map(line -> Quantity.of(Dimension.BYTES, line.bytes(sample)) + " " + Plain.line(line.slabName()))
                .collect(Collectors.joining(", "));
        return "after " + Quantity.of(Dimension.TIME, memory.samples().get(sample).timeNanos()) + " "
                + Quantity.of(Dimension.BYTES, lockBytes(memory, sample, node)) + (caches.isEmpty() ? "" : " (" + caches + ")");
    }

    private void notes(List<String> notes, StringBuilder out) {
        if (!notes.isEmpty()) {
            out.append('\n').append(style.bold("To know")).append('\n');
            notes.forEach(note -> hang(Plain.line(note), out));
        }
    }

    /** Wrapped, with the second and further lines indented. */
    private static void hang(String text, StringBuilder out) {
        List<String> lines = Wrap.lines(text, WIDTH - 4);
        out.append("  ").append(lines.get(0)).append('\n');
        lines.subList(1, lines.size()).forEach(line -> out.append("    ").append(line).append('\n'));
    }

    private static String footer(Comparison comparison) {
        Origin origin = comparison.origin();
        int nodes = origin.nodes().size();
        return "scenario " + origin.scenario() + ", seed " + origin.seed() + ", "
                + origin.stopping().map(stopping -> StoppingText.of(origin.replications(), stopping) + ",\n")
                        .orElse(origin.replications() + " replications, ")
                + "± is the " + Quantity.percent(origin.confidence()) + " confidence interval"
                + (comparison.differences().isEmpty() ? "\n" : ",\n~ is a difference that is not significant\n")
                + nodes + (nodes == 1 ? " node" : " nodes") + ", kernel " + origin.kernel()
                + (origin.kernelMeasured() ? " (measured)" : " (interpolated)")
                + ", quorate " + origin.quorateVersion();
    }
}
