// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.study.io.WatchCsv;
import org.quorate.study.io.WatchJson;

class WatchStudyTest {

    private static final WatchStudy STUDY = new WatchStudy("test");

    /** Every time is fixed but that of waking up; 250 µs for each write of a block, nothing for a flush. */
    private static Scenario scenario(int nodes, String layout, String load) {
        StringBuilder yaml = new StringBuilder("schemaVersion: 1\nname: test\ntitle: Test\ncluster:\n  name: test\n  os: debian-12\n")
                .append("  kernel: \"6.1\"\n  nodes:\n");
        for (int i = 1; i <= nodes; i++) {
            yaml.append("    - {name: n%d, address: 10.0.0.%d, cores: 2, memory: 8 GiB}\n".formatted(i, i));
        }
        yaml.append("lun: {name: fs, size: 100 GiB, device: nvme}\nmountPoint: /mnt/fs\nfileSystems:\n")
                .append("  - {type: ocfs2, slots: 16}\n  - {type: gfs2, journals: 16}\n  - {type: ext4}\n")
                .append("""
                        workload:
                          fileSets:
                            - {name: work, files: 0, size: 4 KiB, layout: %s}
                          phases:
                            - name: before
                              closed: {threads: 1}
                              operationsPerThread: 5
                              measured: false
                              mix: [{operation: create, fileSet: work, size: 4 KiB}]
                            - name: creates
                              %s
                              mix: [{operation: create, weight: 3, fileSet: work, size: 4 KiB}, {operation: stat, weight: 1, fileSet: work}]
                        """.formatted(layout, load));
        return ScenarioReader.read("test.yaml", yaml.toString()).document().orElseThrow(
                () -> new IllegalArgumentException(ScenarioReader.read("test.yaml", yaml.toString()).problems().toString())).scenario();
    }

    private static Scenario counted(int nodes, String layout) {
        return scenario(nodes, layout, "closed: {threads: 1}\n      operationsPerThread: 40");
    }

    private static WatchPlan.Wish wish(OptionalInt index, OptionalDouble percentile) {
        return new WatchPlan.Wish(Optional.empty(), Optional.empty(), Optional.empty(), index, percentile);
    }

    private static OperationTrace watch(Scenario scenario, String label, int index) {
        return STUDY.watch(WatchPlan.of(scenario, label, wish(OptionalInt.of(index), OptionalDouble.empty())), (done, total, what) -> { },
                () -> false);
    }

    private static long sum(List<Stage> stages) {
        return stages.stream().mapToLong(Stage::nanos).sum();
    }

