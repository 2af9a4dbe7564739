// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

class NodeLessTest {

    private static final Path SAMPLE = Path.of("../../sample-models/web-sessions/scenario.yaml");

    private static Scenario scenario(String text) throws IOException {
        return new QuorateApp(1).validateScenario().read("test", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .document().orElseThrow().scenario();
    }

    private static Scenario changed(String from, String to) throws IOException {
        String text = Files.readString(SAMPLE);
        assertEquals(true, text.contains(from), from);
        return scenario(text.replace(from, to));
    }

    private static int threads(Scenario scenario) {
        return ((Phase.Closed) scenario.workload().phases().get(0).load()).threads();
    }

    /** The users of the third server go to the other two: 3 x 8 are 2 x 12. */
    @Test
    void theWorkOfAllStaysAndOthersDoIt() throws IOException {
        Scenario all = scenario(Files.readString(SAMPLE));
        Scenario left = NodeLess.of(all);
        assertEquals(List.of("node1", "node2"), left.cluster().nodes().stream().map(Node::name).toList());
        assertEquals(List.of("node1", "node2"), left.cluster().fencing().orElseThrow().devices().stream().map(device -> device.node()).toList());
        assertEquals(3 * threads(all), 2 * threads(left));
        assertEquals(all.workload().fileSets(), left.workload().fileSets());
        assertEquals(all.fileSystems(), left.fileSystems());
        assertEquals(all.lun(), left.lun());
        assertEquals(all.study(), left.study());
        assertEquals(8 * 3, threads(NodeLess.of(left)), "and once more");
    }

    /** What cannot be divided is not left out: 3 x 7 become 2 x 11. */
    @Test
    void threadsAreRoundedUpAndArrivalsAreNot() throws IOException {
        assertEquals(11, threads(NodeLess.of(changed("threads: 8", "threads: 7"))));
        Scenario open = changed("closed:\n        threads: 8\n        thinkTime: exponential 25 ms", "open: {rate: 100 /s}");
        assertEquals(150, ((Phase.Open) NodeLess.of(open).workload().phases().get(0).load()).operationsPerSecond(), 1e-9);
    }

    @Test
    void aPhaseOfOtherNodesStaysAsItIs() throws IOException {
        Scenario two = changed("duration: 5 s", "duration: 5 s\n      nodes: [node1, node2]");
        assertEquals(two.workload(), NodeLess.of(two).workload());
        Scenario one = changed("duration: 5 s", "duration: 5 s\n      nodes: [node1, node3]");
        assertEquals(16, threads(NodeLess.of(one)), "two nodes work, and one is left");
        assertEquals(List.of("node1"), NodeLess.of(one).workload().phases().get(0).nodes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "duration: 5 s|duration: 5 s~      nodes: [node3]|the phase traffic is that of node3 alone",
        "operation: read, weight: 5, |operation: read, weight: 5, nodes: [node1], |in the phase traffic not every node does the same",
        "caches: warm|caches: warm~  by: node3|initialState.by",
        "threads: 8|threads: 4096|workload.phases[0].closed.threads"})
    void whatCannotBeSpreadIsSaid(String from, String to, String reason) throws IOException {
        Scenario scenario = changed(from, to.replace('~', '\n'));
        String message = assertThrows(IllegalArgumentException.class, () -> NodeLess.of(scenario)).getMessage();
        assertEquals(true, message.startsWith(reason), message);
    }

    @Test
    void aSingleNodeHasNoOthers() throws IOException {
        Scenario one = NodeLess.of(NodeLess.of(scenario(Files.readString(SAMPLE))));
        assertEquals("the cluster has a single node", assertThrows(IllegalArgumentException.class, () -> NodeLess.of(one)).getMessage());
    }
}
