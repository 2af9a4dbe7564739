// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;

/**
 * The simulator compared with the lab. Immutable, thread-safe; the same version gives the same value.
 *
 * @param format   name and version of the JSON form, {@link #FORMAT}
 * @param version  of the program
 * @param measured when the lab measured the runs: their dates
 * @param kernel   that it measured, all of the runs'
 * @param runs     that were compared
 * @param summary  by kind of figures and file system
 * @param rows     a figure each, those that miss among them
 */
public record Accuracy(String format, String version, String measured, String kernel, List<String> runs,
        List<AccuracySummary> summary, List<AccuracyRow> rows) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-accuracy/1";

    public Accuracy {
        runs = List.copyOf(runs);
        summary = List.copyOf(summary);
        rows = List.copyOf(rows);
    }
}
