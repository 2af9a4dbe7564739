// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.advice.fleet.FleetReport;
import org.quorate.app.ApplyReport;
import org.quorate.model.FileSystemSpec;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyResult;
import org.quorate.remote.apply.StepOutcome;
import org.quorate.remote.apply.StepState;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.Messages;
import org.quorate.ui.scripts.ScriptsMessages;

/** What is said of a plan that is done on real nodes. Used by one thread. */
public final class ApplyPresenter {

    private final Applies applies;
    private Applies.Shown now;

    public ApplyPresenter(Applies applies) {
        this.applies = applies;
        now = applies.shown();
    }

    /** Takes what there is now: until the next time all that is said is of this moment. */
    public void refresh() {
        now = applies.shown();
    }

    /** As {@link #refresh} has taken it. */
    public Applies.Shown now() {
        return now;
    }

    /** The scenario says something else since it was planned: nothing may begin with this plan. */
    public boolean isStale() {
        return from().filter(PlannedScenario::isStale).isPresent();
    }

    private Optional<PlannedScenario> from() {
        return now.prepared().map(Applies.Prepared::from);
    }

    /** What is planned again, or another file system of it; absent: it has errors, or nothing was planned yet. */
    public Optional<PlannedScenario> again() {
        return from().flatMap(PlannedScenario::again);
    }

    /** File systems that can be set up, of what another is planned for. */
    public List<String> labels() {
        return from().map(planned -> planned.latest().orElse(planned.scenario()))
                .map(planned -> planned.clusteredFileSystems().stream().map(FileSystemSpec::label).toList()).orElse(List.of());
    }

    public String label() {
        return now.prepared().map(Applies.Prepared::label).orElse("");
    }

    /** There is something to be done, it is still what is wanted, and nothing is under way. */
    public boolean canStart() {
        return now.board().isPresent() && !now.isRunning() && !isStale();
    }

    /** Why there is no plan; empty if there is one. */
    public String refusal() {
        return now.prepared().map(Applies.Prepared::result).filter(Refused.class::isInstance).map(Refused.class::cast)
                .map(refused -> NodesMessages.Apply_refused + "\n\n" + refused.reasons().stream()
                        .map(reason -> "• " + reason).collect(Collectors.joining("\n"))
                        + refused.nearestSupported().map(near -> "\n\n" + Messages.bind(ScriptsMessages.Scripts_nearest, near)).orElse(""))
                .orElse("");
    }

    /** What it is about, and when it has ended how. */
    public String summary() {
        Optional<ProvisioningPlan> plan = now.prepared().flatMap(Applies.Prepared::plan);
        if (plan.isEmpty()) {
            return "";
        }
        if (now.run().isPresent()) {
            // One that has broken off has no report: only the table knows what was begun.
            return now.report().map(ApplyPresenter::ended).orElse(NodesMessages.Apply_broken_off);
        }
        long changes = plan.get().steps().size();
        return Messages.bind(NodesMessages.Apply_planned,
                new Object[] {plan.get().text("CLUSTER"), label(), changes, plan.get().words("NODE_NAMES").size()});
    }

    private static String ended(ApplyReport report) {
        ApplyResult result = report.result();
        String ending = switch (result.ending()) {
            case DONE -> switch (report.verb()) {
                case PLAN -> report.hasCritical() || report.isIncomplete() ? NodesMessages.Apply_plan_critical
                        : NodesMessages.Apply_plan_done;
                case APPLY -> NodesMessages.Apply_done;
                case UNDO -> NodesMessages.Apply_undone;
            };
            case FAILED -> NodesMessages.Apply_failed;
            case REFUSED -> NodesMessages.Apply_step_refused;
            case UNCONFIRMED -> NodesMessages.Apply_unconfirmed;
            case INTERRUPTED -> report.verb() == Verb.PLAN ? NodesMessages.Apply_plan_interrupted : NodesMessages.Apply_interrupted;
        };
        String counts = Messages.bind(NodesMessages.Apply_counts, new Object[] {count(result, StepState.DONE), count(result, StepState.FOUND_DONE),
                count(result, StepState.WOULD_CHANGE), count(result, StepState.WAITING)});
        return ending + " " + (result.reason().isEmpty() ? "" : result.reason() + " ") + counts;
    }

