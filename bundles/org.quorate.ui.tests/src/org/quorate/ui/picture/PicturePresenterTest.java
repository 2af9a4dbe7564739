// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.ScenarioForm;
import org.quorate.ui.picture.ClusterPicture.Direction;

class PicturePresenterTest {

    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
    private final ScenarioForm form = new ScenarioForm(session, new FieldTitles(Locale.ENGLISH));
    private final PicturePresenter presenter = new PicturePresenter(session, form);

    PicturePresenterTest() {
        presenter.layOut(700);
    }

    private Scenario scenario() {
        return session.scenario().orElseThrow();
    }

    private void run(PicturePresenter.Action action) {
        assertTrue(action.enabled(), action.title());
        assertEquals(List.of(), action.run().get());
        presenter.layOut(700);
    }

    private String chosen() {
        return presenter.chosen().map(Shape::path).orElse("");
    }

    @Test
    void choosingAShapeShowsItsFields() {
        assertEquals("", chosen());
        presenter.choose("cluster.nodes[1]");
        assertEquals("cluster.nodes[1]", form.selected());
        presenter.choose("lun.portals[0]");
        assertEquals("lun", form.selected());
        assertEquals("lun.portals[0]", chosen());
        assertEquals("lun.portals", presenter.field());
        presenter.choose("lun");
        assertEquals("lun", chosen());
        form.select("fileSystems[1]");
        assertEquals("fileSystems[1]", chosen());
        presenter.move(Direction.LEFT);
        assertEquals("fileSystems[0]", form.selected());
    }

    @Test
    void aNodeIsAddedWithSlotsAndJournalsForIt() {
        run(presenter.additions().get(0));
        run(presenter.additions().get(0));
        assertEquals(4, scenario().cluster().nodes().size());
        assertEquals("cluster.nodes[3]", chosen());
        assertEquals(Optional.of("add node"), session.undoName());
        assertTrue(session.text().contains("slots: 4") && session.text().contains("journals: 4"), session.text());
        assertTrue(session.text().contains("# the second"), "comments stay");
        session.undo();
        session.undo();
        assertEquals(TestScenarios.SMALL, session.text());
    }

    @Test
    void aNodeIsDuplicatedWithItsStrengthUnderAnotherName() {
        session.setField("cluster.nodes[1].memory", "64 GiB", "change of memory");
        session.setField("cluster.nodes[1].cores", "12", "change of cores");
        presenter.choose("cluster.nodes[1]");
        run(presenter.changes().get(0));
        assertEquals("node3", scenario().cluster().nodes().get(2).name());
        assertEquals(12, scenario().cluster().nodes().get(2).cores());
        assertEquals(scenario().cluster().nodes().get(1).memory(), scenario().cluster().nodes().get(2).memory());
        assertEquals(Optional.of("duplicate node2"), session.undoName());
    }

    @Test
    void aFileSystemIsDuplicatedUnderAnotherLabel() {
        presenter.choose("fileSystems[1]");
        run(presenter.changes().get(0));
        assertEquals(List.of("ocfs2", "gfs2", "gfs22"), scenario().fileSystems().stream().map(system -> system.label()).toList());
    }

    @Test
    void aNodeGoesWithItsFenceDeviceAndItsPlaceInPhases() {
        assertEquals(List.of(), session.edit("change", document -> document.with("cluster.fencing",
                "{agent: ipmilan, devices: [{node: node1, address: n1, password: \"env:P\"}, {node: node2, address: n2, password: \"env:P\"}]}")));
        assertEquals(List.of(), session.edit("change", document -> document.with("workload.phases[0].nodes", "[node1, node2]")));
        presenter.choose("cluster.nodes[1]");
        run(presenter.changes().get(1));
        assertEquals(1, scenario().cluster().nodes().size());
        assertEquals(1, scenario().cluster().fencing().orElseThrow().devices().size());
        assertEquals(List.of("node1"), scenario().workload().phases().get(0).nodes());
        assertEquals(Optional.of("remove node2"), session.undoName());
        presenter.choose("cluster.nodes[0]");
        assertFalse(presenter.changes().get(1).run().get().isEmpty(), "a cluster has a node");
    }

    @Test
    void portalsAreAddedInSubnetsOfTheirOwnAndRemoved() {
        session.setField("lun.multipath", "false", "change of multipath");
        run(presenter.additions().get(1));
        assertEquals(List.of("192.168.1.50:3260", "192.168.2.50:3260"), scenario().lun().portals());
        assertTrue(scenario().lun().multipath());
        assertEquals("lun.portals[1]", chosen());
        assertEquals(Optional.of("add portal"), session.undoName());
        presenter.choose("lun.portals[0]");
        run(presenter.changes().get(1));
        assertEquals(List.of("192.168.2.50:3260"), scenario().lun().portals());
        assertEquals(Optional.of("remove portal 192.168.1.50:3260"), session.undoName());
        presenter.choose("lun.portals[0]");
        run(presenter.changes().get(1));
        assertEquals(List.of(), scenario().lun().portals());
        run(presenter.additions().get(1));
        assertEquals(1, scenario().lun().portals().size());
    }

    @Test
    void fileSystemsOfEachTypeCanBeAdded() {
        assertEquals(List.of("Add ocfs2", "Add gfs2", "Add ext4", "Add xfs"), presenter.fileSystems().stream().map(PicturePresenter.Action::title).toList());
        presenter.choose("cluster.nodes[0]");
        assertEquals(4, presenter.fileSystems().size());
        assertEquals("cluster.nodes[0]", chosen(), "asking changes nothing");
        run(presenter.fileSystems().get(2));
        assertEquals("fileSystems[2]", chosen());
    }

    @Test
    void problemsMarkTheShapeThatTheyAreAbout() {
        form.select("cluster.nodes[1]");
        form.enter(form.rows().get(1), "nonsense");
        ClusterPicture picture = presenter.layOut(700);
        assertTrue(picture.shape("cluster.nodes[1]").orElseThrow().problem().orElseThrow().error());
        assertEquals(Optional.empty(), picture.shape("cluster.nodes[0]").orElseThrow().problem());
        assertEquals(Optional.empty(), picture.shape("lun").orElseThrow().problem());
    }

    @Test
    void nothingCanBeDoneWhileTheTextHasErrors() {
        session.replaceText("name: [", "typing", null);
        assertEquals(6 + 1, presenter.layOut(700).shapes().size() - 1, "the last picture stays");
        assertFalse(presenter.additions().stream().anyMatch(PicturePresenter.Action::enabled));
        assertFalse(presenter.changes().stream().anyMatch(PicturePresenter.Action::enabled));
    }
}
