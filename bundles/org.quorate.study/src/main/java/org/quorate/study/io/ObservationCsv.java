// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.OptionalDouble;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.Pair;

/**
 * An observation as CSV (RFC 4180 with bare line feeds), a row a figure: table (slab, lock, call), name (of the cache, or type of lock), mode
 * (of locks), figure, predicted, actual, ratio. What is not known is empty. Thread-safe.
 */
public final class ObservationCsv {

    /** The text, with a header line. */
    public String write(Observation observation) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("table", "name", "mode", "figure", "predicted", "actual", "ratio"));
        observation.slabs().forEach(slab -> {
            row(out, "slab", slab.cache(), "", "objects", slab.objects());
            row(out, "slab", slab.cache(), "", "peak_objects", new Pair(slab.peakObjects(), OptionalDouble.empty(), OptionalDouble.empty()));
            row(out, "slab", slab.cache(), "", "object_bytes", slab.objectBytes());
            row(out, "slab", slab.cache(), "", "bytes", slab.bytes());
        });
        observation.locks().forEach(lock -> row(out, "lock", lock.type(), lock.mode(), "locks", lock.locks()));
        observation.calls().forEach(call -> {
            row(out, "call", call.type(), "", "requests", call.requests());
            row(out, "call", call.type(), "", "holders", call.holders());
        });
        return out.toString();
    }

    private static void row(StringBuilder out, String table, String name, String mode, String figure, Pair pair) {
        CsvForm.row(out, List.of(table, name, mode, figure, number(pair.predicted()), number(pair.actual()), number(pair.ratio())));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? CsvForm.number(value.getAsDouble()) : "";
    }
}
