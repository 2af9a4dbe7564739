// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** What labels of inodes cost each file system: by where it keeps extended attributes. */
class SecurityLabelTest {

    private static final int OPERATIONS = 200;
    private static final int BLOCK = 4096;
    private static final int SECTOR = 512;
    private static final String LABELS = ", securityLabels: true";
    private static final String WORKLOAD = """
            fileSets:
              - {name: s, files: 0, size: %1$s, layout: shared}
            phases:
              - {name: create, operationsPerThread: 200, nodes: [n1], syncAfter: true, mix: [{operation: create, fileSet: s, size: %1$s}]}
              - {name: cold, operationsPerThread: 200, nodes: [n1], dropCaches: true, mix: [{operation: open, fileSet: s, access: next}]}
              - {name: theirs, operationsPerThread: 200, nodes: [n2], syncAfter: true, mix: [{operation: chmod, fileSet: s, access: any}]}
              - {name: back, operationsPerThread: 200, nodes: [n1], syncAfter: true, mix: [{operation: chmod, fileSet: s, access: any}]}
              - {name: mkdir, operationsPerThread: 200, nodes: [n1], syncAfter: true, mix: [{operation: mkdir, fileSet: s}]}
              - {name: unlink, operationsPerThread: 200, nodes: [n1], syncAfter: true, mix: [{operation: unlink, fileSet: s}]}
            """;

    /** A phase without and with labels. */
    private record Pair(PhaseResult plain, PhaseResult labelled) {

        static Pair of(String contender, String phase, String size, String kernel) {
            return new Pair(Scenarios.phase(run(contender, "", size, kernel), phase),
                    Scenarios.phase(run(contender, LABELS, size, kernel), phase));
        }

        private static RunResult run(String contender, String options, String size, String kernel) {
            return Scenarios.run(Scenarios.of(2, WORKLOAD.formatted(size), options, kernel), contender);
        }

        private static double perOperation(long more) {
            return more / (double) OPERATIONS;
        }

        double moreReads() {
            return perOperation(labelled.disk().reads() - plain.disk().reads());
        }

        double moreBlocksRead() {
            return perOperation(labelled.disk().readSectors() - plain.disk().readSectors()) * SECTOR / BLOCK;
        }

        double moreWrites() {
            return perOperation(labelled.disk().writes() - plain.disk().writes());
        }

        double moreBytesWritten() {
            return perOperation(labelled.disk().writeSectors() - plain.disk().writeSectors()) * SECTOR;
        }
    }

    private static Pair pair(String contender, String phase) {
        return Pair.of(contender, phase, "2 KiB", "6.1");
    }

    /** gfs2: a block of attributes, in the journal and in place, written with its neighbours. */
    @ParameterizedTest
    @ValueSource(strings = {"create", "mkdir"})
    void gfs2AllocatesABlockForEachInode(String phase) {
        Pair pair = pair("gfs2", phase);
        assertEquals(2 * BLOCK, pair.moreBytesWritten(), 0.03 * BLOCK);
        assertEquals(0, pair.moreWrites(), 0.05);
        assertEquals(0, Scenarios.messages(pair.labelled()) - Scenarios.messages(pair.plain()), 0.05);
    }

    /** Since 4.5 the directory entry says that the block of attributes follows the inode's (de_rahead). */
    @ParameterizedTest
    @CsvSource({"6.1, 0", "4.4, 1"})
    void gfs2ReadsThatBlockWithAColdInode(String kernel, int requests) {
        Pair pair = Pair.of("gfs2", "cold", "2 KiB", kernel);
        assertEquals(requests, pair.moreReads(), 0.05);
        assertEquals(1, pair.moreBlocksRead(), 0.05);
    }

    /** A label that was lost with the inode's glock is read under the glock for reading, before a change asks for more. */
    @Test
    void gfs2LocksTwiceForAChangeOfWhatAnotherNodeHad() {
        Pair pair = pair("gfs2", "back");
        assertTrue(Scenarios.messages(pair.labelled()) > 1.5 * Scenarios.messages(pair.plain()));
        assertEquals(0, Scenarios.messages(Pair.of("gfs2", "back", "2 KiB", "4.4").labelled())
                - Scenarios.messages(Pair.of("gfs2", "back", "2 KiB", "4.4").plain()), 0.05);
    }

    /** OCFS2 and ext4: the label lies in the inode. */
    @ParameterizedTest
    @CsvSource({"ocfs2, create", "ocfs2, cold", "ocfs2, unlink", "ocfs2-pcmk, create", "ext4, create", "ext4, mkdir", "ext4, cold", "xfs, cold"})
    void filesKeepTheirLabelInTheInode(String contender, String phase) {
        Pair pair = pair(contender, phase);
        assertEquals(0, pair.moreBytesWritten(), 0.02 * BLOCK);
        assertEquals(0, pair.moreBlocksRead(), 0.02);
        assertEquals(0, Scenarios.messages(pair.labelled()) - Scenarios.messages(pair.plain()), 0.05);
    }

    /** fs/ocfs2/xattr.c:ocfs2_calc_xattr_init: a directory keeps its inode for names. */
    @Test
    void ocfs2GivesADirectoryABlockOfAttributes() {
        assertEquals(2 * BLOCK, pair("ocfs2", "mkdir").moreBytesWritten(), 0.03 * BLOCK);
    }

    /** 3896 bytes fit into an inode without attributes, 3640 into one with: a block of data, and the bitmap that it comes from. */
    @Test
    void ocfs2FilesLoseRoomForTheirLabel() {
        Pair pair = Pair.of("ocfs2", "create", "3800 B", "6.1");
        assertEquals(BLOCK, pair.moreBytesWritten(), 0.1 * BLOCK);
        assertEquals(0, Pair.of("ocfs2", "create", "3600 B", "6.1").moreBytesWritten(), 0.02 * BLOCK);
    }

    /** fs/xfs/xfs_inode_item.c: the attributes are logged with the new inode: an operation of 12 bytes, and 60 of attributes. */
    @ParameterizedTest
    @ValueSource(strings = {"create", "mkdir"})
    void xfsLogsTheLabel(String phase) {
        assertEquals(72, pair("xfs", phase).moreBytesWritten(), BLOCK / (double) OPERATIONS);
    }

    @Test
    void latencyRisesWithTheWork() {
        DiskCounts none = pair("ext4", "create").labelled().disk();
        assertEquals(none, pair("ext4", "create").plain().disk());
        Pair gfs2 = pair("gfs2", "create");
        assertTrue(gfs2.labelled().operations().get(0).latency().mean() > gfs2.plain().operations().get(0).latency().mean());
    }
}
