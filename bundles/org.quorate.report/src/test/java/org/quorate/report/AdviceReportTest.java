// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.report.document.Code;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;

class AdviceReportTest {

    @Test
    void eachFindingIsANoticeWithTheLinesOfItsFixAndTheCommandStandsAtTheEnd() {
        Finding grave = new Finding("no-fencing", Severity.CRITICAL, "Nobody fences", "Data can be lost.", List.of("2 nodes"), "cluster",
                Optional.of(QuickFix.of("name an agent", "cluster.fencing.agent", "sbd")));
        Finding hint = new Finding("access-times", Severity.HINT, "Access times are kept", "They cost.", List.of(), "fileSystems[0]",
                Optional.empty());
        ReportDocument report = AdviceReport.document(new Advice(Advice.FORMAT, "web", "A web cluster", Optional.empty(), List.of(grave, hint),
                List.of()), new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "advise", "web.yaml")));
        assertEquals("A web cluster", report.title());
        assertEquals(List.of(Notice.Kind.DANGER, Notice.Kind.NOTE), report.blocks().stream().filter(Notice.class::isInstance)
                .map(block -> ((Notice) block).kind()).toList());
        assertEquals(List.of("cluster.fencing.agent: sbd", "quorate advise web.yaml"), report.blocks().stream().filter(Code.class::isInstance)
                .map(block -> ((Code) block).text()).toList());
    }
}
