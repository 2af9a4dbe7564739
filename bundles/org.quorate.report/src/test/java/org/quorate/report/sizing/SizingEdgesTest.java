// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.report.Cases;
import org.quorate.report.Comparisons;
import org.quorate.report.Reports;
import org.quorate.report.Scenarios;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.result.Comparison;

/** Results at the edges, each of which a sizing report must be able to show. */
class SizingEdgesTest {

    private static SizingResults bare(Scenario scenario, Comparison comparison) {
        return new SizingResults(scenario, comparison, Optional.of(comparison), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                List.of(), AccuracySummary.ofProduct());
    }

    @Test
    void everyCaseHasAReport() throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        for (Map.Entry<String, Comparison> entry : Cases.all().entrySet()) {
            Scenario scenario = entry.getKey().equals("hostile") ? Scenarios.withNames(sample, "web-sessions", Cases.HOSTILE) : sample;
            ReportDocument document = Sizings.document(bare(scenario, entry.getValue()));
            assertTrue(document.blocks().stream().anyMatch(block -> block instanceof Heading heading && heading.text().endsWith("Summary")),
                    entry.getKey());
            assertFalse(Reports.texts(document).stream().anyMatch(text -> text.contains("NaN") || text.contains("Optional")), entry.getKey());
        }
    }

    @Test
    void everySampleHasAReport() throws IOException {
        for (String name : List.of("web-sessions", "web-uploads", "maildir", "vm-images", "log-append", "video-sequential", "backup-scan")) {
            Scenario scenario = Scenarios.sample(name);
            Comparison comparison = Comparisons.webSessions().withTitle(scenario.name(), scenario.title()).comparison();
            assertFalse(Sizings.document(Sizings.of(scenario, comparison)).blocks().isEmpty(), name);
        }
    }

    @Test
    void hostileNamesAreShownAsTheyAre() throws IOException {
        Scenario scenario = Scenarios.withNames(Scenarios.sample("web-sessions"), "web-sessions", Cases.HOSTILE);
        ReportDocument document = Sizings.document(bare(scenario, Cases.all().get("hostile")));
        assertEquals(Cases.HOSTILE, document.title());
        String page = new HtmlReport(new ChartPainter()).render(document);
        assertFalse(page.contains("<script>alert") || page.contains("\u202e") || page.contains("\u001b"));
    }

    @Test
    void scriptsOfAnUnsafeDesignAreRefusedWithReasons() throws IOException {
        Scenario unsafe = Scenarios.sample("vm-images");
        SizingResults results = Sizings.of(unsafe, Comparisons.webSessions().withTitle(unsafe.name(), unsafe.title()).comparison());
        List<String> titles = new ScriptsChapter(results.scripts()).blocks().stream().filter(Notice.class::isInstance)
                .map(block -> ((Notice) block).title()).toList();
        assertTrue(titles.contains("No scripts are written for gfs2"), "without fencing: " + titles);
    }

    @Test
    void theSameGivesTheSame() throws IOException {
        assertEquals(Sizings.document(Sizings.webSessions()), Sizings.document(Sizings.webSessions()));
    }
}
