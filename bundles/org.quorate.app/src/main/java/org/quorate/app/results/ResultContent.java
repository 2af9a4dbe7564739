// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.util.List;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;

/**
 * What a study found. Immutable.
 *
 * @param scenario text of the scenario as it was; empty if the study is about none
 * @param report   on the study
 * @param data     the same for other programs, as the command line writes it
 * @param points   scenarios that were simulated, in the order of the result; empty if there is but the one that was studied
 */
public record ResultContent(String scenario, ReportDocument report, List<KeptText> data, List<KeptText> points) {

    /** The form of the data that has all of it. */
    private static final String JSON = "json";

    /**
     * A text that belongs to a result.
     *
     * @param name      for people
     * @param extension of files of it, without a dot
     * @param text      itself
     */
    public record KeptText(String name, String extension, String text) {
    }

    public ResultContent {
        data = List.copyOf(data);
        points = List.copyOf(points);
    }

    /**
     * The figures, if it is a comparison.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Comparison comparison() {
        return data.stream().filter(form -> form.extension().equals(JSON)).findFirst().map(form -> new ComparisonJson().read(form.text()))
                .orElseThrow(() -> new IllegalArgumentException("it has no figures"));
    }
}
