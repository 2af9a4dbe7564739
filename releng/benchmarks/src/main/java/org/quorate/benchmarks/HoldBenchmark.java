// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.cloudsimplus.core.SimEntity;
import org.cloudsimplus.core.events.CloudSimEvent;
import org.cloudsimplus.core.events.FutureQueue;
import org.cloudsimplus.core.events.SimEvent;
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
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The hold model: the first event leaves and comes back a random time later. Only the pending events cost; the random times are
 * drawn before. SSJ reuses its event objects, which favours it; java.util.PriorityQueue and CloudSim Plus have a new object an
 * event, as their users have.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HoldBenchmark.HOLDS)
public class HoldBenchmark {
    static final int HOLDS = 1 << 16;

    /** The load of the case. */
    @State(Scope.Benchmark)
    public static class Times {
        @Param({"exponential 100", "exponential 10000", "exponential 1000000", "bimodal 10000", "ties 10000", "ties 1000000",
            "heartbeats 10000"})
        public String load;
        private HoldLoad drawn;

        @Setup
        public void draw() {
            drawn = new HoldLoad(load);
        }

        int pending() {
            return drawn.pending();
        }

        long next(int subject) {
            return drawn.next(subject);
        }
    }

    @State(Scope.Benchmark)
    public static class Quorate {
        private final EventQueue queue = new EventQueue();

        @Setup
        public void fill(Times times) {
            for (int i = 0; i < times.pending(); i++) {
                queue.push(times.next(i), 0, i);
            }
        }
    }

    @Benchmark
    public long quorate(Quorate state, Times times) {
        EventQueue queue = state.queue;
        for (int i = 0; i < HOLDS; i++) {
            queue.pop();
            queue.push(queue.timeNanos() + times.next(queue.subject()), queue.kind(), queue.subject());
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
            for (int i = 0; i < times.pending(); i++) {
                queue.add(new Node(times.next(i), sequence++, 0, i));
            }
        }
    }

    @Benchmark
    public long priorityQueue(Jdk state, Times times) {
        long time = 0;
        for (int i = 0; i < HOLDS; i++) {
            Node node = state.queue.remove();
            time = node.time;
            state.queue.add(new Node(time + times.next(node.subject), state.sequence++, node.kind, node.subject));
        }
        return time;
    }

    /** An event of SSJ that is never executed. */
    private static final class SsjEvent extends Event {
        private final int subject;

        SsjEvent(int subject) {
            this.subject = subject;
        }

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
            for (int i = 0; i < times.pending(); i++) {
                SsjEvent event = new SsjEvent(i);
                event.moveTo(times.next(i));
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
            event.moveTo(time + times.next(event.subject));
            state.events.add(event);
        }
        return time;
    }

    /** The list of future events of CloudSim Plus; the subject is the tag. */
    @State(Scope.Benchmark)
    public static class CloudSim {
        private final FutureQueue queue = new FutureQueue();

        @Setup
        public void fill(Times times) {
            for (int i = 0; i < times.pending(); i++) {
                add(times.next(i), i);
            }
        }

        void add(double time, int subject) {
            queue.addEvent(new CloudSimEvent(SimEvent.Type.SEND, time, SimEntity.NULL, SimEntity.NULL, subject, null));
        }
    }

    @Benchmark
    public double cloudSimPlus(CloudSim state, Times times) {
        double time = 0;
        for (int i = 0; i < HOLDS; i++) {
            SimEvent event = state.queue.first();
            state.queue.remove(event);
            time = event.getTime();
            state.add(time + times.next(event.getTag()), event.getTag());
        }
        return time;
    }
}
