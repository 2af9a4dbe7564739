// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.docx.DocxReport;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.sizing.Chapter;
import org.quorate.report.sizing.Part;
import org.quorate.report.sizing.Template;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ReadTemplateTest {

    private static final Path SAMPLE = Path.of("../../sample-models/web-sessions");
    private static final Path SCHEMA = Path.of("src/main/resources/org/quorate/app/report.schema.json");

    private final ReadTemplate use = new QuorateApp(1).readTemplate();

    @TempDir
    private Path directory;

    private ReadTemplate.Reading read(String text) throws IOException {
        return use.read(Files.writeString(directory.resolve("report.yaml"), text));
    }

    private void assertProblem(String expected, ReadTemplate.Reading reading) {
        assertTrue(reading.template().isEmpty());
        List<String> problems = reading.problems().stream().map(problem -> problem.toString().replace(directory + "/", "")).toList();
        assertTrue(problems.stream().anyMatch(problem -> problem.startsWith(expected)), problems.toString());
    }

    @Test
    void theSampleIsATemplate() throws IOException {
        assertEquals(Optional.of(SAMPLE.resolve("report.yaml")), use.beside(SAMPLE.resolve("scenario.yaml")));
        assertEquals(Optional.empty(), use.beside(directory.resolve("scenario.yaml")));
        ReadTemplate.Reading reading = use.read(SAMPLE.resolve("report.yaml"));
        assertEquals(List.of(), reading.problems());
        Template template = reading.template().orElseThrow();
        assertEquals("Example Ltd", template.cover().customer());
        assertEquals(240, template.brand().logo().orElseThrow().width());
        assertEquals("The task", ((Heading) ((Part.Own) template.parts().get(0)).blocks().get(0)).text());
        assertEquals(Template.standard().parts(), template.parts().subList(1, template.parts().size()), "it shows every chapter");
    }

    @Test
    void whatIsNotSaidIsThatOfAReportWithoutTemplate() throws IOException {
        assertEquals(Optional.of(Template.standard()), read("language: en\n").template());
        Template german = read("language: de\nchapters: [results, summary]\n").template().orElseThrow();
        assertEquals(Language.GERMAN, german.language());
        assertEquals(List.of(new Part.Ours(Chapter.RESULTS), new Part.Ours(Chapter.SUMMARY)), german.parts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "logo: no.png|report.yaml:1:7: logo: 'no.png' does not exist (allowed: a file in the folder of the template)",
        "logo: out.png|report.yaml:1:7: logo: 'out.png' leads out of the folder of the template",
        "logo: away/secret.png|report.yaml:1:7: logo: 'away/secret.png' leads out of the folder",
        "logo: folder.png|report.yaml:1:7: logo: 'folder.png' is no file",
        "logo: text.png|report.yaml:1:7: logo: 'text.png' is neither PNG nor JPEG (allowed: a picture in PNG or JPEG)",
        "logo: big.png|report.yaml:1:7: logo: 'big.png' is larger than 2 MiB",
        "styles: text.docx|report.yaml:1:9: styles: 'text.docx' is no",
        "chapters: [summary, {text: no.md}]|report.yaml:1:28: chapters[1].text: 'no.md' does not exist",
        "chapters: [{text: latin.md}]|report.yaml:1:19: chapters[0].text: 'latin.md' is not UTF-8 text",
        "chapters: [{text: long.md}]|report.yaml:1:19: chapters[0].text: 'long.md' is larger than 256 KiB",
        "chapters: [{text: html.md}]|html.md:3:1: HTML is not shown in a report",
        "customre: A|report.yaml:1:1: customre: is not a key of a template; did you mean customer?"})
    void everyMistakeIsToldWithFileAndLine(String text, String problem) throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.copy(SAMPLE.resolve("logo.png"), outside.resolve("secret.png"));
        Path inside = Files.createDirectories(directory.resolve("in"));
        Files.createSymbolicLink(inside.resolve("out.png"), outside.resolve("secret.png"));
        Files.createSymbolicLink(inside.resolve("away"), outside);
        Files.createDirectories(inside.resolve("folder.png"));
        Files.writeString(inside.resolve("text.png"), "<svg/>");
        Files.writeString(inside.resolve("text.docx"), "text");
        Files.write(inside.resolve("big.png"), new byte[(2 << 20) + 1]);
        Files.write(inside.resolve("latin.md"), new byte[] {'#', ' ', (byte) 0xfc});
        Files.writeString(inside.resolve("long.md"), "# T\n" + "a".repeat(256 << 10));
        Files.writeString(inside.resolve("html.md"), "# T\n\n<script>\n");
        ReadTemplate.Reading reading = use.read(Files.writeString(inside.resolve("report.yaml"), text + "\n"));
        assertTrue(reading.template().isEmpty());
        List<String> problems = reading.problems().stream().map(found -> found.toString().replace(inside + "/", "")).toList();
        assertTrue(problems.stream().anyMatch(found -> found.startsWith(problem)), problems.toString());
    }

    @Test
    void aLinkThatStaysInsideIsFollowed() throws IOException {
        Files.copy(SAMPLE.resolve("logo.png"), directory.resolve("real.png"));
        Files.createSymbolicLink(directory.resolve("logo.png"), Path.of("real.png"));
        assertTrue(read("logo: logo.png\n").template().orElseThrow().brand().logo().isPresent());
    }

    @Test
    void severalMistakesAreToldAtOnce() throws IOException {
        ReadTemplate.Reading reading = read("logo: a.png\nstyles: b.docx\nchapters:\n  - {text: c.md}\n");
        assertEquals(List.of(1, 2, 4), reading.problems().stream().map(problem -> problem.line()).toList());
        assertProblem("report.yaml:4:12: chapters[0].text: 'c.md' does not exist", reading);
    }

    @Test
    void aTemplateThatIsNoTextCannotBeRead() throws IOException {
        Path file = Files.write(directory.resolve("report.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThrows(IOException.class, () -> use.read(file));
        assertThrows(IOException.class, () -> use.read(directory.resolve("none.yaml")));
    }

    /** After a change of the fields: run once with -Dquorate.schema.update=true. */
    @Test
    void theShippedSchemaIsThatOfTheReader() throws IOException {
        if (Boolean.getBoolean("quorate.schema.update")) {
            Files.writeString(SCHEMA, use.schema());
        }
        assertEquals(use.schema(), Files.readString(SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"customer: A|true", "costumer: A|false", "language: de|true", "language: fr|false",
        "colour: \"#0B4F9E\"|true", "colour: blue|false", "chapters: [summary, {text: a.md}]|true", "chapters: [sumary]|false",
        "chapters: [{text: ../a.md}]|false", "chapters: [{file: a.md}]|false", "chapters: []|false", "logo: a/b c.jpeg|true", "logo: a.svg|false",
        "styles: a.docx|true", "title: [a]|false"})
    void schemaAndReaderAgree(String text, boolean good) throws IOException {
        Files.copy(SAMPLE.resolve("logo.png"), Files.createDirectories(directory.resolve("a")).resolve("b c.jpeg"));
        Files.writeString(directory.resolve("a.md"), "# A\n");
        Files.write(directory.resolve("a.docx"), new DocxReport(new ChartPainter()).render(
                new ReportDocument("Ours", "", KeyValues.of(), List.of(new Paragraph("Text."))), LocalDate.of(2026, 11, 28)));
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(use.schema());
        JsonNode tree = JsonMapper.builder().build().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        assertEquals(good, schema.validate(tree).isEmpty(), schema.validate(tree).toString());
        assertEquals(good, read(text + "\n").template().isPresent(), read(text + "\n").problems().toString());
    }

    @Test
    void aNameThatNoFileCanHaveIsToldAtItsPlace() {
        ReadTemplate.Reading reading = use.read(directory.resolve("report.yaml"), "customer: A\nlogo: \"\\ud800.png\"\n");
        assertTrue(reading.template().isEmpty());
        assertEquals(2, reading.problems().get(0).line());
    }

    @Test
    void theUsualColourIsThatOfReports() {
        assertTrue(use.schema().contains(Brand.NONE.accent()), "the fields know it by a text of their own");
        assertTrue(use.beginning().contains(Brand.NONE.accent()));
    }

    @Test
    void theSchemaKnowsEveryChapter() {
        Arrays.stream(Chapter.values()).forEach(chapter -> assertTrue(use.schema().contains('"' + chapter.id() + '"'), chapter.id()));
    }
}
