// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.quorate.app.ReadTemplate;
import org.quorate.model.yaml.Problem;

/** A template of reports while it is edited. Used by one thread, but for {@link #check}. */
public final class TemplateSession extends RecordedSession<String> {

    private final ReadTemplate templates;
    private final Path file;
    private Optional<List<Problem>> problems = Optional.empty();

    /**
     * @param templates reads it
     * @param file      where it is stored: what it names lies beside it
     * @param text      as it is stored
     */
    public TemplateSession(ReadTemplate templates, Path file, String text) {
        super(text, text);
        this.templates = templates;
        this.file = file;
    }

    @Override
    public String text() {
        return history().state();
    }

    /** Those of this text; {@link #everyProblem} has those of the files that it names too. */
    @Override
    public List<Problem> problems() {
        return problems.stream().flatMap(List::stream).filter(this::isHere).toList();
    }

    /** Everything that was wrong with the template when it was checked last; absent: it has not been checked yet. */
    public Optional<List<Problem>> everyProblem() {
        return problems;
    }

    /** What is wrong with a text; reads the files that it names, so in the background. */
    public List<Problem> check(String text) {
        return templates.read(file, text).problems();
    }

    /** Takes over what {@link #check} found, unless the text is another one by now. */
    public void checked(String text, List<Problem> found) {
        if (text.equals(text())) {
            problems = Optional.of(List.copyOf(found));
            changed();
        }
    }

    /** The problem is one of this text, rather than of one that it names. */
    public boolean isHere(Problem problem) {
        return Path.of(problem.file()).equals(file);
    }

    @Override
    public void replaceText(String text, String name, Object kind) {
        if (!text.equals(text())) {
            history().add(name, kind, text);
            changed();
        }
    }
}
