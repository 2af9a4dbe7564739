// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;

class ChapterTest {

    private static final Heading SUMMARY = new Heading(2, "summary", "Summary");
    private static final Heading CHARTS = new Heading(2, "charts", "Charts");
    private static final Heading AGAIN = new Heading(2, "again", "Again");
    private static final Paragraph WORDS = new Paragraph("words");
    private static final Code CODE = new Code("command", "quorate");

    private static List<Chapter> chapters(Block... blocks) {
        return Chapter.of(new ReportDocument("title", "subtitle", KeyValues.of("a", "b"), List.of(blocks)));
    }

    @Test
    void aSummaryOfWordsAloneGoesOnWithTheNextChapter() {
        assertEquals(List.of(new Chapter("Summary", List.of(WORDS, new Heading(3, "next", "Charts"), WORDS)),
                new Chapter("Again", List.of(CODE))), chapters(SUMMARY, WORDS, CHARTS, WORDS, AGAIN, CODE));
    }

    @Test
    void manyWordsAreAPageOfTheirOwn() {
        assertEquals(List.of("Summary", "Charts", "Again"), chapters(SUMMARY, WORDS, WORDS, WORDS, WORDS, WORDS, CHARTS, WORDS, AGAIN, CODE)
                .stream().map(Chapter::title).toList());
    }

    @Test
    void aPageOfItsOwnStays() {
        assertEquals(List.of(new Chapter("Summary", List.of(CODE)), new Chapter("Charts", List.of(WORDS)), new Chapter("Again",
                List.of(CODE))), chapters(SUMMARY, CODE, CHARTS, WORDS, AGAIN, CODE));
        assertEquals(List.of(new Chapter("Summary", List.of(WORDS)), new Chapter("Again", List.of(CODE))),
                chapters(SUMMARY, WORDS, AGAIN, CODE), "what is said of a command is no result");
    }
}
