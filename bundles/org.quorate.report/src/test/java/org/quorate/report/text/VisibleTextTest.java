// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void keepsWhatPeopleWrite() {
        String text = "Größe 漢字 😀 مرحبا <b> & \"q\" $(id)";
        assertEquals(text, VisibleText.line(text));
    }

    @Test
    void replacesWhatXmlForbidsOrWhatReordersText() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf",
                VisibleText.line("a\u0000b\u001bc\ud800d\u202ee\ufffef"));
    }

    @Test
    void keepsLinesOnlyWhereTheyAreWanted() {
        assertEquals("a b c", VisibleText.line("a\nb\tc"));
        assertEquals("a\nb\tc\n", VisibleText.lines("a\nb\tc\r"));
    }
}
