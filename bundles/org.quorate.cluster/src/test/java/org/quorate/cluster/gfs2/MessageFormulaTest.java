// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.model.Phase;

/**
 * Operations cost the lock messages that the protocol's formulas say (kernel reference 2.3, 2.4; lab/messages.md 3): a resource's
 * directory node is any of N, a first user asks it and becomes master, a second user asks it and then the master.
 */
class MessageFormulaTest {

    private static final int FILES = 500;
    /** Resources of a file: INODE and IOPEN. */
    private static final int RESOURCES = 2;
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

    private static Run run(int nodes, String... phases) {
        return new Run(Scenarios.of(nodes, HEAD + String.join("", phases))).all();
    }

    /** Four standard deviations of the mean of so many files whose messages are {@code each} or none, by their directory node. */
    private static double chance(int nodes, double each, double files) {
        double here = 1.0 / nodes;
        return 4 * each * Math.sqrt(RESOURCES * here * (1 - here) / files) + 0.02;
    }

    private static double count(PhaseResult phase, String type) {
        return phase.messages().stream().filter(m -> m.type().equals(type)).mapToLong(MessageCount::count).sum()
                / (double) phase.operationsTotal();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void createInAPrivateDirectoryAsksTheDirectoryNodeOfTwoResources(int nodes) {
        Run run = run(nodes, phase("stat", "mix: [{operation: stat, fileSet: p, access: own}]"));
        PhaseResult create = run.results.get("create");
        assertEquals(4.0 * (nodes - 1) / nodes, Run.messages(create), chance(nodes, 2, nodes * FILES));
        assertEquals(0, Run.messages(run.results.get("stat")), "a cached stat needs nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void secondUserOfAnExclusivelyHeldFileWaitsForItsGrant(int nodes) {
        Run run = run(nodes, phase("stat", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"));
        PhaseResult stat = run.results.get("stat");
        assertEquals(1, count(stat, "GRANT"), 0.01);
        assertEquals(RESOURCES * (4 - 4.0 / nodes) + 1, Run.messages(stat), chance(nodes, 2, FILES));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void secondUserOfASharedFileIsAnsweredAtOnce(int nodes) {
        Run run = run(nodes, phase("back", "dropCaches: true, nodes: [n2], mix: [{operation: stat, fileSet: p, access: own}]"),
                phase("stat", "nodes: [n1], mix: [{operation: stat, fileSet: p, access: next}]"));
        PhaseResult stat = run.results.get("stat");
        assertEquals(0, count(stat, "GRANT"), 0.01);
        assertEquals(RESOURCES * (4 - 4.0 / nodes), Run.messages(stat), chance(nodes, 2, FILES));
    }

    @Test
    void otherNodeVerifiesADeletionFiveSecondsLater() {
        Run run = new Run(Scenarios.of(2, HEAD
                + phase("stat", "mix: [{operation: stat, fileSet: p, access: next}]")
                + phase("unlink", "mix: [{operation: unlink, fileSet: p, access: own}]")));
        run.scenario.workload().phases().forEach(run::phase);
        Phase unlink = run.scenario.workload().phases().get(3);
        long before = run.messages();
        assertEquals(6.0 * 2 * FILES, before, 20, "messages of " + unlink.name() + " (lab/messages.md 3.7)");
        run.idle(8_000_000_000L);
        double later = (run.messages() - before) / (2.0 * FILES);
        assertTrue(later >= 4 - 0.1 && later <= 5 + 0.1, later + " messages a file");
    }
}
