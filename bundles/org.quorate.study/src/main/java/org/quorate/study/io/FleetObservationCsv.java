// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.HotLock;
import org.quorate.study.result.Interval;

/**
 * A running cluster beside its prediction as CSV (RFC 4180 with bare line feeds), a row a figure: node (all for the sum), topic, name, what,
 * predicted, low, high, mean, last, least, most, values, deviation, cut ({@code true}: the last one is that or more); hot locks are
 * topic hot, named by type and number. Words of nodes begin no formula. What is not known is empty. Thread-safe.
 */
public final class FleetObservationCsv {

    /** The text, with a header line. */
    public String write(FleetObservation observation) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("node", "topic", "name", "what", "predicted", "low", "high", "mean", "last", "least", "most", "values",
                "deviation", "cut"));
        for (FigureRow row : observation.figures()) {
            CsvForm.row(out, List.of(CsvForm.words(row.node()), row.figure().topic().word(), CsvForm.words(row.figure().name()), CsvForm.words(row.figure().what()),
                    row.predicted().map(interval -> CsvForm.number(interval.mean())).orElse(""),
                    row.predicted().map(Interval::low).map(CsvForm::number).orElse(""), row.predicted().map(Interval::high).map(CsvForm::number).orElse(""),
                    number(row.mean()), number(row.last()), number(row.least()), number(row.most()), Integer.toString(row.values()),
                    row.deviation().name().toLowerCase(Locale.ROOT), Boolean.toString(row.cut())));
        }
        for (HotLock lock : observation.hot()) {
            hot(out, lock, "waiters", OptionalDouble.of(lock.waiters()));
            hot(out, lock, "uses_per_second", lock.usesPerSecond());
            hot(out, lock, "wait_share", lock.waitShare());
        }
        return out.toString();
    }

    private static void hot(StringBuilder out, HotLock lock, String what, OptionalDouble value) {
        CsvForm.row(out, List.of(CsvForm.words(lock.node()), "hot", lock.type() + " " + lock.number(), what, "", "", "", number(value),
                "", "", "", "", "", ""));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? CsvForm.number(value.getAsDouble()) : "";
    }
}
