// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does what it was given when a test lets time pass, in the test's own thread. */
final class ManualExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final class Task extends FutureTask<Void> implements RunnableScheduledFuture<Void> {

        private final long due;
        private final long number;

        Task(Runnable runnable, long delayNanos) {
            super(runnable, null);
            due = now + delayNanos;
            number = given++;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Comparator.comparingLong((Task task) -> task.due).thenComparing(task -> task.number).compare(this, (Task) other);
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long now;
    private long given;
    private boolean ended;

    long nanos() {
        return now;
    }

    /** Lets time pass; what falls due in it is done at its time. */
    void pass(long nanos) {
        long end = now + nanos;
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            Task task = tasks.remove();
            now = Math.max(now, task.due);
            task.run();
        }
        now = end;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, unit.toNanos(delay));
        tasks.add(task);
        return task;
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        ended = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        ended = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return ended;
    }

    @Override
    public boolean isTerminated() {
        return ended;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
