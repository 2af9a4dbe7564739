// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;

import org.quorate.study.LiveFigures;
import org.quorate.ui.Messages;

/** Says in words where a run stands. Pure functions. */
final class RunText {

    private RunText() {
    }

    static String of(StudyRun run) {
        return switch (run.state()) {
            case RUNNING -> running(run.advance(), run.live().map(LiveFigures::made).orElse(0.0), run.cancelRequested());
            case DONE -> "";
            case CANCELLED -> Messages.Run_cancelled;
            case FAILED -> Messages.bind(Messages.Run_failed, run.study().title(),
                    run.failure().map(Throwable::getMessage).orElse(""));
        };
    }

    private static String running(StudyRun.Advance advance, double begun, boolean cancelling) {
        if (cancelling) {
            return Messages.Run_cancelling;
        }
        String counted = advance.remaining(begun)
                .map(rest -> Messages.bind(Messages.Run_progress_remaining,
                        new Object[] {advance.done(), advance.total(), seconds(rest)}))
                .orElseGet(() -> Messages.bind(Messages.Run_progress, advance.done(), advance.total()));
        return advance.message().isEmpty() ? counted
                : counted + "\n" + advance.message();
    }

    /** To the second above, so that it never says 0 s while there is work left. */
    static String seconds(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        if (seconds >= 3600) {
            return Messages.bind(Messages.Duration_hours, seconds / 3600, seconds / 60 % 60);
        }
        return seconds < 60 ? Messages.bind(Messages.Duration_seconds, seconds)
                : Messages.bind(Messages.Duration_minutes, seconds / 60, seconds % 60);
    }
}
