// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.model.observed.SlabUse;
import org.quorate.study.io.ObservationCsv;
import org.quorate.study.io.ObservationJson;
import org.quorate.study.observe.Observation.CallRow;
import org.quorate.study.observe.Observation.LockRow;
import org.quorate.study.observe.Observation.SlabRow;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;

class RowsTest {

    private static final KernelProfile KERNEL = KernelProfiles.named("6.1");

    private static NodeCensus census(long glocks, long values) {
        return new NodeCensus("n2", Map.of(SlabCache.GFS2_GLOCK, glocks, SlabCache.DLM_LVB, values), 0, 0, Map.of());
    }

    private static MemoryPoint point(long glocks) {
        long[] objects = new long[2 * SlabCache.values().length];
        objects[SlabCache.values().length + SlabCache.GFS2_GLOCK.ordinal()] = glocks;
        objects[SlabCache.GFS2_GLOCK.ordinal()] = 1_000_000;
        return new MemoryPoint(0, new long[2], objects);
    }

    private static ActualState slabs(SlabUse... slabs) {
        return new ActualState(Optional.of(List.of(slabs)), Optional.empty(), 0, Optional.empty(), List.of());
    }

    private static List<SlabRow> slabRows(SlabUse... slabs) {
        return new SlabRows(KERNEL, 1).of(List.of(census(90, 10), census(110, 10)), List.of(point(300), point(50)), slabs(slabs));
    }

    private static Pair pair(double predicted, double actual, double ratio) {
        return new Pair(OptionalDouble.of(predicted), OptionalDouble.of(actual), OptionalDouble.of(ratio));
    }

    @Test
    void cachesAreTheMeanOfTheReplicationsBesideTheNodes() {
        List<SlabRow> rows = slabRows(new SlabUse("gfs2_glock", 125, 130, 912), new SlabUse("ext4_inode_cache", 5, 5, 1100),
                new SlabUse("kmalloc-32", 1000, 1024, 32));
        assertEquals(List.of("gfs2_glock", "kmalloc-32"), rows.stream().map(SlabRow::cache).toList(), "those that the run had");
        assertEquals(new SlabRow("gfs2_glock", true, false, pair(100, 125, 0.8), OptionalDouble.of(300), pair(456, 912, 0.5),
                pair(45_600, 114_000, 0.4)), rows.get(0));
    }

    @Test
    void aCacheOfTheWholeKernelHasNoRatioAndOneThatIsMissingNoActualFigure() {
        SlabRow shared = slabRows(new SlabUse("kmalloc-32", 1000, 1024, 32)).get(1);
        assertTrue(shared.shared() && shared.objects().ratio().isEmpty() && shared.bytes().ratio().isEmpty());
        assertEquals(pair(32, 32, 1), shared.objectBytes());
        SlabRow missing = slabRows(new SlabUse("kmalloc-32", 1000, 1024, 32)).get(0);
        assertEquals(new Pair(OptionalDouble.of(100), OptionalDouble.empty(), OptionalDouble.empty()), missing.objects());
    }

    @Test
    void locksAreSummedByTypeAndThoseThatAreNotListedCountForAll() {
        List<LockRow> rows = LockRows.locks(List.of(List.of(new LockUse("META", "PR", 30), new LockUse("META", "EX", 10)),
                List.of(new LockUse("META", "PR", 50))), List.of(new LockUse("META", "PR", 20), new LockUse("SUPER", "EX", 1)), 24);
        Pair none = new Pair(OptionalDouble.of(5), OptionalDouble.of(0), OptionalDouble.empty());
        assertEquals(List.of(new LockRow("META", "all", pair(45, 20, 2.25)), new LockRow("META", "PR", pair(40, 20, 2)),
                new LockRow("META", "EX", none), new LockRow("SUPER", "all", pair(0, 1, 0)), new LockRow("SUPER", "EX", pair(0, 1, 0)),
                new LockRow("all", "all", pair(45, 45, 1))), rows);
    }

    @Test
    void callsAreComparedByType() {
        List<CallRow> rows = LockRows.calls(List.of(List.of(new LockCalls("INODE", 5, 10, 40)), List.of(new LockCalls("INODE", 5, 20, 40))),
                List.of(new LockCalls("META", 1, 1, 2), new LockCalls("INODE", 7, 30, 80)));
        assertEquals(List.of(new CallRow("INODE", pair(15, 30, 0.5), pair(40, 80, 0.5)), new CallRow("META", pair(0, 1, 0), pair(0, 2, 0))), rows);
    }

    @Test
    void anObservationIsReadBackAndHasARowAFigure() {
        Observation observation = new Observation(Observation.FORMAT, new Origin("s", "A, \"title\"", "1", 1, 2, 0.95, "6.1", true, List.of("n1", "n2"), Optional.empty()), "g",
                FileSystemKind.GFS2, "n2", "p", slabRows(new SlabUse("kmalloc-32", 1000, 1024, 32)),
                LockRows.locks(List.of(List.of(new LockUse("META", "PR", 30))), List.of(), 0),
                LockRows.calls(List.of(List.of()), List.of(new LockCalls("META", 1, 1, 2))), List.of("note"));
        assertEquals(observation, new ObservationJson().read(new ObservationJson().write(observation)));
        assertThrows(IllegalArgumentException.class, () -> new ObservationJson().read("{\"format\": \"quorate-sweep/1\"}"));
        List<String> lines = new ObservationCsv().write(observation).lines().toList();
        assertEquals("table,name,mode,figure,predicted,actual,ratio", lines.get(0));
        assertTrue(lines.contains("slab,gfs2_glock,,objects,100.0,,"), lines.toString());
        assertTrue(lines.contains("slab,kmalloc-32,,object_bytes,32.0,32.0,1.0"), lines.toString());
        assertTrue(lines.contains("lock,META,PR,locks,30.0,0.0,"), lines.toString());
        assertTrue(lines.contains("call,META,,holders,0.0,2.0,0.0"), lines.toString());
        assertEquals(1 + 2 * 4 + 3 + 2, lines.size());
    }
}
