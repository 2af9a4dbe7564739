// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void linesBreakAtSpaces() {
        assertEquals(List.of("one two", "three"), Wrap.lines("one two three", 8));
        assertEquals(List.of("a", "muchtoolong", "word"), Wrap.lines("a muchtoolong word", 5));
        assertEquals(List.of(""), Wrap.lines("", 5));
    }

    @Test
    void figuresStayWhole() {
        assertEquals(List.of("it is", "25.1 ms ± 2.3 ms", "or 9 % more"), Wrap.lines("it is 25.1 ms ± 2.3 ms or 9 % more", 16));
        assertEquals(List.of("needs", "9.77 KiB", "now"), Wrap.lines("needs 9.77 KiB now", 9));
    }
}
