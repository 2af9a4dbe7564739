// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.model.Reservations;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.plan.Step;

/** SCSI-3 persistent reservations for an application that does its own locking. */
class ReservationTest {

    private static final Reservations.Type SHARED = Reservations.Type.WRITE_EXCLUSIVE_REGISTRANTS_ONLY;

    private static String value(String text, String name) {
        return text.lines().filter(line -> line.startsWith(name + "=")).findFirst().orElseThrow().substring(name.length() + 1);
    }

    @Test
    void everyNodeHasAKeyOfItsOwnThatTellsTheCluster() {
        Set<String> keys = new HashSet<>();
        for (String wwid : List.of(Scenarios.WWID, "36001405a1b2c3d4e5f60718293a4b5ff")) {
            ProvisioningPlan plan = Scenarios.plan(Change.of(new Scenarios().nodes(5).reservations(SHARED).build(), "lun.wwid", wwid),
                    Scenarios.OCFS2);
            Set<String> halves = new HashSet<>();
            for (int i = 1; i <= 5; i++) {
                String values = Scenarios.file(plan, "files/only/node" + i + "/etc/quorate/reservation");
                String key = value(values, "KEY").replace("'", "");
                assertTrue(key.matches("[0-9a-f]{16}") && !key.matches("0*"), key);
                assertTrue(value(values, "KEYS").contains(key), values);
                assertTrue(plan.orderOfWork().contains("node" + i + " `0x" + key + "`"), "the key plan is for people too");
                keys.add(key);
                halves.add(key.substring(0, 8));
            }
            assertEquals(1, halves.size());
        }
        assertEquals(10, keys.size(), "another LUN, other keys");
    }

    @Test
    void allRegisterBeforeAnyoneReservesAndBeforeAnythingIsWritten() {
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            List<String> ids = Scenarios.plan(new Scenarios().reservations(SHARED).build(), label).steps().stream().map(Step::id).toList();
            int lun = ids.indexOf("lun");
            assertEquals(List.of("reservation-capable", "reservation-register", "reservation-reserve"), ids.subList(lun + 1, lun + 4));
            assertTrue(ids.stream().skip(lun + 4).anyMatch(id -> id.startsWith("format-")), ids.toString());
        }
        assertTrue(Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2).steps().stream().noneMatch(step -> step.id().startsWith("reservation")));
    }

    /** The device appears some time after the login, and without the key the cluster does not start. */
    @Test
    void atBootTheKeyWaitsForTheLun() {
        String unit = Scenarios.file(Scenarios.plan(new Scenarios().reservations(SHARED).build(), Scenarios.OCFS2),
                "files/common/etc/systemd/system/quorate-reservation.service");
        assertTrue(unit.contains("\nExecStart=/usr/local/sbin/quorate-reservation boot\n"), unit);
    }

    @Test
    void withMultipathTheDaemonKnowsTheKey() {
        ProvisioningPlan plan = Scenarios.plan(new Scenarios().multipath(true).reservations(SHARED).build(), Scenarios.GFS2);
        for (int i = 1; i <= 3; i++) {
            String key = value(Scenarios.file(plan, "files/only/node" + i + "/etc/quorate/reservation"), "KEY").replace("'", "");
            assertTrue(Scenarios.file(plan, "files/only/node" + i + "/etc/multipath.conf").contains("    reservation_key 0x" + key + "\n"));
        }
        assertFalse(Scenarios.file(plan, "settings.sh").contains("sg3"), "mpathpersist is multipath's own");
        assertTrue(Scenarios.file(Scenarios.plan(new Scenarios().reservations(SHARED).build(), Scenarios.OCFS2), "settings.sh").contains("'sg3-utils'"));
    }

    @ParameterizedTest
    @EnumSource(value = Reservations.Type.class, names = {"WRITE_EXCLUSIVE", "EXCLUSIVE_ACCESS"})
    void whatLocksOutTheOtherNodesIsRefused(Reservations.Type type) {
        assertReason(new Scenarios().reservations(type).build(), Scenarios.OCFS2, "locks out all nodes but one");
    }

    @Test
    void aFenceAgentThatReservesTooIsRefused() {
        String reason = "take each other's keys away";
        assertReason(new Scenarios().fencing(Fencing.Agent.SCSI).reservations(SHARED).build(), Scenarios.GFS2, reason);
        assertReason(new Scenarios().fencing(Fencing.Agent.MPATH).multipath(true).reservations(SHARED).build(), Scenarios.GFS2, reason);
        Scenarios.plan(new Scenarios().fencing(Fencing.Agent.SCSI).reservations(SHARED).build(), Scenarios.OCFS2); // o2cb fences itself
    }

    private static void assertReason(Scenario scenario, String label, String reason) {
        ProvisioningResult result = Provisioning.plan(scenario, label);
        assertTrue(result instanceof Refused refused && refused.reasons().stream().anyMatch(r -> r.contains(reason)), result.toString());
    }

    @Test
    void theProgramReservesOnARealTarget(@TempDir Path dir) throws Exception {
        Scenario scenario = new Scenarios().os(OsRelease.DEBIAN_12).nodes(2).reservations(SHARED).build();
        ExportWriter.write(Scenarios.plan(scenario, Scenarios.OCFS2), dir.resolve("ocfs2"), false);
        for (String source : List.of("scsi-initiator.c", "sg-io.c", "scsi-socket.h")) {
            DebianRoot.copy(source, dir);
        }
        DebianRoot.passes(dir, 76, "check-reservations.sh");
    }
}
