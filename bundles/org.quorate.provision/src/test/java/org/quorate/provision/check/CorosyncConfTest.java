// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.platform.Stack;

/** Our own strict reader: Debian 12's corosync is version 3 and cannot read files for version 2. */
class CorosyncConfTest {

    private static String conf(Scenarios scenarios) {
        return conf(scenarios.build(), Scenarios.GFS2);
    }

    private static String conf(Scenario scenario, String label) {
        return Scenarios.file(Scenarios.plan(scenario, label), "files/common/etc/corosync/corosync.conf");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void isStrictlyRight(Platform platform) {
        if (!platform.supports(Stack.GFS2)) {
            return;
        }
        int version = platform.cluster().corosync();
        for (int nodes : new int[] {2, 3, 5, 16}) {
            assertEquals(List.of(), CorosyncCheck.faults(conf(new Scenarios().os(platform.release()).nodes(nodes)), version));
            if (platform.hasQuorumDevice()) {
                assertEquals(List.of(), CorosyncCheck.faults(conf(new Scenarios().os(platform.release()).nodes(nodes)
                        .quorumDevice("192.168.1.9")), version));
            }
        }
    }

    /** Debian 12's corosync cannot read files of version 2. These were written once, and read by people. */
    @Test
    void filesOfVersionTwoAreTheGoldenOnes() throws IOException {
        assertEquals(golden("corosync-ubuntu-16.04.conf"), conf(new Scenarios().os(OsRelease.UBUNTU_16_04).nodes(3)));
        assertEquals(golden("corosync-ubuntu-18.04.conf"), conf(new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(2)
                .quorumDevice("arbiter.example.org")));
    }

    /** Written by hand after corosync.conf(5) of corosync 2.4: one ring, udpu, names and numbers of all nodes. */
    @Test
    void thatOfSlesIsTheGoldenOneUnderBothFileSystems() throws IOException {
        Scenario scenario = Change.of(new Scenarios().os(OsRelease.SLES_15).nodes(2).build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK);
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            assertEquals(golden("corosync-sles-15.conf"), conf(scenario, label));
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Scenarios.class.getResourceAsStream("golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "transport: udpu | transport: knet", "aes256 | none", "sha256 | md5", "token: 3000 | token: 10",
        "token: 3000 | tokn: 3000", "name: node2 | name: node1", "nodeid: 2 | nodeid: 1",
        "192.168.1.102 | 192.168.1.101", "provider: corosync_votequorum | provider: other", "version: 2 | version: 1",
        "two_node: 1 | wait_for_al: 1", "two_node: 1 | two_node: 0", "quorum { | quorun {", "nodelist { | nodelist",
        "cluster_name: webcluster | cluster_name: web cluster", "nodeid: 2 | ring1_addr: 10.0.0.2"})
    void theCheckFindsWhatIsPutIn(String right, String wrong) {
        String conf = conf(new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(2));
        assertTrue(conf.contains(right), conf);
        assertFalse(CorosyncCheck.faults(conf.replace(right, wrong), 2).isEmpty(), wrong);
    }

    @Test
    void theFirstNodeWinsADuelAndOnlyThere() {
        ProvisioningPlan two = Scenarios.plan(new Scenarios().nodes(2).build(), Scenarios.GFS2);
        assertEquals(1, delays(two));
        assertEquals(0, delays(Scenarios.plan(new Scenarios().nodes(3).build(), Scenarios.GFS2)));
        assertEquals(0, delays(Scenarios.plan(new Scenarios().nodes(2).quorumDevice("arbiter").build(), Scenarios.GFS2)));
    }

    /** The study of failures reckons with it. */
    @Test
    void theDelayOfADuelIsThatOfTheScenario() {
        Scenario scenario = new Scenarios().nodes(2).build();
        for (int seconds : new int[] {0, 30}) {
            String commands = cib(Scenarios.plan(Change.of(scenario, "cluster.fencing.delay", Duration.ofSeconds(seconds)), Scenarios.GFS2));
            assertEquals(seconds > 0, commands.contains("pcmk_delay_base=" + seconds + "s"), commands);
            assertEquals(seconds > 0, commands.contains("pcmk_delay_base"), commands);
        }
    }

    /** Pacemaker 1.1.14 of Ubuntu 16.04 does not know pcmk_delay_base (it came with 1.1.17), and pcs there refuses it. */
    @Test
    void anOldPacemakerLeavesTheDelayToTheAgent() {
        String commands = cib(Scenarios.plan(new Scenarios().os(OsRelease.UBUNTU_16_04).nodes(2).build(), Scenarios.GFS2));
        assertEquals(1, commands.split(" delay=10 ", -1).length - 1, commands);
        assertFalse(commands.contains("pcmk_delay_base"), commands);
        assertTrue(cib(Scenarios.plan(new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(2).build(), Scenarios.GFS2)).contains("pcmk_delay_base=10s"));
    }

    private static String cib(ProvisioningPlan plan) {
        return Scenarios.file(plan, "cib/cluster.sh");
    }

    private static long delays(ProvisioningPlan plan) {
        return cib(plan).lines().filter(l -> l.contains("pcmk_delay_base")).count();
    }
}
