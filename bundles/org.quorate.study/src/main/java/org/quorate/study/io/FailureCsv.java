// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.study.failure.ContenderFailure;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureAdvice;
import org.quorate.study.failure.NodeOutage;
import org.quorate.study.failure.Spread;
import org.quorate.study.failure.Step;
import org.quorate.study.failure.TimelineStep;

/**
 * A failure as CSV (RFC 4180 with bare line feeds): rows of the kinds {@code step}, {@code node} (until when its operations wait; no times:
 * for ever), {@code longest-stall} and {@code advice}. Times are nanoseconds after the failure. Thread-safe.
 */
public final class FailureCsv {

    private static final List<String> HEADER = List.of("contender", "row", "who", "component", "what", "share", "least_ns", "median_ns", "most_ns",
            "why", "setting", "source");

    /** The text, with a header line. */
    public String write(Failure failure) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, HEADER);
        for (ContenderFailure contender : failure.contenders()) {
            String label = contender.label();
            for (TimelineStep timed : contender.steps()) {
                Step step = timed.step();
                row(out, List.of(label, "step", step.who(), step.component().title(), step.what()), CsvForm.number(timed.share()),
                        Optional.of(timed.at()), List.of(step.why(), step.setting(), step.source()));
            }
            for (NodeOutage node : contender.nodes()) {
                row(out, List.of(label, "node", node.node(), "operations", node.end().title()), CsvForm.number(node.share()), node.to(),
                        List.of("", "", ""));
            }
            contender.longestStall().ifPresent(stall -> row(out, List.of(label, "longest-stall", "", "operations", ""), "",
                    Optional.of(stall), List.of("", "", "")));
        }
        for (FailureAdvice advice : failure.advice()) {
            row(out, List.of(advice.contender(), "advice", "", advice.rule(), advice.text()), "", Optional.empty(),
                    List.of(advice.danger() ? "danger" : "hint", advice.setting(), ""));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> start, String share, Optional<Spread> times, List<String> end) {
        List<String> cells = new ArrayList<>(start);
        cells.add(share);
        cells.add(times.map(spread -> Long.toString(spread.least())).orElse(""));
        cells.add(times.map(spread -> Long.toString(spread.median())).orElse(""));
        cells.add(times.map(spread -> Long.toString(spread.most())).orElse(""));
        cells.addAll(end);
        CsvForm.row(out, cells);
    }
}
