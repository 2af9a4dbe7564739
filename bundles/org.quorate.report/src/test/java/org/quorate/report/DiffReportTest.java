// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Scenario;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.diff.ResultDiff;
import org.quorate.study.diff.ResultDiff.Entry;
import org.quorate.study.result.Comparison;

class DiffReportTest {

    private static Entry entry(String name, Comparison comparison) {
        return new Entry(name, comparison, Optional.empty());
    }

    private static String text(Entry... entries) {
        return String.join("\n", Reports.texts(DiffReport.document(ResultDiff.of(List.of(entries)), Reports.context())));
    }

    @Test
    void theSameNumbersAreCalledSo() {
        Comparison usual = Comparisons.webSessions().comparison();
        String text = text(entry("A", usual), entry("B", usual));
        assertTrue(text.contains("B against A: the same numbers"), text);
        assertTrue(text.contains("0 % equal"), text);
    }

    /** Every figure 50 % up, with intervals of 3 %: far apart. With intervals of 80 % nothing can be said. */
    @Test
    void aDifferenceIsSignificantIfItIsLargeAgainstTheSpread() {
        Comparisons usual = Comparisons.webSessions();
        ResultDiff apart = ResultDiff.of(List.of(entry("A", usual.comparison()), entry("B", usual.withScale(1.5).comparison())));
        // A local file system has no locks and no messages here and there.
        assertEquals(2, apart.rows().stream().filter(row -> row.changes().get(1).orElseThrow().none()).count());
        assertEquals(apart.common(1) - 2, apart.significant(1));
        String text = text(entry("A", usual.comparison()), entry("B", usual.withScale(1.5).comparison()));
        assertTrue(text.contains("+50.0 ± "), text);
        assertTrue(text.contains("apart"), text);
        ResultDiff unclear = ResultDiff.of(List.of(entry("A", usual.withSpread(0.8).comparison()), entry("B", usual.withScale(1.5).withSpread(0.8).comparison())));
        assertEquals(0, unclear.significant(1));
        assertTrue(text(entry("A", usual.withSpread(0.8).comparison()), entry("B", usual.withScale(1.5).withSpread(0.8).comparison()))
                .contains("% not significant"));
    }

    static List<String> cases() {
        return List.copyOf(Cases.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anythingCanStandBesideAnything(String name) {
        Comparison odd = Cases.all().get(name);
        Comparison usual = Comparisons.webSessions().comparison();
        for (List<Entry> entries : List.of(List.of(entry("A", odd), entry("B", usual)), List.of(entry(Cases.HOSTILE, usual), entry("B", odd), entry("C", usual), entry("D", odd)))) {
            ReportDocument document = DiffReport.document(ResultDiff.of(entries), Reports.context());
            assertTrue(new HtmlReport(new ChartPainter()).render(document).endsWith("</html>\n"));
        }
    }

    @Test
    void whatDiffersInTheScenariosIsToldByPath() throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        Scenario other = Scenarios.withNames(sample, "web-sessions", "Another title");
        Comparison usual = Comparisons.webSessions().comparison();
        String text = text(new Entry("A", usual, Optional.of(sample)), new Entry("B", usual, Optional.of(other)));
        assertTrue(text.contains("title\n" + sample.title() + "\nAnother title"), text);
        assertTrue(text(new Entry("A", usual, Optional.of(sample)), new Entry("B", usual, Optional.of(sample))).contains("the same scenario"));
        assertTrue(Reports.texts(DiffReport.scenarios("A", sample, "B", sample, Reports.context())).contains("No value differs"));
        assertTrue(Reports.texts(DiffReport.scenarios("A", sample, "B", other, Reports.context())).contains("Another title"));
    }

    @Test
    void oneIsTooFewAndFiveAreTooMany() {
        Entry one = entry("A", Comparisons.webSessions().comparison());
        assertThrows(IllegalArgumentException.class, () -> ResultDiff.of(List.of(one)));
        assertThrows(IllegalArgumentException.class, () -> ResultDiff.of(Collections.nCopies(5, one)));
    }
}
