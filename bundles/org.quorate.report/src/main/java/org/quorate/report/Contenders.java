// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Operation;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.PhaseFigures;

/**
 * The contenders of a comparison as a report shows them: each with one look and one name throughout.
 *
 * @param comparison whose
 */
public record Contenders(Comparison comparison) {

    /** In the order of the scenario, a derived baseline last. */
    public List<ContenderResult> all() {
        return comparison.contenders();
    }

    /** Its label, and whether it is only there for reference. */
    public String name(ContenderResult contender) {
        return contender.baseline() ? contender.label() + " (baseline)" : contender.label();
    }

    /** Its look in every chart. */
    SeriesStyle style(ContenderResult contender) {
        return SeriesStyle.among(all(), contender, ContenderResult::baseline);
    }

    /** Names of the measured phases, in order. */
    List<String> phases() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(contender -> contender.phases().forEach(phase -> names.add(phase.phase())));
        return new ArrayList<>(names);
    }

    /** More than one phase is measured. */
    boolean severalPhases() {
        return phases().size() > 1;
    }

    /** What the title of something about one phase ends with: nothing if there is only one. */
    String in(String phase) {
        return severalPhases() ? " in phase " + phase : "";
    }

    /** Its figures in that phase; absent if it has none. */
    Optional<PhaseFigures> phase(ContenderResult contender, String name) {
        return contender.phases().stream().filter(phase -> phase.phase().equals(name)).findFirst();
    }

    /** Kinds of operations that any contender did in the phase, in order. */
    List<Operation> operations(String phase) {
        Set<Operation> operations = new LinkedHashSet<>();
        for (ContenderResult contender : all()) {
            phase(contender, phase).ifPresent(figures -> figures.operations()
                    .forEach(operation -> operations.add(operation.operation())));
        }
        return new ArrayList<>(operations);
    }

    /** Its figures of that operation in that phase; absent if it has none. */
    Optional<OperationFigures> operation(ContenderResult contender, String phase, Operation operation) {
        return phase(contender, phase).flatMap(figures -> figures.operations().stream()
                .filter(candidate -> candidate.operation() == operation).findFirst());
    }

    /** Why a contender has no latency in a phase. */
    String noLatency(ContenderResult contender, String phase) {
        return phase(contender, phase).map(PhaseFigures::saturated).orElse(false) ? "saturated" : "not measured";
    }

    /** Labels of those that are saturated in the phase. */
    List<String> saturated(String phase) {
        return all().stream().filter(c -> phase(c, phase).map(PhaseFigures::saturated).orElse(false))
                .map(ContenderResult::label).toList();
    }

    /** Says who has no latency in a phase and why; empty if all have. */
    String saturationNote(String phase) {
        List<String> labels = saturated(phase);
        if (labels.isEmpty()) {
            return "";
        }
        return Words.and(labels) + " cannot carry this load: " + (labels.size() == 1 ? "its backlog grows " : "their backlogs grow ")
                + "without end, so there is no latency to show.";
    }
}
