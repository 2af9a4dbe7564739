// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;
import java.util.Optional;

/** Runs as they are at their end. */
public final class TestRuns {

    private TestRuns() {
    }

    /** One that found something in a second. */
    public static StudyRun done(Study study, StudyRequest request, Found found) {
        StudyRun run = new StudyRun(study, Optional.of(request));
        run.done(found, Duration.ofSeconds(1));
        return run;
    }
}
