// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts studies and knows which ones are running. Thread-safe. */
public final class StudyRuns {

    private final List<StudyRun> running = new CopyOnWriteArrayList<>();

    /** Starts a study in the background. */
    public StudyRun start(Study study) {
        StudyRun run = new StudyRun(study);
        running.add(run);
        run.onChange(news -> {
            if (news.state() != StudyRun.State.RUNNING) {
                running.remove(news);
            }
        });
        new StudyJob(run, System::nanoTime).schedule();
        return run;
    }

    /** Those that have not ended. */
    public List<StudyRun> running() {
        return List.copyOf(running);
    }

    public void cancelAll() {
        running.forEach(StudyRun::cancel);
    }
}
