// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;
import java.util.stream.Stream;

/**
 * When and on what the runs were measured that come with the program. Immutable, thread-safe.
 *
 * @param first   day of the oldest, as year-month-day
 * @param last    day of the newest
 * @param kernels in words, each once, in the order of the runs
 */
public record LabSpan(String first, String last, List<String> kernels) {

    public LabSpan {
        kernels = List.copyOf(kernels);
    }

    /** That of the tables and of all results of the cluster in a box. */
    public static LabSpan ofProduct() {
        return of(Stream.concat(Stream.of(LabOrigin.TABLES), LabResults.origins().stream()).toList());
    }

    static LabSpan of(List<LabOrigin> origins) {
        List<String> days = origins.stream().map(LabOrigin::date).sorted().toList();
        return new LabSpan(days.get(0), days.get(days.size() - 1), origins.stream().map(LabOrigin::kernel).distinct().toList());
    }
}
