// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.time.Duration;
import java.util.BitSet;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Cluster;
import org.quorate.model.HardwareProfile;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;

/** The processors of the nodes, and how long it takes to wake a thread. Not thread-safe. */
public final class Hosts implements Mechanism {

    private static final Step[] STEPS = HostStep.values();
    private static final Condition[] CONDITIONS = HostCondition.values();
    /** Time slice of the host's scheduler: sched_min_granularity of 0.75 ms, times 1 + log2 of two cores (kernel/sched/fair.c). */
    private static final long SLICE_NANOS = 1_500_000;
    /** What a process that slept is ahead at most: half of sched_latency, 6 ms times the same (place_entity). */
    private static final long MOST_CREDIT_NANOS = 6_000_000;

    private final Interpreter interpreter;
    private final Frames frames;
    private final Ledger ledger;
    private final Station[] processors;
    private final int[] cores;
    private final long[] busyUntil;
    /** The host whose cores all nodes share, or null. */
    private final Station host;
    private final long[] costs = new long[Cost.values().length];
    private final Sampler taskWakeUp;
    private final Sampler workerWakeUp;
    private final Sampler threadSwitch;
    private final RandomStream[] wakeUps;
    private final BitSet receivers = new BitSet();
    private final double contention;
    /** For how long the others have a node's core, or null if there are none. */
    private final Sampler away;
    /** CPU time that a node may still have before its turn is over, at a time. */
    private final double[] credit;
    private final long[] creditAt;
    private final RandomStream[] interruptions;

    Hosts(Cluster cluster, Interpreter interpreter, Ledger ledger, RandomStreams streams) {
        this.interpreter = interpreter;
        this.frames = interpreter.frames();
        this.ledger = ledger;
        HardwareProfile hardware = cluster.hardware();
        processors = new Station[cluster.nodes().size()];
        cores = new int[processors.length];
        busyUntil = new long[processors.length];
        wakeUps = new RandomStream[processors.length];
        interruptions = new RandomStream[processors.length];
        credit = new double[processors.length];
        creditAt = new long[processors.length];
        for (int node = 0; node < processors.length; node++) {
            cores[node] = cluster.nodes().get(node).cores();
            processors[node] = new Station(cores[node]);
            wakeUps[node] = streams.named("wake-up " + node);
            interruptions[node] = streams.named("interruption " + node);
        }
        contention = Math.max(1, hardware.contention());
        away = contention > 1 ? Sampler.exponential(Math.round(SLICE_NANOS * (contention - 1))) : null;
        costs[Cost.SYSTEM_CALL.ordinal()] = nanos(hardware, hardware.systemCall());
        costs[Cost.MESSAGE.ordinal()] = nanos(hardware, hardware.message());
        costs[Cost.LOCK_WORK.ordinal()] = nanos(hardware, hardware.lockWork());
        costs[Cost.BLOCK_WORK.ordinal()] = nanos(hardware, hardware.blockWork());
        costs[Cost.COPY_PAGE.ordinal()] = nanos(hardware, hardware.copyPage());
        taskWakeUp = Sampler.lognormal(nanos(hardware, hardware.taskWakeUp()), hardware.wakeUpVariation());
        workerWakeUp = Sampler.lognormal(nanos(hardware, hardware.workerWakeUp()), hardware.wakeUpVariation());
        threadSwitch = Sampler.lognormal(nanos(hardware, hardware.threadSwitch()), hardware.wakeUpVariation());
        host = hardware.sharedCores() > 0 ? new Station(hardware.sharedCores()) : null;
    }

    private static long nanos(HardwareProfile hardware, Duration time) {
        return Math.round(time.toNanos() * hardware.slowdown());
    }

    /** This frame takes messages from the network: who is woken by it waits as if an interrupt woke him. */
    void receives(int frame) {
        receivers.set(frame);
    }

    /** Resumes a task that slept in a system call, after its wake-up time. */
    public void wakeTask(int frame) {
        ledger.move(frame, TimePart.CPU_WAIT);
        interpreter.resume(frame, wakeUp(frames.node(frame), taskWakeUp));
    }

    /** Resumes an idle kernel thread, after its wake-up time. */
    public void wakeWorker(int frame) {
        interpreter.resume(frame, workerWakeUpNanos(frames.node(frame)));
    }

