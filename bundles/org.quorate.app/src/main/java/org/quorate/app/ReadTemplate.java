// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.TemplateReader;
import org.quorate.model.yaml.TemplateReading;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.Template;

/** Reads templates of sizing reports with the files that they name: every problem at once. Thread-safe. */
public final class ReadTemplate {

    /** A template of this name in the folder of a scenario is that of its reports. */
    public static final String FILE = "report.yaml";

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
        String text = BoundedText.read(file);
        TemplateReading reading = TemplateReader.read(file.toString(), text, CHAPTERS);
        if (reading.document().isEmpty()) {
            return new Reading(Optional.empty(), reading.problems());
        }
        return new TemplateFiles(file, reading).read();
    }

    /** The JSON Schema (draft 2020-12) of templates, for editors and other tools. */
    public String schema() {
        return TemplateReader.schema(CHAPTERS);
    }
}
