// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.model.yaml.ScenarioWriter;

/**
 * What one node asked of the same LUN through a linear mapping of the device mapper and without one: GFS2 on Linux 6.1.176, a
 * hundred calls each (releng/lab, 2026-11-29).
 */
class LogicalVolumeTest {

    private static final int CALLS = 100;
    private static final double NEAR = 0.05;
    private static final String WORK = """
            fileSets:
              - {name: log, files: 1, size: 100 B, layout: shared}
              - {name: page, files: 1, size: 512 B, layout: shared}
            phases:
              - {name: append, closed: {threads: 1}, operationsPerThread: 100, \
            mix: [{operation: append, fileSet: log, access: first, size: 100 B, fsync: true, keepOpen: true}]}
              - {name: overwrite, closed: {threads: 1}, operationsPerThread: 100, \
            mix: [{operation: write, fileSet: page, access: first, size: 512 B, fsync: true, keepOpen: true}]}
            """;

    @Test
    void aLogHeaderCostsOneFlushMoreThroughTheDeviceMapper() {
        String text = ScenarioWriter.write(Scenarios.of(1, WORK));
        Run mapped = new Run(Run.read(text)).all();
        assertCounts(7.63, 53.68, 6, mapped.results.get("append").disk());
        assertCounts(7, 48, 6, mapped.results.get("overwrite").disk());
        Run plain = new Run(Run.read(text.replace("logicalVolume: true", "logicalVolume: false"))).all();
        assertCounts(5.63, 53.68, 4, plain.results.get("append").disk());
        assertCounts(5, 48, 4, plain.results.get("overwrite").disk());
    }

    private static void assertCounts(double writes, double sectors, double flushes, DiskCounts disk) {
        assertEquals(writes, disk.writes() / (double) CALLS, writes * NEAR, "writes");
        assertEquals(sectors, disk.writeSectors() / (double) CALLS, sectors * NEAR, "sectors");
        assertEquals(flushes, disk.flushes() / (double) CALLS, flushes * NEAR, "flushes");
    }
}
