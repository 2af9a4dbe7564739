// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;

/**
 * SLES 15 with the High Availability extension: what is there only. Its files pass the tools, crmsh among them, in
 * {@link ExportMatrixTest}. Debian 12's corosync is version 3 and cannot read a file for version 2: our own strict reader
 * and a golden file stand in for it.
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
        DebianRoot.Result result = DebianRoot.run(dir, "check-crmsh.sh");
        assertEquals(0, result.code(), result.output());
        assertFalse(result.output().contains("FAIL"), result.output());
        assertTrue(result.output().lines().filter(l -> l.startsWith("ok ")).count() >= 40, result.output());
    }

    @ParameterizedTest
    @CsvSource({"2, IPMILAN", "3, IPMILAN", "5, SBD", "8, IPMILAN"})
    void corosync2IsStrictlyRight(int nodes, Fencing.Agent agent) {
        assertEquals(List.of(), CorosyncCheck.faults(file(sles(nodes, false, false, agent), Scenarios.OCFS2,
                "files/common/etc/corosync/corosync.conf"), 2));
    }

    /** Written by hand after corosync.conf(5) of corosync 2.4: one ring, udpu, names and numbers of all nodes. */
    @Test
    void corosync2IsTheGoldenFile() throws IOException {
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            assertEquals(CorosyncConfTest.golden("corosync-sles-15.conf"), file(sles(2, false, false, Fencing.Agent.IPMILAN),
                    label, "files/common/etc/corosync/corosync.conf"));
        }
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
        String settings = file(sles(3, false, false, Fencing.Agent.IPMILAN), Scenarios.OCFS2, "settings.sh");
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

    /** Single faults of crmsh's text: those that crmsh itself accepts, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stonith-enabled=true | stonith-enabled=false", "no-quorum-policy=freeze | no-quorum-policy=ignore",
        "interleave=true | interleave=false", "on-fail=fence | on-fail=restart", "pcmk_host_list=node2 | pcmk_host_list=node1",
        "fence-node1 -inf: node1 | fence-node1 -inf: node2", "password_script= | password=", "fstype=ocfs2 | fstype=ext4",
        "device=/dev/disk/by-id/wwn-0x6001405a1b2c3d4e5f60718293a4b5c6 | device=/dev/sdb",
        "Mandatory: locking-clone volume-clone | Mandatory: volume-clone locking-clone",
        "inf: volume-clone locking-clone | inf: locking-clone volume-clone",
        "ocf:pacemaker:controld | ocf:heartbeat:controld", "group volume volume-fs | group volume volume-lv",
        "cib-bootstrap-options: | other-options:"})
    void aFaultInCrmshsTextIsFound(String right, String wrong) {
        Scenario scenario = sles(3, false, false, Fencing.Agent.IPMILAN);
        Site site = Provisioning.site(scenario, scenario.fileSystems().get(0));
        List<GeneratedFile> files = Scenarios.plan(scenario, Scenarios.OCFS2).files();
        assertEquals(List.of(), cibFaults(site, files));
        List<GeneratedFile> changed = files.stream().map(f -> f.path().endsWith(".crm")
                ? GeneratedFile.text(f.path(), f.content().replace(right, wrong)) : f).toList();
        assertFalse(changed.equals(files), right);
        assertFalse(cibFaults(site, changed).isEmpty(), wrong);
    }

    private static List<String> cibFaults(Site site, List<GeneratedFile> files) {
        Exported exported = new Exported(site, files);
        CibCheck.check(exported);
        return exported.faults();
    }

    @ParameterizedTest
    @EnumSource(value = Fencing.Agent.class, names = {"SCSI", "MPATH", "XVM"})
    void agentsWithoutAllTheirPartsAreRefused(Fencing.Agent agent) {
        Refused refused = refused(sles(3, agent == Fencing.Agent.MPATH, false, agent));
        assertEquals(List.of("fence agent " + FenceDevices.yamlName(agent) + " is not supported on sles-15"), refused.reasons());
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

    static String file(Scenario scenario, String label, String path) {
        return Scenarios.plan(scenario, label).files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow()
                .content();
    }
}
