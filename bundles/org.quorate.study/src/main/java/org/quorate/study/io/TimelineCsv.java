// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import java.util.List;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MemoryTimeline.CacheLine;

/**
 * The slab caches of every node over simulated time as CSV (RFC 4180 with bare line feeds), a row for each contender, node, cache and
 * sample: time since the start of the run in nanoseconds, name in /proc/slabinfo, whether it counts as lock memory or stands beside it,
 * objects, bytes. Sampled as {@link MemoryTimeline} says, in the first replication. Thread-safe.
 */
public final class TimelineCsv {

    private static final String HEADER = "contender,node,cache,counts_as,time_ns,objects,bytes\n";

    /** The text, with a header line. */
    public String write(Comparison comparison) {
        StringBuilder out = new StringBuilder(HEADER);
        for (ContenderResult contender : comparison.contenders()) {
            contender.memory().caches().forEach(line -> line(out, contender, line));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, ContenderResult contender, CacheLine line) {
        List<MemoryTimeline.Sample> samples = contender.memory().samples();
        for (int i = 0; i < samples.size(); i++) {
            CsvForm.row(out, List.of(contender.label(), line.node(), line.slabName(), line.lock() ? "lock" : "beside",
                    Long.toString(samples.get(i).timeNanos()), line.objects().get(i).toString(), Long.toString(line.bytes(i))));
        }
    }
}
