// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.app.MakeSizingReport;
import org.quorate.app.Progress;
import org.quorate.app.SizingPlan;
import org.quorate.report.ReportContext;
import org.quorate.report.sizing.Template;
import org.quorate.study.LiveFigures;
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

    /** Names of parts, as the use case has them, for people. */
    private static final Map<String, String> PARTS = Map.of("comparison", StudyMessages.Sizing_part_comparison, "a node less",
            StudyMessages.Sizing_part_node_less, "capacity", StudyMessages.Sizing_part_capacity, "sensitivity",
            StudyMessages.Sizing_part_sensitivity, "failures", StudyMessages.Sizing_part_failures);
    /** Between the name of a part and what it tells, as the use case has it. */
    private static final String BETWEEN = ": ";

    @Override
    public Found run(Progress progress, ReportContext context) throws IOException {
        Parts parts = new Parts(progress);
        MakeSizingReport.Made made = use.run(plan, parts);
        if (file.isPresent()) {
            parts.last(Messages.bind(StudyMessages.Sizing_writing, file.get().file().getFileName()));
            file.get().write(use.write(made.results(), template, context, file.get().form(), file.get().file(), progress));
        }
        Found figures = Studies.found(made.results().comparison(), plan.scenario(), context);
        return new Found(use.document(made.results(), template, context), figures.data(), List.of(),
                Optional.of(new Found.Note(told(made), file.map(SizingFile::file))));
    }

    private String told(MakeSizingReport.Made made) {
        String written = file.map(where -> Messages.bind(StudyMessages.Sizing_written, where.file())).orElse(StudyMessages.Sizing_shown);
        return made.kept().isEmpty() ? written : written + "\n" + Messages.bind(StudyMessages.Sizing_kept, made.kept().stream()
                .map(SizingWork::named).collect(Collectors.joining(", ")));
    }

    private static String named(String part) {
        return PARTS.getOrDefault(part, part);
    }

    /** Knows how far it is when the last part is done. Used as {@link Progress} says. */
    private static final class Parts implements Progress {

        private final Progress whole;
        private int done;
        private int total = 1;

        Parts(Progress whole) {
            this.whole = whole;
        }

        @Override
        public void report(int nowDone, int nowTotal, String message) {
            done = nowDone;
            total = nowTotal;
            int end = message.indexOf(BETWEEN);
            whole.report(nowDone, nowTotal, end < 0 ? message : named(message.substring(0, end)) + message.substring(end));
        }

        /** What is left takes a moment. */
        void last(String message) {
            whole.report(done, total, message);
        }

        @Override
        public void live(LiveFigures now) {
            whole.live(now);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
