// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.AccessTimes;
import org.quorate.model.Bytes;
import org.quorate.model.Fencing;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.platform.Stack;
import org.quorate.provision.platform.SupportTable;

/** What is refused, with which reason, and that what lies just inside a limit is not. */
class RefusalTest {

    private static Refused refused(Scenario scenario, String label) {
        return assertInstanceOf(Refused.class, Provisioning.plan(scenario, label));
    }

    private static void assertReason(Refused refused, String part) {
        assertTrue(refused.reasons().stream().anyMatch(r -> r.contains(part)), part + " is not in " + refused.reasons());
    }

    @Test
    void gfs2WithoutFencingIsRefusedAndOcfs2IsNot() {
        Scenario scenario = new Scenarios().fencing(null).build();
        Refused refused = refused(scenario, Scenarios.GFS2);
        assertReason(refused, "cluster.fencing: GFS2 without fencing");
        assertTrue(refused.nearestSupported().orElseThrow().contains("o2cb"));
        assertEquals("OCFS2 with o2cb on 3 nodes", Scenarios.plan(scenario, Scenarios.OCFS2).orderOfWork().lines()
                .filter(l -> l.startsWith("OCFS2")).findFirst().orElseThrow().substring(0, 26));
    }

    @Test
    void aLocalFileSystemIsNeverExported() {
        assertReason(refused(new Scenarios().build(), "ext4"), "ext4 is a file system of one node");
        LocalSpec shared = new LocalSpec("xfs", LocalSpec.Kind.XFS, true, AccessTimes.NOATIME, false, true, Duration.ofSeconds(30));
        Refused refused = refused(Change.of(new Scenarios().build(), "fileSystems", List.of(shared)), "xfs");
        assertReason(refused, "XFS on 3 nodes at once destroys itself");
        assertTrue(refused.nearestSupported().isPresent());
    }

