// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.TemplateDocument;
import org.quorate.model.yaml.TemplateDocument.Placed;
import org.quorate.model.yaml.TemplateReader;
import org.quorate.model.yaml.TemplateReading;
import org.quorate.report.document.Brand;
import org.quorate.report.document.HouseStyles;
import org.quorate.report.document.Language;
import org.quorate.report.document.Logo;
import org.quorate.report.docx.WordTemplate;
import org.quorate.report.docx.WordTemplateException;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.Cover;
import org.quorate.report.sizing.Part;
import org.quorate.report.sizing.Template;
import org.quorate.report.draw.LogoPicture;
import org.quorate.report.sizing.template.OwnText;

/**
 * Reads the files that a template names. They must lie in its folder or below it, links included: a template may come from anybody, and a
 * report goes to a customer. Used once, by one thread.
 */
final class TemplateFiles {

    private static final String INSIDE = "a file in the folder of the template";
    private static final int MOST_STYLES = 8 << 20;

    private final Path file;
    private final String name;
    private final TemplateDocument document;
    private final List<Problem> problems;

    TemplateFiles(Path file, TemplateReading reading) {
        this.file = file;
        this.name = TemplateReader.shown(file.toString());
        this.document = reading.document().orElseThrow();
        this.problems = new ArrayList<>(reading.problems());
    }

    ReadTemplate.Reading read() {
        Template standard = Template.standard();
        Cover cover = new Cover(document.title().orElse(""), document.customer().orElse(""), document.project().orElse(""),
                document.author().orElse(""), document.version().orElse(""));
        Brand brand = new Brand(document.logo().flatMap(this::logo), document.colour().orElse(standard.brand().accent()),
                document.styles().flatMap(this::styles));
        List<Part> parts = document.parts().isEmpty() ? standard.parts()
                : document.parts().stream().flatMap(part -> part(part).stream()).toList();
        Language language = Language.of(document.language()).orElseThrow();
        Optional<Template> template = problems.isEmpty() ? Optional.of(new Template(cover, brand, language, parts)) : Optional.empty();
        return new ReadTemplate.Reading(template, problems);
    }

    private Optional<Logo> logo(Placed place) {
        return bytes(place, LogoPicture.MOST_BYTES).flatMap(bytes -> {
            try {
                return Optional.of(LogoPicture.read(bytes, document.author().map(author -> "Logo: " + author).orElse("Logo")));
            } catch (IllegalArgumentException e) {
                error(place, e.getMessage(), "a picture in PNG or JPEG");
                return Optional.empty();
            }
        });
    }

    private Optional<HouseStyles> styles(Placed place) {
        return bytes(place, MOST_STYLES).flatMap(bytes -> {
            try {
                WordTemplate.read(bytes);
                return Optional.of(new HouseStyles(bytes));
            } catch (WordTemplateException e) {
                error(place, e.getMessage(), "a file as Word writes it (docx or dotx)");
                return Optional.empty();
            }
        });
    }

    private Optional<Part> part(TemplateDocument.Part part) {
        if (!part.own()) {
            return Optional.of(new Part.Ours(Chapter.of(part.chapter().value()).orElseThrow()));
        }
        return bytes(part.chapter(), OwnText.MOST_BYTES).flatMap(bytes -> own(part.chapter(), bytes));
    }

    private Optional<Part> own(Placed place, byte[] bytes) {
        String text;
        try {
            text = BoundedText.decoded(bytes);
        } catch (IOException e) {
            error(place, "is " + e.getMessage(), "Markdown in UTF-8");
            return Optional.empty();
        }
        OwnText own = OwnText.read(TemplateReader.shown(String.valueOf(file.resolveSibling(place.value()))), text);
        problems.addAll(own.problems());
        return own.problems().isEmpty() ? Optional.of(new Part.Own(own.blocks())) : Optional.empty();
    }

    /** The bytes of a file that the template names; else a problem is told. */
    private Optional<byte[]> bytes(Placed place, int most) {
        try {
            Path folder = file.toAbsolutePath().getParent().toRealPath();
            Path real = folder.resolve(place.value()).toRealPath();
            if (!real.startsWith(folder)) {
                return refused(place, "leads out of the folder of the template", INSIDE);
            }
            if (!Files.isRegularFile(real)) {
                return refused(place, "is no file", INSIDE);
            }
            try (InputStream in = Files.newInputStream(real)) {
                byte[] bytes = in.readNBytes(most + 1);
                return bytes.length > most ? refused(place, "is larger than " + size(most), "at most " + size(most)) : Optional.of(bytes);
            }
        } catch (NoSuchFileException e) {
            return refused(place, "does not exist", INSIDE);
        } catch (InvalidPathException e) {
            return refused(place, "cannot be the name of a file on this computer", INSIDE);
        } catch (IOException e) {
            return refused(place, "cannot be read", INSIDE);
        }
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }

    private <T> Optional<T> refused(Placed place, String message, String allowed) {
        error(place, message, allowed);
        return Optional.empty();
    }

    private void error(Placed place, String message, String allowed) {
        problems.add(place.error(name, UnitFormat.quote(place.value()) + " " + message, allowed));
    }
}
