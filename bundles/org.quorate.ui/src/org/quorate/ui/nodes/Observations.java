// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.app.ObserveNodes;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.ui.News;

/** Watches running clusters, and has what the latest said; all windows show it. Thread-safe; listeners are called in the thread that brings the news. */
public final class Observations extends News {

    /**
     * A running cluster so far. Immutable.
     *
     * @param series      what it said
     * @param observation beside the prediction
     * @param report      made of both, with the charts
     */
    public record Watched(ObservationSeries series, FleetObservation observation, ReportDocument report) {
    }

    private final ObserveNodes observe;
    private final NodeRuns runs;
    private final Function<ObserveNodes.Observed, ReportDocument> reporter;
    private Optional<NodeRun<Watched>> run = Optional.empty();
    private Optional<Watched> watched = Optional.empty();
    private boolean earlier;

    /** @param reporter makes the report on what was found */
    public Observations(ObserveNodes observe, NodeRuns runs, Function<ObserveNodes.Observed, ReportDocument> reporter) {
        this.observe = observe;
        this.runs = runs;
        this.reporter = reporter;
    }

    /**
     * Begins, with the prediction if a phase is given, and goes on until it is cancelled.
     *
     * @param phase that is predicted; absent: none
     */
    public NodeRun<Watched> start(String title, ObserveNodes.Request request, Optional<String> phase, NodeAccess access, NodeQuestions questions) {
        Optional<Watched> former = watched();
        return runs.start(title, progress -> {
            // A prediction has an end, what follows has none.
            progress.report(0, 0, "");
            try {
                ObserveNodes.Request asked = phase.isEmpty() ? request
                        : request.with(observe.predict(request.scenario(), request.plan().fileSystem(), phase.get(), StudyOptions.NONE, progress));
                return watch(asked, access, questions, progress);
            } finally {
                keep(former);
            }
        }, this::begin);
    }

    private Watched watch(ObserveNodes.Request request, NodeAccess access, NodeQuestions questions, Progress progress) throws IOException {
        return show(observe.watch(request, access, questions, remark -> {
            // The view Nodes shows what is to be known of ssh's configuration.
        }, (round, soFar) -> show(soFar), progress));
    }

    /** Shows it in the place of what was there. */
    public Watched show(ObserveNodes.Observed observed) {
        Watched now = new Watched(observed.series(), observed.observation(), reporter.apply(observed));
        synchronized (this) {
            watched = Optional.of(now);
            earlier = false;
        }
        tell();
        return now;
    }

    /** Who has seen nothing goes back to what was seen before. */
    private synchronized void keep(Optional<Watched> former) {
        if (watched.isEmpty()) {
            watched = former;
            earlier = former.isPresent();
        }
    }

    private void begin(NodeRun<Watched> begun) {
        synchronized (this) {
            run = Optional.of(begun);
            // What another cluster said is not shown beside this one's title.
            watched = Optional.empty();
            earlier = false;
        }
        begun.onChange(this::tell);
        tell();
    }

    public synchronized Optional<NodeRun<Watched>> run() {
        return run;
    }

    /** What was found last; absent: nothing yet, or nothing of what is under way. */
    public synchronized Optional<Watched> watched() {
        return watched;
    }

    /** What was found last is of a run before the latest, which has seen nothing. */
    public synchronized boolean isEarlier() {
        return earlier;
    }

    public boolean isRunning() {
        return run().filter(now -> now.state() == NodeRun.State.RUNNING).isPresent();
    }
}
