// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.TimePart;
import org.quorate.cluster.watch.DiskRequests;
import org.quorate.cluster.watch.Stretch;
import org.quorate.cluster.watch.WatchedKind;
import org.quorate.cluster.watch.WatchedOperation;
import org.quorate.cluster.watch.WireMessage;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;

/** Watched operations: their parts, messages and locks, by the lab's counts and by closed forms. */
class WatchTest {

    private static final int FILES = 24;

    private static Scenario creates(int nodes, String layout, String more) {
        return Scenarios.of(nodes, """
                fileSets:
                  - {name: work, files: 0, size: 4 KiB, layout: %s}
                phases:
                  - name: warm-up
                    closed: {threads: 1}
                    operationsPerThread: 5
                    mix: [{operation: create, fileSet: work, size: 4 KiB}]
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: %d
                    %s
                    mix: [{operation: create, fileSet: work, size: 4 KiB}]
                """.formatted(layout, FILES, more));
    }

    private static RunRequest request(Scenario scenario, String contender) {
        FileSystemSpec spec = scenario.fileSystems().stream().filter(f -> f.label().equals(contender)).findFirst().orElseThrow();
        return new RunRequest(scenario, spec, 0);
    }

    private static final WatchedKind CREATE = new WatchedKind("create", Operation.CREATE, OptionalInt.empty());

    private static WatchedOperation watch(RunRequest request, WatchedKind kind, int index) {
        return ClusterRun.watch(request, kind, index, () -> false).orElseThrow();
    }

    private static long[] parts(WatchedOperation operation) {
        long[] parts = new long[TimePart.values().length];
        long at = operation.beganNanos();
        for (Stretch stretch : operation.stretches()) {
            assertEquals(at, stretch.fromNanos(), "no gap");
            assertTrue(stretch.toNanos() > stretch.fromNanos());
            parts[stretch.part().ordinal()] += stretch.toNanos() - stretch.fromNanos();
            at = stretch.toNanos();
        }
        assertEquals(operation.endedNanos(), at);
        return parts;
    }

    @ParameterizedTest
    @CsvSource({"ocfs2,2,shared", "ocfs2,3,private", "gfs2,2,shared", "gfs2,3,private", "ocfs2-pcmk,2,shared", "ext4,1,shared", "xfs,1,shared",
        "ocfs2-local,1,shared", "gfs2-nolock,1,shared"})
    void allWatchedOperationsTogetherAreTheRun(String contender, int nodes, String layout) {
        RunRequest request = request(creates(nodes, layout, ""), contender);
        OperationResult result = Scenarios.phase(ClusterRun.run(request, () -> false), "create").operations().get(0);
        long[] latencies = ClusterRun.survey(request, CREATE, () -> false);
        assertEquals(nodes * FILES, latencies.length);
        long[] sum = new long[TimePart.values().length];
        for (int i = 0; i < latencies.length; i++) {
            WatchedOperation operation = watch(request, CREATE, i);
            assertEquals(latencies[i], operation.endedNanos() - operation.arrivedNanos(), "operation " + i);
            long[] parts = parts(operation);
            Arrays.setAll(sum, part -> sum[part] + parts[part]);
        }
        assertEquals(Arrays.stream(latencies).sum(), Arrays.stream(sum).sum());
        assertEquals(Arrays.stream(result.partNanos()).boxed().toList(), Arrays.stream(sum).boxed().toList());
    }

