// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.quorate.cluster.result.MessageCount;
import org.quorate.study.result.MessageFigures;
import org.quorate.study.result.MessageFigures.MessageType;

/** Lock manager traffic of a phase, from its replications. */
final class MessageAnalysis {

    private static final Comparator<MessageType> MOST_FREQUENT_FIRST = Comparator
            .comparingDouble(MessageType::perOperation).reversed()
            .thenComparing(MessageType::type).thenComparing(MessageType::lock)
            .thenComparing(MessageType::acknowledgement);

    private record Key(String type, String lock, boolean acknowledgement) {
    }

    private MessageAnalysis() {
    }

    static MessageFigures of(List<PhaseSample> phase, Intervals intervals) {
        return new MessageFigures(
                intervals.of(perOperation(phase, message -> !message.acknowledgement(), MessageCount::count)),
                intervals.of(perOperation(phase, MessageCount::acknowledgement, MessageCount::count)),
                intervals.of(perOperation(phase, message -> true, MessageCount::bytes)),
                byType(phase));
    }

    private static double[] perOperation(List<PhaseSample> phase, Predicate<MessageCount> which,
            ToLongFunction<MessageCount> what) {
        return phase.stream().mapToDouble(sample -> sample.perOperation(
                sample.frame().messages().stream().filter(which).mapToLong(what).sum())).toArray();
    }

    private static List<MessageType> byType(List<PhaseSample> phase) {
        Map<Key, double[]> sums = new LinkedHashMap<>();
        for (PhaseSample sample : phase) {
            for (MessageCount message : sample.frame().messages()) {
                Key key = new Key(message.type(), message.lock(), message.acknowledgement());
                double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
                sum[0] += sample.perOperation(message.count());
                sum[1] += sample.perOperation(message.bytes());
            }
        }
        List<MessageType> types = new ArrayList<>();
        sums.forEach((key, sum) -> types.add(new MessageType(key.type(), key.lock(), key.acknowledgement(),
                sum[0] / phase.size(), sum[1] / phase.size())));
        types.sort(MOST_FREQUENT_FIRST);
        return types;
    }
}
