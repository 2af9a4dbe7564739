// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracySummaryTest {

    private static AccuracyRow row(String fileSystem, String figure, double measured, double simulated, Outcome outcome) {
        return new AccuracyRow("run", fileSystem, "phase", figure, FigureClass.LOCK_TRAFFIC, "1/op", measured, simulated,
                Rule.error(measured, simulated), outcome, "");
    }

    @Test
    void rowsUnderTheFloorCountButHaveNoPartInTheMedian() {
        List<AccuracySummary> summaries = AccuracySummary.of(List.of(row("ocfs2", "a", 10, 11, Outcome.WITHIN),
                row("ocfs2", "b", 10, 8, Outcome.MISSES), row("ocfs2", "c", 10, 10, Outcome.WITHIN),
                row("ocfs2", "d", 0.1, 0.2, Outcome.UNDER_FLOOR), row("ocfs2", "e", 10, 99, Outcome.INFORMATION)));
        AccuracySummary summary = summaries.get(0);
        assertEquals(1, summaries.size());
        assertEquals(4, summary.judged());
        assertEquals(3, summary.within());
        assertEquals(1, summary.missing());
        assertEquals(3, summary.aboveFloor());
        assertEquals(0.1, summary.medianError().orElseThrow(), 1e-12);
        assertEquals("run phase b", summary.worst());
        assertEquals(-0.2, summary.worstError().orElseThrow(), 1e-12);
        assertFalse(summary.holds());
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleOnes() {
        AccuracySummary summary = AccuracySummary.of(List.of(row("ocfs2", "a", 10, 10.2, Outcome.WITHIN),
                row("ocfs2", "b", 10, 9.6, Outcome.WITHIN))).get(0);
        assertEquals(0.03, summary.medianError().orElseThrow(), 1e-12);
        assertTrue(summary.holds());
    }

    @Test
    void aMedianAboveItsLimitDoesNotHoldThoughEveryRowIsWithin() {
        assertFalse(AccuracySummary.of(List.of(row("ocfs2", "a", 10, 11, Outcome.WITHIN))).get(0).holds());
    }

    @Test
    void fileSystemsAreApart() {
        assertEquals(List.of("gfs2", "ocfs2"), AccuracySummary.of(List.of(row("ocfs2", "a", 1, 1, Outcome.WITHIN),
                row("gfs2", "a", 1, 1, Outcome.WITHIN))).stream().map(AccuracySummary::fileSystem).toList());
    }

    @Test
    void aMissWithNothingMeasuredHasNoErrorButCounts() {
        AccuracySummary summary = AccuracySummary.of(List.of(row("ocfs2", "a", 0, 3, Outcome.MISSES))).get(0);
        assertEquals(1, summary.missing());
        assertEquals("", summary.worst());
        assertTrue(summary.medianError().isEmpty());
    }

    @Test
    void aReasonExplainsAMissAndNothingElse() {
        KnownDeviations deviations = KnownDeviations.of(CsvTable.parse("k.csv", """
                runs,phases,figures,reason
                uml-*,phase,a,elsewhere
                r*n,p*,*,host
                """));
        assertEquals("host", deviations.explain(row("ocfs2", "a", 1, 2, Outcome.MISSES)).reason());
        assertEquals("", deviations.explain(row("ocfs2", "a", 1, 1, Outcome.WITHIN)).reason());
        assertEquals(Outcome.MISSES, deviations.explain(row("ocfs2", "a", 1, 2, Outcome.MISSES)).outcome());
    }
}
