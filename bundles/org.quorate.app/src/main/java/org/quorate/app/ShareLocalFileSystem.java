// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Duration;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.study.unsafe.UnsafeResult;
import org.quorate.study.unsafe.UnsafeStudy;

/** Shows what happens to an ext4 or an XFS that all nodes of a scenario mount at once. Thread-safe. */
public final class ShareLocalFileSystem {

    private final UnsafeStudy study;

    ShareLocalFileSystem(UnsafeStudy study) {
        this.study = study;
    }

    /**
     * Says early what {@link #run} would refuse.
     *
     * @param duration that the nodes work
     * @throws IllegalArgumentException with a message for the user, if the duration is out of range or the scenario has one node
     */
    public void check(Scenario scenario, Duration duration) {
        if (scenario.cluster().nodes().size() < 2) {
            throw new IllegalArgumentException("the scenario has one node: nothing is shared");
        }
        UnsafeStudy.check(duration);
    }

    /**
     * Makes the runs; takes seconds for common scenarios.
     *
     * @param kind     which file system; the scenario need not have one of that kind
     * @param duration that the nodes work, 1 s to {@link UnsafeStudy#LONGEST}
     * @param options  the seed, if it is not the scenario's; replications have no meaning here
     * @throws IllegalArgumentException                   with a message for the user, if the duration is out of range or the scenario
     *                                                    has one node
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public UnsafeResult run(Scenario scenario, LocalSpec.Kind kind, Duration duration, StudyOptions options, Progress progress) {
        check(scenario, duration);
        return study.run(options.applyTo(scenario), kind, duration, progress::report, progress::isCancelled);
    }
}
