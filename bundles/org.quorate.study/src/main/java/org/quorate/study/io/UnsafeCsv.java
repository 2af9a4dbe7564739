// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quorate.study.unsafe.Damage;
import org.quorate.study.unsafe.LossKind;
import org.quorate.study.unsafe.LossPoint;
import org.quorate.study.unsafe.UnsafeResult;

/**
 * What is lost over time as CSV (RFC 4180 with bare line feeds), a row for each time at which losses were counted: file system,
 * seconds, operations, reads and those that were stale, updates of metadata and those lost by kind, files changed and those
 * damaged by how, data blocks overwritten, blocks of the log overwritten, and for a power failure the updates that were only in
 * the log and those of them that recovery would not find. Thread-safe.
 */
public final class UnsafeCsv {

    private static final double NANOS_PER_SECOND = 1e9;

    /** The text, with a header line. */
    public String write(UnsafeResult result) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, header());
        for (LossPoint point : result.points()) {
            List<String> cells = new ArrayList<>(List.of(result.fileSystemName(), CsvForm.number(point.nanos() / NANOS_PER_SECOND)));
            List<Long> numbers = new ArrayList<>(List.of(point.operations(), point.reads(), point.staleReads(), point.updates()));
            numbers.addAll(point.lost().values());
            numbers.add(point.files());
            numbers.addAll(point.damaged().values());
            numbers.addAll(List.of(point.dataBlocks(), point.logBlocks(), point.crash().updates(), point.crash().lost()));
            numbers.forEach(number -> cells.add(Long.toString(number)));
            CsvForm.row(out, cells);
        }
        return out.toString();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("file_system", "seconds", "operations", "reads", "stale_reads", "updates"));
        for (LossKind kind : LossKind.values()) {
            header.add("lost_" + kind.name().toLowerCase(Locale.ROOT));
        }
        header.add("files_changed");
        for (Damage damage : Damage.values()) {
            header.add("files_" + damage.name().toLowerCase(Locale.ROOT));
        }
        header.addAll(List.of("data_blocks_overwritten", "log_blocks_overwritten", "crash_updates_in_log", "crash_updates_lost"));
        return header;
    }
}
