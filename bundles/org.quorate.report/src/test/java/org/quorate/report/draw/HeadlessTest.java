// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own: AWT decides about the display once. */
class HeadlessTest {

    @TempDir
    Path directory;

    @Test
    void drawsWhereTheDisplayCannotBeReached() throws Exception {
        assertEquals("drawn, headless true, property null", run(List.of(), ":77", ""));
    }

    @Test
    void leavesTheHostsChoiceAlone() throws Exception {
        assertEquals("drawn, headless true, property true", run(List.of("-Djava.awt.headless=true"), ":77", ""));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhatIsMissingIfThereIsNoFontAtAll() throws Exception {
        Path configuration = directory.resolve("fonts.conf");
        Files.writeString(configuration, "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>");
        String result = run(List.of("-Duser.home=" + directory), "", configuration.toString());
        // Some Java runtimes bring fonts of their own and simply draw.
        assertTrue(result.startsWith("drawn") || result.contains("fonts-dejavu-core"), result);
    }

    private String run(List<String> options, String display, String fonts) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), HeadlessProbe.class.getName()));
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("FONTCONFIG_FILE", fonts);
        if (display.isEmpty()) {
            builder.environment().remove("DISPLAY");
        }
        if (fonts.isEmpty()) {
            builder.environment().remove("FONTCONFIG_FILE");
        }
        builder.start().waitFor();
        return Files.readString(output).strip();
    }
}
