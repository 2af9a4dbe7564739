// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.model.Operation;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointContender.PointPhase;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;
import org.quorate.study.text.Titles;

/**
 * A sweep as CSV (RFC 4180 with bare line feeds), a row for each point and contender: the varied fields, contender, state,
 * verdict of the point, then figures, each with the half width of its interval in the column behind it. A figure that a
 * contender cannot have because it cannot carry the load is {@code saturated}; one that was not measured is empty. A point
 * whose runs failed is one row without contender, its state {@code failed} with the reason. Thread-safe.
 */
public final class SweepCsv {

    private static final String SATURATED = "saturated";

    /** The text, with a header line. */
    public String write(Sweep sweep) {
        StringBuilder out = new StringBuilder();
        List<String> header = header(sweep);
        CsvForm.row(out, header);
        for (SweepPoint point : sweep.points()) {
            if (point.outcome().isEmpty()) {
                List<String> cells = new ArrayList<>(point.values());
                cells.addAll(List.of("", "failed: " + point.failure().orElse("")));
                while (cells.size() < header.size()) {
                    cells.add("");
                }
                CsvForm.row(out, cells);
            } else {
                PointOutcome outcome = point.outcome().get();
                outcome.contenders().forEach(contender -> CsvForm.row(out, row(sweep, point, outcome, contender)));
            }
        }
        return out.toString();
    }

    private static List<String> header(Sweep sweep) {
        List<String> header = new ArrayList<>(sweep.fields().stream().map(SweepField::path).toList());
        header.addAll(List.of("contender", "state", "verdict"));
        figure(header, "mix_latency_ns");
        figure(header, "lock_memory_bytes");
        sweep.phases().forEach((phase, operations) -> {
            figure(header, phase + "/throughput_per_s");
            figure(header, phase + "/messages_per_op");
            for (Operation operation : operations) {
                String start = phase + "/" + Titles.of(operation) + "_";
                List.of("mean_ns", "p50_ns", "p95_ns", "p99_ns").forEach(name -> figure(header, start + name));
            }
        });
        return header;
    }

    private static void figure(List<String> header, String name) {
        header.add(name);
        header.add(name + "_half_width");
    }

    private static List<String> row(Sweep sweep, SweepPoint point, PointOutcome outcome, PointContender contender) {
        List<String> cells = new ArrayList<>(point.values());
        boolean saturated = contender.saturated().isPresent();
        cells.add(contender.label());
        cells.add(contender.saturated().map(why -> SATURATED + ": " + why).orElse("ok"));
        cells.add(contender.baseline() ? "baseline" : outcome.headline());
        figure(cells, contender.mixLatencyNanos(), saturated);
        figure(cells, contender.lockBytes(), saturated);
        sweep.phases().forEach((name, operations) -> {
            Optional<PointPhase> phase = contender.phase(name);
            boolean full = phase.flatMap(PointPhase::saturated).isPresent();
            figure(cells, phase.flatMap(PointPhase::throughput), full);
            figure(cells, phase.flatMap(PointPhase::messagesPerOperation), full);
            for (Operation operation : operations) {
                Optional<Latency> latency = phase.flatMap(figures -> figures.latency(operation));
                List.<Function<Latency, Interval>>of(Latency::meanNanos, Latency::p50Nanos, Latency::p95Nanos,
                        Latency::p99Nanos).forEach(figure -> figure(cells, latency.map(figure), full));
            }
        });
        return cells;
    }

    private static void figure(List<String> cells, Optional<Interval> value, boolean saturated) {
        cells.add(value.map(known -> CsvForm.number(known.mean())).orElse(saturated ? SATURATED : ""));
        cells.add(value.map(known -> CsvForm.number(known.halfWidth())).orElse(""));
    }
}
