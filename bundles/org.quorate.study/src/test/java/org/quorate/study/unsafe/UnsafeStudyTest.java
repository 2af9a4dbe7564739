// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.study.io.UnsafeJson;

class UnsafeStudyTest {

    private static final String CREATE = "operation: create, weight: 3, fileSet: files, size: 8 KiB";
    private static final String UNLINK = "operation: unlink, weight: 1, fileSet: files";
    private static final String APPEND = "operation: append, weight: 1, fileSet: files, size: 6 KiB, access: any";
    private static final String READ = "operation: read, weight: 3, fileSet: files, access: any";
    private static final String SYNCED = "operation: create, weight: 1, fileSet: files, size: 8 KiB, fsync: true";
    /** Kinds of blocks whose loss is a loss of that kind. */
    private static final Map<LossKind, Set<BlockKind>> HOLDS = Map.of(
            LossKind.INODE, EnumSet.of(BlockKind.INODE_TABLE, BlockKind.INODE_CHUNK),
            LossKind.NAME, EnumSet.of(BlockKind.DIRECTORY),
            LossKind.ALLOCATION, EnumSet.of(BlockKind.BLOCK_BITMAP, BlockKind.INODE_BITMAP, BlockKind.FREE_SPACE_TREE, BlockKind.INODE_TREE),
            LossKind.COUNT, EnumSet.of(BlockKind.GROUP_DESCRIPTORS, BlockKind.SUPERBLOCK, BlockKind.AGF, BlockKind.AGI,
                    BlockKind.FREE_SPACE_TREE));

    private static Scenario mixed(int nodes, String layout) {
        return UnsafeScenarios.of(nodes, 60, layout, CREATE, UNLINK, APPEND, READ);
    }

    /** The model of one node is a file system: nothing is lost, nothing does not fit, and a crash loses nothing that was committed. */
    @ParameterizedTest
    @EnumSource(LocalSpec.Kind.class)
    void oneNodeLosesNothing(LocalSpec.Kind kind) {
        for (String layout : List.of("shared", "private", "tree, directories: 7")) {
            UnsafeResult result = UnsafeScenarios.run(UnsafeScenarios.of(1, 60, layout, CREATE, UNLINK, APPEND, READ, SYNCED), kind, 100);
            assertTrue(result.end().files() > 100, "it worked");
            assertEquals(List.of(), result.firsts());
            for (LossPoint point : result.points()) {
                assertEquals(0, point.lostUpdates());
                assertEquals(0, point.damagedFiles());
                assertEquals(0, point.staleReads());
                assertEquals(0, point.crash().lost(), "of " + point.crash().updates());
            }
            assertTrue(result.complaints().values().stream().allMatch(count -> count == 0), result.complaints().toString());
        }
    }

    @ParameterizedTest
    @EnumSource(LocalSpec.Kind.class)
    void everyLossHasAConflictBeforeIt(LocalSpec.Kind kind) {
        for (int nodes = 2; nodes <= 4; nodes++) {
            for (String layout : List.of("shared", "private", "tree, directories: 5")) {
                UnsafeResult result = UnsafeScenarios.run(mixed(nodes, layout), kind, 60);
                for (LossKind lost : LossKind.values()) {
                    boolean conflict = result.firsts().stream().anyMatch(first -> HOLDS.get(lost).contains(first.kind()) && first.lost() > 0
                            && first.writer() != first.victim());
                    assertTrue(result.end().lost().get(lost) == 0 || conflict, lost + " without a write that destroyed it");
                }
                assertTrue(result.end().lostUpdates() <= result.end().updates());
                assertTrue(result.end().damagedFiles() <= result.end().files());
                assertEquals(result.firsts().stream().map(Conflict::kind).toList().size(), result.conflicts().size());
            }
        }
    }

