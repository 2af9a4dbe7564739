// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Values come out of YAML and of shell commands as they went in. */
class QuotingTest {

    private static List<String> texts() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>(List.of("$(touch owned)", "`id`", "'; id; '", "\"; id", "{{ 1 + 1 }}", "{% if %}", "{# x",
                "a b", "-rf", "yes", "null", "1e3", "!unsafe x", "&a", "*a", "# x", "%n", "\\", "n\u00f6de", "\u8282", "\u202e", ""));
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(20), ' ', 0x7f).forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void yamlHoldsEveryTextAndNoTemplate() {
        for (String text : texts()) {
            String yaml = Yaml.text(text);
            boolean template = text.contains("{{") || text.contains("{%") || text.contains("{#");
            assertEquals(template, yaml.startsWith("!unsafe "), text);
            String scalar = template ? yaml.substring("!unsafe ".length()) : yaml;
            assertEquals(List.of(text), new Load(LoadSettings.builder().build()).loadFromString("- " + scalar), yaml);
        }
        for (String text : List.of("a\nb", "a\0b", "a\u0085b", "\ud800", "\ud83d\ude00")) {
            assertThrows(IllegalArgumentException.class, () -> Yaml.text(text));
        }
    }

    @Test
    void aShellLineHoldsEveryTextAsOneWord() throws Exception {
        StringBuilder program = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String text : texts()) {
            program.append(line("printf '%s\\0' \"$A\" $A \"x $A y\" \"${L[@]}\" \"${L[0]}\" # a 'comment' $A", text)).append('\n');
            expected.addAll(List.of(text, text, "x " + text + " y", text, "end", text));
        }
        Process process = new ProcessBuilder("bash").redirectErrorStream(true).start();
        Thread writer = new Thread(() -> {
            try (var out = process.getOutputStream()) {
                out.write(program.toString().getBytes(StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        assertEquals(0, process.waitFor());
        assertEquals(expected, List.of(output.split("\0", -1)).subList(0, expected.size()));
        assertTrue(output.endsWith("\0"));
    }

    @Test
    void besideCommandsOnlyPlainTextIsPut() {
        assertEquals("test \"$(cat 'a b')\" = 'a b' && echo \"$(id -u) a b\"",
                line("test \"$(cat \"$A\")\" = \"$A\" && echo \"$(id -u) $A\"", "a b"));
        assertEquals("awk '{ print $1 }' \"$file\" a", line("awk '{ print $1 }' \"$file\" $A", "a"));
        for (String text : List.of("$(id)", "`id`", "\"", "\\", "!x")) {
            assertThrows(IllegalArgumentException.class, () -> line("echo \"$(id -u) $A\"", text));
        }
    }

    private static String line(String line, String value) {
        return new ShellLine(line, new ShellLine.Values() {
            @Override
            public String text(String name) {
                return value;
            }

            @Override
            public List<String> words(String name) {
                return List.of(value, "end");
            }
        }).substituted();
    }
}