    /** The types of messages and how many there were of each. */
    private static Map<String, Long> types(WatchedOperation operation) {
        return operation.messages().stream().collect(Collectors.groupingBy(WireMessage::type, TreeMap::new, Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void ocfs2CreateAsksAndTellsEveryOtherNodeForThreeLocks(int nodes) {
        WatchedOperation operation = watch(request(creates(nodes, "private", "nodes: [n1]"), "ocfs2"), CREATE, 20);
        // lab/messages.md 1, a_create_priv: 3 MREQ and 3 ASSERT a peer, each with its status; META, OPEN, DENTRY
        long calls = 3L * (nodes - 1);
        assertEquals(Map.of("MASTER_REQUEST", calls, "STATUS(MASTER_REQUEST)", calls, "ASSERT_MASTER", calls, "STATUS(ASSERT_MASTER)", calls),
                types(operation));
        assertEquals(List.of("DENTRY", "META", "OPEN"), operation.messages().stream().map(WireMessage::kind).distinct().sorted().toList());
        assertTrue(operation.messages().stream().allMatch(WireMessage::onPath));
    }

    @Test
    void createInTurnMovesTheDirectoryAsInTheLab() {
        Scenario scenario = creates(2, "shared", "inTurn: true");
        // lab/messages.md 1, e_pp_create2: 22.0 messages: MREQ 3, ASSERT 3, CONVERT 2, AST 2, BAST 1 a create, mean of both nodes
        Map<String, Double> mean = mean(request(scenario, "ocfs2"));
        assertEquals(Map.of("MASTER_REQUEST", 3.0, "ASSERT_MASTER", 3.0, "CONVERT_LOCK", 2.0, "AST", 2.0, "BAST", 1.0), mean);
        // 3.1: 5 messages of the directory; 4 (N - 1) / N of the new inode, by chance of the directory node
        Map<String, Double> gfs2 = mean(request(scenario, "gfs2"));
        assertEquals(5.0, gfs2.entrySet().stream().filter(e -> !e.getKey().startsWith("LOOKUP")).mapToDouble(Map.Entry::getValue).sum(), 0.15,
                gfs2.toString());
        assertEquals(gfs2.get("LOOKUP"), gfs2.get("LOOKUP_REPLY"), 0.15);
    }

    /** Requests of each type an operation, over twenty in a row; statuses left out. */
    private static Map<String, Double> mean(RunRequest request) {
        Map<String, Double> mean = new TreeMap<>();
        for (int i = 12; i < 32; i++) {
            types(watch(request, CREATE, i)).forEach((type, count) -> mean.merge(type, count / 20.0, Double::sum));
        }
        mean.keySet().removeIf(type -> type.startsWith("STATUS"));
        mean.replaceAll((type, value) -> Math.round(value * 100) / 100.0);
        return mean;
    }

    @ParameterizedTest
    @CsvSource({"ocfs2,jbd2/thread,ocfs2/dc", "gfs2,glock/work,glock/work"})
    void createInASharedDirectoryWaitsForTheHoldersJournal(String contender, String writer, String demoter) {
        RunRequest request = request(creates(2, "shared", "inTurn: true"), contender);
        WatchedOperation operation = watch(request, CREATE, 20);
        int other = 1 - operation.node();
        List<Stretch> waits = operation.stretches().stream().filter(s -> s.part() == TimePart.HOLDER_JOURNAL).toList();
        assertTrue(!waits.isEmpty() && waits.stream().allMatch(s -> s.node() == other), operation.stretches().toString());
        assertTrue(waits.stream().anyMatch(s -> s.thread().equals(demoter)), waits.toString());
        assertEquals(List.of("directory /work"), waits.stream().flatMap(s -> s.lock().stream()).map(LockName::plain).distinct().toList());
        List<DiskRequests> writes = operation.disk().stream().filter(d -> d.node() == other && d.thread().equals(writer)).toList();
        assertTrue(writes.stream().mapToLong(d -> d.counts().writes()).sum() > 0, operation.disk().toString());
        long waited = waits.stream().mapToLong(s -> s.toNanos() - s.fromNanos()).sum();
        assertTrue(writes.stream().mapToLong(d -> d.toNanos() - d.fromNanos()).sum() <= waited, "the journal is written while the create waits");
    }

    @Test
    void anUncontendedLocalCreateIsItsOwnProcessorAndDisk() {
        for (String contender : List.of("ext4", "xfs", "ocfs2-local", "gfs2-nolock")) {
            WatchedOperation operation = watch(request(creates(1, "shared", ""), contender), CREATE, 20);
            assertEquals(List.of(), operation.messages());
            long[] parts = parts(operation);
            // a sum of fixed costs, and nothing that is left to chance
            assertEquals(operation.endedNanos() - operation.beganNanos(), parts[TimePart.OWN_CPU.ordinal()], contender);
            assertEquals("file 26 that n1 made in set work", operation.subject());
            assertEquals("directory /work", operation.directory());
        }
    }

    @Test
    void aColdStatJoinsThreeLocksAndAWarmOneAsksNobody() {
        Scenario scenario = Scenarios.of(2, """
                fileSets:
                  - {name: work, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: 20
                    syncAfter: true
                    mix: [{operation: create, fileSet: work, size: 4 KiB}]
                  - name: cold
                    closed: {threads: 1}
                    nodes: [n1]
                    operationsPerThread: 20
                    mix: [{operation: stat, fileSet: work, access: next}]
                  - name: warm
                    closed: {threads: 1}
                    nodes: [n1]
                    operationsPerThread: 20
                    mix: [{operation: stat, fileSet: work, access: next}]
                """);
        Map<String, Long> cold = types(watch(request(scenario, "ocfs2"), new WatchedKind("cold", Operation.STAT, OptionalInt.of(0)), 10));
        // lab/messages.md 2: 3 joins, each a MASTER_REQUEST and the owner's ASSERT, one more of both if it is duplicated; CREATE and AST
        assertEquals(3L, cold.get("CREATE_LOCK"));
        assertEquals(3L, cold.get("AST"));
        assertEquals(cold.get("MASTER_REQUEST"), cold.get("STATUS(MASTER_REQUEST)"));
        assertTrue(cold.get("MASTER_REQUEST") >= 3 && cold.get("MASTER_REQUEST") <= 6, cold.toString());
        assertEquals(Map.of(), types(watch(request(scenario, "ocfs2"), new WatchedKind("warm", Operation.STAT, OptionalInt.of(0)), 10)));
        // 3.5: LOOKUP or REQUEST, REQUEST_REPLY twice, 1 GRANT by the owner, who still holds the inode in EX
        Map<String, Long> gfs2 = types(watch(request(scenario, "gfs2"), new WatchedKind("cold", Operation.STAT, OptionalInt.of(0)), 10));
        assertEquals(1L, gfs2.get("GRANT"), gfs2.toString());
        assertEquals(2L, gfs2.get("REQUEST_REPLY"), gfs2.toString());
        assertTrue(types(watch(request(scenario, "gfs2"), new WatchedKind("warm", Operation.STAT, OptionalInt.of(0)), 10)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gfs2", "ocfs2-pcmk"})
    void anFcntlLockIsNoneOfTheLockManagers(String contender) {
        Scenario scenario = Scenarios.of(2, """
                fileSets:
                  - {name: work, files: 1, size: 4 KiB, layout: shared}
                phases:
                  - name: lock
                    closed: {threads: 2}
                    operationsPerThread: 20
                    mix: [{operation: fcntl, fileSet: work}]
                """);
        WatchedKind fcntl = new WatchedKind("lock", Operation.FCNTL, OptionalInt.empty());
        RunRequest request = request(scenario, contender);
        long[] latencies = ClusterRun.survey(request, fcntl, () -> false);
        int longest = IntStream.range(0, latencies.length).reduce((a, b) -> latencies[a] >= latencies[b] ? a : b).orElseThrow();
        Map<LockName, Set<TimePart>> waits = watch(request, fcntl, longest).stretches().stream().filter(s -> s.lock().isPresent())
                .collect(Collectors.groupingBy(s -> s.lock().orElseThrow(), Collectors.mapping(Stretch::part, Collectors.toSet())));
        // the owners before it, and corosync's token: to lock and to unlock
        assertEquals(Set.of(TimePart.LOCK_QUEUE, TimePart.NETWORK), waits.get(new LockName("fcntl lock of file 1 of set work", "plock")));
    }

    /** The phase behind that of interest would last ten minutes of simulated time. */
    @Test
    void aSurveyEndsWithItsPhase() {
        Scenario scenario = Scenarios.of(1, """
                fileSets:
                  - {name: work, files: 0, size: 4 KiB, layout: shared}
                phases:
                  - name: create
                    closed: {threads: 1, thinkTime: 1 ms}
                    duration: 5 s
                    mix: [{operation: create, fileSet: work, size: 4 KiB}]
                  - name: behind
                    closed: {threads: 1, thinkTime: 10 ms}
                    duration: 10 min
                    mix: [{operation: stat, fileSet: work}]
                """);
        RunGauge gauge = new RunGauge(() -> false);
        assertTrue(ClusterRun.survey(request(scenario, "ext4"), CREATE, gauge).length > 0);
        assertTrue(gauge.simulatedNanos() > 0 && gauge.simulatedNanos() < 60_000_000_000L, gauge.simulatedNanos() + " ns");
    }

    @Test
    void thereIsNoOperationBehindTheLast() {
        RunRequest request = request(creates(1, "shared", ""), "ext4");
        assertTrue(ClusterRun.watch(request, CREATE, FILES - 1, () -> false).isPresent());
        assertTrue(ClusterRun.watch(request, CREATE, FILES, () -> false).isEmpty());
    }
}
