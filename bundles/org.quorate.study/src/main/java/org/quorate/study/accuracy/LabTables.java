// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the measured tables into runs. Not thread-safe; made for one reading. */
final class LabTables {

    private static final String SYNC = ".sync";
    /** Traffic of an idle cluster, which the lab subtracts elsewhere, and the mark of a phase without messages. */
    private static final List<String> NO_LOCK_MESSAGES = List.of("KEEPALIVE", "KEEPALIVE_RESP", "none");

    private final Map<String, List<CsvTable.Row>> truth;
    private final Map<String, List<CsvTable.Row>> locks;
    private final Map<String, List<CsvTable.Row>> messages;
    private final Function<String, LabOrigin> origins;

    /** @param origins of a run by its name */
    LabTables(CsvTable truth, CsvTable locks, CsvTable messages, Function<String, LabOrigin> origins) {
        this.truth = byRun(truth);
        this.locks = byRun(locks);
        this.messages = byRun(messages);
        this.origins = origins;
    }

    /** The runs of the tables that come with the program, captures last. */
    static List<LabRun> ofProduct() {
        return new LabTables(CsvTable.ofProduct("truth.csv"), CsvTable.ofProduct("locks.csv"),
                CsvTable.ofProduct("messages-by-type.csv"), LabOrigin::ofTables).runs();
    }

    List<LabRun> runs() {
        List<LabRun> runs = new ArrayList<>();
        truth.forEach((run, rows) -> runs.add(new LabRun(run, rows.get(0).text("fs"), (int) rows.get(0).whole("nodes"),
                LabRun.seconds(rows.get(0).text("host_cpu_s")), phases(rows),
                objects(locks.getOrDefault(run, List.of())), List.of(), origins.apply(run))));
        messages.forEach((run, rows) -> runs.add(capture(LabOrigin.capture(run), rows)));
        return runs;
    }

    private LabRun capture(String name, List<CsvTable.Row> rows) {
        return new LabRun(name, rows.get(0).text("fs"), (int) rows.get(0).whole("nodes"), List.of(), List.of(), List.of(), captured(rows),
                origins.apply(name));
    }

    private static Map<String, List<CsvTable.Row>> byRun(CsvTable table) {
        return by("run", table.rows());
    }

    private static Map<String, List<CsvTable.Row>> by(String column, List<CsvTable.Row> rows) {
        Map<String, List<CsvTable.Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.text(column), key -> new ArrayList<>()).add(row));
        return groups;
    }

    private static List<LabRun.Phase> phases(List<CsvTable.Row> rows) {
        List<LabRun.Phase> phases = new ArrayList<>();
        by("phase", rows).forEach((phase, calls) -> {
            CsvTable.Row row = calls.get(0);
            phases.add(new LabRun.Phase(phase, row.whole("operations"), row.number("segments_per_op"),
                    row.number("payload_bytes_per_op"), row.number("reads_per_op"), row.number("writes_per_op"),
                    row.number("flushes_per_op"), calls.stream().map(LabTables::call).toList()));
        });
        return phases;
    }

    private static LabRun.Call call(CsvTable.Row row) {
        return new LabRun.Call((int) row.whole("node"), row.text("op"), row.number("p50_us"), row.number("p99_us"));
    }

    /** A phase that a run has twice gets a 2 behind its name; of a phase and its sync, what was there after the sync counts. */
    private static List<LabRun.Objects> objects(List<CsvTable.Row> rows) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, LabRun.Objects> last = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            String measured = row.text("phase");
            String place = row.text("node") + " " + row.text("cache");
            int time = seen.merge(measured + " " + place, 1, Integer::sum);
            String phase = withoutSync(measured) + (time == 1 ? "" : time);
            last.put(phase + " " + place, new LabRun.Objects(phase, (int) row.whole("node"), row.text("cache"),
                    row.whole("after"), (int) row.whole("object_bytes")));
        }
        return List.copyOf(last.values());
    }

    private static List<LabRun.Captured> captured(List<CsvTable.Row> rows) {
        Map<String, Long> operations = new LinkedHashMap<>();
        Map<String, Map<String, Long>> counts = new HashMap<>();
        for (CsvTable.Row row : rows) {
            String phase = withoutSync(row.text("phase"));
            operations.merge(phase, row.whole("operations"), Math::max);
            Map<String, Long> byType = counts.computeIfAbsent(phase, key -> new TreeMap<>());
            if (!NO_LOCK_MESSAGES.contains(row.text("message"))) {
                byType.merge(row.text("message"), row.whole("count"), Long::sum);
            }
        }
        List<LabRun.Captured> captured = new ArrayList<>();
        operations.forEach((phase, number) -> captured.add(new LabRun.Captured(phase, number, counts.get(phase))));
        return captured;
    }

    private static String withoutSync(String phase) {
        return phase.endsWith(SYNC) ? phase.substring(0, phase.length() - SYNC.length()) : phase;
    }
}
