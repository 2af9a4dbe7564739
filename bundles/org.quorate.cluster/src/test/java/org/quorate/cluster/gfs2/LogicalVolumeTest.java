// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.model.yaml.ScenarioWriter;

/**
 * What one node asked of the same LUN through a linear mapping of the device mapper and without one: GFS2 on Linux 6.1.176
 * ({@code releng/lab/measure-flushes}).
 */
class LogicalVolumeTest {

    private static final Path MEASURED = Path.of("../../releng/lab/results/flushes-2026-11-29.csv");
    private static final double NEAR = 0.05;
    private static final String WORK = """
            fileSets:
              - {name: log, files: 1, size: 100 B, layout: shared}
              - {name: page, files: 1, size: 512 B, layout: shared}
            phases:
              - {name: append, closed: {threads: 1}, operationsPerThread: 200, \
            mix: [{operation: append, fileSet: log, access: first, size: 100 B, fsync: true, keepOpen: true}]}
              - {name: overwrite, closed: {threads: 1}, operationsPerThread: 200, \
            mix: [{operation: write, fileSet: page, access: first, size: 512 B, fsync: true, keepOpen: true}]}
            """;

    @ParameterizedTest
    @CsvSource({"mapped, true", "plain, false"})
    void theLunGetsWhatItGotFromARealKernel(String through, boolean logicalVolume) throws IOException {
        String text = ScenarioWriter.write(Scenarios.of(1, WORK)).replace("logicalVolume: true", "logicalVolume: " + logicalVolume);
        Run run = new Run(Run.read(text)).all();
        List<String[]> rows = Files.readAllLines(MEASURED).stream().map(line -> line.split(","))
                .filter(cells -> cells[0].equals(through) && run.results.containsKey(phase(cells))).toList();
        assertEquals(6, rows.size(), "two operations, three times");
        for (String[] row : rows) {
            PhaseResult phase = run.results.get(phase(row));
            assertNear(row[3], phase, phase.disk().writes(), "writes");
            assertNear(row[4], phase, phase.disk().writeSectors(), "sectors");
            assertNear(row[5], phase, phase.disk().flushes(), "flushes");
        }
    }

    /** The first word of the operation. */
    private static String phase(String[] row) {
        return row[1].split(" ")[0];
    }

    private static void assertNear(String measured, PhaseResult phase, long count, String what) {
        double asked = Double.parseDouble(measured);
        assertEquals(asked, count / (double) phase.operationsTotal(), asked * NEAR, what);
    }
}