    private static int count(ApplyResult result, StepState state) {
        return result.in(state).size();
    }

    /** As the table calls a column. */
    public static String place(String node) {
        return node.equals(StepOutcome.HERE) ? NodesMessages.Apply_here : node;
    }

    /** As a cell is shown; a sign stands before the words, as not everybody sees colours. */
    public static String cell(ApplyBoard board, Step step, String node) {
        ApplyBoard.Place place = new ApplyBoard.Place(step.id(), node);
        if (!board.has(place)) {
            return "";
        }
        if (board.isRunning(place)) {
            return "▶ " + NodesMessages.Apply_running;
        }
        return board.outcome(place).map(outcome -> words(outcome.state())).orElse("· " + NodesMessages.Apply_waiting);
    }

    private static String words(StepState state) {
        return switch (state) {
            case WAITING -> "· " + NodesMessages.Apply_waiting;
            case FOUND_DONE -> "= " + NodesMessages.Apply_found_done;
            case WOULD_CHANGE -> "~ " + NodesMessages.Apply_would_change;
            case DONE -> "✓ " + NodesMessages.Apply_step_done;
            case UNCONFIRMED -> "! " + NodesMessages.Apply_step_unconfirmed;
            case REFUSED -> "! " + NodesMessages.Apply_cell_refused;
            case FAILED -> "✗ " + NodesMessages.Apply_step_failed;
            case UNKNOWN -> "? " + NodesMessages.Apply_unknown;
        };
    }

    /** It did not go well there. */
    public static boolean isBad(ApplyBoard board, Step step, String node) {
        return board.outcome(new ApplyBoard.Place(step.id(), node)).filter(outcome -> !outcome.state().isFine()).isPresent();
    }

    /** Where it did not go well first; absent: nowhere. */
    public Optional<ApplyBoard.Place> firstBad() {
        return now.board().flatMap(board -> board.steps().stream()
                .flatMap(step -> board.nodes().stream().filter(node -> isBad(board, step, node)).map(node -> new ApplyBoard.Place(step.id(), node))).findFirst());
    }

    /** What can be lost by a step; empty: nothing. */
    public static String risk(Step step) {
        return switch (step.risk()) {
            case NONE -> "";
            case RESTARTS_NODES -> NodesMessages.Apply_restarts;
            case FORMATS -> NodesMessages.Apply_formats;
        };
    }

    /** The step in full, then what it said there. */
    public static String log(ApplyBoard board, Step step, String node) {
        ApplyBoard.Place place = new ApplyBoard.Place(step.id(), node);
        if (!board.has(place)) {
            return step.title() + "\n" + Messages.bind(NodesMessages.Apply_not_there, place(node)) + "\n\n" + step.why();
        }
        String ended = board.outcome(place).map(outcome -> " (" + String.format(Locale.getDefault(), "%.1f s", outcome.seconds())
                + (outcome.code().isPresent() ? ", " + Messages.bind(NodesMessages.Apply_code, outcome.code().getAsInt()) : "") + ")").orElse("");
        String said = board.log(place);
        String around = board.log(new ApplyBoard.Place(ApplyBoard.NODE_ITSELF, node));
        return step.title() + "\n" + place(node) + ": " + cell(board, step, node) + ended + "\n\n"
                + (said.isEmpty() ? step.why() + "\n" + Messages.bind(NodesMessages.Apply_takes, step.duration()) : said)
                + (around.isEmpty() ? "" : "\n\n" + around);
    }

    /** The log of the run, or where logs are kept. */
    public Path audit() {
        return now.report().map(report -> report.result().audit()).filter(file -> !file.isEmpty()).map(Path::of)
                .orElse(applies.auditFolder());
    }

    /** The inventory of a dry run. */
    public Optional<FleetReport> fleet() {
        return now.report().flatMap(ApplyReport::fleet);
    }

    /** How many findings the inventory of a dry run has. */
    public int findings() {
        return now.report().map(report -> report.findings().size()).orElse(0);
    }
}
