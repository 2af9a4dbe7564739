// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

/** Counts what Quorate allocates an event once a model runs: what twice as many events allocate more. */
final class SteadyAllocation {
    private static final int EVENTS = 1_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SteadyAllocation() {
    }

    /** The most bytes an event of the two models. */
    static double most() {
        double server = bytesAnEvent(events -> new SingleServer(events / 2, Randomness.OWN.quorate()));
        return Math.max(server, bytesAnEvent(events -> new ClosedNetwork(events, Randomness.OWN.quorate())));
    }

    private static double bytesAnEvent(IntFunction<Model> model) {
        allocated(model.apply(EVENTS));
        return (double) (allocated(model.apply(2 * EVENTS)) - allocated(model.apply(EVENTS))) / EVENTS;
    }

    private static long allocated(Model model) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        QuorateEngine.run(model);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
