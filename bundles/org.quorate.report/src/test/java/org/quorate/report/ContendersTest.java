// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.report.document.Language;
import org.quorate.report.language.Translator;

class ContendersTest {

    private static String note(Language language, String... saturated) {
        String note = new Contenders(Comparisons.webSessions().withSaturated(saturated).comparison()).saturationNote("traffic");
        return Translator.of(language).naming(Set.copyOf(List.of("ocfs2", "gfs2"))).telling(text -> assertEquals("", text, "has no translation"))
                .text(note);
    }

    @Test
    void oneOrSeveralCannotCarryTheLoad() {
        assertEquals("", note(Language.ENGLISH));
        assertEquals("gfs2 cannot carry this load: its backlog grows without end, so there is no latency to show.", note(Language.ENGLISH, "gfs2"));
        assertEquals("gfs2 kann diese Last nicht tragen: Sein Rückstand wächst ohne Ende, so dass es keine Latenz zu zeigen gibt.",
                note(Language.GERMAN, "gfs2"));
        assertEquals("ocfs2 und gfs2 können diese Last nicht tragen: Ihre Rückstände wachsen ohne Ende, so dass es keine Latenz zu zeigen gibt.",
                note(Language.GERMAN, "ocfs2", "gfs2"));
    }
}
