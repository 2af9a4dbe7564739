// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Cluster;
import org.quorate.model.TimeDistribution;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;

/**
 * The interconnect: one TCP connection for each pair of nodes (messages never overtake each other), and one receiving thread
 * for each node and protocol, which takes the messages in the order of their arrival (kernel reference 2.1, 2.2: ordered work
 * queues). Not thread-safe.
 */
public final class Network implements Mechanism {

    private static final Step[] STEPS = NetworkStep.values();
    private static final MessageType[] TYPES = MessageType.values();
    private static final int PROTOCOLS = Protocol.values().length;
    private static final int NONE = -1;
    /** Ethernet, IPv4 and TCP headers with timestamps: 14 + 4 + 20 + 32 bytes, preamble and gap 20. */
    private static final int HEADER_BYTES = 90;

    private final Interpreter interpreter;
    private final Frames frames;
    private final Ledger ledger;
    private final Hosts hosts;
    private final int nodes;
    private final Sampler delay;
    private final RandomStream[] delays;
    private final double nanosPerByte;
    private final long[] lastArrival;
    private final int[] head;
    private final int[] tail;
    private final int[] receiver;
    private final boolean[] idle;
    private final int arriveKind;
    private final Messages messages = new Messages();
    private final Traffic traffic;

    Network(Cluster cluster, Interpreter interpreter, Ledger ledger, Hosts hosts, RandomStreams streams, Traffic traffic) {
        this.traffic = traffic;
        this.interpreter = interpreter;
        this.frames = interpreter.frames();
        this.ledger = ledger;
        this.hosts = hosts;
        nodes = cluster.nodes().size();
        TimeDistribution oneWay = TimeDistribution.lognormal(cluster.interconnect().roundTrip().dividedBy(2),
                cluster.interconnect().variation());
        delay = Sampler.lognormal(oneWay.mean().toNanos(), oneWay.variation());
        nanosPerByte = 8e9 / cluster.interconnect().bandwidth().bitsPerSecond();
        lastArrival = new long[nodes * nodes];
        delays = new RandomStream[nodes];
        for (int node = 0; node < nodes; node++) {
            delays[node] = streams.named("network " + node);
        }
        head = new int[nodes * PROTOCOLS];
        tail = new int[nodes * PROTOCOLS];
        receiver = new int[nodes * PROTOCOLS];
        idle = new boolean[nodes * PROTOCOLS];
        java.util.Arrays.fill(head, NONE);
        java.util.Arrays.fill(receiver, NONE);
        arriveKind = interpreter.register((kind, message) -> arrive(message));
    }

    public Messages messages() {
        return messages;
    }

    public Traffic traffic() {
        return traffic;
    }

    /** Names the frame that receives a protocol's messages on its node; its recipe begins with AWAIT_MESSAGE. */
    public void receiver(Protocol protocol, int frame) {
        receiver[frames.node(frame) * PROTOCOLS + protocol.ordinal()] = frame;
        hosts.receives(frame);
    }

    /** Sends a message; its fields are set. The operation that it is sent for waits for the network. */
    public void send(int message) {
        send(message, interpreter.now() + delay.sample(delays[messages.from[message]]));
    }

    /** Sends a message in the segment of the one that the same node has just sent to the same node. */
    public void sendInSegment(int message) {
        send(message, lastArrival[messages.from[message] * nodes + messages.to[message]]);
    }

    private void send(int message, long earliest) {
        int from = messages.from[message];
        int to = messages.to[message];
        if (from == to) {
            throw new IllegalStateException("a node sends no " + TYPES[messages.type[message]] + " to itself");
        }
        long transfer = (long) ((messages.bytes[message] + HEADER_BYTES) * nanosPerByte);
        long arrival = Math.max(earliest + transfer, lastArrival[from * nodes + to]);
        lastArrival[from * nodes + to] = arrival;
        traffic.sent(messages, message, arrival);
        ledger.moveOperation(messages.behalf[message], TimePart.NETWORK);
        interpreter.at(arrival, arriveKind, message);
    }

    /** True if no message waits at the receiver of a protocol on a node. */
    public boolean drained(Protocol protocol, int node) {
        return head[node * PROTOCOLS + protocol.ordinal()] == NONE;
    }

    /** Messages that wait at the receiver of a protocol on a node. */
    public int waiting(Protocol protocol, int node) {
        int count = 0;
        for (int message = head[node * PROTOCOLS + protocol.ordinal()]; message != NONE; message = messages.next[message]) {
            count++;
        }
        return count;
    }

    /** Messages from this node that wait at the receiver of a protocol on a node. */
    public int waitingFrom(Protocol protocol, int node, int from) {
        int count = 0;
        for (int message = head[node * PROTOCOLS + protocol.ordinal()]; message != NONE; message = messages.next[message]) {
            count += messages.from[message] == from ? 1 : 0;
        }
        return count;
    }

    private void arrive(int message) {
        ledger.moveOperation(messages.behalf[message], TimePart.REMOTE_CPU);
        int queue = messages.to[message] * PROTOCOLS + TYPES[messages.type[message]].protocol().ordinal();
        messages.next[message] = NONE;
        messages.metAtWork[message] = !idle[queue] || hosts.isAtWork(messages.to[message]);
        if (head[queue] == NONE) {
            head[queue] = message;
        } else {
            messages.next[tail[queue]] = message;
        }
        tail[queue] = message;
        if (idle[queue]) {
            idle[queue] = false;
            hosts.wakeWorker(receiver[queue]);
        }
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return new Condition[0];
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int queue = frames.node(frame) * PROTOCOLS + a;
        int message = head[queue];
        if (message == NONE) {
            idle[queue] = true;
            frames.set(frame, Reg.BEHALF, NONE);
            return Outcome.AGAIN;
        }
        head[queue] = messages.next[message];
        frames.set(frame, Reg.MESSAGE, message);
        frames.set(frame, Reg.BEHALF, messages.behalf[message]);
        return Outcome.NEXT;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalArgumentException("the network answers no questions");
    }
}
