// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.quorate.model.yaml.Field.optional;

import java.util.List;
import java.util.Locale;
import org.quorate.model.UnitFormat;

/** The fields of a template of reports, {@code report.yaml}. The words of the chapters come from who writes reports. */
final class TemplateFields {

    static final Field<String> TITLE = line("title", "that of the scenario", "Title of the report.");
    static final Field<String> CUSTOMER = line("customer", "none", "Whom the report is for.");
    static final Field<String> PROJECT = line("project", "none", "What it is for.");
    static final Field<String> AUTHOR = line("author", "none", "Who answers for it.");
    static final Field<String> VERSION = line("version", "none", "Version of the report, as its author counts.");
    static final Field<String> LOGO = optional("logo", file("picture", "png|PNG|jpe?g|JPE?G", "logo.png"), "none",
            "Picture for the cover, beside the template.");
    static final Field<String> COLOUR = optional("colour", colour(), "#0b4f9e", "Colour of titles and rules.");
    static final Field<String> STYLES = optional("styles", file("Word file", "docx|DOCX|dotx|DOTX", "house-style.docx"), "those of the program",
            "Word file beside the template whose styles a report in the form docx takes.");
    static final Field<String> TEXT = Field.required("text", file("text", "md|MD", "about-us.md"),
            "A text of your own in Markdown, beside the template; it begins with its heading.");
    static final FieldType.Mapping OWN = new FieldType.Mapping("a text of your own", List.of(TEXT));

    /** WCAG 2.2, success criterion 1.4.3: text of ordinary size. */
    private static final double LEAST_CONTRAST = 4.5;
    private static final int MOST_PARTS = 60;

    private TemplateFields() {
    }

    /** The chapters, in order. */
    static Field<List<FieldType.Either.Read<String>>> chapters(List<String> words) {
        ScalarType<String> word = Scalars.choice("chapter", words.toArray(String[]::new), chapter -> chapter);
        return optional("chapters", new FieldType.ListOf<>(new FieldType.Either<>(word, OWN), 1, MOST_PARTS), "all",
                "Chapters in their order, and between them texts of your own as in {text: about-us.md}.");
    }

    /** The language, of these; the first is the usual one. */
    static Field<String> language(List<String> tags) {
        return Field.of("language", Scalars.choice("language", tags.toArray(String[]::new), tag -> tag), tags.get(0),
                "Language of the program's words; texts of your own stay as they are.");
    }

    /** The template as a whole. */
    static FieldType.Mapping type(Field<List<FieldType.Either.Read<String>>> chapters, Field<String> language) {
        return new FieldType.Mapping("a template",
                List.of(TITLE, CUSTOMER, PROJECT, AUTHOR, VERSION, language, LOGO, COLOUR, STYLES, chapters));
    }

    private static Field<String> line(String name, String otherwise, String help) {
        return optional(name, Texts.LINE, otherwise, help);
    }

    /** A file in the template's folder or below it, without hidden ones; no step of its path leads upwards. */
    private static ScalarType<String> file(String kind, String endings, String example) {
        String separating = "/\\\\:*?\"<>|";
        String step = "[^" + Texts.INVISIBLE + "." + separating + "][^" + Texts.INVISIBLE + separating + "]{0,99}";
        return Scalars.text("file of a " + kind, "(" + step + "/){0,4}" + step + "\\.(" + endings + ")",
                "a file in the folder of the template, for example " + example);
    }

    private static ScalarType<String> colour() {
        ScalarType<String> form = Scalars.text("colour", "#[0-9A-Fa-f]{6}",
                "\"#rrggbb\" in quotes, dark enough to be read on white (contrast " + LEAST_CONTRAST + " : 1)");
        return new ScalarType<>(form.kind(), "", form.allowed(), List.of(), false, text -> {
            String colour = form.parse(text).toLowerCase(Locale.ROOT);
            if (contrastOnWhite(colour) < LEAST_CONTRAST) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is too light to be read on white (contrast "
                        + String.format(Locale.ROOT, "%.2f", contrastOnWhite(colour)) + " : 1)");
            }
            return colour;
        }, value -> value, form.schema());
    }

    /** WCAG 2.2: contrast ratio of white and a colour {@code #rrggbb}, 1 to 21. */
    static double contrastOnWhite(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double luminance = 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
        return 1.05 / (luminance + 0.05);
    }

    /** sRGB, as WCAG 2.2 has it. */
    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }
}