    /** Who keeps to a directory of his own shares the bitmaps, the superblock and the log all the same. */
    @Test
    void directoriesOfOnesOwnDoNotHelpOnExt4() {
        UnsafeResult result = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "private", CREATE), LocalSpec.Kind.EXT4, 60);
        Set<BlockKind> hit = EnumSet.noneOf(BlockKind.class);
        result.firsts().forEach(first -> hit.add(first.kind()));
        assertTrue(hit.containsAll(Set.of(BlockKind.LOG, BlockKind.BLOCK_BITMAP, BlockKind.INODE_BITMAP, BlockKind.SUPERBLOCK,
                BlockKind.DATA, BlockKind.INODE_TABLE)), hit.toString());
        assertEquals(0, result.end().lost().get(LossKind.NAME), "the directories themselves are apart");
        assertTrue(result.end().damaged().get(Damage.WRONG_INODE) > 0, result.end().damaged().toString());
    }

    /** XFS makes directories in its allocation groups in turn: two nodes' lie in two, as long as there are no more nodes than groups. */
    @Test
    void allocationGroupsOfOnesOwnHelpOnXfsUntilThereAreMoreNodesThanGroups() {
        UnsafeResult two = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "private", CREATE), LocalSpec.Kind.XFS, 60);
        UnsafeResult six = UnsafeScenarios.run(UnsafeScenarios.of(6, 60, "private", CREATE), LocalSpec.Kind.XFS, 60);
        assertEquals(0, two.end().damagedFiles());
        assertTrue(two.firsts().stream().anyMatch(first -> first.kind() == BlockKind.SUPERBLOCK));
        assertTrue(six.end().damagedFiles() > 100, six.end().damaged().toString());
    }

    /** Two nodes that create at one rate in one directory: the last to unmount wins, and what the other made is gone. */
    @ParameterizedTest
    @EnumSource(LocalSpec.Kind.class)
    void halfOfWhatTwoNodesMadeIsGone(LocalSpec.Kind kind) {
        LossPoint end = UnsafeScenarios.run(UnsafeScenarios.of(2, 0, "shared", CREATE), kind, 120).end();
        assertEquals(0.5, end.lost().get(LossKind.NAME) / (double) end.files(), 0.05);
        assertEquals(0.5, end.lostUpdates() / (double) end.updates(), 0.05);
        assertTrue(end.damaged().get(Damage.NAME_LOST) >= end.lost().get(LossKind.NAME) * 0.99, end.toString());
    }

    /** The first commit comes 5 s after the first change; the second node's log begins where the first one's does. */
    @Test
    void theLogIsOverwrittenAtTheSecondNodesFirstCommit() {
        UnsafeResult result = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "shared", CREATE), LocalSpec.Kind.EXT4, 20);
        Conflict first = result.firsts().stream().filter(conflict -> conflict.kind() == BlockKind.LOG).findFirst().orElseThrow();
        assertEquals(1, first.writer());
        assertEquals(0, first.block());
        assertTrue(first.nanos() > 6_000_000_000L && first.nanos() < 7_000_000_000L, first.toString());
        LossPoint before = result.points().get(0);
        assertEquals(5_000_000_000L, before.nanos());
        assertEquals(0, before.crash().lost());
        assertTrue(result.end().crash().lost() > 0);
    }

    /** A node that mounts after another has committed finds its transactions, takes them for what a crash left, and begins anew. */
    @Test
    void aMountReplaysTheLogOfANodeThatIsAlive() {
        UnsafeResult result = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "shared", SYNCED), LocalSpec.Kind.EXT4, 5);
        Conflict first = result.firsts().stream().filter(conflict -> conflict.kind() == BlockKind.LOG).findFirst().orElseThrow();
        assertTrue(first.nanos() >= UnsafeRun.MOUNT_NANOS && first.nanos() < 2 * UnsafeRun.MOUNT_NANOS, first.toString());
        assertTrue(result.points().get(0).crash().lost() > 0, "fsync has returned, and yet");
    }

    @ParameterizedTest
    @EnumSource(LocalSpec.Kind.class)
    void readsAreStaleWhenAnotherNodeWrites(LocalSpec.Kind kind) {
        assertTrue(UnsafeScenarios.run(mixed(2, "shared"), kind, 60).end().staleReads() > 0);
        assertEquals(0, UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "shared", READ), kind, 60).end().staleReads(), "nobody writes");
        UnsafeResult idle = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "shared", READ), kind, 60);
        assertEquals(0, idle.end().damagedFiles());
    }

    @ParameterizedTest
    @EnumSource(LocalSpec.Kind.class)
    void theSameSeedGivesTheSameBytes(LocalSpec.Kind kind) {
        String once = new UnsafeJson().write(UnsafeScenarios.run(mixed(3, "shared"), kind, 60));
        assertEquals(once, new UnsafeJson().write(UnsafeScenarios.run(mixed(3, "shared"), kind, 60)));
        assertEquals(once, new UnsafeJson().write(new UnsafeJson().read(once)));
    }

    /** A longer run passes through the shorter one's states: losses counted on the way are those of a run that ends there. */
    @Test
    void pointsDoNotDependOnTheDuration() {
        UnsafeResult brief = UnsafeScenarios.run(mixed(2, "shared"), LocalSpec.Kind.EXT4, 30);
        UnsafeResult longer = UnsafeScenarios.run(mixed(2, "shared"), LocalSpec.Kind.EXT4, 120);
        assertEquals(brief.points(), longer.points().subList(0, brief.points().size()));
    }

    @Test
    void everyOperationCanBeDone() {
        for (LocalSpec.Kind kind : LocalSpec.Kind.values()) {
            UnsafeResult result = UnsafeScenarios.run(UnsafeScenarios.of(2, 60, "tree, directories: 5",
                    "operation: mkdir, weight: 1, fileSet: files", "operation: rename, weight: 1, fileSet: files",
                    "operation: move, weight: 1, fileSet: files", "operation: chmod, weight: 1, fileSet: files",
                    "operation: write, weight: 1, fileSet: files, size: 4 KiB", "operation: session, weight: 1, fileSet: files, size: 4 KiB",
                    "operation: stat, weight: 1, fileSet: files", "operation: readdir, weight: 1, fileSet: files",
                    "operation: fsync, weight: 1, fileSet: files", "operation: statfs, weight: 1, fileSet: files", UNLINK), kind, 60);
            assertTrue(result.end().operations() > 1000);
            assertTrue(result.end().damagedFiles() > 0);
        }
    }

    @Test
    void limitsAreKept() {
        UnsafeStudy study = new UnsafeStudy("test");
        Scenario scenario = mixed(2, "shared");
        assertThrows(IllegalArgumentException.class, () -> study.run(scenario, LocalSpec.Kind.EXT4, Duration.ofMillis(999),
                (done, total, message) -> { }, () -> false));
        assertThrows(CancellationException.class, () -> study.run(scenario, LocalSpec.Kind.EXT4, Duration.ofMinutes(29),
                (done, total, message) -> { }, () -> true));
    }
}
