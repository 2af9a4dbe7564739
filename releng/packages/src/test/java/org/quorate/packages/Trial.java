// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What a desktop that was started on trial (see {@code StartTrial} in org.quorate.ui) says that it shows. */
final class Trial {

    /** Eclipse's log marks an error with a 4 behind the name of the bundle. */
    private static final String ERROR = "!ENTRY \\S+ 4 .*";

    private Trial() {
    }

    /** A usable window with this file in its editor, and no error in the log. */
    static void assertShows(String title, Path report, Path state, String output) throws IOException {
        assertTrue(Files.exists(report), "the desktop wrote no report: " + output + errors(state));
        Properties shown = new Properties();
        try (var in = Files.newBufferedReader(report)) {
            shown.load(in);
        }
        assertEquals("true", shown.getProperty("usable"), shown + output);
        assertTrue(shown.getProperty("title").contains("Quorate"), shown.toString());
        assertTrue(shown.getProperty("editor").contains(title), shown.toString());
        assertFalse(shown.getProperty("views").equals("0"), shown.toString());
        assertEquals(List.of(), errors(state));
    }

    private static List<String> errors(Path state) throws IOException {
        if (!Files.exists(state)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(state)) {
            List<String> errors = new ArrayList<>();
            for (Path log : files.filter(file -> file.getFileName().toString().endsWith(".log")).toList()) {
                List<String> lines = Files.readAllLines(log);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).matches(ERROR)) {
                        errors.add(String.join("\n", lines.subList(i, Math.min(lines.size(), i + 4))));
                    }
                }
            }
            return errors;
        }
    }
}
