// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Bytes;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;

/** A cluster at work grows: its steps, and their work on loop devices and files in the throw-away Debian root. */
class GrowthTest {

    private static Scenarios small(int nodes) {
        return new Scenarios().os(OsRelease.DEBIAN_12).nodes(nodes).size(Bytes.mib(320)).mountPoint("/volumes/shared");
    }

    /** Without pcsd, which the export switches off, {@code pcs cluster node remove} does nothing; crmsh has no such word at all. */
    @Test
    void whatGrowsOrLeavesIsToldByWhatThereIs() {
        for (OsRelease os : List.of(OsRelease.DEBIAN_12, OsRelease.SLES_15)) {
            String page = Scenarios.file(Scenarios.plan(new Scenarios().os(os).build(), Scenarios.GFS2), "GROW.md");
            assertTrue(page.contains("`corosync-cfgtool -R`, `crm_node --force --remove NAME`"), os.id());
            assertTrue(page.contains("in the form `--format bash`"), os.id());
        }
    }

    @Test
    void growthWorksOnDisksAndFiles(@TempDir Path dir) throws Exception {
        Scenario three = Scenarios.smallJournals(small(3).build(), 5);
        Scenario four = Scenarios.smallJournals(small(4).build(), 5);
        ExportWriter.write(Scenarios.plan(three, Scenarios.OCFS2), dir.resolve("ocfs2"), false);
        ExportWriter.write(Scenarios.plan(three, Scenarios.GFS2), dir.resolve("gfs2"), false);
        ExportWriter.write(Scenarios.plan(four, Scenarios.GFS2), dir.resolve("gfs2-more"), false);
        DebianRoot.passes(dir, 59, "check-grow.sh");
    }

    @Test
    void aNodeJoinsOverSsh(@TempDir Path dir) throws Exception {
        for (int nodes : new int[] {2, 3}) {
            ExportWriter.write(Scenarios.plan(new Scenarios().os(OsRelease.DEBIAN_12).nodes(nodes).quorumDevice("192.168.1.9").build(),
                    Scenarios.GFS2), dir.resolve(nodes == 2 ? "gfs2" : "gfs2-more"), false);
        }
        DebianRoot.passes(dir, 17, "check-join.sh");
    }

    private static List<ProvisioningPlan> plans() {
        List<ProvisioningPlan> plans = new ArrayList<>();
        for (OsRelease os : OsRelease.values()) {
            for (Fencing.Agent agent : Fencing.Agent.values()) {
                boolean mpath = agent == Fencing.Agent.MPATH;
                for (String quorumDevice : new String[] {null, "192.168.1.9"}) {
                    Scenario scenario = new Scenarios().os(os).fencing(agent).multipath(mpath).quorumDevice(quorumDevice).build();
                    Stream.of(Scenarios.OCFS2, Scenarios.GFS2).map(label -> Provisioning.plan(scenario, label))
                            .filter(ProvisioningPlan.class::isInstance).map(ProvisioningPlan.class::cast).forEach(plans::add);
                }
            }
        }
        assertTrue(plans.size() > 40);
        return plans;
    }

    private static List<String> growth(ProvisioningPlan plan, String kind) {
        String line = Scenarios.file(plan, "settings.sh").lines().filter(l -> l.startsWith("    ['" + kind + "']='") && (l.contains("grow-"))).findFirst().orElseThrow();
        return List.of(line.substring(line.indexOf('=') + 2, line.length() - 1).split(" "));
    }

    /** What formats is never part of growth, and fencing is tried before the new node mounts. */
    @Test
    void growthNeverFormatsAndTriesTheFencingFirst() {
        for (ProvisioningPlan plan : plans()) {
            Set<String> formatting = new HashSet<>();
            plan.steps().stream().filter(step -> step.risk() == Step.Risk.FORMATS).forEach(step -> formatting.add(step.id()));
            assertFalse(formatting.isEmpty(), "no step formats");
            for (String kind : List.of("lun", "slots", "node")) {
                List<String> ids = growth(plan, kind);
                assertTrue(ids.stream().noneMatch(formatting::contains), ids.toString());
                assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
            }
            List<String> node = growth(plan, "node");
            boolean gfs2 = node.contains("cib-volume");
            int test = node.indexOf(gfs2 ? "fencing-test" : "self-fencing-test");
            assertEquals(0, node.indexOf(gfs2 ? "grow-room-gfs2" : "grow-room-ocfs2"), node.toString());
            assertTrue(test > 0 && test < node.indexOf(gfs2 ? "grow-release" : "mount-ocfs2"), node.toString());
            assertTrue(!gfs2 || node.indexOf("grow-hold") < node.indexOf("cluster-start")
                    && node.indexOf("grow-reload") < node.indexOf("cluster-start")
                    && node.indexOf("grow-corosync") < node.indexOf("grow-reload")
                    && node.indexOf("grow-release") < node.indexOf("cib-volume"), node.toString());
            assertTrue(gfs2 || node.indexOf("grow-o2cb") + 1 == node.indexOf("o2cb"), node.toString());
        }
    }

    /** Every step that the settings name has its functions in one of the scripts. */
    @Test
    void everyStepOfGrowthIsInTheScripts() {
        for (ProvisioningPlan plan : plans()) {
            String scripts = String.join("", plan.files().stream().filter(file -> file.path().equals("node.sh")
                    || file.path().equals("provision.sh")).map(GeneratedFile::content).toList());
            for (String kind : List.of("lun", "slots", "node")) {
                for (String id : growth(plan, kind)) {
                    for (String verb : List.of("check", "act", "verify", "undo")) {
                        assertTrue(scripts.contains("\n" + id.replace('-', '_') + "_" + verb + "() {\n"), id + " " + verb);
                    }
                }
            }
        }
    }
}
