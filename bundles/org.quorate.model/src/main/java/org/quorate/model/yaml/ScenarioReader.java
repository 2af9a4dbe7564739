// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.Optional;

/** Reads scenario files. Pure functions, thread-safe. */
public final class ScenarioReader {

    private ScenarioReader() {
    }

    /**
     * Reads a scenario. Never throws for what stands in the text, which may be hostile: it is bounded to 1 MiB, 16
     * levels of nesting and one document without aliases or tags.
     *
     * @param fileName for messages
     * @param text     the YAML text
     * @return the document, or all the problems that keep it from being one
     */
    public static ScenarioReading read(String fileName, String text) {
        Problems problems = new Problems(shown(fileName));
        Optional<YamlNode> root = YamlTree.read(text, problems);
        if (root.isEmpty() && !problems.hasErrors()) {
            problems.error(Span.FILE, "", "the file is empty", SectionReader.allowed(ScenarioFields.TYPE));
        }
        Optional<Section> section =
                root.flatMap(node -> new SectionReader(problems).mapping(ScenarioFields.TYPE, node, ""));
        section.ifPresent(read -> CrossChecks.check(read, problems));
        Optional<ScenarioDocument> document = problems.hasErrors() ? Optional.empty()
                : section.map(read -> new ScenarioDocument(fileName, text, root.orElseThrow(),
                        ScenarioFields.build(read)));
        return new ScenarioReading(document, problems.inFileOrder());
    }

    /** A file name that cannot forge a line of its own. */
    static String shown(String fileName) {
        return fileName.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
