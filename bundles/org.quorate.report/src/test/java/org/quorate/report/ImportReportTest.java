// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Table;

class ImportReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "import"));

    private static List<Block> blocks(List<String> unused) {
        return ImportReport.document("listing", List.of("2 files"), unused, "workload: {}\n", CONTEXT).blocks();
    }

    @Test
    void whatCouldNotBeUsedIsTold() {
        List<Block> blocks = blocks(List.of("listing:3: 'what': no size"));
        assertEquals(List.of(Notice.Kind.WARNING, Notice.Kind.NOTE), blocks.stream().filter(Notice.class::isInstance)
                .map(block -> ((Notice) block).kind()).toList());
        assertEquals(1, blocks.stream().filter(Table.class::isInstance).mapToInt(block -> ((Table) block).rows().size()).sum());
        assertEquals("workload: {}\n", blocks.stream().filter(Code.class::isInstance).map(block -> ((Code) block).text()).findFirst().orElseThrow());
    }

    @Test
    void allThatWasUsedNeedsNoTable() {
        assertEquals(0, blocks(List.of()).stream().filter(Table.class::isInstance).count());
    }
}
