// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.model.kernel.KernelProfiles;

/** Slab caches over time: what is sampled, and what of a backup dropping the caches leaves. */
class SlabTimelineTest {

    private static final int FILES = 3000;
    private static final int BACKUP = 1;
    private static final String WORKLOAD = """
            fileSets:
              - {name: s, files: 3000, size: 4 KiB, layout: tree, directories: 30}
            phases:
              - {name: before, duration: 1 s}
              - {name: backup, operationsPerThread: 3000, nodes: [n2], mix: [{operation: stat, fileSet: s, access: each}]}
              - {name: drop, duration: 30 s, nodes: [n2], dropCaches: true}
            """;

    private static long lockBytes(KernelProfile kernel, MemoryPoint point, int node) {
        return Arrays.stream(SlabCache.values()).filter(SlabCache::lock)
                .mapToLong(cache -> point.objects(node, cache) * kernel.bytes(cache)).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ocfs2-pcmk"})
    void lockMemoryIsTheSumOfItsCachesAtEveryInstant(String contender) {
        RunResult run = Scenarios.run(Scenarios.of(2, WORKLOAD), contender);
        KernelProfile kernel = KernelProfiles.named("6.1");
        List<MemoryPoint> points = run.memory();
        assertTrue(points.size() >= 128 && points.size() <= 255, () -> points.size() + " points");
        long interval = points.get(1).timeNanos() - points.get(0).timeNanos();
        assertEquals(1, Long.bitCount(interval / 10_000_000), "10 ms times a power of two");
        for (int i = 0; i < points.size(); i++) {
            assertEquals(i * interval, points.get(i).timeNanos());
            for (int node = 0; node < 2; node++) {
                assertEquals(points.get(i).lockBytes()[node], lockBytes(kernel, points.get(i), node));
            }
        }
    }

    /** Every file was touched, so that each has an inode and a dentry; when the caches are dropped, they go, and nearly all locks. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ocfs2-pcmk"})
    void aBackupFillsTheCachesAndDroppingThemEmptiesThem(String contender) {
        RunResult run = Scenarios.run(Scenarios.of(2, WORKLOAD), contender);
        SlabCache inodes = contender.equals("gfs2") ? SlabCache.GFS2_INODE : SlabCache.OCFS2_INODE;
        MemoryPoint start = run.memory().get(0);
        MemoryPoint full = run.memory().stream().max(Comparator.comparingLong(point -> point.lockBytes()[BACKUP])).orElseThrow();
        MemoryPoint end = run.memory().get(run.memory().size() - 1);
        assertTrue(full.objects(BACKUP, inodes) - start.objects(BACKUP, inodes) >= FILES);
        assertTrue(full.lockBytes()[BACKUP] - start.lockBytes()[BACKUP] > 1000L * FILES);
        assertEquals(0, end.objects(BACKUP, inodes) - start.objects(BACKUP, inodes), 2);
        assertTrue(end.lockBytes()[BACKUP] - start.lockBytes()[BACKUP] < 0.1 * (full.lockBytes()[BACKUP] - start.lockBytes()[BACKUP]),
                () -> start.lockBytes()[BACKUP] + ", " + full.lockBytes()[BACKUP] + ", " + end.lockBytes()[BACKUP]);
    }
}
