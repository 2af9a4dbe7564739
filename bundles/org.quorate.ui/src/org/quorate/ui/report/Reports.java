// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.quorate.app.ReportForm;
import org.quorate.app.ReportStore;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/** What the reports that the workbench shows have in common: their date, what draws their charts, and in which forms they are written. Thread-safe. */
public final class Reports {

    private final Clock clock;
    private ChartPainter painter;

    public Reports(Clock clock) {
        this.clock = clock;
    }

    /** What a report says of where it comes from, and a first look at the fonts: call it in the background. */
    public ReportContext context(List<String> command) {
        painter();
        return new ReportContext(LocalDate.now(clock), command);
    }

    /** The forms that a report is written in, as the program offers them. */
    public List<OutputForm> forms(ReportDocument report) {
        LocalDate today = LocalDate.now(clock);
        return Stream.of(ReportForm.values()).map(form -> new OutputForm(form.title(), form.extension(), writer(report, form, today))).toList();
    }

    private OutputForm.Writer writer(ReportDocument report, ReportForm form, LocalDate today) {
        return new OutputForm.Writer() {
            @Override
            public void write(Path file) throws IOException {
                new ReportStore().write(file, form.write(report, today, painter(), file), true);
            }

            @Override
            public Optional<Path> beside(Path file) {
                return form.beside(file);
            }
        };
    }

    /** There is one: it holds the fonts. */
    public synchronized ChartPainter painter() {
        if (painter == null) {
            painter = new ChartPainter();
        }
        return painter;
    }
}
