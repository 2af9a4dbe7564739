// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    /** More help nobody to mend the first. */
    private static final int MOST_PROBLEMS = 4;

    private final ReadTemplate templates;
    private final Optional<Path> scenario;
    private final TemplatePages pages;
    /** What was found wrong last. */
    private volatile List<Problem> problems = List.of();

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
            Optional<Problem> first = problems.stream().findFirst();
            Path file = first.map(problem -> Path.of(problem.file())).orElseGet(() -> path(answer));
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
            return Files.isRegularFile(path(answer));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Path path(String answer) {
        try {
            Path typed = Path.of(answer.strip());
            return scenario.map(beside -> beside.resolveSibling(typed)).orElseGet(typed::toAbsolutePath);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
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
        problems = List.of();
        if (answer.isBlank()) {
            return Optional.empty();
        }
        Path file = path(answer);
        ReadTemplate.Reading reading;
        try {
            reading = templates.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Sizing_template_unreadable, file.getFileName(), e.getMessage()), e);
        }
        problems = reading.problems();
        return Optional.of(reading.template().orElseThrow(() -> new IllegalArgumentException(told())));
    }

    private String told() {
        String some = problems.stream().limit(MOST_PROBLEMS).map(SizingTemplate::line).collect(Collectors.joining("\n"));
        return problems.size() <= MOST_PROBLEMS ? some
                : some + "\n" + Messages.bind(StudyMessages.Sizing_template_more, problems.size() - MOST_PROBLEMS);
    }

    private static String line(Problem problem) {
        String what = problem.allowed().isEmpty() ? problem.message() : problem.message() + " (" + problem.allowed() + ")";
        return Messages.bind(StudyMessages.Sizing_template_problem, new Object[] {Path.of(problem.file()).getFileName(),
                String.valueOf(problem.line()), what});
    }
}
