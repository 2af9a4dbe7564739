// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {

    private static final List<String> CHAPTERS = List.of("summary", "cluster", "results");

    private static TemplateReading read(String text) {
        return TemplateReader.read("report.yaml", text, CHAPTERS, List.of("en", "de"));
    }

    @Test
    void everythingThatATemplateSays() {
        TemplateDocument template = read("""
                title: Für alle
                customer: "Müller & Söhne <GmbH>"
                language: de
                logo: bilder/Logo 1.PNG
                colour: "#0B4F9E"
                styles: haus.docx
                chapters:
                  - cluster
                  - {text: zu uns.md}
                  - summary
                """).document().orElseThrow();
        assertEquals(Optional.of("Müller & Söhne <GmbH>"), template.customer());
        assertEquals(Optional.empty(), template.project());
        assertEquals("de", template.language());
        assertEquals("bilder/Logo 1.PNG", template.logo().orElseThrow().value());
        assertEquals(4, template.logo().orElseThrow().line());
        assertEquals(Optional.of("#0b4f9e"), template.colour());
        assertEquals(List.of("cluster", "zu uns.md", "summary"), template.parts().stream().map(part -> part.chapter().value()).toList());
        assertEquals(List.of(false, true, false), template.parts().stream().map(TemplateDocument.Part::own).toList());
        assertEquals(9, template.parts().get(1).chapter().line());
        assertEquals("report.yaml:9:12: chapters[1].text: x (allowed: y)", template.parts().get(1).chapter().error("report.yaml", "x", "y").toString());
    }

    @Test
    void aTemplateMayLeaveOutEverythingElse() {
        TemplateDocument template = read("customer: Example Ltd\n").document().orElseThrow();
        assertEquals("en", template.language());
        assertEquals(List.of(), template.parts());
    }

    /** Each is told with its line, what is wrong and what would be right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "costumer: A|report.yaml:1:1: costumer: is not a key of a template; did you mean customer? (allowed: the keys title, customer,",
        "color: \"#000000\"|did you mean colour?",
        "author: A~author: B|report.yaml:2:1: author: stands here twice (allowed: each key once)",
        "author: [A, B]|report.yaml:1:9: author: is a list, not a line of text (allowed: 1 to 200 characters",
        "author: \"a\\u202eb\"|no line ends or control characters",
        "author:|author: has no value",
        "language: fr|`fr` is not a language",
        "chapters: [sumary]|`sumary` is not a chapter; did you mean summary? (allowed: summary, cluster, results)",
        "chapters:~  - summary~  - cluster~  - summary|report.yaml:4:5: chapters: `summary` stands here twice",
        "chapters:~  - text: a.md~  - text: a.md|report.yaml:3:5: chapters: `a.md` stands here twice",
        "chapters:~  - txt: a.md|report.yaml:2:5: chapters[0].txt: is not a key of a text of your own; did you mean text?",
        "chapters:~  - text: a.txt|chapters[0].text: `a.txt` is not a file of a text",
        "chapters: []|has 0 items",
        "chapters: summary|is a single value, not a list",
        "logo: a.svg|`a.svg` is not a file of a picture (allowed: a file in the folder of the template",
        "styles: a.doc|is not a file of a Word file",
        "colour: blue|`blue` is not a colour",
        "colour: #0b4f9e|has no value (allowed: \"#rrggbb\" in quotes",
        "colour: \"#777777\"|`#777777` is too light to be read on white (contrast 4.48 : 1)",
        "colour: \"#ffee00\"|(contrast 1.20 : 1)",
        "a: &x 1|report.yaml:1:4: a template has no anchors (&x)",
        "a: {b: [|this is not YAML",
        "- a|is a list, not a mapping"})
    void everyMistakeIsToldWithItsLine(String text, String problem) {
        TemplateReading reading = read(text.replace('~', '\n') + "\n");
        assertTrue(reading.document().isEmpty());
        assertTrue(reading.problems().stream().anyMatch(found -> found.toString().replace('\'', '`').contains(problem)),
                () -> reading.problems().toString());
    }

    /** Whatever a path looks like, it stays in the folder. */
    @ParameterizedTest
    @ValueSource(strings = {"../logo.png", "/etc/logo.png", "a/../../logo.png", "C:/logo.png", "C:\\\\logo.png", "./logo.png", ".logo.png",
        "a//logo.png", "a/./logo.png", "~/.ssh/logo.png", "logo.png\\u0000.txt", "lo\\ngo.png", "http://example.net/logo.png", "logo.png/"})
    void noPathLeadsOutOfTheFolder(String path) {
        assertFalse(read("logo: \"" + path + "\"\n").problems().isEmpty(), path);
    }

    /** #767676 is known as the lightest grey that WCAG AA allows on white. */
    @Test
    void theLightestGreyThatCanBeReadIsAllowed() {
        assertTrue(read("colour: \"#767676\"\n").problems().isEmpty());
        assertEquals(4.54, TemplateFields.contrastOnWhite("#767676"), 0.005);
        assertEquals(21, TemplateFields.contrastOnWhite("#000000"), 1e-9);
        assertEquals(1, TemplateFields.contrastOnWhite("#ffffff"), 1e-9);
    }

    @Test
    void hostileTextsAreBounded() {
        assertTrue(read("a".repeat(2 << 20)).problems().get(0).message().contains("too large for a template"));
        assertTrue(read("[".repeat(100_000)).problems().get(0).message().contains("levels of nesting"));
        assertTrue(read("").problems().get(0).message().contains("the file is empty"));
        assertTrue(TemplateReader.read("a\nb", "x: 1\n", CHAPTERS, List.of("en", "de")).problems().get(0).toString().startsWith("a?b:1:1"));
    }
}
