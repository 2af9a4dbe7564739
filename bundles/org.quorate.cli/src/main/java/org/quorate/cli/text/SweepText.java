// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.Operation;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointContender.PointPhase;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * A sweep as text, a row for each point and contender: a table of the figures over all phases with the verdict, then for each
 * phase one of its throughput and messages and one for each kind of operation. Thread-safe.
 */
public final class SweepText {

    /** Columns of words. */
    private static final Set<String> WORDS = Set.of("verdict", "load");

    private final Style style;

    /** Text in that style. */
    public SweepText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Sweep sweep) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(sweep.title()))).append('\n');
        table(out, sweep, "All measured phases", List.of("mean latency", "lock memory", "verdict"), (point, contender) ->
                List.of(figure(Dimension.TIME, contender.mixLatencyNanos(), contender.saturated()),
                        figure(Dimension.BYTES, contender.lockBytes(), contender.saturated()), verdict(point, contender)));
        sweep.phases().forEach((name, operations) -> {
            table(out, sweep, "Phase " + name, List.of("throughput", "messages/op", "load"), (point, contender) ->
                    load(contender.phase(name)));
            for (Operation operation : operations) {
                table(out, sweep, "Phase " + name + ", latency of " + Titles.of(operation), List.of("mean", "p50", "p95", "p99"),
                        (point, contender) -> latency(contender.phase(name), operation));
            }
        });
        out.append('\n').append(style.dim(footer(sweep))).append('\n');
        return out.toString();
    }

    private static String verdict(SweepPoint point, PointContender contender) {
        String headline = contender.baseline() ? "baseline" : point.outcome().orElseThrow().headline();
        return headline + (contender.unsafe() ? " (" + contender.label() + " is UNSAFE)" : "");
    }

    private static List<String> load(Optional<PointPhase> phase) {
        Optional<String> saturated = phase.flatMap(PointPhase::saturated);
        return List.of(figure(Dimension.RATE, phase.flatMap(PointPhase::throughput), saturated),
                figure(Dimension.NUMBER, phase.flatMap(PointPhase::messagesPerOperation), saturated),
                phase.isEmpty() ? "-" : saturated.map(why -> "SATURATED" + (why.isEmpty() ? "" : ": " + why)).orElse("ok"));
    }

    private static List<String> latency(Optional<PointPhase> phase, Operation operation) {
        Optional<Latency> latency = phase.flatMap(figures -> figures.latency(operation));
        Optional<String> saturated = phase.flatMap(PointPhase::saturated);
        return List.of(figure(Dimension.TIME, latency.map(Latency::meanNanos), saturated),
                figure(Dimension.TIME, latency.map(Latency::p50Nanos), saturated),
                figure(Dimension.TIME, latency.map(Latency::p95Nanos), saturated),
                figure(Dimension.TIME, latency.map(Latency::p99Nanos), saturated));
    }

    private static String figure(Dimension dimension, Optional<Interval> value, Optional<String> saturated) {
        return value.map(known -> Quantity.of(dimension, known)).orElse(saturated.isPresent() ? "saturated" : "-");
    }

    private void table(StringBuilder out, Sweep sweep, String title, List<String> columns,
            BiFunction<SweepPoint, PointContender, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(SweepField.titles(sweep.fields()));
        header.add("file system");
        header.addAll(columns);
        rows.add(header);
        for (SweepPoint point : sweep.points()) {
            if (point.outcome().isEmpty()) {
                List<String> row = new ArrayList<>(point.values());
                row.add("FAILED: " + point.failure().orElse(""));
                rows.add(row);
            } else {
                for (PointContender contender : point.outcome().get().contenders()) {
                    List<String> row = new ArrayList<>(point.values());
                    row.add(contender.label());
                    row.addAll(cells.apply(point, contender));
                    rows.add(row);
                }
            }
        }
        out.append('\n').append(style.bold(Plain.line(title))).append('\n');
        Set<Integer> words = IntStream.range(0, header.size()).filter(i -> i == sweep.fields().size() || WORDS.contains(header.get(i))).boxed()
                .collect(Collectors.toSet());
        Columns.write(out, style, rows, words);
    }

    private static String footer(Sweep sweep) {
        return Footer.of(sweep.scenario(), sweep.points().size() + " points", sweep.seed(), sweep.replications(), sweep.confidence(),
                sweep.quorateVersion(), Optional.empty());
    }
}
