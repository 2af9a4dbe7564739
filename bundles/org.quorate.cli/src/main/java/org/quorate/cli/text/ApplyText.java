// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quorate.app.ApplyReport;
import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.StepOutcome;
import org.quorate.remote.apply.StepState;
import org.quorate.remote.apply.Verb;

/** Steps on nodes as text: what is planned, and what came of it, the words of a step where something is amiss. Thread-safe. */
public final class ApplyText {

    private final Style style;

    /** Text in that style. */
    public ApplyText(Style style) {
        this.style = style;
    }

    /** What is to be done, in order; with a line end at its end. */
    public String plan(ApplyJob job) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(job.verb() == Verb.UNDO ? "To be taken back" : "To be done")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "where", "risk", "what"));
        for (Step step : job.steps()) {
            rows.add(List.of(step.id(), String.join(" ", job.places(step)), step.risk() == Step.Risk.NONE ? "" : step.risk().label().toUpperCase( Locale.ROOT), step.title()));
        }
        Columns.write(out, style, rows, Set.of(0, 1, 2, 3));
        return out.append('\n').toString();
    }

    /**
     * What came of it, with a line end at its end.
     *
     * @param next command to go on with; empty: none
     */
    public String write(ApplyReport report, String next) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(report.scenario() + ": " + report.fileSystem()))).append('\n');
        Map<String, List<StepOutcome>> steps = new LinkedHashMap<>();
        report.result().steps().forEach(outcome -> steps.computeIfAbsent(outcome.step(), key -> new ArrayList<>()).add(outcome));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "state", "where"));
        steps.forEach((step, outcomes) -> rows(step, outcomes, rows));
        Columns.write(out, style, rows, Set.of(0, 1, 2));
        words(report, out);
        report.fleet().ifPresent(fleet -> {
            fleet.missing().stream().filter(node -> !report.result().reason().contains(node.node() + ": "))
                    .forEach(node -> out.append('\n').append(style.bold("NO ANSWER")).append("  ").append(Plain.line(node.node() + ": " + node.why()))
                    .append('\n'));
            AdviceText advice = new AdviceText(style);
            fleet.findings().forEach(finding -> advice.finding(finding, out));
        });
        out.append('\n').append(style.bold(ending(report))).append('\n');
        if (!report.result().reason().isEmpty()) {
            out.append(Plain.line(report.result().reason())).append('\n');
        }
        if (!report.result().audit().isEmpty()) {
            out.append(Plain.line("Audit log: " + report.result().audit())).append('\n');
        }
        if (!next.isEmpty()) {
            out.append("To go on: ").append(next).append('\n');
        }
        return out.toString();
    }

    /** A row for each state that it has somewhere. */
    private static void rows(String step, List<StepOutcome> outcomes, List<List<String>> rows) {
        Map<StepState, List<String>> states = new LinkedHashMap<>();
        outcomes.forEach(outcome -> states.computeIfAbsent(outcome.state(), key -> new ArrayList<>()).add(outcome.node()));
        states.forEach((state, nodes) -> rows.add(List.of(step, state.isFine() || state == StepState.WAITING ? state.words()
                : state.words().toUpperCase(Locale.ROOT), String.join(" ", nodes))));
    }

    private void words(ApplyReport report, StringBuilder out) {
        for (StepOutcome outcome : report.result().steps()) {
            // Why a step has not begun is what speaks against all of it, and is said once, at the end.
            boolean amiss = !outcome.state().isFine() && outcome.state() != StepState.WAITING && !outcome.words().isEmpty();
            if (amiss || outcome.state() == StepState.WOULD_CHANGE) {
                out.append('\n').append(style.bold(Plain.line(outcome.step() + " on " + outcome.node() + ": " + outcome.state().words()))).append('\n');
                outcome.words().stream().filter(line -> !line.startsWith("[")).forEach(line -> out.append("  ").append(Plain.line(line.strip())).append('\n'));
            }
        }
    }

    private static String ending(ApplyReport report) {
        long done = report.result().in(StepState.DONE).size();
        long would = report.result().in(StepState.WOULD_CHANGE).size();
        boolean plan = report.verb() == Verb.PLAN;
        return switch (report.result().ending()) {
            case DONE -> !plan ? "All is done; " + done + " changed something."
                    : report.isIncomplete() ? "Not all nodes could be looked at. Nothing was changed."
                    : report.hasCritical() ? "The nodes are not ready: see the critical findings. Nothing was changed."
                    : "Nothing speaks against it; " + would + " would change something. Nothing was changed.";
            case FAILED -> plan ? "Not all could be checked. Nothing was changed." : "It FAILED; " + done + " changed something before.";
            case REFUSED -> plan ? "Some steps refuse. Nothing was changed." : "It was REFUSED; " + done + " changed something before.";
            case UNCONFIRMED -> "A confirmation is missing; " + done + " changed something before.";
            case INTERRUPTED -> "It was interrupted; " + done + " changed something before.";
        };
    }
}
