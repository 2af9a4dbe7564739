// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: the command learns of it and ends in order, and only then the process ends, with the exit code of an interrupt.
 */
final class Interruption implements AutoCloseable {

    /** A command that does not end by then is cut off. */
    private static final long PATIENCE_SECONDS = 10;

    /** For its last words: what is printed after the command has ended. */
    private static final long LAST_WORDS_MILLIS = 1000;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "quorate-interrupt");
    private volatile boolean requested;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
        return requested;
    }

    private void interrupt() {
        requested = true;
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                awaitLastWords();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process ends with this hook: not before the thread of the command has ended, or waits for the process to end. */
    private void awaitLastWords() throws InterruptedException {
        for (long millis = 0; millis < LAST_WORDS_MILLIS; millis++) {
            Thread.State state = command.getState();
            if (state == Thread.State.TERMINATED || state == Thread.State.BLOCKED || state == Thread.State.WAITING) {
                return;
            }
            Thread.sleep(1);
        }
    }

    /** The command has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs, and has just been released.
            return;
        }
    }
}
