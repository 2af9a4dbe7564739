// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.app.MakeSizingReport;
import org.quorate.app.Progress;
import org.quorate.app.SizingPart;
import org.quorate.app.SizingPlan;
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.sizing.Template;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.Found;

/**
 * Makes a sizing report: runs what is missing, and writes its file whole or not at all. Immutable.
 *
 * @param use      does it
 * @param plan     what is to be run
 * @param template how it looks
 * @param file     absent: the report is only shown
 */
record SizingWork(MakeSizingReport use, SizingPlan plan, Template template, Optional<SizingFile> file) implements StudyTools.Work {

    @Override
    public Found run(Progress progress, ReportContext context) throws IOException {
        MakeSizingReport.Made made = use.run(plan, SizingWork::name, progress);
        ReportDocument report = use.document(made.results(), template, context);
        if (file.isPresent()) {
            Path where = file.get().file();
            progress.report(made.told(), made.told(), Messages.bind(StudyMessages.Sizing_writing, where.getFileName()));
            file.get().write(use.write(report, context.date(), file.get().form(), where, progress));
        }
        Found figures = Studies.found(made.results().comparison(), plan.scenario(), context);
        return new Found(report, figures.data(), List.of(),
                Optional.of(new Found.Note(told(made), file.map(SizingFile::file))));
    }

    private String told(MakeSizingReport.Made made) {
        String written = file.map(where -> Messages.bind(StudyMessages.Sizing_written, where.file())).orElse(StudyMessages.Sizing_shown);
        return made.kept().isEmpty() ? written : written + "\n" + Messages.bind(StudyMessages.Sizing_kept, made.kept().stream()
                .map(SizingWork::name).collect(Collectors.joining(", ")));
    }

    private static String name(SizingPart part) {
        return switch (part) {
            case COMPARISON -> StudyMessages.Sizing_part_comparison;
            case NODE_LESS -> StudyMessages.Sizing_part_node_less;
            case CAPACITY -> StudyMessages.Sizing_part_capacity;
            case SENSITIVITY -> StudyMessages.Sizing_part_sensitivity;
            case FAILURES -> StudyMessages.Sizing_part_failures;
        };
    }
}
