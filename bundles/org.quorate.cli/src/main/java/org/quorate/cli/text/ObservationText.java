// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.Observation.SlabRow;
import org.quorate.study.observe.Pair;
import org.quorate.study.result.Origin;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** An observation as text: a table for each file that was given, then what a reader must know. Thread-safe. */
public final class ObservationText {

    private static final int WIDTH = 100;

    private final Style style;

    /** Text in that style. */
    public ObservationText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Observation observation) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(observation.origin().title()))).append('\n');
        out.append(Plain.line(observation.fileSystem() + " (" + observation.kind().title() + "), node " + observation.node() + ", at the end of phase "
                + observation.phase())).append('\n');
        if (!observation.slabs().isEmpty()) {
            slabs(out, observation.slabs());
        }
        if (!observation.locks().isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(List.of("type", "mode", "predicted", "actual", "ratio")));
            observation.locks().forEach(row -> rows.add(row(List.of(row.type(), row.mode()), row.locks())));
            table(out, "Locks in memory", rows, Set.of(0, 1));
        }
        if (!observation.calls().isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(List.of("type", "what", "predicted", "actual", "ratio")));
            observation.calls().forEach(row -> {
                rows.add(row(List.of(row.type(), "requests to the lock manager"), row.requests()));
                rows.add(row(List.of(row.type(), "holders"), row.holders()));
            });
            table(out, "What these locks were used for", rows, Set.of(0, 1));
        }
        notes(out, observation.notes());
        out.append('\n').append(style.dim(footer(observation.origin()))).append('\n');
        return out.toString();
    }

    private void slabs(StringBuilder out, List<SlabRow> slabs) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("slab cache", "objects", "actual", "ratio", "peak", "size", "actual", "memory", "actual",
                "ratio")));
        for (SlabRow slab : slabs) {
            rows.add(List.of(slab.cache(), number(slab.objects().predicted()), number(slab.objects().actual()), ratio(slab.objects()),
                    number(slab.peakObjects()), number(slab.objectBytes().predicted()), number(slab.objectBytes().actual()),
                    bytes(slab.bytes().predicted()), bytes(slab.bytes().actual()), ratio(slab.bytes())));
        }
        table(out, "Slab caches: objects, bytes of one, memory of all", rows, Set.of(0));
    }

    private void table(StringBuilder out, String title, List<List<String>> rows, Set<Integer> words) {
        out.append('\n').append(style.bold(title)).append('\n');
        Columns.write(out, style, rows, words);
    }

    private static void notes(StringBuilder out, List<String> notes) {
        if (!notes.isEmpty()) {
            out.append('\n');
        }
        for (String note : notes) {
            out.append("- ").append(String.join("\n  ", Wrap.lines(Plain.line(note), WIDTH))).append('\n');
        }
    }

    private static List<String> row(List<String> names, Pair pair) {
        List<String> row = new ArrayList<>(names);
        row.addAll(List.of(number(pair.predicted()), number(pair.actual()), ratio(pair)));
        return row;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Quantity.number(value.getAsDouble(), Quantity.decimals(value.getAsDouble(), 0)) : "-";
    }

    private static String bytes(OptionalDouble value) {
        return value.isPresent() ? Quantity.of(Dimension.BYTES, value.getAsDouble()) : "-";
    }

    private static String ratio(Pair pair) {
        return pair.ratio().isPresent() ? Quantity.number(pair.ratio().getAsDouble()) : "-";
    }

    private static String footer(Origin origin) {
        return Plain.line("scenario " + origin.scenario() + ", seed " + origin.seed() + ", mean of " + origin.replications()
                + " replications, ratio is predicted over actual, kernel " + origin.kernel() + ", quorate " + origin.quorateVersion());
    }
}
