// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Bytes;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;

class NodeCountTest {

    private static final String DEVICES = "interconnect: {roundTrip: 0.2 ms}\n  fencing:\n    agent: ipmilan\n    devices:\n"
            + "      - {node: node1, address: 192.168.1.103, user: a, password: \"env:ONE\"}\n"
            + "      - {node: node2, address: 192.168.1.104, user: b, password: \"env:TWO\"}\n";

    private static Scenario with(ScenarioDocument document, int nodes) {
        return SweepPlan.of(document, List.of("nodes=" + nodes), false, SweepSettings.NONE, () -> false).points().get(0).scenario();
    }

    @Test
    void moreNodesAreCopiesOfTheLastWithNamesAndAddressesOfTheirOwn() {
        ScenarioDocument document = Documents.written(text -> text.replace("interconnect: {roundTrip: 0.2 ms}", DEVICES)
                .replace("name: node2, address: 192.168.1.102", "name: web09, address: 192.168.1.102, cores: 7, memory: 3 GiB")
                .replace("node: node2", "node: web09"));
        Scenario five = with(document, 5);
        assertEquals(List.of("node1", "web09", "web10", "web11", "web12"), five.cluster().nodes().stream().map(Node::name).toList());
        assertEquals(List.of("192.168.1.101", "192.168.1.102", "192.168.1.105", "192.168.1.106", "192.168.1.107"),
                five.cluster().nodes().stream().map(Node::address).toList(), "103 and 104 are taken by fence devices");
        assertEquals(List.of(1, 2, 3, 4, 5), five.cluster().nodes().stream().map(Node::number).toList());
        assertTrue(five.cluster().nodes().subList(1, 5).stream().allMatch(node -> node.cores() == 7
                && node.memory().equals(Bytes.gib(3))));
        assertEquals(List.of("node1", "web09", "web10", "web11", "web12"), five.cluster().fencing().orElseThrow().devices().stream()
                .map(device -> device.node()).toList());
        assertTrue(five.cluster().fencing().orElseThrow().devices().stream().skip(1).allMatch(device -> device.user().equals("b")));
        assertEquals(5, five.cluster().fencing().orElseThrow().devices().stream().map(device -> device.address()).distinct().count());
    }

    @Test
    void fewerNodesAreTheFirstOnes() {
        ScenarioDocument document = Documents.written(text -> text.replace("interconnect: {roundTrip: 0.2 ms}", DEVICES));
        Scenario one = with(document, 1);
        assertEquals(List.of("node1"), one.cluster().nodes().stream().map(Node::name).toList());
        assertEquals(List.of("node1"), one.cluster().fencing().orElseThrow().devices().stream().map(device -> device.node()).toList());
        assertEquals(document.scenario(), with(document, 2), "as many as there are");
    }

    @Test
    void slotsAndJournalsThatAreGivenAreRaisedAndToldAndOthersFollow() {
        ScenarioDocument given = Documents.written(text -> text.replace("{type: ocfs2}", "{type: ocfs2, slots: 3}")
                .replace("{type: gfs2}", "{type: gfs2, journals: 4}"));
        SweepPlan plan = SweepPlan.of(given, List.of("nodes=2,4,6"), false, SweepSettings.NONE, () -> false);
        assertEquals(List.of(3, 4, 6), plan.points().stream().map(point -> ((Ocfs2Spec) point.scenario().fileSystems().get(0)).slots()).toList());
        assertEquals(List.of(4, 4, 6), plan.points().stream().map(point -> ((Gfs2Spec) point.scenario().fileSystems().get(1)).journals()).toList());
        assertEquals(List.of("fileSystems[0].slots is raised from 3 to the number of nodes where that is more",
                "fileSystems[1].journals is raised from 4 to the number of nodes where that is more"), plan.notes());
        Scenario free = with(Documents.small(), 6);
        assertEquals(7, ((Gfs2Spec) free.fileSystems().get(1)).journals(), "as a file of six nodes would have it");
        assertTrue(Documents.plan("nodes=2,6").notes().isEmpty());
    }

    @Test
    void aScenarioIsTheSameAsOneThatIsWrittenSo() {
        Scenario three = Documents.written(text -> text.replace("interconnect:",
                "  - {name: node3, address: 192.168.1.103}\n  interconnect:")).scenario();
        assertEquals(PointKey.of(three, "1"), PointKey.of(with(Documents.small(), 3), "1"));
    }

    @Test
    void otherFieldsVaryBesideIt() {
        SweepPlan plan = Documents.plan("nodes=2,4", "cluster.nodes[].cores=2,8");
        assertEquals(List.of(8, 8, 8, 8), plan.points().get(3).scenario().cluster().nodes().stream().map(Node::cores).toList());
    }

    @Test
    void sixtyFourNodesAreMostAndAPhaseOfANodeThatIsGoneIsTold() {
        assertEquals(64, with(Documents.small(), 64).cluster().nodes().size());
        ScenarioDocument named = Documents.written(text -> text.replace("duration: 1 s", "duration: 1 s\n      nodes: [node2]"));
        String told = assertThrows(IllegalArgumentException.class, () -> with(named, 1)).getMessage();
        assertTrue(told.contains("node2") && told.contains(" at nodes = 1"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "-1", "2.5", "two", "999999999999", "2 GiB", "1e1", "\u001b[31m"})
    void whatIsNoNumberOfNodesIsRefused(String value) {
        String told = assertThrows(IllegalArgumentException.class, () -> Documents.plan("nodes=" + value)).getMessage();
        assertTrue(told.startsWith("nodes: ") && told.contains("a whole number from 1 to 64"), told);
        assertTrue(told.chars().noneMatch(Character::isISOControl), told);
    }
}
