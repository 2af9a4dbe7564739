// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.quorate.app.Progress;

/** Starts work on real nodes in the background and knows what is under way. Thread-safe. */
public final class NodeRuns {

    /**
     * Work on nodes, in a background thread.
     *
     * @param <T> of what it finds
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * @throws IOException                                if something cannot be read or written here
         * @throws IllegalArgumentException                   with a message for the user, if nodes cannot be reached as asked
         * @throws java.util.concurrent.CancellationException if cancelled
         */
        T run(Progress progress) throws IOException;
    }

    private final List<NodeRun<?>> running = new CopyOnWriteArrayList<>();

    /** Starts it. */
    public <T> NodeRun<T> start(String title, Work<T> work) {
        return start(title, work, run -> { });
    }

    /** @param begins told the run before it begins */
    public <T> NodeRun<T> start(String title, Work<T> work, Consumer<NodeRun<T>> begins) {
        NodeRun<T> run = new NodeRun<>(title);
        running.add(run);
        run.onChange(() -> {
            if (run.state() != NodeRun.State.RUNNING) {
                running.remove(run);
            }
        });
        begins.accept(run);
        new NodeJob<>(run, work).schedule();
        return run;
    }

    /** What has not ended. */
    public List<NodeRun<?>> running() {
        return List.copyOf(running);
    }

    public void cancelAll() {
        running.forEach(NodeRun::cancel);
    }
}
