// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Starts studies and knows which ones are running. Thread-safe. */
public final class StudyRuns {

    private final List<StudyRun> running = new CopyOnWriteArrayList<>();
    private final Consumer<StudyRun> done;

    /** @param done told when a study has found something, in its thread, before it counts as ended; must not throw */
    public StudyRuns(Consumer<StudyRun> done) {
        this.done = done;
    }

    /** Starts a study in the background, whose result is shown and let go. */
    public StudyRun start(Study study) {
        return start(new StudyRun(study, Optional.empty()));
    }

    /** Starts a study in the background that can be asked for again. */
    public StudyRun start(Study study, StudyRequest request) {
        return start(new StudyRun(study, Optional.of(request)));
    }

    private StudyRun start(StudyRun run) {
        running.add(run);
        run.onChange(news -> {
            if (news.state() == StudyRun.State.DONE) {
                done.accept(news);
            }
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
