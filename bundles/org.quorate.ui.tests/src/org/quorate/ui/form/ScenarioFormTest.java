// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.document.ScenarioSession;

class ScenarioFormTest {

    private final ScenarioSession session = new ScenarioSession("small.yaml", TestScenarios.SMALL);
    private final ScenarioForm form = new ScenarioForm(session, new FieldTitles(Locale.ENGLISH));

    @Test
    void theTreeShowsWhatHasFieldsOfItsOwn() {
        OutlineNode root = form.outline().orElseThrow();
        assertEquals(List.of("Cluster", "LUN", "File systems", "Workload", "Initial state", "Targets", "Application",
                "Study"), titles(root));
        OutlineNode nodes = root.children().get(0).children().get(0);
        assertEquals(List.of("node1", "node2"), titles(nodes));
        OutlineNode phase = root.children().get(3).children().get(1).children().get(0);
        assertEquals(List.of("Closed load", "Open load", "Operation mix"), titles(phase));
        assertEquals(List.of("stat · files", "create · files"), titles(phase.children().get(2)));
    }

    private static List<String> titles(OutlineNode node) {
        return node.children().stream().map(OutlineNode::title).toList();
    }

    @Test
    void aPlaceHasItsSingleFieldsWithValuesAndDefaults() {
        form.select("cluster.nodes[0]");
        assertEquals(List.of("Name", "Address", "Number", "Cores", "Memory", "Page cache"),
                form.rows().stream().map(FieldRow::title).toList());
        assertEquals(Optional.of("node1"), row("Name").value());
        assertEquals(Optional.empty(), row("Memory").value());
        assertEquals("16 GiB", row("Memory").field().standard());
    }

    @Test
    void placesAndFieldsAreExplainedInTheLanguageOfTheTitles() {
        ScenarioForm german = new ScenarioForm(session, new FieldTitles(Locale.GERMAN));
        german.select("lun");
        assertEquals("Das gemeinsame Blockgerät.", german.help());
        FieldRow depth = german.rows().stream().filter(row -> row.path().equals("lun.queueDepth")).findFirst().orElseThrow();
        assertEquals("Anforderungen, die das Gerät gleichzeitig bedient.", depth.field().help());
        assertEquals("wie in der Geräteklasse", depth.field().standard());
        form.select("lun");
        assertEquals("The shared block device.", form.help());
    }

    @Test
    void contendersHaveTheFieldsOfTheirType() {
        form.select("fileSystems[0]");
        assertEquals(FieldRow.Control.FIXED, row("Type").control());
        assertEquals(List.of("o2cb", "pcmk", "local"), row("Cluster stack").choices());
        form.select("fileSystems[1]");
        assertEquals(Optional.of("3"), row("Journals").value());
    }

    @Test
    void anInputIsTakenOverOrExplained() {
        form.select("lun");
        form.enter(row("Size"), " 30 GiB ");
        assertEquals(Optional.of("30 GiB"), row("Size").value());
        form.enter(row("Size"), "30");
        assertEquals(Optional.of("30"), row("Size").value());
        assertTrue(row("Size").problem().orElseThrow().contains("allowed"), row("Size").problem().get());
        form.enter(row("Size"), "30 GiB");
        assertEquals(Optional.empty(), row("Size").problem());
        assertEquals("change of Size", session.undoName().orElseThrow());
    }

    @Test
    void aListOfValuesIsALineWithCommas() {
        form.select("lun");
        form.enter(row("Portals"), "192.168.1.50:3260, 192.168.2.50:3260");
        assertEquals(List.of("192.168.1.50:3260", "192.168.2.50:3260"), session.scenario().orElseThrow().lun().portals());
        assertEquals(Optional.of("192.168.1.50:3260, 192.168.2.50:3260"), row("Portals").value());
        form.enter(row("Portals"), "a\"b\\c, ${x}");
        assertEquals(Optional.of("a\"b\\c, ${x}"), row("Portals").value());
        assertFalse(row("Portals").problem().orElseThrow().isEmpty());
    }

    private FieldRow row(String title) {
        return form.rows().stream().filter(row -> row.title().equals(title)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster.nodes", "fileSystems", "workload.fileSets", "workload.phases",
        "workload.phases[0].mix", "targets"})
    void whatIsAddedIsValidManyTimesOver(String list) {
        // Room for more nodes.
        session.setField("fileSystems[0].slots", "16", "change of slots");
        session.setField("fileSystems[1].journals", "16", "change of journals");
        form.select(list);
        int rounds = form.additions().size() > 1 ? 1 : 3;
        for (int i = 0; i < rounds; i++) {
            form.select(list);
            for (ScenarioForm.Addition addition : form.additions()) {
                form.select(list);
                assertEquals(List.of(), form.add(addition), addition.toString());
                assertTrue(form.selected().startsWith(list + "["), form.selected());
            }
        }
    }

    @Test
    void anAddedItemIsSelectedAndNamedInUndo() {
        session.setField("fileSystems[0].slots", "3", "change of slots");
        session.setField("fileSystems[1].journals", "4", "change of journals");
        form.select("cluster.nodes[0]");
        assertEquals(List.of(), form.add(form.additions().get(0)));
        assertEquals("cluster.nodes[2]", form.selected());
        assertEquals(Optional.of("add node"), session.undoName());
        assertEquals(Optional.of("node3"), row("Name").value());
        assertEquals(Optional.of("192.168.1.103"), row("Address").value());
        session.undo();
        assertEquals("cluster.nodes", form.selectedNode().orElseThrow().path(), "the item is gone, its list is not");
    }

    @Test
    void groupsWithSeveralRequiredFieldsAreAddedAsAWhole() {
        form.select("lun.chap");
        assertEquals(List.of(), form.rows());
        assertEquals("Add CHAP", form.additions().get(0).title());
        assertEquals(List.of(), form.add(form.additions().get(0)));
        assertEquals(2, form.rows().size());
        assertTrue(form.canRemove());
        assertEquals(List.of(), form.remove());
        assertEquals(Optional.of("remove CHAP"), session.undoName());
        assertTrue(session.scenario().orElseThrow().lun().chap().isEmpty());
    }

    @Test
    void fenceDevicesAreAddedForOneNodeAfterTheOther() {
        assertEquals(List.of(), session.edit("change of fencing", document -> document.with("cluster.fencing",
                "{agent: ipmilan, devices: [{node: node1, address: n1-ipmi, password: \"env:P\"}]}")));
        form.select("cluster.fencing.devices");
        assertEquals(List.of(), form.add(form.additions().get(0)));
        assertEquals(Optional.of("node2"), row("Node").value());
    }

    @Test
    void whatIsRequiredStays() {
        form.select("cluster");
        assertFalse(form.canRemove());
        form.select("workload.fileSets[0]");
        assertTrue(form.canRemove());
        assertFalse(form.remove().isEmpty(), "operations refer to it");
    }

    @Test
    void aProblemLeadsToThePlaceOfItsField() {
        assertEquals(Optional.of("cluster.nodes[1]"), form.placeOf("cluster.nodes[1].address"));
        assertEquals(Optional.of("lun"), form.placeOf("lun.portals[0]"));
        assertEquals(Optional.of(""), form.placeOf("nonsense.x"));
    }

    @Test
    void showsNothingWhileTheTextHasErrors() {
        session.replaceText("nonsense", "typing", null);
        assertEquals(Optional.empty(), form.outline());
        assertEquals(List.of(), form.rows());
        assertEquals(List.of(), form.additions());
        assertFalse(form.canRemove());
    }
}
