// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    private static final String SETTINGS = """
            # A comment with NAME='no value'
            EMPTY=''
            NUMBER=42
            HOSTILE='a'\\''b $(id) "x" ] ) [y]=z'
            LIST=('one' 'two words' '')
            LONG=(
                'first)'
                'se'\\''cond'
            )
            NONE=()
            declare -A TABLE=(
                ['key one']='value'
                ['k]2']='it'\\''s'
            )
            declare -A BARE=()
            """;

    @Test
    void readsWhatBashReads() throws Exception {
        Process bash = new ProcessBuilder("bash", "-c", SETTINGS + """
                show() { printf '%s' "$1="; shift; printf '<%s>' "$@"; printf '\\n'; }
                show EMPTY "$EMPTY"
                show NUMBER "$NUMBER"
                show HOSTILE "$HOSTILE"
                show LIST "${LIST[@]}"
                show LONG "${LONG[@]}"
                show 'TABLE[key one]' "${TABLE[key one]}"
                k='k]2'
                show 'TABLE[k]2]' "${TABLE[$k]}"
                """).redirectErrorStream(true).start();
        String expected = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), expected);
        Map<String, List<String>> read = SettingsReader.read(SETTINGS);
        StringBuilder found = new StringBuilder();
        read.forEach((name, values) -> {
            if (!name.equals("NONE")) {
                found.append(name).append('=');
                values.forEach(value -> found.append('<').append(value).append('>'));
                found.append('\n');
            }
        });
        assertEquals(expected, found.toString());
        assertEquals(List.of(), read.get("NONE"));
    }

    @Test
    void endsOnAnyText() {
        for (int end = 0; end <= SETTINGS.length(); end++) {
            SettingsReader.read(SETTINGS.substring(0, end));
            SettingsReader.read(SETTINGS.substring(end));
        }
    }
}
