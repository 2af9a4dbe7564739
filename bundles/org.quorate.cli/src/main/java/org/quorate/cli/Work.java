// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.concurrent.CancellationException;
import org.quorate.app.Progress;

/**
 * The part of a command that takes its time, with what is written of it: progress is told, and Ctrl-C ends it in order. To be
 * closed when all is written, so that an interrupt cuts off no output.
 */
final class Work implements AutoCloseable {

    /**
     * What is done.
     *
     * @param <T> result
     * @param <E> what may go wrong
     */
    interface Task<T, E extends Exception> {

        /** Does it; it ends soon when the progress says that it is cancelled. */
        T run(Progress progress) throws E;
    }

    private final Console console;
    private final boolean quiet;
    private final Interruption interruption = new Interruption();

    /**
     * @param console where progress is told
     * @param quiet   tell nothing
     */
    Work(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    /**
     * Does what is counted in runs.
     *
     * @throws CancellationException if it was interrupted
     */
    <T, E extends Exception> T run(Task<T, E> task) throws E {
        return run("runs", task);
    }

    /**
     * Does what is counted in that unit.
     *
     * @throws CancellationException if it was interrupted
     */
    <T, E extends Exception> T run(String unit, Task<T, E> task) throws E {
        T result;
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), quiet, interruption::requested,
                System::nanoTime, unit)) {
            result = task.run(progress);
        }
        if (interruption.requested()) {
            throw new CancellationException();
        }
        return result;
    }

    /** Does what is counted in that unit, and what an interrupt ends in order: what was done until then is the result. */
    <T, E extends Exception> T untilInterrupted(String unit, Task<T, E> task) throws E {
        try (ProgressLine progress = new ProgressLine(console.err(), console.errTerminal(), quiet, interruption::requested,
                System::nanoTime, unit)) {
            return task.run(progress);
        }
    }

    @Override
    public void close() {
        interruption.close();
    }
}
