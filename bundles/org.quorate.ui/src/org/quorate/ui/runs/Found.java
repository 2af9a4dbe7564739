// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.quorate.report.document.ReportDocument;
import org.quorate.ui.report.OutputForm;

/**
 * What a study found. Immutable.
 *
 * @param report to be read
 * @param data   the same for other programs, as the command line writes it
 * @param points scenarios that were simulated, in the order of the result; empty if there is but the one that was studied. Rows of tables
 *               and cells of maps name them by their index
 */
public record Found(ReportDocument report, List<DataForm> data, List<PointScenario> points) {

    public Found {
        data = List.copyOf(data);
        points = List.copyOf(points);
    }

    /** The data as it is written to files. */
    public List<OutputForm> forms() {
        return data.stream().map(form -> OutputForm.ofBytes(form.name(), form.extension(),
                () -> form.text().get().getBytes(StandardCharsets.UTF_8))).toList();
    }

    /** Of a study of one scenario, or of none. */
    public Found(ReportDocument report, List<DataForm> data) {
        this(report, data, List.of());
    }
}
