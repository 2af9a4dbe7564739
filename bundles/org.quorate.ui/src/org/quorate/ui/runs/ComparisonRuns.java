// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.quorate.app.CompareScenario;
import org.quorate.model.Scenario;
import org.quorate.ui.report.ComparisonDocuments;

/** Starts comparisons and knows which ones are running. Thread-safe. */
public final class ComparisonRuns {

    private final CompareScenario compare;
    private final ComparisonDocuments documents;
    private final List<ComparisonRun> running = new CopyOnWriteArrayList<>();

    public ComparisonRuns(CompareScenario compare, ComparisonDocuments documents) {
        this.compare = compare;
        this.documents = documents;
    }

    /** Starts a comparison in the background. */
    public ComparisonRun start(Scenario scenario) {
        ComparisonRun run = new ComparisonRun(scenario.name(), scenario);
        running.add(run);
        run.onChange(news -> {
            if (news.state() != ComparisonRun.State.RUNNING) {
                running.remove(news);
            }
        });
        new ComparisonJob(run, compare, documents, System::nanoTime).schedule();
        return run;
    }

    /** Those that have not ended. */
    public List<ComparisonRun> running() {
        return List.copyOf(running);
    }

    public void cancelAll() {
        running.forEach(ComparisonRun::cancel);
    }
}
