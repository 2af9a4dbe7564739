// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.claims.Claim;
import org.quorate.study.claims.ClaimPoint;
import org.quorate.study.claims.ClaimResult;
import org.quorate.study.claims.Claims;
import org.quorate.study.claims.ClaimsResult;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.claims.Sharing;
import org.quorate.study.result.Interval;

class ClaimsReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "claims"));

    private static ClaimResult result(Claim claim, Outcome... outcomes) {
        List<ClaimPoint> points = new ArrayList<>();
        int at = 0;
        for (Sharing sharing : claim.sharings()) {
            for (int nodes : claim.nodes()) {
                Outcome outcome = outcomes[at++ % outcomes.length];
                points.add(new ClaimPoint(sharing, "6.1", nodes, outcome == Outcome.OPEN ? Optional.empty()
                        : Optional.of(new Interval(outcome == Outcome.TRUE ? 0.25 : -0.25, 0.01)), outcome));
            }
        }
        return new ClaimResult(claim, points);
    }

    private static ReportDocument report() {
        List<Claim> claims = Claims.all();
        return ClaimsReport.document(new ClaimsResult(ClaimsResult.FORMAT, "1", 1, 5, 0.95, List.of(result(claims.get(0), Outcome.TRUE),
                result(claims.get(1), Outcome.FALSE, Outcome.OPEN))), CONTEXT);
    }

    @Test
    void theSummaryCountsClaimsThatHoldEverywhereAndNowhere() {
        Notice answer = report().blocks().stream().filter(Notice.class::isInstance).map(Notice.class::cast).findFirst().orElseThrow();
        assertEquals("Of 2 claims, 1 is true at every point, and 1 at none", answer.title());
    }

    @Test
    void everyPointStandsInTheTableOfItsClaim() {
        List<Table> tables = report().blocks().stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
        assertEquals(3, tables.size(), "the summary and one a claim");
        Claim first = Claims.all().get(0);
        assertEquals(first.nodes().size() + 2, tables.get(1).columns().size());
        assertEquals(first.sharings().size(), tables.get(1).rows().size());
        List<String> row = ((Table.CellRow) tables.get(1).rows().get(0)).cells().stream().map(Cell::plain).toList();
        assertEquals("+25 ± 1.0 % true", row.get(2));
        assertTrue(((Table.CellRow) tables.get(2).rows().get(0)).cells().stream().map(Cell::plain).toList().contains("no figures"));
    }

    @Test
    void thePageHasTheCommandThatMakesItAgain() {
        assertTrue(new HtmlReport(new ChartPainter()).render(report()).contains("quorate claims"));
    }
}
