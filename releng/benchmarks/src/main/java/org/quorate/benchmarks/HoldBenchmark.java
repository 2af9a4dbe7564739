// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quorate.sim.EventQueue;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: the first event leaves and comes back a random time later. Only the pending events cost; the random
 * times are drawn before. SSJ reuses its event objects, which favours it; java.util.PriorityQueue has a new record an event,
 * as its users have.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HoldBenchmark.HOLDS)
public class HoldBenchmark {
    static final int HOLDS = 1 << 16;

    /** How long events are pending. */
    public enum Increments {
        EXPONENTIAL, BIMODAL,
        /** All events at one instant, always. */
        TIES;

        long draw(RandomStream random) {
            return switch (this) {
                case EXPONENTIAL -> (long) (1e9 * random.nextExponential());
                case BIMODAL -> random.nextInt(10) == 0 ? 10_000_000_000L + random.nextInt(1_000_000_000)
                        : random.nextInt(100_000_000);
                case TIES -> 1_000_000_000L;
            };
        }
    }

    /** Increments drawn beforehand, taken in turn. */
    @State(Scope.Benchmark)
    public static class Times {
        private static final int LENGTH = 1 << 16;
        @Param({"100", "10000", "1000000"})
        public int pending;
        @Param
        public Increments increments;
        private final long[] table = new long[LENGTH];
        private int index;

        @Setup
        public void draw() {
            RandomStream random = new RandomStreams(1).named("hold");
            Arrays.setAll(table, i -> increments.draw(random));
        }

        long next() {
            index = index + 1 & LENGTH - 1;
            return table[index];
        }
    }

    @State(Scope.Benchmark)
    public static class Quorate {
        private final EventQueue queue = new EventQueue();

        @Setup
        public void fill(Times times) {
            for (int i = 0; i < times.pending; i++) {
                queue.push(times.next(), 0, i);
            }
        }
    }

    @Benchmark
    public long quorate(Quorate state, Times times) {
        EventQueue queue = state.queue;
        for (int i = 0; i < HOLDS; i++) {
            queue.pop();
            queue.push(queue.timeNanos() + times.next(), queue.kind(), queue.subject());
        }
        return queue.timeNanos();
    }

    private record Node(long time, long sequence, int kind, int subject) {
        static final Comparator<Node> ORDER = Comparator.comparingLong(Node::time).thenComparingLong(Node::sequence);
    }

    @State(Scope.Benchmark)
    public static class Jdk {
        private final PriorityQueue<Node> queue = new PriorityQueue<>(Node.ORDER);
        private long sequence;

        @Setup
        public void fill(Times times) {
            for (int i = 0; i < times.pending; i++) {
                queue.add(new Node(times.next(), sequence++, 0, i));
            }
        }
    }

    @Benchmark
    public long priorityQueue(Jdk state, Times times) {
        long time = 0;
        for (int i = 0; i < HOLDS; i++) {
            Node node = state.queue.remove();
            time = node.time;
            state.queue.add(new Node(time + times.next(), state.sequence++, node.kind, node.subject));
        }
        return time;
    }

    /** An event of SSJ that is never executed. */
    private static final class SsjEvent extends Event {
        /** Without the check of {@link #setTime} that the event is not scheduled: removal from a list leaves the time. */
        void moveTo(double time) {
            eventTime = time;
        }

        @Override
        public void actions() {
            throw new IllegalStateException("only lists are measured");
        }
    }

    @State(Scope.Benchmark)
    public static class Ssj {
        @Param({"SPLAY", "HENRIKSEN"})
        public String list;
        private EventList events;

        @Setup
        public void fill(Times times) {
            events = list.equals("SPLAY") ? new SplayTree() : new Henriksen();
            for (int i = 0; i < times.pending; i++) {
                SsjEvent event = new SsjEvent();
                event.moveTo(times.next());
                events.add(event);
            }
        }
    }

    @Benchmark
    public double ssj(Ssj state, Times times) {
        double time = 0;
        for (int i = 0; i < HOLDS; i++) {
            SsjEvent event = (SsjEvent) state.events.removeFirst();
            time = event.time();
            event.moveTo(time + times.next());
            state.events.add(event);
        }
        return time;
    }
}
