// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.app.NewScenario.Network;
import org.quorate.model.Cluster;
import org.quorate.model.DeviceClass;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

class ComposeScenarioTest {

    private static final QuorateApp APP = new QuorateApp(1);
    private static final ComposeScenario COMPOSE = APP.composeScenario();

    static Stream<String> presets() {
        return APP.presets().names().stream();
    }

    private static ScenarioReading read(NewScenario choices) {
        return ScenarioReader.read("new.yaml", COMPOSE.text(choices));
    }

    private static Scenario valid(NewScenario choices) {
        ScenarioReading reading = read(choices);
        assertEquals(List.of(), reading.problems(), () -> choices + "\n" + COMPOSE.text(choices));
        return reading.document().orElseThrow().scenario();
    }

    /** Of each two file systems, each alone and none that the preset did not have. */
    private static List<List<String>> selections() {
        List<List<String>> selections = new ArrayList<>(List.of(NewScenario.TYPES));
        for (String first : NewScenario.TYPES) {
            selections.add(List.of(first));
            NewScenario.TYPES.stream().filter(second -> first.compareTo(second) < 0).forEach(second -> selections.add(List.of(first, second)));
        }
        return selections;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsWrittenIsValidForEveryNumberOfNodesAndPairOfFileSystems(String preset) {
        NewScenario like = COMPOSE.like(preset);
        for (int nodes : new int[] {1, 2, 4}) {
            for (List<String> types : selections()) {
                NewScenario choices = like.with(types).with(nodes, OsRelease.DEBIAN_12, Network.GBIT_10, "2 TiB", DeviceClass.NVME, nodes == 4);
                Scenario scenario = valid(choices);
                assertEquals(nodes, scenario.cluster().nodes().size());
                assertEquals(types.size(), scenario.fileSystems().size());
                assertEquals(nodes == 4 ? 2 : 1, scenario.lun().portals().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theWorkloadIsThePresets(String preset) {
        NewScenario like = COMPOSE.like(preset);
        Scenario made = valid(like);
        Scenario of = ScenarioReader.read("p", APP.presets().scenario(preset)).document().orElseThrow().scenario();
        assertEquals(of.workload().fileSets(), made.workload().fileSets());
        assertEquals(of.workload().phases().size(), made.workload().phases().size());
        assertEquals(of.targets(), made.targets());
        assertEquals(of.initialState().caches(), made.initialState().caches());
        assertEquals(of.cluster().nodes().size(), made.cluster().nodes().size());
        assertEquals(of.cluster().nodes().get(0).memory(), made.cluster().nodes().get(0).memory());
        assertEquals(of.cluster().os(), made.cluster().os());
        assertEquals(of.cluster().interconnect(), made.cluster().interconnect());
        assertEquals(of.lun().size(), made.lun().size());
        assertEquals(of.title(), made.title());
        assertEquals(of.fileSystems().stream().map(FileSystemSpec::label).map(label -> label.replaceFirst("-local$", "")).toList(),
                made.fileSystems().stream().map(FileSystemSpec::label).map(label -> label.replaceFirst("-local$", "")).toList());
    }

    @Test
    void commentsOfThePresetAreKept() {
        String text = COMPOSE.text(COMPOSE.like("mdbox"));
        assertTrue(text.contains("# Source: Dovecot's documentation of dbox"), text);
        assertTrue(COMPOSE.text(COMPOSE.like("backup-scan")).contains("# echo 3 > /proc/sys/vm/drop_caches"));
        assertTrue(COMPOSE.text(COMPOSE.like("vm-images")).contains("# mkfs.ocfs2 -T vmstore"));
    }

    @Test
    void nodesOfThePresetAreThoseAtTheSamePlaces() {
        NewScenario like = COMPOSE.like("maildir");
        assertEquals(List.of("node1", "node2"), valid(like).workload().phases().get(0).nodes());
        NewScenario one = like.with(1, like.os(), like.network(), like.size(), like.device(), false);
        assertEquals(List.of("node1"), valid(one).workload().phases().get(0).nodes());
    }

    @Test
    void titlesMayHoldAnything() {
        String title = "a \"quoted\" # \\ title: {x}";
        assertEquals(title, valid(COMPOSE.like("maildir").named("my-mail", title)).title());
    }

    @Test
    void aTextThatIsNotAllowedIsAProblemAtItsField() {
        NewScenario like = COMPOSE.like("maildir");
        ScenarioReading reading = read(like.with(2, like.os(), like.network(), "many", like.device(), false).named("not a name", "t"));
        assertEquals(List.of("name", "lun.size"), reading.problems().stream().map(Problem::path).toList());
    }

    @Test
    void numbersOfNodesHaveBounds() {
        NewScenario like = COMPOSE.like("maildir");
        NewScenario most = like.with(Cluster.MOST_NODES, like.os(), like.network(), "8 TiB", like.device(), false);
        assertEquals(Cluster.MOST_NODES, valid(most.with(List.of("ext4"))).cluster().nodes().size());
        for (int nodes : new int[] {0, Cluster.MOST_NODES + 1}) {
            NewScenario none = like.with(nodes, like.os(), like.network(), like.size(), like.device(), false);
            assertThrows(IllegalArgumentException.class, () -> COMPOSE.text(none));
        }
    }
}
