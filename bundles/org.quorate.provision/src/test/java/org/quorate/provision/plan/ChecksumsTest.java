// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {

    /** FIPS 180-2, appendix B.1: the digest of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void whatIsWrittenIsRead() {
        String text = Checksums.lines(List.of(GeneratedFile.text("b/two  blanks", "abc"), GeneratedFile.text("a", "abc")));
        assertEquals(ABC + "  b/two  blanks\n" + ABC + "  a\n", text);
        assertEquals(Map.of("a", ABC, "b/two  blanks", ABC), Checksums.parse(text));
        assertEquals(Map.of(), Checksums.parse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {ABC + "  a\n" + ABC + "  a\n", ABC + "  a\r\n", ABC + " *a\n", ABC + "  \n", "\n" + ABC + "  a\n", "a\n"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Checksums.parse(text));
    }
}
