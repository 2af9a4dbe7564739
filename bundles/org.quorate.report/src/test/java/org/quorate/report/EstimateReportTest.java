// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.quorate.model.Operation;
import org.quorate.report.document.Block;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.study.estimate.Assumption;
import org.quorate.study.estimate.Estimate;

class EstimateReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "estimate", "a.yaml"));
    private static final Assumption FULL = new Assumption(Assumption.Kind.CAPACITY, "more comes than can go", "there is no latency");

    private static List<Block> blocks(OptionalDouble latency, List<Assumption> broken) {
        Estimate.PhaseFigures phase = new Estimate.PhaseFigures("traffic", List.of(new Estimate.OperationFigures(Operation.values()[0], latency, 250, 1.5)),
                250, 1.5, List.of(new Estimate.NodeMemory("node1", 2048), new Estimate.NodeMemory("node2", 1024)), "LUN", 0.5, broken);
        return EstimateReport.document(new Estimate(Estimate.FORMAT, "a", "6.1", List.of(new Estimate.Contender("ocfs2", List.of(phase)))), CONTEXT)
                .blocks();
    }

    private static List<String> row(List<Block> blocks, String table, int row) {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).filter(found -> found.title().equals(table)).findFirst()
                .map(found -> ((CellRow) found.rows().get(row)).cells().stream().map(cell -> cell.plain()).toList()).orElse(List.of());
    }

    private static Notice notice(List<Block> blocks) {
        return (Notice) blocks.stream().filter(Notice.class::isInstance).findFirst().orElseThrow();
    }

    @Test
    void everyFigureHasItsUnit() {
        List<Block> blocks = blocks(OptionalDouble.of(1_500_000), List.of());
        assertEquals(Notice.Kind.NOTE, notice(blocks).kind());
        assertEquals(List.of("1.5 ms", "250 op/s", "1.5 msg/op", "yes"), row(blocks, "Operations of traffic", 1).subList(1, 5));
        assertEquals(List.of("ocfs2", "250 op/s", "1.5 msg/op", "LUN", "50 %"), row(blocks, "Load of traffic", 0));
        assertEquals(List.of("node2", "1 KiB"), row(blocks, "Lock memory of traffic", 2));
        assertEquals(List.of(), row(blocks, "What does not hold in traffic", 1));
    }

    @Test
    void whatDoesNotHoldIsTold() {
        List<Block> blocks = blocks(OptionalDouble.empty(), List.of(FULL));
        assertEquals(Notice.Kind.WARNING, notice(blocks).kind());
        assertEquals("saturated", row(blocks, "Operations of traffic", 1).get(1));
        assertEquals(List.of("the load is below the capacity", "more comes than can go", "there is no latency"),
                row(blocks, "What does not hold in traffic", 1));
    }
}
