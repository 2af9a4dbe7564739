// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.quorate.app.Progress;
import org.quorate.cli.text.Plain;

/**
 * Progress on standard error: one line that changes on a terminal, else a line now and then.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long RARELY_NANOS = 10 * NANOS_PER_SECOND;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final boolean quiet;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoTime;
    private final String unit;
    private final long started;
    private long lastLine;

    /**
     * @param terminal  the stream is a terminal
     * @param quiet     write nothing
     * @param cancelled an interrupt was asked for
     * @param nanoTime  a clock
     */
    ProgressLine(PrintStream err, boolean terminal, boolean quiet, BooleanSupplier cancelled, LongSupplier nanoTime) {
        this(err, terminal, quiet, cancelled, nanoTime, "runs");
    }

    /** As the other, of work that is counted in that unit. */
    ProgressLine(PrintStream err, boolean terminal, boolean quiet, BooleanSupplier cancelled, LongSupplier nanoTime, String unit) {
        this.unit = unit;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.cancelled = cancelled;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastLine = started;
    }

    @Override
    public void report(int done, int total, String message) {
        if (quiet || total <= 0 && message.isEmpty()) {
            return;
        }
        long now = nanoTime.getAsLong();
        String last = Plain.line(message);
        // Of what goes on until somebody stops it there is no share that is done.
        String text = "quorate: " + (total > 0 ? done + " of " + total + " " + unit + remaining(done, total, now) : last);
        if (terminal) {
            err.print(CLEAR + text + (total > 0 && !last.isEmpty() ? " (" + last + ")" : ""));
            err.flush();
        } else if (now - lastLine >= RARELY_NANOS) {
            err.println(text);
            err.flush();
            lastLine = now;
        }
    }

    private String remaining(int done, int total, long now) {
        if (done == 0 || done == total) {
            return "";
        }
        long seconds = Math.round((double) (now - started) / done * (total - done) / NANOS_PER_SECOND);
        return seconds < 60 ? ", about " + seconds + " s left"
                : ", about " + seconds / 60 + " min " + seconds % 60 + " s left";
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** Leaves a clean line. */
    @Override
    public void close() {
        if (terminal && !quiet) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
