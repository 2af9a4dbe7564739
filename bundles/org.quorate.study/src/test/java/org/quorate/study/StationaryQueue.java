// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import org.quorate.sim.EventLoop;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;

/**
 * An M/M/1 queue on the event loop that is steady from its first instant: the number in the system at the start is drawn
 * from its steady state, geometric, and what is left of a service is exponential. The time in the system of each customer
 * is then exponential of mean 1 / (service rate - arrival rate) exactly (Kleinrock, "Queueing Systems" I, sections 3.2 and
 * 5.6), so that every figure has a known answer without any warm-up. For one thread.
 */
final class StationaryQueue {

    private static final int ARRIVAL = 0;
    private static final int DEPARTURE = 1;

    private final double serviceNanos;
    private final double gapNanos;
    private final int customers;
    private final LatencyRecorder latency = new LatencyRecorder();
    private final long[] arrived;
    private int next;

    /**
     * A queue.
     *
     * @param serviceNanos mean service time
     * @param gapNanos     mean time between arrivals, more than {@code serviceNanos}
     * @param customers    whose time in the system is measured
     */
    StationaryQueue(double serviceNanos, double gapNanos, int customers) {
        this.serviceNanos = serviceNanos;
        this.gapNanos = gapNanos;
        this.customers = customers;
        this.arrived = new long[customers];
    }

    /** Mean time in the system. */
    double mean() {
        return 1 / (1 / serviceNanos - 1 / gapNanos);
    }

    /** Percentile of the time in the system. */
    double percentile(double percent) {
        return -mean() * Math.log(1 - percent / 100);
    }

    /** One replication; what is returned is valid until the next one. */
    LatencyRecorder run(RandomStreams streams) {
        latency.reset();
        next = 0;
        RandomStream services = streams.named("services");
        RandomStream arrivals = streams.named("arrivals");
        Sampler service = Sampler.exponential(serviceNanos);
        Sampler gap = Sampler.exponential(gapNanos);
        Station server = new Station(1);
        EventLoop[] loop = new EventLoop[1];
        loop[0] = new EventLoop((kind, customer) -> {
            if (kind == DEPARTURE) {
                latency.record(loop[0].now() - arrived[customer]);
                return;
            }
            arrived[next] = loop[0].now();
            loop[0].at(server.admit(loop[0].now(), service.sample(services)), DEPARTURE, next);
            if (++next < customers) {
                loop[0].after(gap.sample(arrivals), ARRIVAL, 0);
            }
        });
        // P(more than n) = load^(n+1), by inversion, so that queues of other loads start alike on the same numbers.
        double load = serviceNanos / gapNanos;
        long present = (long) (Math.log(1 - streams.named("present").nextDouble()) / Math.log(load));
        RandomStream before = streams.named("services before");
        for (long i = 0; i < present; i++) {
            server.admit(0, service.sample(before));
        }
        loop[0].after(gap.sample(arrivals), ARRIVAL, 0);
        loop[0].runUntil(Long.MAX_VALUE / 2, () -> false);
        return latency;
    }
}
