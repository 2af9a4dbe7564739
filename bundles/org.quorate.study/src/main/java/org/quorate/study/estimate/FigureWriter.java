// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.quorate.model.Node;
import org.quorate.model.Operation;
import org.quorate.model.Phase;

/**
 * The figures of a phase from what the analysis found for its classes of nodes.
 *
 * @param phase   the phase
 * @param classes of nodes, solved
 * @param values  the analysis
 * @param broken  assumptions
 * @param memory  at the end
 * @param nodes   of the cluster
 */
record FigureWriter(Phase phase, List<NodeClass> classes, MeanValues values, List<Assumption> broken, List<Estimate.NodeMemory> memory,
        List<Node> nodes) {

    private static final class Sum {
        double throughput;
        double latency;
        double messages;
    }

    Estimate.PhaseFigures figures() {
        Map<Operation, Sum> sums = new LinkedHashMap<>();
        double throughput = 0;
        double messages = 0;
        boolean saturated = values.saturated != null;
        for (NodeClass c : classes) {
            double all = c.members.size() * c.throughput;
            throughput += all;
            for (int item = 0; item < c.weights.length; item++) {
                if (c.weights[item] > 0) {
                    double share = all * c.weights[item];
                    double each = c.whole[item].free().messages + c.whole[item].held().messages;
                    Sum sum = sums.computeIfAbsent(phase.mix().get(item).operation(), o -> new Sum());
                    sum.throughput += share;
                    sum.latency += share * c.latency[item];
                    sum.messages += share * each;
                    messages += share * each;
                }
            }
        }
        List<Estimate.OperationFigures> operations = new ArrayList<>();
        sums.forEach((operation, sum) -> operations.add(new Estimate.OperationFigures(operation,
                saturated ? OptionalDouble.empty() : OptionalDouble.of(sum.latency / sum.throughput), sum.throughput, sum.messages / sum.throughput)));
        String busiest = "LUN";
        double use = Math.min(1, values.lunUse);
        if (values.linkUse > use) {
            busiest = "storage link";
            use = values.linkUse;
        }
        for (NodeClass c : classes) {
            String node = nodes.get(c.node).name();
            if (c.cpuUse > use) {
                busiest = node + " CPU";
                use = c.cpuUse;
            }
            if (c.receiverUse > use) {
                busiest = node + " lock manager";
                use = c.receiverUse;
            }
            if (c.mutexUse > use) {
                busiest = node + " directory lock";
                use = c.mutexUse;
            }
        }
        return new Estimate.PhaseFigures(phase.name(), operations, throughput, throughput > 0 ? messages / throughput : 0, memory, busiest,
                Math.min(1, use), broken);
    }
}
