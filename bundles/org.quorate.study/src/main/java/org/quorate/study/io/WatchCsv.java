// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import org.quorate.cluster.result.LockName;
import org.quorate.study.watch.Arrow;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.Stage;

/**
 * A watched operation as CSV (RFC 4180 with bare line feeds): rows of the kinds {@code stage}, whose times sum to the latency, and
 * {@code message} and {@code disk}, which go on at the same time. Nanoseconds after the beginning of the operation. Thread-safe.
 */
public final class WatchCsv {

    private static final List<String> HEADER = List.of("row", "from_ns", "to_ns", "who", "to", "part", "waited_for", "what", "lock", "kernel_lock",
            "recipe");

    /** The text, with a header line. */
    public String write(OperationTrace trace) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, HEADER);
        for (Stage stage : trace.stages()) {
            CsvForm.row(out, List.of("stage", Long.toString(stage.fromNanos()), Long.toString(stage.toNanos()),
                    trace.lifelines().get(stage.lifeline()).title(), "", stage.part().name(), "yes", stage.what(),
                    stage.lock().map(LockName::plain).orElse(""), stage.lock().map(LockName::kernel).orElse(""), stage.recipe()));
        }
        for (Arrow arrow : trace.arrows()) {
            CsvForm.row(out, List.of(arrow.kind() == Arrow.Kind.DISK ? "disk" : "message", Long.toString(arrow.sentNanos()),
                    Long.toString(arrow.doneNanos()), arrow.fromNode(), arrow.toNode(), "", arrow.onPath() ? "yes" : "no", arrow.label(),
                    arrow.lock().map(LockName::plain).orElse(""), arrow.lock().map(LockName::kernel).orElse(""), ""));
        }
        return out.toString();
    }
}
