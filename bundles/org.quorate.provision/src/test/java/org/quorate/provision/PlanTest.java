// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.AccessTimes;
import org.quorate.model.Fencing;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.model.Wwid;
import org.quorate.model.preset.DiskPatience;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Step;

/** What every plan has, whatever the scenario. */
class PlanTest {

    private static List<ProvisioningPlan> plans() {
        List<ProvisioningPlan> plans = new ArrayList<>();
        for (OsRelease os : List.of(OsRelease.UBUNTU_18_04, OsRelease.UBUNTU_22_04, OsRelease.DEBIAN_12)) {
            for (Fencing.Agent agent : Fencing.Agent.values()) {
                boolean mpath = agent == Fencing.Agent.MPATH;
                Scenario scenario = new Scenarios().os(os).fencing(agent).multipath(mpath).chap(mpath).build();
                for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                    if (Provisioning.plan(scenario, label) instanceof ProvisioningPlan plan) {
                        plans.add(plan);
                    }
                }
            }
        }
        assertEquals(3 * 7 + 4 + 7 + 7, plans.size());
        return plans;
    }

    @Test
    void fencingIsTriedBeforeAnythingIsFormatted() {
        for (ProvisioningPlan plan : plans()) {
            List<Step.Risk> risks = plan.steps().stream().map(Step::risk).toList();
            int test = risks.indexOf(Step.Risk.RESTARTS_NODES);
            assertTrue(test >= 0 && test < risks.indexOf(Step.Risk.FORMATS));
        }
    }

    @Test
    void everyStepCanLookActAndBeNamed() {
        Set<String> formatting = new HashSet<>();
        for (ProvisioningPlan plan : plans()) {
            assertEquals(plan.steps().size(), plan.steps().stream().map(Step::id).distinct().count());
            for (Step step : plan.steps()) {
                assertTrue(step.id().matches("[a-z0-9-]+"), step.id());
                assertFalse(step.check().isBlank() || step.act().isBlank() || step.title().isBlank() || step.why().isBlank());
                assertTrue(plan.orderOfWork().contains("`" + step.id() + "`"), step.id());
                if ((step.act() + step.check()).contains("MKFS_OPTIONS") || step.act().contains("make_volume_group")
                        || step.act().contains("make_gfs2")) {
                    assertEquals(Step.Risk.FORMATS, step.risk());
                    assertTrue(step.act().contains("confirm CONFIRM_WWID") && step.act().contains("require_lun"), step.id());
                    formatting.add(step.id());
                }
            }
        }
        assertEquals(Set.of("format-ocfs2", "format-gfs2", "volume-gfs2"), formatting);
    }

    @ParameterizedTest
    @EnumSource(AccessTimes.class)
    void mountsWithTheAccessTimesOfTheScenario(AccessTimes wanted) {
        Scenario scenario = new Scenarios().build();
        for (int i = 0; i < scenario.fileSystems().size(); i++) {
            scenario = Change.of(scenario, "fileSystems." + i + ".accessTimes", wanted);
        }
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            ProvisioningPlan plan = (ProvisioningPlan) Provisioning.plan(scenario, label);
            Set<String> mounted = plan.files().stream().flatMap(file -> Stream.of(file.content().split("[^a-z]+")))
                    .filter(word -> word.endsWith("atime")).collect(Collectors.toSet());
            assertEquals(Set.of(wanted.option()), mounted, label);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 30, 3600})
    void mountsGfs2WithTheStatfsQuantumOfTheScenario(long seconds) {
        Scenario scenario = new Scenarios().build();
        for (int i = 0; i < scenario.fileSystems().size(); i++) {
            if (scenario.fileSystems().get(i) instanceof Gfs2Spec) {
                scenario = Change.of(scenario, "fileSystems." + i + ".statfsQuantum", Duration.ofSeconds(seconds));
            }
        }
        assertEquals(Set.of("statfs_quantum=" + seconds), statfsOptions(Provisioning.plan(scenario, Scenarios.GFS2)));
        assertEquals(Set.of(), statfsOptions(Provisioning.plan(scenario, Scenarios.OCFS2)), "it is an option of GFS2");
    }

    private static Set<String> statfsOptions(ProvisioningResult plan) {
        return ((ProvisioningPlan) plan).files().stream().flatMap(file -> Stream.of(file.content().split("[^a-z_=0-9]+")))
                .filter(word -> word.startsWith("statfs_quantum")).collect(Collectors.toSet());
    }

    @Test
    void noExportHoldsWhatDestroysOrTells() {
        List<String> forbidden = List.of("--force ", "--force\n", "wipefs -a", "pvcreate", " -ff", "set -x", "mkfs.ocfs2 -F", "-o delete",
                "stonith-enabled=false", "no-quorum-policy=ignore", "ufw disable", "chmod 777", "/dev/sdb", "password=",
                "passwd=", "StrictHostKeyChecking=no", "curl ", "yes | ", "eval ");
        for (ProvisioningPlan plan : plans()) {
            for (GeneratedFile file : plan.files()) {
                for (String word : forbidden) {
                    assertFalse(file.content().contains(word) && !file.path().endsWith(".md"), word + " is in " + file.path());
                }
                assertFalse(file.content().matches("(?s).*(^|[\n;|&(])\\s*dd .*") && !file.path().endsWith(".md"), file.path());
                assertFalse(file.content().contains("@STEPS@"));
            }
        }
    }

    @Test
    void everyFileIsInTheChecksumsAndNothingElse() {
        for (ProvisioningPlan plan : plans()) {
            String sums = Scenarios.file(plan, "SHA256SUMS");
            Set<String> listed = new HashSet<>();
            sums.lines().forEach(line -> listed.add(line.substring(66)));
            Set<String> there = new HashSet<>();
            plan.files().forEach(f -> there.add(f.path()));
            listed.add("SHA256SUMS");
            assertEquals(there, listed);
        }
    }

    /** modules-load.d skips what Ubuntu's kernels blacklist, and they blacklist the watchdogs. */
    @Test
    void theSoftwareWatchdogIsLoadedWhereItIsBlacklisted() {
        List<ProvisioningPlan> ocfs2 = plans().stream().filter(plan -> file(plan, "/etc/ocfs2/cluster.conf").isPresent()).toList();
        assertFalse(ocfs2.isEmpty());
        for (ProvisioningPlan plan : ocfs2) {
            String unit = file(plan, "/etc/systemd/system/quorate-watchdog.service").orElseThrow().content();
            assertTrue(unit.contains("modprobe softdog"), unit);
            assertTrue(plan.files().stream().noneMatch(file -> file.path().contains("modules-load.d")
                    && file.content().contains("softdog")));
        }
    }

    private static Optional<GeneratedFile> file(ProvisioningPlan plan, String installed) {
        return plan.files().stream().filter(file -> file.path().equals("files/common" + installed)).findFirst();
    }

    @Test
    void fstabOrPacemakerButNeverBoth() {
        for (ProvisioningPlan plan : plans()) {
            boolean fstab = plan.files().stream().anyMatch(f -> f.path().equals("blocks/etc/fstab"));
            boolean pacemaker = plan.files().stream().anyMatch(f -> f.path().equals("cib/volume.sh"));
            assertTrue(fstab ^ pacemaker);
        }
    }

    @Test
    void aNodesWaitForTheDiskEndsBeforeItIsDeclaredDead() {
        for (int threshold = 7; threshold <= 200; threshold++) {
            var spec = Change.of(Scenarios.ocfs2(), "heartbeatThreshold", threshold);
            DiskPatience patience = DiskPatience.of(spec, true, Optional.empty());
            int dead = (threshold - 1) * 2;
            assertTrue(patience.total() < dead && patience.noPathRetry() >= 1, threshold + ": " + patience);
            assertTrue(patience.replacementTimeout() >= 5 && patience.replacementTimeout() <= 20, patience.toString());
        }
        assertEquals(new DiskPatience(20, 5, 6), DiskPatience.of(Scenarios.ocfs2(), true, Optional.empty()));
        assertEquals(new DiskPatience(20, 5, 20), DiskPatience.of(Scenarios.ocfs2(), true, Optional.of(Duration.ofSeconds(120))));
    }

    @Test
    void aWwidIsReadInEveryFormAndNothingElse() {
        String naa = "6001405a1b2c3d4e5f60718293a4b5c6";
        for (String form : List.of(naa, "3" + naa, "0x" + naa, naa.toUpperCase(java.util.Locale.ROOT))) {
            Wwid wwid = Wwid.parse(form).orElseThrow();
            assertEquals("/dev/disk/by-id/wwn-0x" + naa, wwid.devicePath());
            assertEquals("naa." + naa, wwid.kernelForm());
            assertEquals("3" + naa, wwid.multipathForm());
        }
        assertEquals("naa.5000c500a1b2c3d4", Wwid.parse("35000c500a1b2c3d4").orElseThrow().kernelForm());
        assertEquals("eui.0025385b71b0f2a1", Wwid.parse("20025385b71b0f2a1").orElseThrow().kernelForm());
        for (String bad : List.of("", "0x", "12345678", "6001405a1b2c3d4e", "f001405a1b2c3d4e5f60718293a4b5c6", naa + "00", "0x$(id)")) {
            assertTrue(Wwid.parse(bad).isEmpty(), bad);
        }
    }

    @Test
    void theSampleScenariosHaveScripts() throws IOException {
        Path samples = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(samples.resolve("sample-models"))) {
            samples = samples.getParent();
        }
        ScenarioReading reading = ScenarioReader.read("scenario.yaml",
                Files.readString(samples.resolve("sample-models/web-sessions/scenario.yaml")));
        Scenario scenario = reading.document().orElseThrow().scenario();
        for (String label : List.of("ocfs2", "gfs2")) {
            Scenarios.plan(scenario, label);
        }
        int read = 0;
        try (Stream<Path> folders = Files.list(samples.resolve("sample-models"))) {
            for (Path file : folders.map(f -> f.resolve("scenario.yaml")).filter(Files::exists).toList()) {
                Scenario each = ScenarioReader.read("scenario.yaml", Files.readString(file)).document().orElseThrow().scenario();
                each.fileSystems().forEach(f -> Provisioning.plan(each, f.label()));
                read++;
            }
        }
        assertTrue(read >= 7);
    }
}
