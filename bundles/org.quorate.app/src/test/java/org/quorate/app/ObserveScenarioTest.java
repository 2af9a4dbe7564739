// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.intake.IntakeException;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.Observation.CallRow;
import org.quorate.study.observe.Observation.LockRow;
import org.quorate.study.observe.Observation.SlabRow;
import org.quorate.study.observe.ObserveStudy;
import org.quorate.study.observe.Pair;

/** The simulator beside real kernels that did the same (origin of their files: ORIGIN.md beside them). */
class ObserveScenarioTest {

    private static final Path KERNEL = Path.of("../org.quorate.intake/src/test/resources/org/quorate/intake/kernel");
    private static final StudyOptions TWICE = new StudyOptions(OptionalLong.empty(), OptionalInt.of(2));

    @TempDir
    private Path directory;

    private final ObserveScenario use = new QuorateApp(2).observeScenario();

    private record Watching(boolean isCancelled) implements Progress {
        @Override
        public void report(int done, int total, String message) {
            // nobody looks
        }
    }

    private static Scenario scenario() throws IOException {
        try (InputStream in = ObserveScenarioTest.class.getResourceAsStream("observed.yaml")) {
            return ScenarioReader.read("observed.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)).document().orElseThrow().scenario();
        }
    }

    private Path plain(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(KERNEL.resolve(name + ".gz")))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private Observation observe(String fileSystem, String phase, Map<KernelFile, Path> files) throws IOException {
        ObservedNode node = use.read(new EnumMap<>(files), new Watching(false));
        assertEquals(List.of(), node.unused());
        return use.observe(scenario(), new ObserveStudy.Place(fileSystem, "n1", phase), node.state(), TWICE, new Watching(false));
    }

    private static SlabRow slab(Observation observation, String cache) {
        return observation.slabs().stream().filter(row -> row.cache().equals(cache)).findFirst().orElseThrow();
    }

    private static Pair locks(Observation observation, String type, String mode) {
        return observation.locks().stream().filter(row -> row.type().equals(type) && row.mode().equals(mode)).findFirst().map(LockRow::locks)
                .orElseThrow(() -> new AssertionError(type + " " + mode + " is missing: " + observation.locks()));
    }

    private static void near(Pair pair, double share) {
        assertEquals(1, pair.ratio().orElseThrow(), share, pair.toString());
    }

    @Test
    void gfs2HasTheGlocksOfTheRealKernel() throws IOException {
        Observation observation = observe("gfs2", "stat", Map.of(KernelFile.SLABINFO, KERNEL.resolve("gfs2-slabinfo"), KernelFile.GLOCKS, plain("glocks"),
                KernelFile.GLSTATS, plain("glstats")));
        near(locks(observation, "INODE", "all"), 0);
        near(locks(observation, "INODE", "SH"), 0);
        near(locks(observation, "INODE", "EX"), 0);
        near(locks(observation, "IOPEN", "SH"), 0.002);
        near(locks(observation, "all", "all"), 0.001);
        // The kernel counts whole slabs as active.
        for (String cache : List.of("gfs2_glock", "gfs2_glock(aspace)", "dlm_lkb", "dlm_rsb")) {
            near(slab(observation, cache).objects(), 0.02);
            near(slab(observation, cache).objectBytes(), 0);
            assertTrue(slab(observation, cache).lock() && !slab(observation, cache).shared());
        }
        assertTrue(slab(observation, "kmalloc-32").objects().ratio().isEmpty(), "the rest of the kernel is in the actual figure");
        CallRow inodes = observation.calls().stream().filter(row -> row.type().equals("INODE")).findFirst().orElseThrow();
        near(inodes.requests(), 0.03);
        assertEquals(0, observation.notes().stream().filter(note -> note.startsWith("Not in slabinfo")).count(), observation.notes().toString());
    }

    @Test
    void ocfs2HasTheLockResourcesOfTheRealKernel() throws IOException {
        Observation made = observe("ocfs2", "create", Map.of(KernelFile.LOCKING_STATE, plain("locking_state-created")));
        near(locks(made, "DENTRY", "PR"), 0.01);
        near(locks(made, "RW", "EX"), 0.01);
        near(locks(made, "OPEN", "PR"), 0.01);
        near(locks(made, "all", "all"), 0.05);
        assertEquals(List.of(), made.slabs(), "nothing to compare with");
        Observation seen = observe("ocfs2", "stat", Map.of(KernelFile.SLABINFO, KERNEL.resolve("ocfs2-slabinfo"), KernelFile.LOCKING_STATE,
                plain("locking_state")));
        near(locks(seen, "all", "all"), 0.03);
        assertEquals(300, locks(seen, "RW", "IV").predicted().orElseThrow(), "in memory since the stat, and never used");
        for (String cache : List.of("o2dlm_lockres", "o2dlm_lock", "o2dlm_lockname")) {
            near(slab(seen, cache).objects(), 0.04);
            near(slab(seen, cache).objectBytes(), 0);
        }
        assertTrue(seen.notes().stream().anyMatch(note -> note.contains("leaves one out")), seen.notes().toString());
    }

    @Test
    void filesOfAnotherFileSystemAreRefused() throws IOException {
        Scenario scenario = scenario();
        use.check(scenario, "gfs2", List.of(KernelFile.SLABINFO, KernelFile.GLOCKS, KernelFile.GLSTATS));
        use.check(scenario, "ocfs2", List.of(KernelFile.SLABINFO, KernelFile.LOCKING_STATE));
        assertEquals("glocks is of GFS2, and ocfs2 is OCFS2", assertThrows(IllegalArgumentException.class,
                () -> use.check(scenario, "ocfs2", List.of(KernelFile.GLOCKS))).getMessage());
        assertEquals("locking-state is of OCFS2, and gfs2 is GFS2", assertThrows(IllegalArgumentException.class,
                () -> use.check(scenario, "gfs2", List.of(KernelFile.LOCKING_STATE))).getMessage());
    }

    @Test
    void whatIsNoSuchFileIsNamedAndCancelStops() throws IOException {
        Map<KernelFile, Path> wrong = new EnumMap<>(Map.of(KernelFile.GLOCKS, KERNEL.resolve("gfs2-slabinfo")));
        String message = assertThrows(IntakeException.class, () -> use.read(wrong, new Watching(false))).getMessage();
        assertTrue(message.startsWith(KERNEL.resolve("gfs2-slabinfo") + ": no line is of a glock"), message);
        assertThrows(CancellationException.class, () -> use.read(wrong, new Watching(true)));
        ObservedNode node = use.read(new EnumMap<>(Map.of(KernelFile.SLABINFO, KERNEL.resolve("gfs2-slabinfo"))), new Watching(false));
        assertThrows(CancellationException.class, () -> use.observe(scenario(), new ObserveStudy.Place("gfs2", "n1", "stat"), node.state(), TWICE,
                new Watching(true)));
    }
}
