// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.cluster.result.TimePart;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;
import org.quorate.study.watch.LockTime;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.TraceLine;

/** A watched operation as text: what it was, where its time went, and every step. Thread-safe. */
public final class WatchText {

    private static final int MOST_LOCKS = 5;
    private static final int MICRO_DECIMALS = 1;
    private static final double MICRO = 1000;

    private final Style style;

    /** Text in that style. */
    public WatchText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(OperationTrace trace) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(headline(trace)))).append('\n');
        out.append("  ").append(Plain.line(trace.about())).append('\n');
        parts(out, trace);
        locks(out, trace);
        messages(out, trace);
        steps(out, trace);
        out.append('\n').append(style.dim(Plain.line("scenario " + trace.scenario() + ", seed " + trace.seed() + ", first replication, quorate "
                + trace.quorateVersion()))).append('\n');
        return out.toString();
    }

    private static String headline(OperationTrace trace) {
        return trace.fileSystem() + ": " + trace.headline();
    }

    private void parts(StringBuilder out, OperationTrace trace) {
        out.append('\n').append(style.bold("Where the time goes")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part", "time", "share"));
        if (trace.queuedNanos() > 0) {
            rows.add(row("before it began", trace.queuedNanos(), trace));
        }
        for (Map.Entry<TimePart, Long> part : trace.parts().entrySet()) {
            rows.add(row(Titles.of(part.getKey()), part.getValue(), trace));
        }
        rows.add(row("sum", trace.latencyNanos(), trace));
        Columns.write(out, style, "  ", rows, Set.of(0));
    }

    private static List<String> row(String name, long nanos, OperationTrace trace) {
        return List.of(name, Quantity.of(Dimension.TIME, nanos), Quantity.percent((double) nanos / trace.latencyNanos()));
    }

    private void locks(StringBuilder out, OperationTrace trace) {
        if (trace.locks().isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Time for locks")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("lock", "time", "share", "in the kernel"));
        List<LockTime> locks = trace.locks();
        for (LockTime lock : locks.subList(0, Math.min(MOST_LOCKS, locks.size()))) {
            rows.add(List.of(lock.lock().plain(), Quantity.of(Dimension.TIME, lock.nanos()), Quantity.percent(lock.share()),
                    lock.lock().kernel()));
        }
        if (locks.size() > MOST_LOCKS) {
            rows.add(List.of("and " + (locks.size() - MOST_LOCKS) + " more"));
        }
        Columns.write(out, style, "  ", rows, Set.of(0, 3));
    }

    private void messages(StringBuilder out, OperationTrace trace) {
        Map<String, Long> messages = trace.messages();
        if (messages.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Messages, also those about the same locks meanwhile: "
                + messages.values().stream().mapToLong(Long::longValue).sum())).append('\n');
        String list = String.join(", ", messages.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList());
        Wrap.lines(list, 76).forEach(line -> out.append("  ").append(line).append('\n'));
    }

    private void steps(StringBuilder out, OperationTrace trace) {
        out.append('\n').append(style.bold("Step by step; + goes on beside, and takes no time of its own")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at µs", "for µs", "", "who", "what", "lock"));
        for (TraceLine line : TraceLine.of(trace)) {
            rows.add(List.of(micros(line.fromNanos()), micros(line.nanos()), line.kind() == TraceLine.Kind.BESIDE ? "+" : "", line.who(),
                    line.what(), line.lock().map(lock -> lock.plain()).orElse("")));
        }
        Columns.write(out, style, "", rows, Set.of(2, 3, 4, 5));
    }

    private static String micros(long nanos) {
        return Quantity.number(nanos / MICRO, MICRO_DECIMALS);
    }
}
