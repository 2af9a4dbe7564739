// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quorate.model.Operation;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointContender.PointPhase;
import org.quorate.study.sweep.Sweep;

/**
 * A figure that a sweep draws.
 *
 * @param title what it is
 * @param unit  of its values
 * @param value of a contender at a point, if it has one
 */
record SweepFigure(String title, Unit unit, Function<PointContender, Optional<Interval>> value) {

    /** All of a sweep: what concerns all phases first, then each phase. */
    static List<SweepFigure> of(Sweep sweep) {
        List<SweepFigure> figures = new ArrayList<>(List.of(
                new SweepFigure(Figure.MIX_LATENCY.title(), Unit.TIME, PointContender::mixLatencyNanos),
                new SweepFigure(Figure.LOCK_MEMORY.title(), Unit.BYTES, PointContender::lockBytes)));
        boolean several = sweep.phases().size() > 1;
        for (Map.Entry<String, Set<Operation>> entry : sweep.phases().entrySet()) {
            String phase = entry.getKey();
            String in = several ? " in phase " + phase : "";
            figures.add(new SweepFigure("Throughput" + in, Unit.OPERATIONS_PER_SECOND,
                    contender -> contender.phase(phase).flatMap(PointPhase::throughput)));
            figures.add(new SweepFigure("Lock messages" + in, Unit.MESSAGES_PER_OPERATION,
                    contender -> contender.phase(phase).flatMap(PointPhase::messagesPerOperation)));
            for (Operation operation : entry.getValue()) {
                figures.add(new SweepFigure("99th percentile of " + Words.of(operation) + in, Unit.TIME, contender -> contender
                        .phase(phase).flatMap(figure -> figure.latency(operation)).map(Latency::p99Nanos)));
            }
        }
        return figures;
    }
}
