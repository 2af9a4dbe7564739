// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.FenceAgents;

/**
 * SLES 15 with the High Availability extension: what is there only. Its files pass the tools, crmsh among them, in
 * {@link ExportMatrixTest}.
 */
class SlesExportTest {

    private static Scenario sles(int nodes, boolean multipath, boolean chap, Fencing.Agent agent) {
        Scenarios scenarios = new Scenarios().os(OsRelease.SLES_15).nodes(nodes).multipath(multipath).chap(chap).fencing(agent);
        if (nodes == 2 && agent == Fencing.Agent.SBD) {
            scenarios.quorumDevice("arbiter.example.org");
        }
        return Change.of(scenarios.build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK);
    }

    /** The steps' own use of crmsh, with a file in the place of the cluster. */
    @Test
    void whatCrmshDoesIsAllOrNothing(@TempDir Path dir) throws Exception {
        Scenario scenario = sles(3, false, false, Fencing.Agent.IPMILAN);
        ExportWriter.write(Scenarios.plan(scenario, Scenarios.OCFS2), dir.resolve("ocfs2"), false);
        ExportWriter.write(Scenarios.plan(scenario, Scenarios.GFS2), dir.resolve("gfs2"), false);
        DebianRoot.passes(dir, 66, "check-crmsh.sh");
    }

    @Test
    void o2cbStaysOffAndNothingIsMountedByFstab() {
        ProvisioningPlan plan = Scenarios.plan(sles(3, false, false, Fencing.Agent.IPMILAN), Scenarios.OCFS2);
        List<String> steps = plan.steps().stream().map(Step::id).toList();
        assertTrue(steps.containsAll(List.of("ocfs2-stack", "cib-cluster", "fencing-test", "format-ocfs2", "cib-volume")));
        assertTrue(steps.indexOf("cib-cluster") < steps.indexOf("format-ocfs2"), "the lock manager runs before mkfs");
        for (String never : List.of("o2cb", "mount-ocfs2", "lvm", "volume-gfs2", "watchdog-systemd")) {
            assertFalse(steps.contains(never), never);
        }
        String settings = Scenarios.file(plan, "settings.sh");
        assertTrue(settings.contains("'--cluster-stack=pcmk'\n    '--cluster-name=webcluster'"), settings);
        assertTrue(settings.lines().anyMatch(l -> l.startsWith("UNITS_OFF=(") && l.contains("'o2cb.service'")), settings);
        String paths = plan.files().stream().map(GeneratedFile::path).collect(Collectors.joining("\n"));
        assertFalse(paths.contains("o2cb") || paths.contains("/etc/fstab") || paths.contains("lvm"), paths);
        assertTrue(plan.orderOfWork().contains("deprecated") && plan.orderOfWork().contains("crm node standby"));
    }

    @Test
    void gfs2IsNotCalledDeprecated() {
        ProvisioningPlan plan = Scenarios.plan(sles(3, false, false, Fencing.Agent.IPMILAN), Scenarios.GFS2);
        assertFalse(plan.orderOfWork().contains("deprecated"));
        assertTrue(plan.steps().stream().map(Step::id).toList().containsAll(List.of("lvm", "volume-gfs2", "format-gfs2")));
    }

    @ParameterizedTest
    @EnumSource(value = Fencing.Agent.class, names = {"SCSI", "MPATH", "XVM"})
    void agentsWithoutAllTheirPartsAreRefused(Fencing.Agent agent) {
        Refused refused = refused(sles(3, agent == Fencing.Agent.MPATH, false, agent));
        assertEquals(List.of("fence agent " + FenceAgents.yamlName(agent) + " is not supported on sles-15"), refused.reasons());
        assertEquals("one of ipmilan, redfish, vmware-rest, sbd there", refused.nearestSupported().orElseThrow());
    }

    @Test
    void whatPacemakerCannotDoIsRefused() {
        Refused bare = refused(sles(3, false, false, null));
        assertTrue(bare.reasons().get(0).contains("OCFS2 under Pacemaker without fencing"), bare.toString());
        assertEquals("complete fencing", bare.nearestSupported().orElseThrow());
        assertTrue(refused(Change.of(sles(3, false, false, Fencing.Agent.IPMILAN), "cluster.token", Duration.ofMillis(10)))
                .reasons().get(0).contains("token"));
        assertTrue(refused(Change.of(sles(33, false, false, Fencing.Agent.IPMILAN), "fileSystems.0.slots", 40)).reasons()
                .stream().anyMatch(reason -> reason.contains("to 32 nodes")));
        Scenarios.plan(Change.of(sles(32, false, false, Fencing.Agent.IPMILAN), "fileSystems.0.slots", 40), Scenarios.OCFS2);
    }

    private static Refused refused(Scenario scenario) {
        return assertInstanceOf(Refused.class, Provisioning.plan(scenario, Scenarios.OCFS2));
    }
}
