// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.SlabCache;

/**
 * OCFS2 on fs/dlm costs the messages and the memory that the formulas say (kernel reference 2.1, 2.4, 5.3); mounted without a
 * cluster, OCFS2 and GFS2 cost neither.
 */
class OtherStacksTest {

    private static final int FILES = 500;
    /** META, OPEN, DENTRY of a file that a node has looked up; RW too of one that it made. */
    private static final int LOOKED_UP = 3;
    private static final int MADE = 4;
    private static final String PCMK = "ocfs2-pcmk";
    private static final String HEAD = """
            fileSets:
              - {name: p, files: 0, size: 4 KiB, layout: private}
            phases:
              - {name: warm-up, closed: {threads: 1}, operationsPerThread: 5, mix: [{operation: create, fileSet: p, size: 4 KiB}]}
              - {name: create, closed: {threads: 1}, operationsPerThread: %d, mix: [{operation: create, fileSet: p, size: 4 KiB}], \
            syncAfter: true}
            """.formatted(FILES);

    private static String phase(String name, String rest) {
        return "  - {name: %s, closed: {threads: 1}, operationsPerThread: %d, %s}\n".formatted(name, FILES, rest);
    }

    private static RunResult run(int nodes, String contender, String... phases) {
        return Scenarios.run(Scenarios.of(nodes, HEAD + String.join("", phases)), contender);
    }

    /** Four standard deviations of the mean of files with so many resources, each {@code each} messages or none by its directory node. */
    private static double chance(int nodes, int resources, double each, double files) {
        double here = 1.0 / nodes;
        return 4 * each * Math.sqrt(resources * here * (1 - here) / files) + 0.02;
    }

    private static double count(PhaseResult phase, String type) {
        return phase.messages().stream().filter(m -> m.type().equals(type)).mapToLong(MessageCount::count).sum()
                / (double) phase.operationsTotal();
    }

    /** The user stack ignores LKM_LOCAL: four new resources, RW among them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void createLooksFourResourcesUp(int nodes) {
        RunResult run = run(nodes, PCMK, phase("stat", "mix: [{operation: stat, fileSet: p, access: own}]"));
        PhaseResult create = Scenarios.phase(run, "create");
        assertEquals(8.0 * (nodes - 1) / nodes, Scenarios.messages(create), chance(nodes, MADE, 2, nodes * FILES));
        assertEquals(count(create, "LOOKUP"), count(create, "LOOKUP_REPLY"), 0.001);
        assertEquals(Scenarios.messages(create), 2 * count(create, "LOOKUP"), 0.02);
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "stat")), "a cached stat needs nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void secondUserOfASharedFileIsAnsweredAtOnce(int nodes) {
        RunResult run = run(nodes, PCMK, phase("back", "dropCaches: true, nodes: [n2], mix: [{operation: stat, fileSet: p, access: own}]"),
                phase("stat", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"),
                phase("again", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"));
        PhaseResult stat = Scenarios.phase(run, "stat");
        assertEquals(0, count(stat, "GRANT"), 0.02);
        assertEquals(LOOKED_UP * (4 - 4.0 / nodes), Scenarios.messages(stat), chance(nodes, LOOKED_UP, 2, FILES));
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "again")), "a cached stat needs nobody");
    }

    /** The creator, which is the master, gives its META lock up first. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void secondUserOfANewFileWaitsForItsGrant(int nodes) {
        RunResult run = run(nodes, PCMK, phase("stat", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"));
        PhaseResult stat = Scenarios.phase(run, "stat");
        assertEquals(1, count(stat, "GRANT"), 0.02);
        assertEquals(LOOKED_UP * (4 - 4.0 / nodes) + 1, Scenarios.messages(stat), chance(nodes, LOOKED_UP, 2, FILES));
    }

    /** The master of all asks nobody; when the resources have aged, their directory nodes are told. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void unlinkOfOwnFilesCostsNothingUntilTheResourcesAge(int nodes) {
        RunResult run = run(nodes, PCMK, phase("unlink", "mix: [{operation: unlink, fileSet: p, access: own}]"),
                "  - {name: later, closed: {threads: 1, thinkTime: 1 s}, duration: 20 s, mix: [{operation: readdir, fileSet: p}]}\n");
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "unlink")), 0.02);
        PhaseResult later = Scenarios.phase(run, "later");
        double removes = count(later, "REMOVE") * later.operationsTotal() / (nodes * FILES);
        assertEquals(4.0 * (nodes - 1) / nodes, removes, chance(nodes, MADE, 1, nodes * FILES));
    }

    /** Kernel reference 2.1: the owner's messages carry a value block for every lock, the master's for META only. */
    @Test
    void messagesHaveTheSizesOfTheUserStack() {
        RunResult run = run(3, PCMK,
                phase("rewrite", "nodes: [n1], mix: [{operation: write, fileSet: p, access: next, size: 4 KiB}]"),
                phase("reread", "nodes: [n2], mix: [{operation: read, fileSet: p, access: own, size: 4 KiB}]"),
                phase("unlink", "nodes: [n1], mix: [{operation: unlink, fileSet: p, access: next}]"));
        for (PhaseResult phase : run.phases()) {
            for (MessageCount message : phase.messages()) {
                boolean meta = message.lock().equals("META");
                long bytes = switch (message.type()) {
                    case "LOOKUP", "REQUEST", "REMOVE" -> 143;
                    case "CONVERT", "UNLOCK" -> 176;
                    case "REQUEST_REPLY", "CONVERT_REPLY", "GRANT" -> meta ? 176 : 112;
                    case "ACK" -> 16;
                    default -> 112;
                };
                assertEquals(bytes * message.count(), message.bytes(), message::toString);
            }
        }
        assertTrue(count(Scenarios.phase(run, "unlink"), "CONVERT") > 0);
        assertTrue(count(Scenarios.phase(run, "unlink"), "UNLOCK") > 0);
    }

