// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.quorate.report.document.ReportDocument;
import org.quorate.ui.report.OutputForm;

/**
 * What a study found. Immutable.
 *
 * @param report to be read
 * @param data   the same for other programs, as the command line writes it
 * @param points scenarios that were simulated, in the order of the result; empty if there is but the one that was studied. Rows of tables
 *               and cells of maps name them by their index
 * @param note   on how it was made; absent: there is nothing to be said
 */
public record Found(ReportDocument report, List<DataForm> data, List<PointScenario> points, Optional<Note> note) {

    /**
     * What is said above a report, once.
     *
     * @param text for people, of one or more lines
     * @param file that was written and can be opened
     */
    public record Note(String text, Optional<Path> file) {
    }

    public Found {
        data = List.copyOf(data);
        points = List.copyOf(points);
    }

    /** The data as it is written to files. */
    public List<OutputForm> forms() {
        return data.stream().map(form -> OutputForm.ofBytes(form.name(), form.extension(),
                () -> form.text().get().getBytes(StandardCharsets.UTF_8))).toList();
    }

    /** Without a note. */
    public Found(ReportDocument report, List<DataForm> data, List<PointScenario> points) {
        this(report, data, points, Optional.empty());
    }

    /** Of a study of one scenario, or of none. */
    public Found(ReportDocument report, List<DataForm> data) {
        this(report, data, List.of());
    }
}
