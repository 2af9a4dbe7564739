// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.report.sizing.Template;

class BeginTemplateTest {

    @TempDir
    private Path folder;
    private final ReadTemplate templates = new QuorateApp(1).readTemplate();

    @Test
    void aNewTemplateSaysWhatAReportWithoutOneSays() throws IOException {
        Path file = templates.begin(folder.resolve("scenario.yaml"));
        assertEquals(folder.resolve("report.yaml"), file);
        ReadTemplate.Reading reading = templates.read(file);
        assertEquals(List.of(), reading.problems());
        assertEquals(Template.standard(), reading.template().orElseThrow());
    }

    @Test
    void whatItOffersIsAllowed() {
        String chosen = templates.beginning().lines().filter(line -> !line.contains(": logo.png") && !line.contains(": house-style.docx")
                && !line.contains("text: about-us.md")).map(line -> line.replaceFirst("^# ([a-z]+: )", "$1"))
                .reduce("", (all, line) -> all + line + "\n");
        ReadTemplate.Reading reading = templates.read(folder.resolve("report.yaml"), chosen);
        assertEquals(List.of(), reading.problems());
        assertEquals("Example Ltd", reading.template().orElseThrow().cover().customer());
        assertEquals("1.0", reading.template().orElseThrow().cover().version());
    }

    @Test
    void anExistingTemplateIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("report.yaml"), "title: mine\n");
        assertThrows(FileAlreadyExistsException.class, () -> templates.begin(folder.resolve("scenario.yaml")));
        assertTrue(Files.readString(file).startsWith("title: mine"));
    }
}
