// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.quorate.app.results.KeptResult;
import org.quorate.app.results.ResultContent;
import org.quorate.app.results.ResultContent.KeptText;
import org.quorate.app.results.ResultStore;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.StudyRequest;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.study.SizingQuestions;

/** Keeps what studies find, as soon as they have found it: nobody has to save a result. Thread-safe. */
public final class ResultKeeper {

    /** Studies whose data is a comparison. */
    private static final Set<String> COMPARISONS = Set.of("compare", "simulate", SizingQuestions.WORD);
    private static final String SEED = "seed";

    private final ResultStore store;
    private final Clock clock;
    private final String version;
    private final Supplier<String> build;
    private final Consumer<Exception> failed;

    /**
     * @param version of the program
     * @param build   of the program, asked for in the thread of a study
     * @param failed  told if a result could not be kept
     */
    public ResultKeeper(ResultStore store, Clock clock, String version, Supplier<String> build, Consumer<Exception> failed) {
        this.store = store;
        this.clock = clock;
        this.version = version;
        this.build = build;
        this.failed = failed;
    }

    /** Keeps what a study found, if it is done and can be asked for again; in the thread of the study. */
    public void keep(StudyRun run) {
        run.request().ifPresent(request -> run.found().ifPresent(found -> {
            try {
                keep(run, request, found);
            } catch (IOException | RuntimeException e) {
                // A result that cannot be kept is still on the screen.
                failed.accept(e);
            }
        }));
    }

    private void keep(StudyRun run, StudyRequest request, Found found) throws IOException {
        String name = run.study().title().lines().findFirst().orElse(request.word());
        String scenario = run.study().document().map(document -> document.scenario().name()).orElse("");
        store.keep(new KeptResult(KeptResult.FORMAT, ResultStore.newId(), name, scenario, request.source().map(Path::toString).orElse(""),
                request.word(), request.answers(), clock.millis(), seed(run, request), verdict(found.report()), run.took().toMillis(), false,
                version, build.get(), COMPARISONS.contains(request.word())),
                new ResultContent(run.study().document().map(ScenarioDocument::text).orElse(""), found.report(),
                        found.data().stream().map(form -> new KeptText(form.name(), form.extension(), form.text().get())).toList(),
                        found.points().stream().map(point -> new KeptText(point.name(), "yaml", point.text().get())).toList()));
    }

    private static long seed(StudyRun run, StudyRequest request) {
        String answer = request.answers().getOrDefault(SEED, "").strip();
        if (!answer.isEmpty()) {
            // The study was made with it.
            return Long.parseLong(answer);
        }
        return run.study().document().map(document -> document.scenario().study().seed()).orElse(0L);
    }

    /** The first answer that the report gives, or else what it is about. */
    static String verdict(ReportDocument report) {
        List<String> answers = report.blocks().stream().filter(Notice.class::isInstance).map(Notice.class::cast)
                .filter(notice -> notice.kind() == Notice.Kind.VERDICT).map(Notice::title).toList();
        return answers.isEmpty() ? report.subtitle() : answers.get(0);
    }
}
