// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.report.Comparisons;
import org.quorate.report.Reports;
import org.quorate.report.Scenarios;
import org.quorate.report.document.Block;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;

class SizingReportTest {

    private static List<String> chapters(ReportDocument document) {
        return document.blocks().stream().filter(block -> block instanceof Heading heading && heading.level() == 2)
                .map(block -> ((Heading) block).text()).toList();
    }

    private static Template template(Cover cover, Part... parts) {
        return new Template(cover, Brand.NONE, Language.ENGLISH, List.of(parts));
    }

    @Test
    void chaptersStandInTheirOrderWithNumbers() throws IOException {
        List<String> expected = Arrays.stream(Chapter.values()).filter(chapter -> chapter != Chapter.SCALING).map(Chapter::title).toList();
        List<String> chapters = chapters(Sizings.document(Sizings.webSessions()));
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(i + 1 + " " + expected.get(i), chapters.get(i));
        }
        assertEquals(expected.size(), chapters.size());
    }

    @Test
    void theTemplateChoosesAndOrdersChaptersAndInsertsOwnTexts() throws IOException {
        List<Block> own = List.of(new Heading(2, "advice", "Our offer"), new Paragraph("As agreed."), new Heading(3, "advice-2", "Terms"));
        ReportDocument document = SizingReport.document(Sizings.webSessions(), template(Cover.EMPTY, new Part.Ours(Chapter.ADVICE),
                new Part.Own(own), new Part.Own(own), new Part.Ours(Chapter.SUMMARY)), Reports.context());
        assertEquals(List.of("1 Advice", "2 Our offer", "3 Our offer", "4 Summary"), chapters(document));
        assertTrue(document.blocks().contains(new Heading(3, "own-2-advice-2", "3.1 Terms")));
        assertFalse(document.blocks().get(document.blocks().size() - 1) instanceof PageBreak, "no empty page at the end");
    }

    @Test
    void theCoverHasOnlyWhatIsKnown() throws IOException {
        SizingResults results = Sizings.webSessions();
        Template template = template(new Cover("Our title", "A <customer>", "", "An author", "1.2"));
        ReportDocument document = SizingReport.document(results, template, Reports.context());
        assertEquals("Our title", document.title());
        assertEquals("An author", document.author());
        assertEquals(KeyValues.of("Customer", "A <customer>", "Author", "An author", "Version", "1.2", "Date", "2026-01-31", "Scenario",
                "web-sessions", "Quorate", "0.1.0"), document.about());
        assertEquals(results.scenario().title(), Sizings.document(results).title());
    }

    @Test
    void whatTheConsultantWroteIsNotTranslated() throws IOException {
        List<Block> own = List.of(new Heading(2, "advice", "Advice"));
        ReportDocument document = SizingReport.document(Sizings.webSessions(), new Template(new Cover("", "Customer", "", "", "1.2"), Brand.NONE,
                Language.GERMAN, List.of(new Part.Own(own), new Part.Ours(Chapter.ADVICE))), Reports.context());
        assertEquals(Language.GERMAN, document.language());
        assertEquals(List.of("1 Advice", "2 Empfehlungen"), chapters(document));
        assertEquals(List.of("Customer", "1.2"), document.about().entries().subList(0, 2).stream().map(KeyValues.Entry::value).toList());
    }

    @Test
    void theSummaryHasAPageToItself() throws IOException {
        List<Block> blocks = SizingReport.document(Sizings.webSessions(), template(Cover.EMPTY, new Part.Ours(Chapter.WORKLOAD),
                new Part.Ours(Chapter.SUMMARY), new Part.Ours(Chapter.CLUSTER)), Reports.context()).blocks();
        int summary = blocks.indexOf(new Heading(2, "summary", "2 Summary"));
        assertEquals(new PageBreak(), blocks.get(summary - 1));
        assertEquals(new PageBreak(), blocks.get(blocks.indexOf(new Heading(2, "cluster", "3 The cluster")) - 1));
    }

    @Test
    void refusesTheComparisonOfAnotherScenario() throws IOException {
        SizingResults results = Sizings.of(Scenarios.sample("maildir"), Comparisons.webSessions().comparison());
        assertThrows(IllegalArgumentException.class, () -> Sizings.document(results));
    }
}
