// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.Locale;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimate.OperationFigures;
import org.quorate.study.estimate.Estimate.PhaseFigures;

/**
 * An estimate as CSV (RFC 4180 with bare line feeds), a row for each contender, phase and kind of operation. The latency is empty if the
 * phase is saturated; {@code broken} names the assumptions that the phase does not keep, separated by semicolons. Thread-safe.
 */
public final class EstimateCsv {

    private static final List<String> HEADER = List.of("contender", "phase", "operation", "mean_latency_ns", "throughput_per_s",
            "messages_per_op", "most_lock_memory_bytes", "busiest", "utilisation", "broken");

    /** The text, with a header line. */
    public String write(Estimate estimate) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, HEADER);
        estimate.contenders().forEach(contender -> contender.phases().forEach(phase -> phase.operations()
                .forEach(operation -> CsvForm.row(out, row(contender.label(), phase, operation)))));
        return out.toString();
    }

    private static List<String> row(String label, PhaseFigures phase, OperationFigures operation) {
        String latency = operation.latencyNanos().isPresent() ? CsvForm.number(operation.latencyNanos().getAsDouble()) : "";
        String broken = String.join(";", phase.broken().stream().map(a -> a.kind().name().toLowerCase(Locale.ROOT)).distinct().toList());
        return List.of(label, phase.phase(), operation.operation().name().toLowerCase(Locale.ROOT), latency,
                CsvForm.number(operation.throughput()), CsvForm.number(operation.messages()), CsvForm.number(phase.mostLockMemory()),
                phase.busiest(), CsvForm.number(phase.utilisation()), broken);
    }
}
