// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * A stretch of work. Ends when every thread has done {@code operationsPerThread} operations, or the whole sequence, or else
 * after {@code duration}. Immutable, thread-safe.
 *
 * @param name      identifier, unique in the workload
 * @param load      closed (threads that think) or open (arrivals)
 * @param duration  length of the phase, used when {@code operationsPerThread} is absent
 * @param warmUp    the first part of it, left out of the figures
 * @param operationsPerThread a fixed number of operations a thread
 * @param nodes     names of the nodes that work; empty: all
 * @param inTurn    the nodes do one operation each in turn, never two at once (a token goes round)
 * @param sequence  each thread does as many of the first operation of the mix as it counts, then of the second, and so on
 * @param measured  false: only prepares for later phases, is not reported
 * @param dropCaches the phase's nodes drop their caches before it starts
 * @param syncAfter  the phase's nodes write back everything (syncfs) when it ends; deferred I/O counts for the phase
 * @param mix       the operations, with their weights; none: time passes
 */
public record Phase(String name, Load load, Duration duration, Duration warmUp, OptionalLong operationsPerThread,
        List<String> nodes, boolean inTurn, boolean sequence, boolean measured, boolean dropCaches, boolean syncAfter,
        List<OperationShare> mix) {

    /** Closed or open load. */
    public sealed interface Load permits Closed, Open {

        /**
         * What does the work of all nodes together on fewer of them, evenly spread.
         *
         * @param nodes that work, 1 or more
         * @param left  of them, 1 or more
         */
        Load spread(int nodes, int left);
    }

    /**
     * A fixed number of threads on each node, each thinking between its operations.
     *
     * @param threads   on each node, 1 to {@value #MOST_THREADS}
     * @param thinkTime between operations of one thread
     */
    public record Closed(int threads, TimeDistribution thinkTime) implements Load {

        /** On each node. */
        public static final int MOST_THREADS = 4096;

        /** Each node has as many threads, and none is left out: where they cannot be divided there are more in all than before. */
        @Override
        public Closed spread(int nodes, int left) {
            return new Closed(Math.toIntExact(((long) threads * nodes + left - 1) / left), thinkTime);
        }
    }

    /**
     * Operations arrive whether or not earlier ones are done (Poisson).
     *
     * @param operationsPerSecond on each node, more than 0
     */
    public record Open(double operationsPerSecond) implements Load {

        @Override
        public Open spread(int nodes, int left) {
            return new Open(operationsPerSecond * nodes / left);
        }
    }

    public Phase {
        nodes = List.copyOf(nodes);
        mix = List.copyOf(mix);
    }

    /** The same under a name, on nodes and with a mix of its own. */
    public Phase with(String newName, List<String> newNodes, List<OperationShare> newMix) {
        return new Phase(newName, load, duration, warmUp, operationsPerThread, newNodes, inTurn, sequence, measured, dropCaches, syncAfter, newMix);
    }

    /** Names of the nodes that work, of all of the cluster. */
    public List<String> workers(List<String> all) {
        return nodes.isEmpty() ? all : nodes;
    }

    /** Ends when its operations are done, not after its duration. */
    public boolean counted() {
        return sequence || operationsPerThread.isPresent();
    }
}