    @Test
    void aLocalCreateIsTheSumOfItsSteps() {
        OperationTrace trace = watch(counted(1, "shared"), "ext4", 10);
        assertEquals(Operation.CREATE, trace.operation());
        assertEquals("creates", trace.phase());
        assertEquals(List.of(new Lifeline(Lifeline.Kind.PROCESS, "n1", List.of(), List.of())), trace.lifelines());
        assertEquals(List.of(), trace.arrows());
        assertEquals(List.of(), trace.locks());
        assertEquals(trace.latencyNanos(), trace.parts().get(TimePart.OWN_CPU));
        assertEquals(trace.latencyNanos(), sum(trace.stages()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2"})
    void aCreateInASharedDirectoryShowsTheHolder(String label) {
        Scenario scenario = scenario(2, "shared", "inTurn: true\n      closed: {threads: 1}\n      operationsPerThread: 40");
        OperationTrace trace = STUDY.watch(WatchPlan.of(scenario, label, wish(OptionalInt.empty(), OptionalDouble.of(80))),
                (done, total, what) -> { }, () -> false);
        String other = trace.node().equals("n1") ? "n2" : "n1";
        assertEquals("directory /work", trace.directory());
        assertTrue(trace.subject().matches("file \\d+ that " + trace.node() + " made in set work"), trace.subject());
        assertEquals("directory /work", trace.locks().get(0).lock().plain(), "costs most");
        List<Stage> journal = trace.stages().stream().filter(stage -> stage.part() == TimePart.HOLDER_JOURNAL).toList();
        assertTrue(!journal.isEmpty(), trace.parts().toString());
        journal.forEach(stage -> assertEquals(other, trace.lifelines().get(stage.lifeline()).node()));
        // the holder is told before, and its journal is written meanwhile, through to the LUN
        long begins = journal.get(0).fromNanos();
        long ends = journal.get(journal.size() - 1).toNanos();
        List<Arrow> writes = trace.arrows().stream().filter(arrow -> arrow.kind() == Arrow.Kind.DISK && arrow.fromNode().equals(other)).toList();
        assertTrue(writes.stream().anyMatch(arrow -> arrow.sentNanos() >= begins && arrow.doneNanos() <= ends), writes.toString());
        writes.forEach(arrow -> assertEquals(Lifeline.Kind.LUN, trace.lifelines().get(arrow.to()).kind()));
        List<String> roles = trace.lifelines().stream().flatMap(line -> line.roles().stream()).toList();
        assertTrue(roles.contains("master of directory /work") || roles.contains("holder of directory /work"), roles.toString());
    }

    @Test
    void manyNodesThatAreOnlyAskedAreOne() {
        int nodes = 8;
        OperationTrace trace = watch(counted(nodes, "private"), "ocfs2", 100);
        // kernel reference 2.3: 12 (N - 1) messages, 3 resources, each asked and told one node after the other
        assertEquals(12L * (nodes - 1), trace.messages().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(1, trace.lifelines().stream().filter(line -> line.node().equals("7 other nodes")).count(), trace.lifelines().toString());
        assertTrue(trace.repeats().stream().anyMatch(repeat -> repeat.times() >= nodes - 2), trace.repeats().toString());
        List<TraceLine> lines = TraceLine.of(trace);
        assertTrue(lines.size() < trace.stages().size() / 2, lines.size() + " of " + trace.stages().size());
        assertEquals(trace.latencyNanos(), lines.stream().filter(line -> line.kind() != TraceLine.Kind.BESIDE).mapToLong(TraceLine::nanos).sum());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 0.5", "95, 0.95", "100, 1"})
    void aPercentileIsTheNearestRank(double percentile, double share) {
        Scenario scenario = counted(2, "shared");
        WatchPlan plan = WatchPlan.of(scenario, "gfs2", wish(OptionalInt.empty(), OptionalDouble.of(percentile)));
        OperationTrace trace = STUDY.watch(plan, (done, total, what) -> { }, () -> false);
        long[] all = new long[trace.operations()];
        for (int i = 0; i < all.length; i++) {
            all[i] = watch(scenario, "gfs2", i).latencyNanos();
        }
        Arrays.sort(all);
        assertEquals(all[(int) Math.ceil(percentile / 100 * all.length) - 1], trace.latencyNanos());
        assertTrue(trace.percentile() >= percentile, trace.percentile() + " of " + percentile);
        assertEquals(trace, watch(scenario, "gfs2", trace.index()), "the same by its number");
    }

    @Test
    void whoIsOverloadedWaitsBeforeItBegins() {
        Scenario scenario = scenario(1, "shared", "open: {rate: 2000000/s}\n      duration: 10 ms\n      warmUp: 0 s");
        OperationTrace trace = watch(scenario, "ext4", 1400);
        assertTrue(trace.queuedNanos() > 0);
        assertEquals(trace.latencyNanos(), trace.queuedNanos() + sum(trace.stages()));
    }

    @Test
    void itIsReadAsItWasWritten() {
        for (String label : List.of("ocfs2", "gfs2", "ext4")) {
            OperationTrace trace = watch(counted(2, "shared"), label.equals("ext4") ? "gfs2" : label, 33);
            assertEquals(trace, new WatchJson().read(new WatchJson().write(trace)));
            List<String> rows = new WatchCsv().write(trace).lines().toList();
            assertEquals(1 + trace.stages().size() + trace.arrows().size(), rows.size());
        }
        assertThrows(IllegalArgumentException.class, () -> new WatchJson().read("{\"format\": \"quorate-failure/1\"}"));
    }

    @Test
    void whatIsNotThereIsRefused() {
        Scenario scenario = counted(2, "shared");
        List<WatchPlan.Wish> wrong = new ArrayList<>(List.of(
                new WatchPlan.Wish(Optional.of("nowhere"), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalDouble.empty()),
                new WatchPlan.Wish(Optional.empty(), Optional.of(Operation.UNLINK), Optional.empty(), OptionalInt.empty(), OptionalDouble.empty()),
                new WatchPlan.Wish(Optional.of("before"), Optional.of(Operation.STAT), Optional.empty(), OptionalInt.empty(),
                        OptionalDouble.empty()),
                new WatchPlan.Wish(Optional.empty(), Optional.empty(), Optional.of("n9"), OptionalInt.empty(), OptionalDouble.empty()),
                wish(OptionalInt.of(-1), OptionalDouble.empty()), wish(OptionalInt.of(1), OptionalDouble.of(50)),
                wish(OptionalInt.empty(), OptionalDouble.of(0)), wish(OptionalInt.empty(), OptionalDouble.of(100.1)),
                wish(OptionalInt.empty(), OptionalDouble.of(Double.NaN))));
        wrong.forEach(wish -> assertThrows(IllegalArgumentException.class, () -> WatchPlan.of(scenario, "gfs2", wish), wish.toString()));
        assertThrows(IllegalArgumentException.class, () -> WatchPlan.of(scenario, "btrfs", wish(OptionalInt.empty(), OptionalDouble.empty())));
        String message = assertThrows(IllegalArgumentException.class, () -> watch(scenario, "gfs2", 1000)).getMessage();
        assertTrue(message.contains("none has the number 1000"), message);
    }

    @Test
    void itIsCancelled() {
        WatchPlan plan = WatchPlan.of(counted(2, "shared"), "gfs2", wish(OptionalInt.empty(), OptionalDouble.empty()));
        assertThrows(CancellationException.class, () -> STUDY.watch(plan, (done, total, what) -> { }, () -> true));
    }
}