    /** Provisioning reference 7: nothing is faked for what was never simulated. */
    @Test
    void whereNeitherIsRightTheReaderIsToldWhatToRead() {
        Scenario scenario = new Scenarios().build();
        List<Scenario> cases = List.of(Change.of(scenario, "cluster.interconnect.roundTrip", Duration.ofMillis(3)),
                new Scenarios().nodes(33).build(), new Scenarios().os(OsRelease.RHEL_10).build());
        for (Scenario each : cases) {
            for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                Refused refused = refused(each, label);
                for (String name : List.of("NFS", "CephFS", "GlusterFS")) {
                    assertTrue(refused.reading().stream().anyMatch(title -> title.contains(name)), name);
                }
            }
        }
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            Scenarios.plan(Change.of(scenario, "cluster.interconnect.roundTrip", Duration.ofMillis(2)), label);
        }
        // Where another choice of options helps, nothing else need be read.
        assertEquals(List.of(), refused(new Scenarios().fencing(null).build(), Scenarios.GFS2).reading());
        assertEquals(List.of(), refused(new Scenarios().nodes(17).build(), Scenarios.GFS2).reading());
    }

    @Test
    void anUnknownLabelIsRefused() {
        assertReason(refused(new Scenarios().build(), "zfs"), "no file system with this label");
    }

    /** Reference 1.0, every cell: exported, or refused with a reason and the nearest choice that is exported. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UBUNTU_16_04 | GFS2 OCFS2_O2CB |", "UBUNTU_18_04 | GFS2 OCFS2_O2CB |", "UBUNTU_20_04 | GFS2 OCFS2_O2CB |",
        "UBUNTU_22_04 | GFS2 OCFS2_O2CB |", "UBUNTU_24_04 | GFS2 OCFS2_O2CB |", "DEBIAN_12 | GFS2 OCFS2_O2CB |",
        "UBUNTU_16_04 | | OCFS2_PCMK: only SLES 15 has it: with stack o2cb",
        "DEBIAN_12    | | OCFS2_PCMK: only SLES 15 has it: with stack o2cb",
        "RHEL_8   | GFS2 | OCFS2_O2CB: has no ocfs2: OCFS2 with o2cb on oracle-8",
        "RHEL_8   | GFS2 | OCFS2_PCMK: has no ocfs2: GFS2 on rhel-8",
        "RHEL_9   | GFS2 | OCFS2_O2CB: has no ocfs2: OCFS2 with o2cb on oracle-9",
        "RHEL_9   | GFS2 | OCFS2_PCMK: has no ocfs2: GFS2 on rhel-9",
        "RHEL_10  | | GFS2: gfs2 is not supported in EL10: GFS2 on rhel-9",
        "RHEL_10  | | OCFS2_O2CB: has no ocfs2: OCFS2 with o2cb on oracle-9",
        "RHEL_10  | | OCFS2_PCMK: has no ocfs2: stack pcmk on sles-15",
        "ORACLE_8 | OCFS2_O2CB | GFS2: UEK: OCFS2 with o2cb on oracle-8",
        "ORACLE_8 | OCFS2_O2CB | OCFS2_PCMK: only SLES 15 has it: with stack o2cb",
        "ORACLE_9 | OCFS2_O2CB | GFS2: UEK: OCFS2 with o2cb on oracle-9",
        "SLES_15  | | OCFS2_O2CB: runs under Pacemaker only: with stack pcmk"})
    void onlyTheClosedTableIsWritten(OsRelease os, String exported, String refused) {
        for (String stack : exported == null ? new String[0] : exported.split(" ")) {
            assertEquals(os.id(), Scenarios.plan(on(os, Stack.valueOf(stack)), label(Stack.valueOf(stack))).orderOfWork()
                    .replaceAll("(?s).* on ([a-z]+-[0-9.]+), .*", "$1"));
        }
        if (refused != null) {
            String[] parts = refused.split(": ");
            Refused answer = refused(on(os, Stack.valueOf(parts[0])), label(Stack.valueOf(parts[0])));
            assertReason(answer, parts[1]);
            assertTrue(answer.nearestSupported().orElseThrow().contains(parts[2]), answer.toString());
        }
    }

    /** No cell is left out: a platform's row says yes, or there is a refusal. */
    @ParameterizedTest
    @EnumSource(OsRelease.class)
    void everyCellOfTheTableIsDecided(OsRelease os) {
        for (Stack stack : Stack.values()) {
            assertEquals(Platform.of(os).map(p -> p.supports(stack)).orElse(false), SupportTable.refusal(os, stack).isEmpty());
        }
    }

    private static Scenario on(OsRelease os, Stack stack) {
        Scenario scenario = new Scenarios().os(os).build();
        return stack == Stack.OCFS2_PCMK ? Change.of(scenario, "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK) : scenario;
    }

    private static String label(Stack stack) {
        return stack == Stack.GFS2 ? Scenarios.GFS2 : Scenarios.OCFS2;
    }

    @Test
    void agentsThatARereleaseLacksAreRefused() {
        Scenarios old = new Scenarios().os(OsRelease.UBUNTU_18_04);
        assertReason(refused(old.fencing(Fencing.Agent.REDFISH).build(), Scenarios.GFS2), "redfish is not supported on ubuntu-18.04");
        assertReason(refused(old.fencing(Fencing.Agent.VMWARE_REST).build(), Scenarios.GFS2), "vmware-rest is not supported");
    }

    @Test
    void fencingThatCannotWorkIsRefused() {
        assertReason(refused(new Scenarios().nodes(2).fencing(Fencing.Agent.SBD).build(), Scenarios.GFS2), "real majority");
        Scenarios.plan(new Scenarios().nodes(2).fencing(Fencing.Agent.SBD).quorumDevice("arbiter").build(), Scenarios.GFS2);
        assertReason(refused(new Scenarios().multipath(true).fencing(Fencing.Agent.SCSI).build(), Scenarios.GFS2), "fence_scsi");
        assertReason(refused(new Scenarios().fencing(Fencing.Agent.MPATH).build(), Scenarios.GFS2), "fence_mpath");
        Scenario scenario = new Scenarios().build();
        Fencing fencing = scenario.cluster().fencing().orElseThrow();
        Fencing shared = new Fencing(fencing.agent(), fencing.devices().stream()
                .map(d -> new Fencing.Device(d.node(), "10.0.0.1", d.user(), d.password())).toList(), fencing.delay(), fencing.duration());
        assertReason(refused(Change.of(scenario, "cluster.fencing", java.util.Optional.of(shared)), Scenarios.GFS2),
                "same management board");
        Fencing partial = new Fencing(fencing.agent(), fencing.devices().subList(0, 2), fencing.delay(), fencing.duration());
        assertReason(refused(Change.of(scenario, "cluster.fencing", java.util.Optional.of(partial)), Scenarios.GFS2),
                "no fence device for node3");
    }

    @Test
    void gfs2WithoutBarriersIsRefused() {
        Gfs2Spec spec = Change.of(Scenarios.gfs2(), "barrier", false);
        assertReason(refused(Change.of(new Scenarios().build(), "fileSystems", List.of(spec)), Scenarios.GFS2), "without barriers");
    }

    @Test
    void oneNodeNeedsNoClusterAndSeventeenAreTooMany() {
        assertReason(refused(new Scenarios().nodes(1).build(), Scenarios.OCFS2), "two nodes or more");
        assertReason(refused(new Scenarios().nodes(17).build(), Scenarios.GFS2), "supported to 16 nodes");
    }

    @Test
    void twinsAreRefused() {
        Scenario scenario = new Scenarios().build();
        for (String field : List.of("name", "address", "number")) {
            Object first = field.equals("name") ? "node1" : field.equals("address") ? "192.168.1.101" : (Object) 1;
            assertReason(refused(Change.of(scenario, "cluster.nodes.1." + field, first), Scenarios.OCFS2),
                    "two nodes have the same " + field);
        }
        assertReason(refused(Change.of(scenario, "cluster.nodes.1.number", 255), Scenarios.OCFS2), "node numbers are 1 to 254");
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("ocfs2", "blockSize", new Bytes(3000), new Bytes(512), "power of two"),
                Arguments.of("ocfs2", "blockSize", new Bytes(8192), new Bytes(4096), "512 to 4096"),
                Arguments.of("ocfs2", "clusterSize", new Bytes(2048), new Bytes(4096), "4096 to 1048576"),
                Arguments.of("ocfs2", "slots", 256, 255, "1 to 255"),
                Arguments.of("ocfs2", "slots", 2, 3, "fewer slots than"),
                Arguments.of("ocfs2", "journal", Bytes.mib(3), Bytes.mib(4), "4 to 2048"),
                Arguments.of("ocfs2", "journal", Bytes.kib(5000), Bytes.mib(5), "whole MiB"),
                Arguments.of("ocfs2", "heartbeatThreshold", 6, 7, "7 to 1000"),
                Arguments.of("ocfs2", "heartbeatThreshold", 1001, 1000, "7 to 1000"),
                Arguments.of("ocfs2", "idleTimeout", Duration.ofMillis(4999), Duration.ofMillis(5000), "5000 to 3600000 ms"),
                Arguments.of("ocfs2", "idleTimeout", Duration.ofHours(2), Duration.ofHours(1), "5000 to 3600000 ms"),
                Arguments.of("ocfs2", "clusterSize", Bytes.ZERO, new Bytes(4096), "4096 to 1048576"),
                Arguments.of("ocfs2", "blockSize", Bytes.ZERO, new Bytes(4096), "512 to 4096"),
                Arguments.of("gfs2", "blockSize", Bytes.ZERO, new Bytes(4096), "512 to 4096"),
                // Eight journals of 2^60 bytes are 2^63, which is no long; nor is 2^64, which would be 0.
                Arguments.of("ocfs2", "journal", new Bytes(1L << 60), Bytes.mib(64), "less than 16 MiB"),
                Arguments.of("ocfs2", "journal", new Bytes(1L << 61), Bytes.mib(64), "less than 16 MiB"),
                Arguments.of("ocfs2", "commit", Duration.ofMillis(1500), Duration.ofSeconds(1), "whole seconds"),
                Arguments.of("ocfs2", "stack", Ocfs2Spec.Stack.PCMK, Ocfs2Spec.Stack.O2CB, "pcmk"),
                Arguments.of("ocfs2", "stack", Ocfs2Spec.Stack.LOCAL, Ocfs2Spec.Stack.O2CB, "one node"),
                Arguments.of("gfs2", "protocol", Gfs2Spec.Protocol.LOCK_NOLOCK, Gfs2Spec.Protocol.LOCK_DLM, "one node"),
                Arguments.of("gfs2", "resourceGroup", Bytes.mib(16), Bytes.mib(32), "32 to 2048"),
                Arguments.of("gfs2", "journals", 2, 3, "fewer journals than"),
                Arguments.of("gfs2", "journal", Bytes.mib(4), Bytes.mib(8), "8 to 1024"),
                Arguments.of("gfs2", "logicalVolume", false, true, "on a logical volume"),
                Arguments.of("gfs2", "statfsQuantum", Duration.ofMillis(1500), Duration.ZERO, "whole seconds"),
                Arguments.of("gfs2", "lockTable", "other:webdata", "webcluster:x", "begin with the cluster's name"),
                Arguments.of("gfs2", "lockTable", "webcluster:a b", "webcluster:a_b", "cluster:filesystem"),
                Arguments.of("gfs2", "lockTable", "webcluster:12345678901234567", "webcluster:1234567890123456", "16"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitOfTheToolsIsALimitHere(String label, String field, Object bad, Object good, String reason) {
        Scenario scenario = new Scenarios().build();
        int index = label.equals("ocfs2") ? 0 : 1;
        String path = "fileSystems." + index + "." + field;
        assertReason(refused(Change.of(scenario, path, bad), label), reason);
        Scenarios.plan(Change.of(scenario, path, good), label);
    }

    @Test
    void whatDoesNotFitOnTheLunIsRefused() {
        assertReason(refused(new Scenarios().size(Bytes.mib(600)).build(), Scenarios.OCFS2), "80 %");
        assertReason(refused(new Scenarios().size(Bytes.gib(17L << 10)).build(), Scenarios.OCFS2), "cluster size is too small");
        assertReason(refused(new Scenarios().size(new Bytes(Bytes.gib(100).value() + 1)).build(), Scenarios.OCFS2), "whole sectors");
    }

    @Test
    void corosyncsTokenHasAFloor() {
        assertReason(refused(Change.of(new Scenarios().build(), "cluster.token", Duration.ofMillis(10)), Scenarios.GFS2), "token");
    }

    @Test
    void allReasonsAreToldAtOnce() {
        Scenario scenario = Change.of(Change.of(new Scenarios().fencing(null).os(OsRelease.RHEL_10).build(),
                "mountPoint", "/etc"), "lun.wwid", "12");
        assertTrue(refused(scenario, Scenarios.GFS2).reasons().size() >= 4);
    }

    @Test
    void whatAScenarioMayLeaveOutIsAskedForOnce() {
        Scenario scenario = Change.of(Change.of(new Scenarios().build(), "lun.wwid", ""), "lun.iqn", "");
        assertEquals(2, refused(scenario, Scenarios.OCFS2).reasons().size());
    }
}
