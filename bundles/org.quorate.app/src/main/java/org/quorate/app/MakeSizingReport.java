// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.language.ScenarioNames;
import org.quorate.report.language.Translator;
import org.quorate.report.sizing.SizingReport;
import org.quorate.report.sizing.SizingResults;
import org.quorate.report.sizing.Template;

/**
 * Makes the report that a consultant hands to a customer: runs what is missing, uses what was kept, and writes it in any form.
 * Thread-safe.
 */
public final class MakeSizingReport {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final QuorateApp app;
    private final String build;

    /**
     * @param app   whose use cases make the parts
     * @param build of the program: comparisons kept by another one are not used
     */
    MakeSizingReport(QuorateApp app, String build) {
        this.app = app;
        this.build = build;
    }

    /**
     * What was run.
     *
     * @param results the same whatever was kept
     * @param made    parts that were run, without the failures
     * @param kept    parts that were there already
     * @param told    units of progress that were told of in all, at least 1
     */
    public record Made(SizingResults results, List<SizingPart> made, List<SizingPart> kept, int told) {

        public Made {
            made = List.copyOf(made);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Plans what the chapters of a template need and the scenario allows. Takes some milliseconds, with sensitivity some more.
     *
     * @throws IllegalArgumentException with a message for the user, of one or more lines
     * @throws CancellationException    if cancelled
     */
    public SizingPlan plan(ScenarioDocument document, Template template, SizingPlan.Wish wish, Progress progress) {
        return new SizingPlanner(app, document, template, wish).plan(progress);
    }

    /**
     * Runs what is missing; takes seconds to minutes. After it was cancelled or killed, the same plan goes on behind the last part that
     * was kept.
     *
     * @param names                                   of parts, for people: the progress tells them
     * @throws IOException                            if a part cannot be kept
     * @throws CancellationException                  if cancelled
     * @throws org.quorate.study.StudyFailedException if a run failed, which is an error of the program
     */
    public Made run(SizingPlan plan, Function<SizingPart, String> names, Progress progress) throws IOException {
        return new SizingRun(app, build, plan, names, progress).run();
    }

    /** The report as it is read, in the language of the template. */
    public ReportDocument document(SizingResults results, Template template, ReportContext context) {
        return Translator.of(template.language()).naming(ScenarioNames.of(results.scenario()))
                .document(SizingReport.document(results, template, context));
    }

    /**
     * Makes the files of the report; takes seconds. The same input gives the same bytes. When it is cancelled, it is left at once to a
     * thread that ends by itself, since to draw and to set a report cannot be cut short.
     *
     * @param report of {@link #document}
     * @param date   of the report
     * @param file   where the main file is to be, see {@link ReportForm#write}
     * @throws CancellationException if cancelled
     */
    public ReportFiles write(ReportDocument report, LocalDate date, ReportForm form, Path file, Progress progress) {
        FutureTask<ReportFiles> task = new FutureTask<>(() -> form.write(report, date, new ChartPainter(), file));
        Thread writer = new Thread(task, "quorate-report");
        writer.setDaemon(true);
        writer.start();
        while (true) {
            try {
                return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.isCancelled()) {
                    throw new CancellationException("cancelled");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                throw new IllegalStateException("the report cannot be written: " + e.getCause().getMessage(), e.getCause());
            }
        }
    }
}
