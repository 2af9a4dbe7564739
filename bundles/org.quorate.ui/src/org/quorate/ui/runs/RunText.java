// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;

import org.quorate.ui.Messages;

/** Says in words where a run stands. Pure functions. */
final class RunText {

    private RunText() {
    }

    static String of(ComparisonRun run) {
        return switch (run.state()) {
            case RUNNING -> running(run.advance(), run.cancelRequested());
            case DONE -> "";
            case CANCELLED -> Messages.Run_cancelled;
            case FAILED -> Messages.bind(Messages.Run_failed, run.name(),
                    run.failure().map(Throwable::getMessage).orElse(""));
        };
    }

    private static String running(ComparisonRun.Advance advance, boolean cancelling) {
        if (cancelling) {
            return Messages.Run_cancelling;
        }
        String counted = Messages.bind(Messages.Run_progress, new Object[] {advance.done(), advance.total(),
            advance.message()});
        return advance.remaining().map(rest -> counted + " " + Messages.bind(Messages.Run_remaining, seconds(rest)))
                .orElse(counted);
    }

    /** To the second above, so that it never says 0 s while there is work left. */
    static String seconds(Duration duration) {
        long seconds = duration.plusMillis(999).toSeconds();
        return seconds < 60 ? Messages.bind(Messages.Duration_seconds, seconds)
                : Messages.bind(Messages.Duration_minutes, seconds / 60, seconds % 60);
    }
}
