// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Unused;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.model.observed.SlabUse;

/** On files of real kernels ({@code ORIGIN.md} beside them), whose counts follow from what was done, and on spoiled ones. */
class KernelReadersTest {

    /** Files and directories that were made: 300 and one on each node. */
    private static final long MADE = 602;

    /** Reads one of the kinds. */
    private interface Reader {
        Dump read(IntakeSource source) throws IOException;
    }

    private static final Map<String, Reader> READERS = Map.of("gfs2-slabinfo", SlabinfoReader::read, "glocks.gz", GlocksReader::read, "glstats.gz",
            GlstatsReader::read, "locking_state.gz", LockingStateReader::read);

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = KernelReadersTest.class.getResourceAsStream(name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }

    private static Dump read(Reader reader, byte[] bytes) throws IOException {
        return reader.read(IntakeSource.of(new ByteArrayInputStream(bytes)));
    }

    private static Dump read(Reader reader, String name) throws IOException {
        return read(reader, bytes(name));
    }

    private static Map<String, Long> types(Dump dump) {
        return dump.locks().stream().collect(Collectors.groupingBy(LockUse::type, Collectors.summingLong(LockUse::locks)));
    }

    private static SlabUse slab(Dump dump, String name) {
        return dump.slabs().stream().filter(slab -> slab.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void eachInodeOfGfs2HasAnInodeAndAnIopenGlock() throws IOException {
        Dump dump = read(GlocksReader::read, "glocks.gz");
        // 16 inodes and 15 of them with IOPEN belong to the mount, and 15 resource groups.
        assertEquals(Map.of("INODE", 16 + MADE, "IOPEN", 15 + MADE, "RGRP", 15L, "NONDISK", 3L, "META", 1L, "JOURNAL", 1L), types(dump));
        assertTrue(dump.locks().contains(new LockUse("INODE", "SH", 6 + MADE)), "both nodes have read all: " + dump.locks());
        assertTrue(dump.locks().contains(new LockUse("IOPEN", "SH", 15 + MADE)), dump.locks().toString());
        assertEquals(List.of(), dump.unused());
        assertEquals(0, dump.unlisted());
    }

    @Test
    void glocksAndTheirStatisticsAreTheSameOnes() throws IOException {
        Map<String, Long> types = types(read(GlocksReader::read, "glocks.gz"));
        Dump dump = read(GlstatsReader::read, "glstats.gz");
        assertEquals(types, dump.calls().stream().collect(Collectors.toMap(LockCalls::type, LockCalls::locks)));
        assertTrue(dump.calls().contains(new LockCalls("IOPEN", 15 + MADE, 15 + MADE, 15 + MADE)), "locked once and held: " + dump.calls());
        assertTrue(dump.remarks().stream().anyMatch(remark -> remark.startsWith("INODE: requests that could wait for another node took ")),
                dump.remarks().toString());
        assertEquals(List.of(), dump.unused());
    }

    @Test
    void eachInodeOfOcfs2HasFourLockResourcesOfWhichTheKernelListsMost() throws IOException {
        for (Map.Entry<String, Long> each : Map.of("locking_state-created.gz", 301L, "locking_state.gz", MADE).entrySet()) {
            Dump dump = read(LockingStateReader::read, each.getKey());
            // 18 inodes with three belong to the mount, and the locks SUPER, RENAME, NFS_SYNC and ORPHAN_SCAN.
            long there = 3 * (18 + each.getValue()) + each.getValue() + 4;
            long listed = types(dump).values().stream().mapToLong(Long::longValue).sum();
            assertEquals(there, listed + dump.unlisted(), 4, listed + " listed");
            assertTrue(listed < 0.93 * there, "else the estimate would not matter: " + listed + " of " + there);
            assertTrue(dump.remarks().get(0).contains("leaves one out for each 4 KiB"), dump.remarks().toString());
            assertEquals(List.of(), dump.unused());
        }
    }

    @Test
    void longLinesDoNotMakeTheEstimateNegative() throws IOException {
        String line = "0x4\tM000000000000000004030200000000\t5\t0x0\t0x0\t0x0\t0\t0\t0\t0\t";
        Dump dump = read(LockingStateReader::read, (line + "0x0\t".repeat(2500) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(dump.unlisted() >= 0 && dump.unlisted() < 10, dump.toString());
    }

    @Test
    void cachesHoldTheLocksThatAreListed() throws IOException {
        Dump gfs2 = read(SlabinfoReader::read, "gfs2-slabinfo");
        assertEquals(List.of(), gfs2.unused());
        SlabUse inodes = slab(gfs2, "gfs2_glock(aspace)");
        assertEquals(648, inodes.objectBytes());
        assertEquals(16 + MADE, inodes.active(), 12, "a slab has 12");
        SlabUse others = slab(gfs2, "gfs2_glock");
        assertEquals(15 + MADE + 15 + 3 + 1 + 1, others.active(), 17, "a slab has 17");
        SlabUse dentryLocksAndOthers = slab(read(SlabinfoReader::read, "ocfs2-slabinfo"), "kmalloc-512");
        assertTrue(dentryLocksAndOthers.active() > MADE, dentryLocksAndOthers.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "nothing", "\u0000\u0001ELF", "G: ", "G:  s:SH n:2/", "0x4\tM\t3", "kmalloc-32 1 2", "\u001b[2J$(id)"})
    void whatIsNoDumpIsRefusedByEach(String text) {
        for (Reader reader : READERS.values()) {
            String message = assertThrows(IntakeException.class, () -> read(reader, text.getBytes(StandardCharsets.ISO_8859_1))).getMessage();
            assertTrue(message.length() > 10 && message.chars().noneMatch(letter -> letter < ' '), message);
        }
    }

    @Test
    void oneKindIsNotTakenForAnother() throws IOException {
        for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
            for (String other : READERS.keySet()) {
                if (!other.equals(reader.getKey())) {
                    byte[] bytes = bytes(other);
                    assertThrows(IntakeException.class, () -> read(reader.getValue(), bytes), other + " as " + reader.getKey());
                }
            }
        }
    }

    @Test
    void unknownTypesAndStatesAreTold() throws IOException {
        String glock = "G:  s:SH n:2/1052f f:Iqob t:SH d:EX/0 a:0 v:0 r:3 m:50 p:0\n";
        Dump dump = read(GlocksReader::read, (glock + glock.replace("n:2", "n:77") + glock.replace("s:SH", "s:??") + "what\n" + " I: n:1/2\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(new LockUse("INODE", "SH", 1)), dump.locks());
        assertEquals(List.of(2L, 1L), dump.unused().stream().map(Unused::lines).toList());
        String line = "0x4\tM0000000000000000017a3e00000000\t3\t0x41\t0x0\t0x0\t0\t0\t3\t-1\t0x5\n";
        Dump state = read(LockingStateReader::read, (line + line.replace("\tM", "\tx") + line.replace("\t3\t0x41", "\t7\t0x41")
                + line.replace("\t3\t0x41", "\t-1\t0x40")).getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(new LockUse("META", "IV", 1), new LockUse("META", "PR", 1)), state.locks());
        assertEquals(List.of(2L), state.unused().stream().map(Unused::lines).toList());
    }

    /** Whatever bytes come, what is read and what is told are all lines that there are. */
    @Test
    void spoiledDumpsNeverBreakIt() throws IOException {
        Random random = new Random(11);
        byte[] signs = "\t :/sn\n059GHM-x\u0000".getBytes(StandardCharsets.US_ASCII);
        for (Map.Entry<String, Reader> each : READERS.entrySet()) {
            byte[] bytes = bytes(each.getKey());
            for (int i = 0; i < bytes.length / 300; i++) {
                bytes[random.nextInt(bytes.length)] = signs[random.nextInt(signs.length - 1)];
            }
            Dump dump = read(each.getValue(), bytes);
            assertTrue(dump.unused().stream().mapToLong(Unused::lines).sum() > 0, each.getKey());
            assertTrue(dump.slabs().size() + dump.locks().size() + dump.calls().size() > 0, each.getKey());
        }
    }
}
