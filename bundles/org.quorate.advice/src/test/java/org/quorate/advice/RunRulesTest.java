// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that look at the figures of a run, on runs of the real simulator. */
class RunRulesTest {

    private static final String BUSY = "workload.phases[0].closed={threads: 4, thinkTime: 0.5 ms}";
    private static final String HOT = BUSY + " | workload.fileSets[0]={name: files, files: 900, size: 8 KiB, layout: shared}"
            + " | workload.phases[0].mix=[{operation: create, fileSet: files}]";

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "hot-directory;" + HOT + ";" + HOT + " | workload.fileSets[0].layout=private",
        "hot-directory;" + HOT + ";" + HOT + " | workload.phases[0].nodes=[node2]",
        "hot-file;" + BUSY + " | workload.phases[0].mix=[{operation: append, fileSet: files, access: first, size: 200 B}];"
            + BUSY + " | workload.phases[0].mix=[{operation: append, fileSet: files, access: own, size: 200 B}]",
        "lock-memory;initialState={caches: warm} | workload.fileSets[0].files=6000 | cluster.nodes[1].memory=64 MiB;"
            + "initialState={caches: warm} | workload.fileSets[0].files=6000"})
    void aRuleFiresWhereItMustAndNotNearby(String rule, String fires, String calm) {
        Design design = Design.calm().with(fires);
        List<Finding> found = design.findingsOfRun(rule);
        assertEquals(1, found.size(), found.toString());
        assertFalse(found.get(0).evidence().isEmpty());
        assertEquals(List.of(), Design.calm().with(calm).findingsOfRun(rule));
        found.get(0).fix().ifPresent(fix -> assertEquals(List.of(), design.with(fix).findingsOfRun(rule), "the fix answers it"));
    }

    /** A scan of a few files among many that the others hold is no backup that fills a node. */
    @Test
    void aRunThatShowsNoHarmSilencesTheBackupNode() {
        String sets = "workload.fileSets=[{name: files, files: 3000, layout: tree}, {name: few, files: 30, layout: tree}]";
        Design few = Design.calm().with(sets + " | workload.phases=[{name: work, closed: {threads: 4}, duration: 400 ms, mix: ["
                + "{operation: read, weight: 20, fileSet: files, access: any, nodes: [node1, node2]}, {operation: write, fileSet: few, nodes: [node1]},"
                + " {operation: stat, weight: 20, fileSet: few, access: each, nodes: [node3]}]}]");
        assertEquals(1, few.findings("backup-node").size());
        assertEquals(0, few.findingsOfRun("backup-node").size());
        Design all = Design.calm().with(sets + " | workload.phases=[{name: scan, closed: {threads: 1}, operationsPerThread: 3000, nodes: [node3],"
                + " mix: [{operation: stat, fileSet: files, access: each}]}, {name: work, duration: 100 ms, mix: [{operation: write, fileSet: files,"
                + " access: any}]}]");
        List<Finding> found = all.findingsOfRun("backup-node");
        assertEquals(1, found.size());
        assertTrue(found.get(0).evidence().stream().anyMatch(line -> line.contains("lock memory of node3 is")), found.toString());
    }

    @Test
    void aRunAddsItsFiguresToTheEvidence() {
        Design design = Design.calm().with("lun.device=sata-ssd | workload.phases[0].mix=[{operation: append, fileSet: files, fsync: true}]");
        List<String> evidence = design.findingsOfRun("volatile-cache").get(0).evidence();
        assertTrue(evidence.contains("ocfs2, phase work: 0 flushes an operation"), evidence.toString());
        assertTrue(evidence.contains("the LUN: 60 µs for a write, 600 µs for a flush, which has something to write then"), evidence.toString());
    }
}
