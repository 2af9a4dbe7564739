// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.quorate.remote.RemoteException;
import org.quorate.remote.Target;

/** Does the same on many nodes, some at a time; one that fails stops no other. Thread-safe. */
public final class Fleet {

    private static final long STEP_MILLIS = 20;

    private final int atOnce;

    /** @param atOnce nodes at the same time, at least 1 */
    public Fleet(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * What is done on one node.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Task<T> {

        /** @param cancelled to be asked often */
        T run(String name, Target target, BooleanSupplier cancelled) throws RemoteException;
    }

    /**
     * What came of one node: one of the two.
     *
     * @param <T>     what the task gives
     * @param name    of the node
     * @param value   of the task
     * @param failure why there is none
     */
    public record Outcome<T>(String name, Optional<T> value, Optional<RemoteException> failure) {
    }

    /**
     * Does it on all nodes.
     *
     * @param targets   by name of the node
     * @param done      told the number of nodes that are done, and the name of the last; by the calling thread
     * @param cancelled asked often, by many threads
     * @return in the order of the targets
     * @throws CancellationException if cancelled, within a tenth of a second; connections that hang are left to end by themselves
     */
    public <T> List<Outcome<T>> run(Map<String, Target> targets, Task<T> task, BiConsumer<Integer, String> done, BooleanSupplier cancelled) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(atOnce, targets.size())), runnable -> {
            Thread thread = new Thread(runnable, "quorate-node");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<String, Future<Outcome<T>>> running = new LinkedHashMap<>();
            targets.forEach((name, target) -> running.put(name, workers.submit(() -> outcome(name, target, task, cancelled))));
            return await(running, done, cancelled);
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(String name, Target target, Task<T> task, BooleanSupplier cancelled) {
        try {
            return new Outcome<>(name, Optional.of(task.run(name, target, cancelled)), Optional.empty());
        } catch (RemoteException e) {
            return new Outcome<>(name, Optional.empty(), Optional.of(e));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // What one node said that nobody thought of must not take away what the others said.
            RemoteException fault = new RemoteException(RemoteException.Kind.FAULT, target.text() + ": this program has a fault: " + e, true);
            fault.initCause(e);
            return new Outcome<>(name, Optional.empty(), Optional.of(fault));
        }
    }

    private static <T> List<Outcome<T>> await(Map<String, Future<Outcome<T>>> running, BiConsumer<Integer, String> done, BooleanSupplier cancelled) {
        List<String> waiting = new ArrayList<>(running.keySet());
        int number = 0;
        while (!waiting.isEmpty()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            for (String name : List.copyOf(waiting)) {
                if (running.get(name).isDone()) {
                    waiting.remove(name);
                    done.accept(++number, name);
                }
            }
            if (!waiting.isEmpty()) {
                pause(running.get(waiting.get(0)));
            }
        }
        return running.values().stream().map(Fleet::get).toList();
    }

    private static <T> void pause(Future<Outcome<T>> next) {
        try {
            next.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What came of it is asked for when all are done.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static <T> Outcome<T> get(Future<Outcome<T>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