    /** A sample of the wake-up time of a kernel worker on a node, in nanoseconds, for work that has no frame. */
    public long workerWakeUpNanos(int node) {
        return wakeUp(node, workerWakeUp);
    }

    /**
     * Another thread of the node is running already and hands over. From a timer or a message it takes longer: the processor
     * slept, and the receiving thread goes on until its queue is empty (lab messages, section 2).
     */
    private long wakeUp(int node, Sampler fromOutside) {
        int waker = interpreter.running();
        boolean handedOver = waker >= 0 && frames.node(waker) == node && !receivers.get(waker);
        return (handedOver ? threadSwitch : fromOutside).sample(wakeUps[node]);
    }

    /**
     * For how long the host's other processes have a node's core now that the node wants it for some CPU time. The scheduler is fair:
     * the node's turn ends when it has had more than its share, and a node that mostly sleeps never has. So a busy host stretches the
     * mean of what is bound by the processor and hardly any median, as in the lab's busy runs.
     */
    private long awayNanos(int node, long now, long cpuNanos) {
        if (away == null) {
            return 0;
        }
        double earned = credit[node] + Math.max(0, now - creditAt[node]) / contention;
        credit[node] = Math.min(MOST_CREDIT_NANOS, earned) - cpuNanos;
        creditAt[node] = Math.max(now, creditAt[node]);
        long all = 0;
        while (credit[node] < 0) {
            long turn = away.sample(interruptions[node]);
            all += turn;
            credit[node] += turn / contention;
            // what it earns while it is away or at work is counted here, not once more by the clock
            creditAt[node] += turn;
        }
        return all;
    }

    /**
     * Resumes a task that a running receiver woke. On the only processor of a node it follows when the receiver sleeps, which
     * looks at its socket once more before (cluster/tcp.c:o2net_rx_until_empty); there is no idle processor to wake. Where there
     * are more, another one has to wake up for it.
     *
     * @param waiting messages that the receiver finds before
     */
    public void wakeTaskAfterReceiver(int frame, int waiting) {
        if (cores[frames.node(frame)] > 1) {
            wakeTask(frame);
            return;
        }
        ledger.move(frame, TimePart.CPU_WAIT);
        interpreter.resume(frame, costs[Cost.MESSAGE.ordinal()] * (waiting + 1));
    }

    /** The node's only processor is at work. */
    boolean isAtWork(int node) {
        return cores[node] == 1 && busyUntil[node] > interpreter.now();
    }

    /** Keeps a processor of the frame's node busy and resumes the frame when it is done. */
    public void work(int frame, long nanos) {
        long now = interpreter.now();
        int node = frames.node(frame);
        Station processor = processors[node];
        // a virtual processor that waits for a core of its host does nothing else
        long wait = host == null ? 0 : host.admit(now, nanos) - nanos - now;
        wait += awayNanos(node, now, nanos);
        long done = processor.admit(now, wait + nanos);
        busyUntil[frames.node(frame)] = done;
        if (processor.lastStartNanos() > now) {
            ledger.move(frame, TimePart.CPU_WAIT);
        }
        ledger.moveAt(frame, ledger.atHome(frame) ? TimePart.OWN_CPU : TimePart.REMOTE_CPU, processor.lastStartNanos());
        interpreter.resumeAt(frame, done);
    }

    /** Nanoseconds of one cost. */
    public long cost(Cost cost) {
        return costs[cost.ordinal()];
    }

    /** The processors of a node. */
    public Station processor(int node) {
        return processors[node];
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        switch ((HostStep) STEPS[step]) {
            case CPU -> {
                work(frame, costs[a]);
                return Outcome.WAIT;
            }
            case CPU_TIMES -> {
                work(frame, costs[a] * frames.get(frame, b));
                return Outcome.WAIT;
            }
            case SET -> frames.set(frame, a, b);
            case COPY -> frames.set(frame, a, frames.get(frame, b));
            case ADD -> frames.set(frame, a, frames.get(frame, a) + b);
        }
        return Outcome.NEXT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((HostCondition) CONDITIONS[condition]) {
            case IS -> frames.get(frame, a) == b;
            case BELOW -> frames.get(frame, a) < b;
            case LESS -> frames.get(frame, a) < frames.get(frame, b);
        };
    }
}
