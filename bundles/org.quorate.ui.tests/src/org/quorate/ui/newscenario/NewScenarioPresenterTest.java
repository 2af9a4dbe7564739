// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.quorate.app.NewScenario.Network;
import org.quorate.app.QuorateApp;
import org.quorate.model.DeviceClass;
import org.quorate.model.OsRelease;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.newscenario.CheckedScenario.Step;

class NewScenarioPresenterTest {

    private final QuorateApp app = new QuorateApp(1);
    private final NewScenarioPresenter presenter = new NewScenarioPresenter(app.presets(), app.composeScenario(), app.estimateScenario(),
            new FieldTitles(Locale.ENGLISH));

    private CheckedScenario check() {
        return presenter.check(presenter.choices(), () -> false);
    }

    @Test
    void everyPresetCanBeFinishedAtOnceAndSaysItsCost() {
        assertEquals(app.presets().names(), presenter.entries().stream().map(entry -> entry.name()).toList());
        for (String name : app.presets().names()) {
            presenter.choosePreset(name);
            CheckedScenario checked = check();
            assertTrue(checked.scenario().isPresent(), () -> name + checked.problems());
            assertTrue(checked.cost().matches("[234] nodes, [\\d.]+( [kM])? files, about [\\d.]+ [KMG]iB locks on the busiest node \\((ocfs2|gfs2)\\), mean latency .*"),
                    checked.cost());
        }
    }

    @Test
    void theCostFollowsTheChoices() {
        presenter.choosePreset("web-sessions");
        assertTrue(check().cost().startsWith("3 nodes, 4800 files, "), check().cost());
        presenter.chooseCluster(8, OsRelease.DEBIAN_12, Network.GBIT_10);
        assertTrue(check().cost().startsWith("8 nodes, 4800 files, "), check().cost());
        presenter.chooseFileSystem("ocfs2", false);
        presenter.chooseFileSystem("gfs2", false);
        presenter.chooseCluster(1, OsRelease.DEBIAN_12, Network.GBIT_10);
        assertTrue(check().cost().startsWith("1 node, 4800 files, no shared locks, mean latency ext4-local "), check().cost());
    }

    @Test
    void aPresetBringsItsOwnClusterAndKeepsWhatIsChosenBehindIt() {
        presenter.choosePreset("maildir");
        assertEquals(4, presenter.choices().nodes());
        presenter.chooseLun("1 TiB", DeviceClass.NVME, true);
        presenter.choosePreset("maildir");
        assertEquals("1 TiB", presenter.choices().size(), "the same preset again changes nothing");
        assertEquals(2, check().scenario().orElseThrow().lun().portals().size());
    }

    @Test
    void fileSystemsKeepTheirOrder() {
        presenter.choosePreset("vm-images");
        assertEquals(List.of("ocfs2", "gfs2", "xfs"), presenter.choices().fileSystems());
        presenter.chooseFileSystem("ocfs2", false);
        presenter.chooseFileSystem("ext4", true);
        presenter.chooseFileSystem("ocfs2", true);
        assertEquals(List.of("ocfs2", "gfs2", "ext4", "xfs"), presenter.choices().fileSystems());
        assertEquals(4, check().scenario().orElseThrow().fileSystems().size());
    }

    @Test
    void whatIsWrongIsToldOnItsPage() {
        presenter.chooseLun("many", DeviceClass.NVME, false);
        assertTrue(check().problem(Step.CLUSTER).orElseThrow().startsWith("Size: "), () -> check().problems().toString());
        presenter.name("", "title");
        assertTrue(check().problem(Step.NAME).orElseThrow().startsWith("Name: "), () -> check().problems().toString());
        assertEquals(Optional.empty(), check().problem(Step.WORKLOAD));
        assertEquals("", check().cost());
        presenter.chooseLun("1 TiB", DeviceClass.NVME, false);
        presenter.name("fine", "A \"fine\" title");
        assertEquals("A \"fine\" title", check().scenario().orElseThrow().title());
        assertFalse(check().text().isBlank());
    }

    @Test
    void withoutAFileSystemThereIsNothingToCompare() {
        presenter.choosePreset("maildir");
        for (String type : List.copyOf(presenter.choices().fileSystems())) {
            presenter.chooseFileSystem(type, false);
        }
        assertEquals("Choose at least one file system.", check().problem(Step.CLUSTER).orElseThrow());
    }

    @Test
    void theSummarySaysWhatWasChosen() {
        presenter.choosePreset("vm-images");
        assertEquals(List.of("Workload: vm-images", "Cluster: 3 nodes, oracle-9, 25 Gbit/s", "LUN: 4 TiB, nvme, two paths",
                "File systems: ocfs2, gfs2, xfs"), presenter.summary());
    }
}
