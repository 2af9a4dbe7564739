// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.study.result.Comparison;

class ComparisonTextTest {

    private static Comparison named(String name) {
        return switch (name) {
            case "three-contenders" -> SampleComparison.threeContenders();
            case "saturated" -> SampleComparison.saturated();
            default -> SampleComparison.manyContenders();
        };
    }

    /** The expected tables lie beside this test; what came out instead is written to target/ for a look. */
    @ParameterizedTest
    @ValueSource(strings = {"three-contenders", "saturated", "many-contenders"})
    void tablesAreAsExpected(String name) throws IOException {
        String text = new ComparisonText(Style.PLAIN).write(named(name));
        Files.writeString(Path.of("target", name + ".actual.txt"), text);
        try (InputStream expected = getClass().getResourceAsStream(name + ".txt")) {
            assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-contenders", "saturated", "many-contenders"})
    void hundredColumnsAreEnough(String name) {
        new ComparisonText(Style.PLAIN).write(named(name)).lines()
                .forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 100, line));
    }

    @Test
    void aHostileTitleIsHarmless() {
        String text = new ComparisonText(Style.PLAIN).write(SampleComparison.manyContenders());
        assertTrue(text.startsWith("?[31mred? title?of two lines\n"), text.substring(0, 40));
        assertFalse(text.contains("\u001b"));
    }

    @Test
    void colourIsOnlyEmphasis() {
        String plain = new ComparisonText(Style.PLAIN).write(SampleComparison.threeContenders());
        String coloured = new ComparisonText(new Style(true)).write(SampleComparison.threeContenders());
        assertTrue(coloured.contains("\u001b[1mVerdict: gfs2\u001b[0m"));
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    }
}