    private static double lockBytes(RunResult run, String phase, int node) {
        PhaseResult result = Scenarios.phase(run, phase);
        return result.census().get(node).lockBytes();
    }

    /** Kernel reference 5.3 with the sizes of each kernel: what n1's stat of n2's files adds on each node. */
    @ParameterizedTest
    @CsvSource({"6.1, 464, 312", "6.12, 232, 328", "4.4, 504, 320"})
    void memoryOfALockedInode(String kernel, int lkb, int rsb) {
        Scenario scenario = Scenarios.of(3, HEAD + phase("stat", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"), "", kernel);
        RunResult run = Scenarios.run(scenario, PCMK);
        double created = (lockBytes(run, "create", 1) - lockBytes(run, "warm-up", 1)) / FILES;
        // n2 holds four resources a file of its own, and is the directory of a third of the others'
        assertEquals(MADE * (lkb + rsb) + 512 + 2 * MADE * rsb / 3.0, created, 0.06 * created);
        double atHolder = (lockBytes(run, "stat", 0) - lockBytes(run, "create", 0)) / FILES;
        // n1 was already the directory of a third of them
        assertEquals(LOOKED_UP * (lkb + rsb * 2 / 3.0) + 512, atHolder, 0.06 * atHolder);
        double atMaster = (lockBytes(run, "stat", 1) - lockBytes(run, "create", 1)) / FILES;
        // the master's copies, META's value block, and that of the resource, written when the lock was given up
        assertEquals(LOOKED_UP * lkb + 64 + 64, atMaster, 0.01 * atMaster);
        // but for the spare ones that it has set aside, or used up, meanwhile
        assertEquals(0, lockBytes(run, "stat", 2) - lockBytes(run, "create", 2), 3 * rsb, "the directory node kept its record before, too");
        NodeCensus master = Scenarios.phase(run, "stat").census().get(1);
        assertTrue(master.objects().get(SlabCache.DLM_LVB_64) >= 2 * FILES, master::toString);
        assertTrue(master.byRole().get(LockRole.MASTER) > 0, master::toString);
    }

    /** Conversions from PR to EX on several nodes block each other; without deadlock detection a BAST makes one of them step back. */
    @Test
    void conversionsThatBlockEachOtherAreCancelled() {
        Scenario scenario = Scenarios.of(3, """
                fileSets:
                  - {name: s, files: 0, size: 4 KiB, layout: shared}
                phases:
                  - {name: create, closed: {threads: 4}, operationsPerThread: 150, mix: [{operation: create, fileSet: s, size: 4 KiB}]}
                """);
        PhaseResult create = Scenarios.run(scenario, PCMK).phases().get(0);
        assertEquals(3 * 4 * 150, create.operationsTotal());
        assertTrue(count(create, "CANCEL") > 0, create.messages()::toString);
        assertEquals(count(create, "CANCEL"), count(create, "CANCEL_REPLY"), 0.01);
    }

    /** Joined at its master, converted up with an answer, down without one, unlocked: 2.1's 2 + 1 + 2 after the join. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void downconvertIsOneMessage(int nodes) {
        RunResult run = run(nodes, PCMK, phase("owner", "nodes: [n2], mix: [{operation: flock, fileSet: p, access: own}]"),
                phase("flock", "nodes: [n1], mix: [{operation: flock, fileSet: p, access: next}]"));
        PhaseResult flock = Scenarios.phase(run, "flock");
        double messages = flock.messages().stream().filter(m -> m.lock().equals("FLOCK") && !m.acknowledgement())
                .mapToLong(MessageCount::count).sum() / (double) FILES;
        assertEquals(4 - 4.0 / nodes + 2 + 1 + 2, messages, chance(nodes, 1, 2, FILES));
    }

    private static double fcntl(int nodes, String contender) {
        PhaseResult fcntl = Scenarios.phase(run(nodes, contender, phase("fcntl", "mix: [{operation: fcntl, fileSet: p, access: own}]")), "fcntl");
        assertEquals(0, Scenarios.messages(fcntl), "no lock manager is asked");
        return fcntl.operations().get(0).latency().mean();
    }

    /** dlm_plock through corosync with fs/dlm, fs/locks.c without (kernel reference 1.4). */
    @Test
    void posixLocksAreClusterWideOnFsDlmOnly() {
        double corosync = fcntl(2, "gfs2");
        assertEquals(1, fcntl(2, PCMK) / corosync, 0.2);
        assertTrue(fcntl(2, "ocfs2") < 0.2 * corosync);
        assertTrue(fcntl(1, "ocfs2-local") < 0.2 * corosync);
        assertTrue(fcntl(1, "gfs2-nolock") < 0.2 * corosync);
    }

    @Test
    void onlyTheStackOfOcfs2WritesHeartbeats() {
        assertTrue(Scenarios.phase(run(2, "ocfs2", idle()), "idle").heartbeat().writes() > 0);
        assertEquals(0, Scenarios.phase(run(2, PCMK, idle()), "idle").heartbeat().writes());
        assertEquals(0, Scenarios.phase(run(1, "ocfs2-local", idle()), "idle").heartbeat().writes());
    }

    private static String idle() {
        return "  - {name: idle, closed: {threads: 1, thinkTime: 1 s}, duration: 10 s, mix: [{operation: readdir, fileSet: p}]}\n";
    }

    private static final List<SlabCache> DLM = List.of(SlabCache.DLM_LKB, SlabCache.DLM_RSB, SlabCache.O2DLM_LOCK,
            SlabCache.O2DLM_LOCKRES, SlabCache.O2DLM_LOCKNAME, SlabCache.O2DLM_LOCKSTATUS, SlabCache.DLM_LVB_64);

    /**
     * The same work on the device as with a lock manager on one node, without a message or a lock of one. Only OCFS2 without a cluster
     * reads the block of a cold inode twice (the lab's d_unlink_own: 2.01 reads against 1.01).
     */
    @ParameterizedTest
    @CsvSource({"ocfs2-local, ocfs2", "gfs2-nolock, gfs2"})
    void withoutAClusterThereAreNoLocks(String alone, String clustered) {
        String[] phases = {phase("stat", "dropCaches: true, mix: [{operation: stat, fileSet: p, access: own}]"),
                phase("rewrite", "mix: [{operation: write, fileSet: p, access: own, size: 4 KiB}], syncAfter: true"),
                phase("session", "mix: [{operation: session, fileSet: p, access: own, size: 4 KiB}]"),
                phase("unlink", "mix: [{operation: unlink, fileSet: p, access: own}], syncAfter: true")};
        RunResult without = run(1, alone, phases);
        RunResult with = run(1, clustered, phases);
        for (PhaseResult phase : without.phases()) {
            assertEquals(List.of(), phase.messages());
            for (SlabCache cache : DLM) {
                assertEquals(0, phase.census().get(0).objects().getOrDefault(cache, 0L), () -> cache + " after " + phase.phase());
            }
            PhaseResult same = Scenarios.phase(with, phase.phase());
            assertEquals(same.operationsTotal(), phase.operationsTotal());
            long reads = same.disk().reads() + (alone.equals("ocfs2-local") && phase.phase().equals("rewrite") ? FILES : 0);
            assertEquals(reads, phase.disk().reads(), 0.02 * reads + 3, phase.phase());
        }
        assertTrue(Scenarios.phase(without, "stat").disk().reads() >= FILES, "dropped caches are read again");
    }

    @ParameterizedTest
    @CsvSource({"ocfs2-local, stack o2cb or pcmk", "gfs2-nolock, use lock_dlm"})
    void severalNodesWithoutLocksAreRefused(String alone, String remedy) {
        FileSystemSpec spec = Scenarios.of(1, HEAD).fileSystems().stream().filter(f -> f.label().equals(alone)).findFirst().orElseThrow();
        RunRequest request = new RunRequest(Scenarios.of(2, HEAD), spec, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> ClusterRun.run(request, () -> false)).getMessage();
        assertTrue(message.contains(remedy), message);
    }
}
