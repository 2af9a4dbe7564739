// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.study.fit.Fit;
import org.quorate.study.fit.Parameter;
import org.quorate.study.fit.ParameterSet;

class FitReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "fit"));

    private static List<Block> blocks() throws IOException {
        Scenario scenario = Scenarios.sample("web-sessions");
        ParameterSet before = ParameterSet.of(scenario);
        Map<Parameter, Double> values = new EnumMap<>(before.values());
        values.put(Parameter.MESSAGE, before.get(Parameter.MESSAGE) * 1.5);
        ParameterSet after = new ParameterSet(values);
        Fit fit = new Fit("test", List.of("quiet"), 40, 2, 0.5, before, after, after.applyTo(scenario), List.of(
                new Fit.Residual("quiet", false, "create", "p50 create, us", true, 1000, 500, 1100),
                new Fit.Residual("other", true, "create", "DLM_MASTER an operation", false, 2, 2, 1.5)));
        return FitReport.document(fit, CONTEXT).blocks();
    }

    private static List<String> row(List<Block> blocks, String table, int row) {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).filter(found -> found.title().equals(table)).findFirst()
                .map(found -> ((CellRow) found.rows().get(row)).cells().stream().map(Cell::plain).toList()).orElseThrow();
    }

    @Test
    void whatIsLeftUnexplainedHasItsUnits() throws IOException {
        List<Block> blocks = blocks();
        assertEquals(List.of("p50 create", "1 ms", "500 µs", "1.1 ms", "+10 %"), row(blocks, "Run quiet", 1));
        assertEquals("DLM_MASTER an operation", row(blocks, "Run other", 1).get(0));
        assertEquals("-25 %", row(blocks, "Run other", 1).get(4).replace('−', '-'));
        Notice answer = (Notice) blocks.stream().filter(Notice.class::isInstance).findFirst().orElseThrow();
        assertEquals("The median error is 10 %", answer.title());
        assertTrue(answer.text().endsWith("25 %."), answer.text());
    }

    @Test
    void everyParameterIsShownWithItsChangeAndForAScenario() throws IOException {
        List<Block> blocks = blocks();
        assertEquals("+50 %", row(blocks, "Fitted values", Parameter.MESSAGE.ordinal()).get(3));
        assertTrue(row(blocks, "Fitted values", Parameter.BANDWIDTH.ordinal()).get(1).endsWith("bit/s"));
        String yaml = blocks.stream().filter(Code.class::isInstance).map(block -> ((Code) block).text()).findFirst().orElseThrow();
        assertTrue(yaml.contains("profile: fitted"));
    }
}
