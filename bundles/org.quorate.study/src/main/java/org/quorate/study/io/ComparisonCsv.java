// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import java.util.Locale;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.DiskFigures;
import org.quorate.study.result.Interval;
import org.quorate.study.result.NodeMemory;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.PhaseFigures;

/**
 * The figures of a comparison as CSV (RFC 4180 with bare line feeds), one figure a row: contender, phase, subject
 * (operation, node, message type, station, part of time, lock), figure, unit, estimate, half width of its interval (empty where
 * only a mean is known). Thread-safe.
 */
public final class ComparisonCsv {

    private static final String HEADER = "contender,phase,subject,figure,unit,estimate,half_width\n";

    /** The text, with a header line. */
    public String write(Comparison comparison) {
        StringBuilder out = new StringBuilder(HEADER);
        for (ContenderResult contender : comparison.contenders()) {
            Rows total = new Rows(out, contender.label(), "");
            contender.total().mixLatencyNanos().ifPresent(value -> total.add("", "mix_latency_mean", "ns", value));
            total.add("", "lock_memory_peak", "B", contender.total().lockBytes());
            contender.hotLocks().forEach(lock -> {
                String subject = lock.lock().plain() + " (" + lock.lock().kernel() + ")";
                total.mean(subject, "lock_wait_share", "", lock.share());
                total.mean(subject, "lock_waits", "", lock.waits());
                total.mean(subject, "lock_wait_mean", "ns", lock.meanWaitNanos());
                total.mean(subject, "lock_hand_overs", "", lock.handOvers());
            });
            contender.phases().forEach(phase -> phase(new Rows(out, contender.label(), phase.phase()), phase));
        }
        return out.toString();
    }

    private static void phase(Rows rows, PhaseFigures phase) {
        rows.add("", "throughput", "1/s", phase.throughput());
        rows.add("", "saturated", "", phase.saturated() ? "1" : "0", "");
        phase.warmUp().ifPresent(warmUp -> {
            rows.mean("", "warm_up", "ns", warmUp.leftOutNanos());
            rows.mean("", "warm_up_mser5", "ns", warmUp.mser5Nanos());
            rows.add("", "warm_up_too_short", "", warmUp.tooShort() ? "1" : "0", "");
        });
        phase.operations().forEach(operation -> operation(rows, operation));
        phase.timeShares().forEach((part, share) -> rows.mean(lower(part), "time_share", "", share));
        rows.add("", "lock_messages", "1/op", phase.messages().locksPerOperation());
        rows.add("", "acknowledgements", "1/op", phase.messages().acknowledgementsPerOperation());
        rows.add("", "message_bytes", "B/op", phase.messages().bytesPerOperation());
        phase.messages().byType().forEach(type -> {
            String subject = type.type() + " " + type.lock();
            rows.mean(subject, "messages", "1/op", type.perOperation());
            rows.mean(subject, "message_bytes", "B/op", type.bytesPerOperation());
        });
        disk(rows, phase.disk());
        phase.memory().forEach(node -> memory(rows, node));
        phase.stations().forEach(station -> rows.add(station.station(), "utilisation", "", station.utilisation()));
    }

    private static void operation(Rows rows, OperationFigures operation) {
        String subject = lower(operation.operation());
        rows.mean(subject, "count", "", operation.count());
        rows.add(subject, "throughput", "1/s", operation.throughput());
        operation.latency().ifPresent(latency -> {
            rows.add(subject, "latency_mean", "ns", latency.meanNanos());
            rows.add(subject, "latency_p50", "ns", latency.p50Nanos());
            rows.add(subject, "latency_p95", "ns", latency.p95Nanos());
            rows.add(subject, "latency_p99", "ns", latency.p99Nanos());
        });
        operation.timeShares().forEach((part, share) -> rows.mean(subject, "time_share_" + lower(part), "", share));
    }

    private static void disk(Rows rows, DiskFigures disk) {
        rows.add("", "disk_reads", "1/op", disk.readsPerOperation());
        rows.add("", "disk_writes", "1/op", disk.writesPerOperation());
        rows.add("", "disk_flushes", "1/op", disk.flushesPerOperation());
        rows.add("", "disk_read_bytes", "B/op", disk.readBytesPerOperation());
        rows.add("", "disk_written_bytes", "B/op", disk.writtenBytesPerOperation());
        rows.add("", "heartbeat", "1/s", disk.heartbeatPerSecond());
    }

    private static void memory(Rows rows, NodeMemory node) {
        rows.add(node.node(), "lock_memory", "B", node.lockBytes());
        rows.add(node.node(), "lock_objects", "", node.lockObjects());
        rows.add(node.node(), "cached_inodes", "", node.cachedInodes());
        node.bytesPerInode().ifPresent(value -> rows.add(node.node(), "lock_memory_per_inode", "B", value));
        node.bytesPerInodeWithObjects()
                .ifPresent(value -> rows.add(node.node(), "lock_memory_per_inode_with_objects", "B", value));
        node.caches().forEach(cache -> {
            rows.mean(node.node(), "objects " + cache.slabName(), "", cache.objects());
            rows.mean(node.node(), "bytes " + cache.slabName(), "B", cache.bytes());
        });
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** Rows of one contender and phase. */
    private record Rows(StringBuilder out, String contender, String phase) {

        void add(String subject, String figure, String unit, Interval value) {
            add(subject, figure, unit, number(value.mean()), number(value.halfWidth()));
        }

        void mean(String subject, String figure, String unit, double value) {
            add(subject, figure, unit, number(value), "");
        }

        void add(String subject, String figure, String unit, String estimate, String halfWidth) {
            List<String> cells = List.of(contender, phase, subject, figure, unit, estimate, halfWidth);
            CsvForm.row(out, cells);
        }

        private static String number(double value) {
            return CsvForm.number(value);
        }
    }
}
