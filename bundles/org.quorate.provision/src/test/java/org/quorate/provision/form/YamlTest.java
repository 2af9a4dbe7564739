// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Values in YAML come back as they were, and no template of Jinja is left for Ansible to fill in. */
class YamlTest {

    private static final List<String> EVIL = List.of("'", "\"", "\\", "{{ lookup('pipe','id') }}", "{% raw %}", "{#", ": ", " #", "- ", "&a", "*a",
            "!!python/object", "|", ">", "%YAML", "---", "...", "yes", "null", "0x1", "1e3", "\u00e4", "\u8282", "\u202e", "\u2028", "\u0085", "\ufeff", "~");

    @Test
    void everyTextComesBack() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(List.of("", " ", "x".repeat(10_000)));
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k <= random.nextInt(4); k++) {
                text.append(random.nextBoolean() ? EVIL.get(random.nextInt(EVIL.size())) : new String(Character.toChars(' ' + random.nextInt(0x2000))));
            }
            texts.add(text.toString());
        }
        Load load = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
        for (String text : texts) {
            if (text.chars().anyMatch(Character::isISOControl)) {
                assertThrows(IllegalArgumentException.class, () -> Yaml.text(text));
                continue;
            }
            String written = Yaml.text(text);
            boolean template = text.contains("{{") || text.contains("{%") || text.contains("{#");
            assertEquals(template, written.startsWith("!unsafe "), written);
            String plain = written.replaceFirst("^!unsafe ", "");
            assertEquals(Map.of("a", List.of(text, "end")), load.loadFromString("a:" + Yaml.list("  ", List.of(text, "end")).replace("!unsafe ", "")));
            assertTrue(plain.chars().allMatch(c -> c >= ' ' && c <= '~'), plain);
        }
    }
}
