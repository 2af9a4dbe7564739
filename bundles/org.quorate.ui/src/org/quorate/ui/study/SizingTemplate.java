// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.app.ReadTemplate;
import org.quorate.model.yaml.Problem;
import org.quorate.report.sizing.Template;
import org.quorate.ui.Messages;

/** The template of a report as it is asked for: found, read, and opened where it is wrong. Thread-safe. */
final class SizingTemplate {

    /** That are told; who has mended these sees the others. */
    private static final int MOST_PROBLEMS = 4;

    private final ReadTemplate templates;
    private final Optional<Path> scenario;
    private final TemplatePages pages;
    private volatile Looked looked = new Looked("", List.of());

    /** What was found wrong last, and with which answer. */
    private record Looked(String answer, List<Problem> problems) {
    }

    /** @param scenario its file; absent: it has none, and no template beside it */
    SizingTemplate(ReadTemplate templates, Optional<Path> scenario, TemplatePages pages) {
        this.templates = templates;
        this.scenario = scenario;
        this.pages = pages;
    }

    /** The one beside the scenario; empty: there is none. */
    String proposed() {
        return scenario.flatMap(templates::beside).map(Path::toString).orElse("");
    }

    Question question(String key, String answer) {
        Question question = Question.file(key, StudyMessages.Sizing_template, answer, answer.isBlank() ? hint() : "");
        return question.aided(aids(answer));
    }

    private String hint() {
        return scenario.isPresent() ? Messages.bind(StudyMessages.Sizing_template_none, ReadTemplate.FILE)
                : StudyMessages.Sizing_template_no_folder;
    }

    private List<Question.Aid> aids(String answer) {
        List<Question.Aid> aids = new ArrayList<>();
        if (!answer.isBlank() && isFile(answer)) {
            Looked last = looked;
            Optional<Problem> first = last.answer().equals(answer) ? last.problems().stream().findFirst() : Optional.empty();
            Path file = first.map(problem -> Path.of(problem.file())).orElseGet(() -> SizingFile.path(answer, scenario));
            String title = first.map(problem -> Messages.bind(StudyMessages.Sizing_template_open_line, file.getFileName(),
                    String.valueOf(problem.line()))).orElseGet(() -> Messages.bind(StudyMessages.Sizing_template_open, file.getFileName()));
            aids.add(new Question.Aid(title, () -> pages.open(file, first.map(Problem::line).orElse(1))));
        }
        if (scenario.isPresent() && templates.beside(scenario.get()).isEmpty()) {
            aids.add(new Question.Aid(StudyMessages.Sizing_template_new, () -> pages.begin(scenario.get())));
        }
        return aids;
    }

    private boolean isFile(String answer) {
        try {
            return Files.isRegularFile(SizingFile.path(answer, scenario));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Finds out what is wrong with it, so that {@link #question} leads there. */
    void look(String answer) {
        try {
            read(answer);
        } catch (IllegalArgumentException e) {
            // Said when the answers are checked.
            return;
        }
    }

    /**
     * Reads the template.
     *
     * @return absent: there is none
     * @throws IllegalArgumentException with all that is wrong with it, a line each
     */
    Optional<Template> read(String answer) {
        looked = new Looked(answer, List.of());
        if (answer.isBlank()) {
            return Optional.empty();
        }
        Path file = SizingFile.path(answer, scenario);
        ReadTemplate.Reading reading;
        try {
            reading = templates.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Sizing_template_unreadable, file.getFileName(), e.getMessage()), e);
        }
        looked = new Looked(answer, reading.problems());
        return Optional.of(reading.template().orElseThrow(() -> new IllegalArgumentException(told(reading.problems()))));
    }

    private static String told(List<Problem> problems) {
        String some = problems.stream().limit(MOST_PROBLEMS).map(SizingTemplate::line).collect(Collectors.joining("\n"));
        return problems.size() <= MOST_PROBLEMS ? some
                : some + "\n" + Messages.bind(StudyMessages.Sizing_template_more, problems.size() - MOST_PROBLEMS);
    }

    private static String line(Problem problem) {
        String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
        String what = field + problem.message() + (problem.allowed().isEmpty() ? "" : " (" + problem.allowed() + ")");
        return Messages.bind(StudyMessages.Sizing_template_problem, new Object[] {Path.of(problem.file()).getFileName(),
                String.valueOf(problem.line()), what});
    }
}
