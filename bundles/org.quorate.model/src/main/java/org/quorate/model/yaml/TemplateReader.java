// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.TemplateDocument.Part;
import org.quorate.model.yaml.TemplateDocument.Placed;

/** Reads templates of reports. Pure functions, thread-safe. */
public final class TemplateReader {

    private TemplateReader() {
    }

    /**
     * Reads a template. Never throws for what stands in the text, which may be hostile and is bounded as that of a scenario is.
     *
     * @param fileName  for messages
     * @param text      the YAML text
     * @param chapters  words of all chapters that there are
     * @param languages tags of all languages that there are (BCP 47), one or more; the first is the usual one
     * @return what it says, or all the problems that keep it from being said
     */
    public static TemplateReading read(String fileName, String text, List<String> chapters, List<String> languages) {
        Problems problems = new Problems(ScenarioReader.shown(fileName));
        Field<List<FieldType.Either.Read<String>>> field = TemplateFields.chapters(chapters);
        Field<String> language = TemplateFields.language(languages);
        FieldType.Mapping type = TemplateFields.type(field, language);
        Optional<YamlNode> root = YamlTree.read(text, "a template", problems);
        if (root.isEmpty() && !problems.hasErrors()) {
            problems.error(Span.FILE, "", "the file is empty", SectionReader.allowed(type));
        }
        Optional<Section> section = root.flatMap(node -> new SectionReader(problems).mapping(type, node, ""));
        List<Part> parts = section.map(read -> parts(read, field, problems)).orElse(List.of());
        Optional<TemplateDocument> document = problems.hasErrors() ? Optional.empty() : section.map(read -> document(read, read.get(language), parts));
        return new TemplateReading(document, problems.inFileOrder());
    }

    /**
     * The JSON Schema (draft 2020-12) of templates, for editors and other tools.
     *
     * @param chapters  as {@link #read} takes them
     * @param languages likewise
     */
    public static String schema(List<String> chapters, List<String> languages) {
        return ScenarioSchema.generate("urn:quorate:report-template:1", "Template of Quorate's sizing report",
                TemplateFields.type(TemplateFields.chapters(chapters), TemplateFields.language(languages)));
    }

    /** A file name as problems show it: it cannot forge a line of its own. */
    public static String shown(String fileName) {
        return ScenarioReader.shown(fileName);
    }

    private static TemplateDocument document(Section section, String language, List<Part> parts) {
        return new TemplateDocument(section.given(TemplateFields.TITLE), section.given(TemplateFields.CUSTOMER),
                section.given(TemplateFields.PROJECT), section.given(TemplateFields.AUTHOR), section.given(TemplateFields.VERSION),
                language, placed(section, TemplateFields.LOGO), section.given(TemplateFields.COLOUR),
                placed(section, TemplateFields.STYLES), parts);
    }

    private static Optional<Placed> placed(Section section, Field<String> field) {
        return section.given(field).map(value -> placed(value, section.at(field), section.pathOf(field)));
    }

    private static Placed placed(String value, Span at, String path) {
        return new Placed(value, at.line(), at.column(), path);
    }

    private static List<Part> parts(Section section, Field<List<FieldType.Either.Read<String>>> field, Problems problems) {
        List<Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FieldType.Either.Read<String> item : section.given(field).orElse(List.of())) {
            Optional<Part> part = part(item, section.pathOf(field));
            part.ifPresent(parts::add);
            part.filter(read -> !seen.add(read.chapter().value())).ifPresent(twice -> problems.error(item.span(), section.pathOf(field),
                    UnitFormat.quote(twice.chapter().value()) + " stands here twice", "each once"));
        }
        return parts;
    }

    private static Optional<Part> part(FieldType.Either.Read<String> item, String path) {
        if (item.single().isPresent()) {
            return Optional.of(new Part(placed(item.single().get(), item.span(), path), false));
        }
        return item.section().flatMap(own -> placed(own, TemplateFields.TEXT)).map(text -> new Part(text, true));
    }
}
