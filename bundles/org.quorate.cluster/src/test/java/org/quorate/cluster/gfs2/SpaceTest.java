// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.model.yaml.ScenarioWriter;

/** Which resource groups nodes take blocks from (kernel reference 4.4), seen in their lock messages and disk requests. */
class SpaceTest {

    private static final int TURNS = 40;
    private static final String FILE = """
            fileSets:
              - {name: log, files: 1, size: 64 KiB, layout: shared}
              - {name: p, files: 0, size: 256 KiB, layout: shared}
            phases:
            """;

    private static final String STATFS = """
            fileSets:
              - {name: p, files: 0, size: 4 KiB, layout: private}
            phases:
              - {name: create, closed: {threads: 1}, operationsPerThread: 50, mix: [{operation: create, fileSet: p}]}
              - {name: statfs, closed: {threads: 1}, operationsPerThread: 1, nodes: [n2], mix: [{operation: statfs, fileSet: p}]}
              - {name: again, closed: {threads: 1}, operationsPerThread: 1, nodes: [n2], mix: [{operation: statfs, fileSet: p}]}
            """;

    private static long groupMessages(PhaseResult phase) {
        return phase.messages().stream().filter(m -> m.lock().equals("RGRP")).mapToLong(MessageCount::count).sum();
    }

    private static String append(String name, boolean keepOpen) {
        return ("  - {name: %s, closed: {threads: 1}, operationsPerThread: %d, inTurn: true, mix: [{operation: append, fileSet: log, "
                + "access: first, size: 4 KiB, keepOpen: %s}]}\n").formatted(name, TURNS, keepOpen);
    }

    /** Each node has set blocks of its own aside: the file's blocks come from both groups by turns, without a lock changing hands. */
    @Test
    void nodesThatAppendToOneFileTakeItsBlocksFromTheirOwnGroups() {
        Run run = new Run(Scenarios.of(2, FILE + append("warm-up", true) + append("append", true))).all();
        PhaseResult append = run.results.get("append");
        assertEquals(2 * TURNS, append.operationsTotal());
        assertTrue(Run.messages(append) > 2, "the inode goes to and fro");
        assertTrue(groupMessages(append) <= 4, groupMessages(append) + " messages of resource groups");
    }

    /** What is set aside goes with the last close, and the next search finds the group of the node that wrote last slow to lock. */
    @Test
    void nodesThatCloseTheFileStillStayInTheirOwnGroups() {
        Run run = new Run(Scenarios.of(2, FILE + append("warm-up", false) + append("append", false))).all();
        assertTrue(groupMessages(run.results.get("append")) <= 4,
                groupMessages(run.results.get("append")) + " messages of resource groups");
    }

    /** Whoever deletes such a file locks every group that its blocks lie in. */
    @Test
    void deletionLocksTheGroupsOfAllBlocks() {
        Run run = new Run(Scenarios.of(2, FILE + append("append", true) + "  - {name: settle, duration: 1 s, dropCaches: true}\n"
                + "  - {name: unlink, closed: {threads: 1}, operationsPerThread: 1, nodes: [n1], "
                + "mix: [{operation: unlink, fileSet: log, access: own}]}\n")).all();
        assertTrue(groupMessages(run.results.get("unlink")) >= 2, "the other node's group: "
                + groupMessages(run.results.get("unlink")));
    }

    /** Files that grow side by side share extents of 32 blocks at least (RGRP_RSRV_MINBLKS): long requests, not single blocks. */
    @Test
    void filesThatAreWrittenAtOnceDoNotInterleaveBlockByBlock() {
        Run run = new Run(Scenarios.of(1, FILE + "  - {name: create, closed: {threads: 4}, operationsPerThread: 8, syncAfter: true, "
                + "mix: [{operation: create, fileSet: p, size: 256 KiB}]}\n")).all();
        PhaseResult create = run.results.get("create");
        double requests = create.disk().writes() / (double) create.operationsTotal();
        assertTrue(requests < 6, requests + " write requests for 64 blocks");
    }

    /**
     * A block of pointers lies between the data that it points to, so that fsync writes each of them by itself: 64 for 128 MiB
     * (uml-gfs2-1-r1 f_seqwrite: 1110 requests of 128 KiB at most).
     */
    @Test
    void blocksOfPointersAreWrittenOneByOne() {
        Run run = new Run(Scenarios.of(1, """
                fileSets:
                  - {name: big, files: 1, size: 0 B, layout: private}
                phases:
                  - {name: write, closed: {threads: 1}, operationsPerThread: 32, \
                mix: [{operation: append, fileSet: big, access: first, size: 4 MiB, keepOpen: true}]}
                  - {name: fsync, closed: {threads: 1}, operationsPerThread: 1, mix: [{operation: fsync, fileSet: big, access: first}]}
                """)).all();
        long all = run.results.get("write").disk().writes() + run.results.get("fsync").disk().writes();
        int mebibytes = 128;
        int pointers = 32 * 1024 / 509;
        assertTrue(all >= mebibytes + pointers && all < mebibytes + 2 * pointers, all + " requests of 1 MiB at most, and for pointers");
    }

    @Test
    void statfsNeedsNobody() {
        Run run = new Run(Scenarios.of(2, STATFS)).all();
        assertEquals(0, groupMessages(run.results.get("statfs")));
    }

    /** Mounted with statfs_quantum=0, statfs() holds every resource group in SH: n1 writes back the one that it has changed. */
    @Test
    void slowStatfsLocksEveryResourceGroup() {
        String text = ScenarioWriter.write(Scenarios.of(2, STATFS));
        Run run = new Run(Run.read(text.replace("statfsQuantum: 30 s", "statfsQuantum: 0 s"))).all();
        PhaseResult statfs = run.results.get("statfs");
        int groups = 100 * 4;
        // half of the names have their directory here: two messages for each of the others (kernel reference 2.3)
        assertEquals(groups, groupMessages(statfs), groups * 0.2, "messages");
        assertTrue(statfs.disk().flushes() >= 4, "n1 gives up a group that it has changed: " + statfs.disk());
        assertEquals(0, groupMessages(run.results.get("again")), "they are cached now");
    }
}
