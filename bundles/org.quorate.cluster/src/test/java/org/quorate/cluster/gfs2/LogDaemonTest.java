// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.PhaseResult;

/** When gfs2_logd flushes the log and writes blocks in place (fs/gfs2/log.c; kernel reference 3.2). */
class LogDaemonTest {

    private static final int FILES = 4_000;
    /** Blocks of the smallest journal, 8 MiB. */
    private static final int JOURNAL = 2_048;

    private static Run run(String journal, String fileSets, String phases) {
        return new Run(Run.read("""
                schemaVersion: 1
                name: test
                title: Test
                cluster:
                  name: test
                  os: debian-12
                  kernel: "6.1"
                  nodes:
                    - {name: n1, address: 10.0.0.1, cores: 2, memory: 8 GiB}
                lun: {name: fs, size: 100 GiB, device: nvme}
                mountPoint: /mnt/fs
                fileSystems:
                  - {type: gfs2, journals: 1, journal: %s}
                workload:
                  fileSets:
                %s  phases:
                %s""".formatted(journal, fileSets.indent(4), phases.indent(4)))).all();
    }

    private static PhaseResult create(int files) {
        return run("8 MiB", "- {name: p, files: 0, size: 0 B, layout: private}\n",
                "- {name: create, closed: {threads: 1}, operationsPerThread: %d, mix: [{operation: create, fileSet: p}]}\n"
                        .formatted(files)).results.get("create");
    }

    /** Pinned blocks fill 2/5 of the journal: a flush with its header, two flushes of the disk's cache (gfs2_jrnl_flush_reqd). */
    @Test
    void pinnedBlocksAreFlushedAtTwoFifthsOfTheJournal() {
        PhaseResult create = create(FILES);
        // a block for each inode, one in 60 for leaves, some that change again and again
        double rounds = FILES * (1 + 1 / 60.0) / (JOURNAL * 2 / 5.0);
        assertEquals(rounds, create.disk().flushes() / 2.0, rounds, "flushes: " + create.disk());
        assertTrue(create.disk().flushes() >= 2 * Math.floor(rounds), create.disk().toString());
    }

    /** With 4/5 of the journal in use, logd writes the blocks in place so that the tail moves on (gfs2_ail_flush_reqd). */
    @Test
    void blocksAreWrittenInPlaceAtFourFifthsOfTheJournal() {
        PhaseResult few = create(FILES / 4);
        assertTrue(few.disk().writes() < 100, "the log alone: " + few.disk());
        PhaseResult many = create(FILES);
        double inPlace = many.disk().writeSectors() / 8.0 - FILES;
        assertTrue(inPlace > FILES / 2.0 && inPlace < FILES * 1.2, inPlace + " blocks besides those of the log");
    }

    /**
     * Writing data asks logd to write active blocks in place next time (SDF_FORCE_AIL_FLUSH). When its 30 s are over then, that is
     * all that it does, and a flush after it: what was pinned goes to the log and not in place (wait_event_interruptible_timeout).
     */
    @Test
    void intervalThatEndsWithWriteBackDueFlushesAfterIt() {
        Run run = run("64 MiB", """
                - {name: p, files: 100, size: 8 KiB, layout: private}
                - {name: q, files: 100, size: 0 B, layout: private}
                """, """
                - {name: write, closed: {threads: 1}, operationsPerThread: 50, syncAfter: true, \
                mix: [{operation: write, fileSet: p, size: 8 KiB}]}
                - {name: wait, duration: 25 s}
                - {name: chmod, closed: {threads: 1}, operationsPerThread: 50, mix: [{operation: chmod, fileSet: q}]}
                - {name: interval, duration: 4 s}
                """);
        PhaseResult interval = run.results.get("interval");
        assertEquals(3, interval.disk().flushes(), "one header, on a logical volume: " + interval.disk());
        assertEquals(50 + 50 + 2, interval.disk().writeSectors() / 8.0, 5,
                "in place what was written first, to the log what was changed last: " + interval.disk());
    }
}
