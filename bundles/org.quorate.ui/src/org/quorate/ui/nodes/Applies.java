// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.quorate.app.ApplyExport;
import org.quorate.app.ApplyReport;
import org.quorate.app.ExportScripts;
import org.quorate.app.NodeAccess;
import org.quorate.app.Progress;
import org.quorate.model.Scenario;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.News;

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
     * @param scenario it was made from
     * @param label    of the file system
     * @param result   the plan, or every reason against it
     */
    public record Prepared(Scenario scenario, String label, ProvisioningResult result) {

        Optional<ProvisioningPlan> plan() {
            return result instanceof ProvisioningPlan plan ? Optional.of(plan) : Optional.empty();
        }
    }

    private final ExportScripts scripts;
    private final Path auditFolder;
    private final NodeRuns runs;
    private Runner runner;
    private Optional<Prepared> prepared = Optional.empty();
    private Optional<ApplyBoard> board = Optional.empty();
    private Optional<NodeRun<ApplyReport>> run = Optional.empty();

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

    /** Plans, which takes some milliseconds; what was shown is gone. Not while something is under way: then nothing changes. */
    public void prepare(Scenario scenario, String label) {
        if (isRunning()) {
            return;
        }
        Prepared now = new Prepared(scenario, label, scripts.plan(scenario, label, Form.BASH));
        synchronized (this) {
            prepared = Optional.of(now);
            board = now.plan().map(plan -> new ApplyBoard(job(plan, Verb.PLAN, false)));
            run = Optional.empty();
        }
        tell();
    }

    private ApplyJob job(ProvisioningPlan plan, Verb verb, boolean resume) {
        return new ApplyJob(plan, verb, List.of(), resume, NodeAccess.AT_ONCE, auditFolder);
    }

    /**
     * Begins.
     *
     * @param title  for people
     * @param resume go on with what the last run left
     * @param watch  asks and confirms; its listener is told, too
     */
    public NodeRun<ApplyReport> start(String title, Verb verb, boolean resume, Map<String, String> hosts, NodeAccess access, ApplyExport.Watch watch) {
        Prepared now = prepared().orElseThrow();
        ApplyJob job = job(now.plan().orElseThrow(), verb, resume);
        ApplyBoard told = new ApplyBoard(job);
        Runner by;
        synchronized (this) {
            board = Optional.of(told);
            by = runner;
        }
        ApplyExport.Watch watched = new ApplyExport.Watch(watch.questions(), watch.confirmations(), new ToldBoard(told, this::tell), watch.remarks());
        return runs.start(title, progress -> {
            ApplyReport report = by.run(job, now.scenario(), hosts, access, watched, progress);
            told.ended(report.result());
            return report;
        }, this::begin);
    }

    private void begin(NodeRun<ApplyReport> begun) {
        synchronized (this) {
            run = Optional.of(begun);
        }
        begun.onChange(this::tell);
        tell();
    }

    public synchronized Optional<Prepared> prepared() {
        return prepared;
    }

    /** How the steps stand. */
    public synchronized Optional<ApplyBoard> board() {
        return board;
    }

    /** The latest; absent: none of this plan. */
    public synchronized Optional<NodeRun<ApplyReport>> run() {
        return run;
    }

    public boolean isRunning() {
        return run().filter(now -> now.state() == NodeRun.State.RUNNING).isPresent();
    }
}
