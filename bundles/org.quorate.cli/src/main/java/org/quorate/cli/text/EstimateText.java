// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quorate.study.estimate.Assumption;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimate.Contender;
import org.quorate.study.estimate.Estimate.OperationFigures;
import org.quorate.study.estimate.Estimate.PhaseFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/** An estimate as text: a table for each phase, and below it where the estimate does not hold. Thread-safe. */
public final class EstimateText {

    private static final List<String> HEADER = List.of("file system", "operation", "mean latency", "throughput", "messages/op", "lock memory",
            "busiest");
    /** Columns of words, at the left: the file system, the operation and what is busiest. */
    private static final Set<Integer> WORDS = Set.of(0, 1, HEADER.size() - 1);
    private static final int WIDTH = 80;

    private final Style style;

    /** Text in that style. */
    public EstimateText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Estimate estimate) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold("ESTIMATE of " + Plain.line(estimate.scenario()) + ", not a simulation")).append('\n');
        for (String phase : phases(estimate)) {
            out.append('\n').append(style.bold("Phase " + Plain.line(phase))).append('\n');
            table(out, estimate, phase);
            estimate.contenders().forEach(contender -> contender.phases().stream().filter(p -> p.phase().equals(phase))
                    .forEach(p -> assumptions(out, contender, p)));
        }
        out.append('\n').append(style.dim("Means by closed forms and mean-value analysis; lock memory of the fullest node at the end. Kernel "
                + estimate.kernel() + ".")).append('\n');
        return out.toString();
    }

    private static Set<String> phases(Estimate estimate) {
        Set<String> phases = new LinkedHashSet<>();
        estimate.contenders().forEach(contender -> contender.phases().forEach(p -> phases.add(p.phase())));
        return phases;
    }

    private void table(StringBuilder out, Estimate estimate, String phase) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (Contender contender : estimate.contenders()) {
            for (PhaseFigures figures : contender.phases()) {
                if (figures.phase().equals(phase)) {
                    figures.operations().forEach(operation -> rows.add(row(contender, figures, operation,
                            operation == figures.operations().get(0))));
                }
            }
        }
        Columns.write(out, style, "", rows, WORDS);
    }

    private static List<String> row(Contender contender, PhaseFigures phase, OperationFigures operation, boolean first) {
        String mark = phase.holds() ? "" : "~";
        String latency = operation.latencyNanos().isPresent()
                ? mark + Quantity.of(Dimension.TIME, operation.latencyNanos().getAsDouble()) : "saturated";
        return List.of(first ? Plain.line(contender.label()) : "", Titles.of(operation.operation()), latency,
                mark + Quantity.of(Dimension.RATE, operation.throughput()), mark + Quantity.number(operation.messages()),
                first ? mark + Quantity.of(Dimension.BYTES, phase.mostLockMemory()) : "",
                first ? Plain.line(phase.busiest()) + " " + Quantity.percent(phase.utilisation()) : "");
    }

    private void assumptions(StringBuilder out, Contender contender, PhaseFigures phase) {
        String label = Plain.line(contender.label());
        if (phase.holds()) {
            out.append(style.dim(label + ": the assumptions hold; within 20 % of the simulator")).append('\n');
            return;
        }
        for (Assumption broken : new LinkedHashSet<>(phase.broken())) {
            String text = label + ": does not hold: " + broken.kind().title() + ". " + sentence(broken.reason()) + " "
                    + sentence(broken.effect());
            Wrap.lines(Plain.line(text), WIDTH).forEach(line -> out.append(line).append('\n'));
        }
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
