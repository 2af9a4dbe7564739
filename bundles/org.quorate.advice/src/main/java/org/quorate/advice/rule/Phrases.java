// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Measured;
import org.quorate.advice.Use;
import org.quorate.model.Operation;
import org.quorate.model.UnitFormat;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/** Pieces of evidence that several rules write. Pure functions. */
final class Phrases {

    private Phrases() {
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** {@code 1 node}, {@code 3 nodes}. */
    static String nodes(int count) {
        return count + (count == 1 ? " node" : " nodes");
    }

    /** Mean and 95th percentile of an operation in each measured phase of each contender that did it, the private ones too. */
    static List<String> latencies(Context context, Operation operation) {
        return context.measured().stream().flatMap(measured -> latency(measured, operation).stream()).toList();
    }

    /** Mean and 95th percentile of an operation, if the contender did it in that phase. */
    static Optional<String> latency(Measured measured, Operation operation) {
        return measured.phase().operations().stream().filter(figures -> figures.operation() == operation).findFirst()
                .flatMap(OperationFigures::latency).map(latency -> of(measured) + Titles.of(operation) + " takes "
                        + Quantity.of(Dimension.TIME, latency.meanNanos()) + " on average, p95 " + Quantity.of(Dimension.TIME, latency.p95Nanos()));
    }

    /** Whose figures follow: {@code ocfs2, phase work: }. */
    static String of(Measured measured) {
        return title(measured.contender()) + ", phase " + measured.phase().phase() + ": ";
    }

    /** A contender, and whether it is a private one of each node. */
    static String title(ContenderResult contender) {
        return contender.label() + (contender.baseline() ? ", private on each node" : "");
    }

    /** Who does something when: {@code phase work: node1 and node2}. */
    static String who(Use use) {
        return "phase " + use.phase().name() + ": " + and(use.nodes());
    }

    /** A setting, exact, as in {@code 60 µs}. */
    static String time(Duration time) {
        return UnitFormat.format(time).replace(" us", " µs");
    }

    /** Bytes in a fitting unit. */
    static String bytes(double bytes) {
        return Quantity.of(Dimension.BYTES, bytes);
    }
}
