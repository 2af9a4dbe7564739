// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;

/**
 * SLES 15 with the High Availability extension: what crmsh, Pacemaker and mkfs say of its exports. Debian 12's corosync is
 * version 3 and cannot read a file for version 2: our own strict reader and a golden file stand in for it.
 */
class SlesExportTest {

    private static Scenario sles(int nodes, boolean multipath, boolean chap, Fencing.Agent agent) {
        Scenarios scenarios = new Scenarios().os(OsRelease.SLES_15).nodes(nodes).multipath(multipath).chap(chap).fencing(agent);
        if (nodes == 2 && agent == Fencing.Agent.SBD) {
            scenarios.quorumDevice("arbiter.example.org");
        }
        return Change.of(scenarios.build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK);
    }

    /** All pairs of nodes, multipath, CHAP and fencing. */
    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("two-ipmi", sles(2, false, true, Fencing.Agent.IPMILAN));
        all.put("two-sbd-mp", sles(2, true, false, Fencing.Agent.SBD));
        all.put("three-ipmi-mp", sles(3, true, false, Fencing.Agent.IPMILAN));
        all.put("three-sbd", sles(3, false, true, Fencing.Agent.SBD));
        all.put("five-ipmi", sles(5, false, false, Fencing.Agent.IPMILAN));
        all.put("five-sbd-mp", sles(5, true, true, Fencing.Agent.SBD));
        return all;
    }

    @Test
    void ocfs2UnderPacemakerPassesTheTools(@TempDir Path dir) throws Exception {
        ExportMatrixTest.check(scenarios(), Scenarios.OCFS2, dir,
                "shell shellcheck shfmt checksums php fpm multipath crmsh cib simulate mkfs.ocfs2");
    }

    @Test
    void gfs2PassesTheTools(@TempDir Path dir) throws Exception {
        ExportMatrixTest.check(scenarios(), Scenarios.GFS2, dir,
                "shell shellcheck shfmt checksums php fpm multipath crmsh cib simulate mkfs.gfs2 lvm");
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
    void corosync2IsTheGoldenFile() {
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            assertEquals("""
                    totem {
                        version: 2
                        cluster_name: webcluster
                        transport: udpu
                        crypto_cipher: aes256
                        crypto_hash: sha256
                        token: 3000
                    }

                    nodelist {
                        node {
                            ring0_addr: 192.168.1.101
                            name: node1
                            nodeid: 1
                        }
                        node {
                            ring0_addr: 192.168.1.102
                            name: node2
                            nodeid: 2
                        }
                    }

                    quorum {
                        provider: corosync_votequorum
                        two_node: 1
                    }

                    logging {
                        to_logfile: yes
                        logfile: /var/log/cluster/corosync.log
                        to_syslog: yes
                        timestamp: on
                    }
                    """, file(sles(2, false, false, Fencing.Agent.IPMILAN), label, "files/common/etc/corosync/corosync.conf"));
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

    static String file(Scenario scenario, String label, String path) {
        return Scenarios.plan(scenario, label).files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow()
                .content();
    }
}
