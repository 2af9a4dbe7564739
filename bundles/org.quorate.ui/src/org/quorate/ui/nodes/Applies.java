// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.quorate.app.ApplyExport;
import org.quorate.app.ApplyReport;
import org.quorate.app.ExportScripts;
import org.quorate.app.NodeAccess;
import org.quorate.app.Progress;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.News;
import org.quorate.ui.document.ScenarioSession;

/**
 * The plan that is about to be done on real nodes, and the run of it, which all windows show. There is one at a time. Thread-safe; listeners
 * are called in the thread that brings the news.
 */
public final class Applies extends News {

    /** Does a job. */
    @FunctionalInterface
    public interface Runner {

        /** As {@link ApplyExport#run}. */
        ApplyReport run(ApplyJob job, Scenario scenario, Map<String, String> hosts, NodeAccess access, ApplyExport.Watch watch, Progress progress)
                throws IOException;
    }

    /**
     * What is to be done.
     *
     * @param from   the scenario that it was made from, with its session if it is edited
     * @param label  of the file system
     * @param result the plan, or every reason against it
     */
    public record Prepared(PlannedScenario from, String label, ProvisioningResult result) {

        /** As it was planned. */
        public Scenario scenario() {
            return from.scenario();
        }

        Optional<ProvisioningPlan> plan() {
            return result instanceof ProvisioningPlan plan ? Optional.of(plan) : Optional.empty();
        }
    }

    /**
     * What there is at one moment. Immutable, but that the board and the run go on.
     *
     * @param prepared the plan, or why there is none; absent: nothing was planned yet
     * @param board    how the steps of the plan stand; absent: there is no plan
     * @param run      the latest; absent: none of this plan
     */
    public record Shown(Optional<Prepared> prepared, Optional<ApplyBoard> board, Optional<NodeRun<ApplyReport>> run) {

        boolean isRunning() {
            return run.filter(now -> now.state() == NodeRun.State.RUNNING).isPresent();
        }

        /** What came of the run; absent: it has not ended well, or there is none. */
        Optional<ApplyReport> report() {
            return run.flatMap(NodeRun::found);
        }
    }

    private final ExportScripts scripts;
    private final Path auditFolder;
    private final NodeRuns runs;
    private Runner runner;
    private Shown shown = new Shown(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param auditFolder where logs of runs are kept */
    public Applies(ExportScripts scripts, Runner runner, Path auditFolder, NodeRuns runs) {
        this.scripts = scripts;
        this.runner = runner;
        this.auditFolder = auditFolder;
        this.runs = runs;
    }

    /** Has later jobs done by another, as a test does that has no cluster. */
    public synchronized void doneBy(Runner other) {
        runner = other;
    }

    public Path auditFolder() {
        return auditFolder;
    }

    /**
     * Plans, which takes some milliseconds; what was shown is gone. Not while something is under way: then nothing changes.
     *
     * @param from not planned before
     */
    public void prepare(PlannedScenario from, String label) {
        if (!isRunning()) {
            Prepared now = new Prepared(from, label, scripts.plan(from.scenario(), label, Form.BASH));
            if (show(now, now.plan().map(plan -> new ApplyBoard(job(plan, Verb.PLAN, false))))) {
                from.onChange(this::tell);
                tell();
                return;
            }
        }
        from.end();
    }

    /** False: something has begun meanwhile. */
    private synchronized boolean show(Prepared now, Optional<ApplyBoard> steps) {
        if (isRunning()) {
            return false;
        }
        shown.prepared().ifPresent(former -> former.from().end());
        shown = new Shown(Optional.of(now), steps, Optional.empty());
        return true;
    }

    /** As the other does, for the file system that was chosen before if the scenario has it, else for its first that is shared. */
    public void prepare(PlannedScenario from) {
        Scenario scenario = from.scenario();
        Optional<String> former = prepared().filter(now -> now.scenario().name().equals(scenario.name())).map(Prepared::label)
                .filter(label -> scenario.fileSystems().stream().anyMatch(spec -> spec.label().equals(label)));
        prepare(from, former.or(() -> scenario.clusteredFileSystems().stream().findFirst().map(FileSystemSpec::label))
                .orElseGet(() -> scenario.fileSystems().get(0).label()));
    }

    /**
     * Has the plan go stale by a session of its scenario, if that which it was planned from is closed. In the thread of both.
     *
     * @param isOpen a session is edited
     */
    public void follow(ScenarioSession session, Predicate<ScenarioSession> isOpen) {
        prepared().ifPresent(now -> now.from().follow(session, isOpen));
    }

    private ApplyJob job(ProvisioningPlan plan, Verb verb, boolean resume) {
        return new ApplyJob(plan, verb, List.of(), resume, NodeAccess.AT_ONCE, auditFolder);
    }

    /**
     * Begins.
     *
     * @param from   whose steps are done
     * @param title  for people
     * @param resume go on with what the last run left
     * @param watch  asks and confirms; its listener is told, too
     * @return absent: the scenario was edited, or something else was planned, meanwhile, or is under way, and nothing has begun
     */
    public Optional<NodeRun<ApplyReport>> start(Prepared from, String title, Verb verb, boolean resume, Map<String, String> hosts, NodeAccess access,
            ApplyExport.Watch watch) {
        ApplyJob job = job(from.plan().orElseThrow(), verb, resume);
        ApplyBoard board = new ApplyBoard(job);
        ApplyExport.Watch watched = new ApplyExport.Watch(watch.questions(), watch.confirmations(), new ToldBoard(board, this::tell), watch.remarks());
        NodeRun<ApplyReport> begun;
        synchronized (this) {
            if (isRunning() || from.from().isStale() || shown.prepared().filter(now -> now == from).isEmpty()) {
                return Optional.empty();
            }
            Runner by = runner;
            begun = runs.start(title, progress -> {
                ApplyReport report = by.run(job, from.scenario(), hosts, access, watched, progress);
                board.ended(report.result());
                return report;
            }, run -> {
                shown = new Shown(Optional.of(from), Optional.of(board), Optional.of(run));
                run.onChange(this::tell);
            });
        }
        tell();
        return Optional.of(begun);
    }

    /** All at one moment, so that a plan and a run that are shown belong to each other. */
    public synchronized Shown shown() {
        return shown;
    }

    public Optional<Prepared> prepared() {
        return shown().prepared();
    }

    public boolean isRunning() {
        return shown().isRunning();
    }

    /** Something is under way that changes nodes. */
    public boolean isChanging() {
        Shown now = shown();
        return now.isRunning() && now.board().filter(ApplyBoard::changes).isPresent();
    }
}
