// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.TemplateReader;
import org.quorate.model.yaml.TemplateReading;
import org.quorate.report.document.Language;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.Template;

/** Reads templates of sizing reports with the files that they name: every problem at once. Thread-safe. */
public final class ReadTemplate {

    /** A template of this name in the folder of a scenario is that of its reports. */
    public static final String FILE = "report.yaml";

    /** What a new template holds. */
    private static final String BEGINNING = "report-template.yaml";
    private static final List<String> LANGUAGES = Arrays.stream(Language.values()).map(Language::tag).toList();
    private static final List<String> CHAPTERS = Arrays.stream(Chapter.values()).map(Chapter::id).toList();

    ReadTemplate() {
    }

    /**
     * What came of it.
     *
     * @param template present exactly if no problem is an error
     * @param problems everything that is wrong, file by file
     */
    public record Reading(Optional<Template> template, List<Problem> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** The template beside a scenario, if there is one. */
    public Optional<Path> beside(Path scenario) {
        return Optional.of(scenario.resolveSibling(FILE)).filter(Files::exists);
    }

    /**
     * Reads a template and what it names: a logo, texts and styles, which lie in its folder or below it.
     *
     * @throws IOException if the template itself cannot be read, is not UTF-8 or larger than 16 MiB; a file that it names and that
     *                     cannot be read is a problem of the template
     */
    public Reading read(Path file) throws IOException {
        return read(file, BoundedText.read(file));
    }

    /**
     * Likewise, with a text that is not stored yet.
     *
     * @param file where it will be stored: what it names lies beside it
     */
    public Reading read(Path file, String text) {
        TemplateReading reading = TemplateReader.read(file.toString(), text, CHAPTERS, LANGUAGES);
        if (reading.document().isEmpty()) {
            return new Reading(Optional.empty(), reading.problems());
        }
        return new TemplateFiles(file, reading).read();
    }

    /**
     * Writes a template beside a scenario to begin with: all that one can choose, with comments, and nothing of it chosen but all chapters.
     *
     * @return the file
     * @throws IOException if there is a template already, or it cannot be written
     */
    public Path begin(Path scenario) throws IOException {
        Path file = scenario.resolveSibling(FILE);
        new AtomicFile().write(file, beginning().getBytes(StandardCharsets.UTF_8), false);
        return file;
    }

    /** The text of {@link #begin}. */
    public String beginning() {
        try (InputStream in = ReadTemplate.class.getResourceAsStream(BEGINNING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the template is part of this program", e);
        }
    }

    /** The JSON Schema (draft 2020-12) of templates, for editors and other tools. */
    String schema() {
        return TemplateReader.schema(CHAPTERS, LANGUAGES);
    }
}
