// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    /** Words of the characters that shells do something with, taken through a real one. */
    @Test
    void aShellTakesEveryWordAsItIs() throws Exception {
        Random random = new Random(4711);
        String characters = "ab '\"\\$`!*?[]{}()<>|&;#~=%^\n\t-\u00e4";
        List<String> words = new ArrayList<>(List.of("", "-n", "--", "'", "''", "a'b", "$HOME", "$(id)", "`id`", "\\", "\n"));
        for (int i = 0; i < 300; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                word.append(characters.charAt(random.nextInt(characters.length())));
            }
            words.add(word.toString());
        }
        List<String> command = new ArrayList<>(List.of("printf", "%s\\0"));
        command.addAll(words);
        Process process = new ProcessBuilder("sh", "-c", ShellWords.join(command)).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(String.join("\0", words) + "\0", out);
    }

    @Test
    void aNulIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShellWords.quote("a\0b"));
    }
}
