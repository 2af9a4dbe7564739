// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.quorate.model.Scenario;
import org.quorate.report.ComparisonReport;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.study.result.Comparison;

/** Makes the reports that the workbench shows, and what draws their charts. Thread-safe. */
public final class ComparisonDocuments {

    private final Clock clock;
    private ChartPainter painter;

    public ComparisonDocuments(Clock clock) {
        this.clock = clock;
    }

    /** The report, and a first look at the fonts: call it in the background. */
    public ReportDocument document(Comparison comparison, Scenario scenario) {
        painter();
        return ComparisonReport.document(comparison, scenario, new ReportContext(LocalDate.now(clock),
                List.of("quorate", "compare", scenario.name() + ".yaml")));
    }

    /** There is one: it holds the fonts. */
    public synchronized ChartPainter painter() {
        if (painter == null) {
            painter = new ChartPainter();
        }
        return painter;
    }
}
