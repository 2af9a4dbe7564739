// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits no longer than agreed, and not at all once cancelled. Pure functions but for the time that passes. */
final class Patience {

    private static final long STEP_MILLIS = 20;

    private Patience() {
    }

    /** It took too long. */
    static final class TooSlow extends IOException {

        TooSlow(Duration limit) {
            super("no answer within " + limit.toMillis() / 1000.0 + " s");
        }
    }

    /**
     * Calls what may hang, on a thread of its own, which is left behind when it does: the caller then closes what it hangs on.
     *
     * @throws TooSlow               if it hangs
     * @throws CancellationException if cancelled
     */
    static <T> T call(Duration limit, BooleanSupplier cancelled, Callable<T> what) throws IOException {
        FutureTask<T> task = new FutureTask<>(what);
        Thread thread = new Thread(task, "quorate-connect");
        thread.setDaemon(true);
        thread.start();
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return task.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancelled.getAsBoolean() || System.nanoTime() - end > 0) {
                    task.cancel(true);
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    throw new TooSlow(limit);
                }
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
            }
        }
    }

    /** Does nothing for a while. */
    static void pause(Duration time, BooleanSupplier cancelled) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
