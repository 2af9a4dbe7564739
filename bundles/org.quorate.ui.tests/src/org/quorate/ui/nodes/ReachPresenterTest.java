// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.NodeAccess;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.ui.TestScenarios;

class ReachPresenterTest {

    private final Optional<Scenario> scenario = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().map(ScenarioDocument::scenario);
    private final ReachPresenter presenter = new ReachPresenter(scenario, Reach.USUAL);

    @Test
    void nodesOfAScenarioAreReachedByTheirNames() {
        assertEquals(Map.of("node1", "node1", "node2", "node2"), presenter.hosts());
        assertEquals(Optional.empty(), presenter.problem());
        NodeAccess access = presenter.access();
        assertEquals(Optional.empty(), access.user());
        assertTrue(access.sudo());
        assertEquals(Optional.empty(), access.password(), "a person is asked");
        assertFalse(presenter.isFree());
    }

    @Test
    void whatWasEnteredByHandStaysWhenTheOthersAreReachedByAddress() {
        presenter.setHost(0, "admin@front:2222");
        presenter.setByAddress(true);
        assertEquals(Map.of("node1", "admin@front:2222", "node2", "192.168.1.102"), presenter.hosts());
        presenter.setHost(0, " ");
        assertEquals("192.168.1.101", presenter.hosts().get("node1"), "empty: what the scenario says");
        presenter.setByAddress(false);
        assertEquals(Map.of("node1", "node1", "node2", "node2"), presenter.hosts());
    }

    @Test
    void onlyWhatTheScenarioDoesNotSayIsRemembered() {
        presenter.setLogin(" admin ");
        presenter.setSudo(false);
        presenter.setHost(1, "10.0.0.2");
        Reach kept = presenter.reach();
        assertEquals(new Reach("admin", "", false, false, Map.of("node2", "10.0.0.2")), kept);
        ReachPresenter again = new ReachPresenter(scenario, kept);
        assertEquals(presenter.hosts(), again.hosts());
        assertEquals(Optional.of("admin"), again.access().user());
        assertFalse(again.access().sudo());
    }

    @Test
    void mistakesAreSaidBeforeAnythingIsConnectedTo(@TempDir Path folder) throws IOException {
        presenter.setLogin("two words");
        assertTrue(presenter.problem().orElseThrow().contains("two words"));
        presenter.setLogin("");
        presenter.setConfig(folder.resolve("config").toString());
        assertTrue(presenter.problem().orElseThrow().contains("no such file"));
        Files.createFile(folder.resolve("config"));
        assertEquals(Optional.empty(), presenter.problem());
        assertEquals(Optional.of(folder.resolve("config")), presenter.access().config());
        presenter.setHost(0, "web1:70000");
        assertTrue(presenter.problem().orElseThrow().contains("web1:70000"));
        presenter.setHost(0, "-oProxyCommand=x");
        assertTrue(presenter.problem().isPresent());
    }

    @Test
    void withoutAScenarioTheUserNamesNodes() {
        ReachPresenter free = new ReachPresenter(Optional.empty(), Reach.USUAL);
        assertTrue(free.isFree());
        assertEquals(1, free.rows().size());
        assertEquals(NodesMessages.Reach_none, free.problem().orElseThrow());
        free.setHost(0, "root@web1");
        assertEquals(Map.of("root@web1", "root@web1"), free.hosts());
        free.add();
        assertEquals(Optional.empty(), free.problem(), "an empty row is no node");
        free.setNode(1, "second");
        assertTrue(free.problem().orElseThrow().startsWith("second"), "it has no host");
        free.setHost(1, "web2");
        assertEquals(List.of("root@web1", "second"), List.copyOf(free.hosts().keySet()));
        free.setNode(1, "root@web1");
        assertTrue(free.problem().orElseThrow().contains("twice"));
        free.remove(1);
        assertEquals(free.hosts(), new ReachPresenter(Optional.empty(), free.reach()).hosts());
        free.remove(0);
        assertEquals(1, free.rows().size(), "a row to be filled");
    }
}
