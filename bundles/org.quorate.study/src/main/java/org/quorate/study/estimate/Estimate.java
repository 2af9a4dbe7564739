// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.List;
import java.util.OptionalDouble;
import org.quorate.model.Operation;

/**
 * What a scenario costs, by closed forms and mean-value analysis instead of a simulation. Immutable, thread-safe.
 *
 * @param format     {@link #FORMAT}
 * @param scenario   its name
 * @param kernel     version of the kernel whose sizes were taken
 * @param contenders in the order of the scenario
 */
public record Estimate(String format, String scenario, String kernel, List<Contender> contenders) {

    /** Where all assumptions hold, figures are so near to the simulator's, as a share of these. */
    public static final double WITHIN = 0.2;

    /** Name and version of the JSON form. */
    public static final String FORMAT = "quorate-estimate/1";

    public Estimate {
        contenders = List.copyOf(contenders);
    }

    /**
     * One file system.
     *
     * @param label  of the contender
     * @param phases those that the scenario measures
     */
    public record Contender(String label, List<PhaseFigures> phases) {

        public Contender {
            phases = List.copyOf(phases);
        }
    }

    /**
     * One phase. Where the list of broken assumptions is empty, mean latency, messages and lock memory are within
     * {@link #WITHIN} of the simulator's.
     *
     * @param phase       its name
     * @param operations  by kind, in the order of the mix
     * @param throughput  operations a second, of all nodes
     * @param messages    lock messages an operation over the mix, acknowledgements aside
     * @param lockMemory  one a node, bytes, at the end of the phase
     * @param busiest     the station that is in use most
     * @param utilisation of that station, 0 to 1
     * @param broken      assumptions that the phase does not keep
     */
    public record PhaseFigures(String phase, List<OperationFigures> operations, double throughput, double messages,
            List<NodeMemory> lockMemory, String busiest, double utilisation, List<Assumption> broken) {

        public PhaseFigures {
            operations = List.copyOf(operations);
            lockMemory = List.copyOf(lockMemory);
            broken = List.copyOf(broken);
        }

        /** All assumptions hold. */
        public boolean holds() {
            return broken.isEmpty();
        }

        /** Lock memory of the node that has most, bytes. */
        public double mostLockMemory() {
            return lockMemory.stream().mapToDouble(NodeMemory::bytes).max().orElse(0);
        }

        /** An open load beyond the capacity: there is no latency. */
        public boolean saturated() {
            return broken.stream().anyMatch(a -> a.kind() == Assumption.Kind.CAPACITY);
        }
    }

    /**
     * One kind of operation in a phase.
     *
     * @param operation    which
     * @param latencyNanos mean as its caller sees it; absent if the phase is saturated
     * @param throughput   a second, of all nodes
     * @param messages     lock messages of one, acknowledgements aside
     */
    public record OperationFigures(Operation operation, OptionalDouble latencyNanos, double throughput, double messages) {
    }

    /**
     * Lock memory of a node.
     *
     * @param node  its name
     * @param bytes of lock objects, as in the simulator's figures
     */
    public record NodeMemory(String node, double bytes) {
    }
}
