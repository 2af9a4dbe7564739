// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;

class SampleReaderTest {

    private static final String BEGIN = "Welcome\n#quorate-sample 1\n#sample\n";

    private static NodeSample read(String text) throws IOException {
        return SampleReader.read(IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void linesThatTellOfOneLockAreOne() throws IOException {
        NodeSample sample = read(BEGIN + "|boot\tcd358b93-432a-465b-8d3b-a2aca028c651\n|uptime\t12.5\n|lock\tINODE\t5f00\t2\t\t\n|lock\tINODE\t5f00\t\t77\t\n"
                + "|figure\tslab\tgfs2_glock(aspace)\tobjects\t618\n|owner\t1\t40\n|owner\t2\t2\n|self\t1\n|remark\tno-nic\t10.0.0.1\n#end\n");
        assertEquals(List.of(new FollowedLock("INODE", "5f00", 2, OptionalLong.of(77), OptionalLong.empty())), sample.locks());
        assertEquals(12.5, sample.uptime());
        assertEquals(618, sample.figures().get(FigureName.valueOf("slab/gfs2_glock(aspace)/objects")));
        assertEquals(40, sample.figures().get(FigureName.valueOf("dlm/resources/mastered")));
        assertEquals(List.of("the cluster network is unknown, because no interface has the address 10.0.0.1 of the scenario"), sample.remarks());
    }

    /** An empty field is what is not told, as of a lock of GFS2 that is only waited for: since its creation it may have been used a million times. */
    @Test
    void whatIsNotToldOfALockIsNotZero() throws IOException {
        NodeSample sample = read(BEGIN + "|lock\tINODE\t5f\t2\t\t\n|lock\tINODE\t60\t\t0\t\n#end\n");
        assertEquals(List.of(new FollowedLock("INODE", "5f", 2, OptionalLong.empty(), OptionalLong.empty()),
                new FollowedLock("INODE", "60", 0, OptionalLong.of(0), OptionalLong.empty())), sample.locks());
    }

    private static void assertCut(NodeSample sample, Set<String> cut, Set<String> whole) {
        cut.forEach(name -> assertTrue(sample.isCut(FigureName.valueOf(name)), name));
        whole.forEach(name -> assertFalse(sample.isCut(FigureName.valueOf(name)), name));
    }

    /** What was read in part is known by name, not only in words; what is in other files of the lock manager is whole. */
    @Test
    void whatWasReadInPartIsToldByName() throws IOException {
        assertEquals(Set.of(), read(BEGIN + "|remark\tno-root\t\n|remark\tcut\tglstats after 5 locks\n#end\n").cut(), "of each lock all is told");
        NodeSample glocks = read(BEGIN + "|remark\tcut\tglocks after 5 locks\n#end\n");
        assertEquals(Set.of(CountedFile.GLOCKS), glocks.cut());
        assertCut(glocks, Set.of("lock/INODE/SH", "lock/all/all", "dlm/glocks/waiters"),
                Set.of("use/INODE/requests", "dlm/resources/now", "dlm/locks/granted", "dlm/messages/unacknowledged"));
        assertCut(read(BEGIN + "|remark\tcut\tlocking_state after 5 locks\n#end\n"),
                Set.of("lock/META/PR", "use/META/holders", "dlm/locking_state/waiters"), Set.of("dlm/resources/now", "dlm/o2net/sent"));
        assertCut(read(BEGIN + "|remark\tcut\tdlm after 5 lock resources\n#end\n"),
                Set.of("dlm/resources/now", "dlm/resources/mastered", "dlm/locks/waiting"),
                Set.of("dlm/resources/unused", "dlm/requests/outstanding", "dlm/glocks/waiters", "lock/INODE/SH"));
        assertCut(read(BEGIN + "|remark\tcut\to2dlm after 5 lock resources\n#end\n"),
                Set.of("dlm/resources/mastered", "dlm/locks/granted"),
                Set.of("dlm/resources/now", "dlm/resources/made", "dlm/resources/unused", "dlm/mles/now", "dlm/o2net/sent"));
    }

    /** What is missing would look like what is not there. */
    @Test
    void halfASampleIsNone() {
        assertThrows(IntakeException.class, () -> read(BEGIN + "|uptime\t12.5\n"));
        assertThrows(IntakeException.class, () -> read("garbage"));
        assertThrows(IntakeException.class, () -> read(""));
    }

    @Test
    void oddLinesAreCountedAndLeftOut() throws IOException {
        NodeSample sample = read(BEGIN + "|figure\tlock\tINODE\tSH\t-1\n|figure\tlock\tIN ODE\tSH\t1\n|figure\tother\tINODE\tSH\t1\n|figure\tlock\tINODE\tSH\n"
                + "|figure\tlock\tINODE\tSH\t99999999999999999999\n|lock\tinode\t5f\t1\t1\t1\n|lock\tINODE\t../..\t1\t1\t1\n|nonsense\n|uptime\t1e999\n#end\n");
        assertTrue(sample.figures().isEmpty() && sample.locks().isEmpty());
        assertEquals(0, sample.uptime());
        assertEquals(List.of("8 lines of what the node printed could not be used"), sample.remarks());
    }

    @Test
    void garbageOfAnyKindIsBounded() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(BEGIN).append('|').append("x".repeat(10_000_000)).append('\n');
        for (int i = 0; i < 20_000; i++) {
            text.append("|figure\tdisk\tsd").append(i).append("\treads\t1\n|lock\tMETA\t").append(Integer.toHexString(i)).append("\t1\t1\t1\n|remark\tx")
                    .append(i).append("\t\n|").append((char) random.nextInt(256)).append('\n');
        }
        NodeSample sample = read(text.append("#end\n").toString());
        assertTrue(sample.figures().size() <= 2000 && sample.locks().size() <= 1000 && sample.remarks().size() <= 50, sample.remarks().toString());
    }

    @Test
    void inodesAreFoundInTheNamesOfBothFileSystems() {
        assertEquals(Optional.of(0x107a1L), FollowedLock.inode("INODE", "107a1"));
        assertEquals(Optional.empty(), FollowedLock.inode("RGRP", "107a1"));
        assertEquals(Optional.of(0x11342L), FollowedLock.inode("META", "000000000000000001134200000000"));
        assertEquals(Optional.of(0x11342L), FollowedLock.inode("RW", "0000000000000000011342168f816b"));
        assertEquals(Optional.of(0x11342L), FollowedLock.inode("DENTRY", "000000000001121600011342"));
        assertEquals(Optional.empty(), FollowedLock.inode("ORPHAN_SCAN", "000000000000000000000000000000"));
        assertEquals(Optional.empty(), FollowedLock.inode("META", "ffffffffffffffffffffffffffffff"));
    }
}
