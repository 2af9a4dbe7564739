// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;

/** Every file of every kind of export, checked by the real tools (provisioning reference, section 4). */
class ExportMatrixTest {

    private static Map<String, Scenario> ocfs2() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("ocfs2-u18", new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(2).chap(true).build());
        all.put("ocfs2-u18-mp", new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(5).multipath(true).php(false).build());
        all.put("ocfs2-u22", new Scenarios().nodes(3).build());
        all.put("ocfs2-u22-mp", new Scenarios().nodes(2).multipath(true).chap(true).build());
        all.put("ocfs2-d12", new Scenarios().os(OsRelease.DEBIAN_12).nodes(5).chap(true).build());
        return all;
    }

    private static Map<String, Scenario> gfs2() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("gfs2-u18", new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(3).chap(true).build());
        all.put("gfs2-u18-scsi", new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(2).fencing(Fencing.Agent.SCSI).build());
        all.put("gfs2-u18-mpath", new Scenarios().os(OsRelease.UBUNTU_18_04).nodes(5).multipath(true).php(false)
                .fencing(Fencing.Agent.MPATH).build());
        all.put("gfs2-u22-two", new Scenarios().nodes(2).multipath(true).build());
        all.put("gfs2-u22-qdevice", new Scenarios().nodes(2).quorumDevice("arbiter.example.org").chap(true)
                .fencing(Fencing.Agent.VMWARE_REST).build());
        all.put("gfs2-u22-sbd", new Scenarios().nodes(3).fencing(Fencing.Agent.SBD).build());
        all.put("gfs2-d12-redfish", new Scenarios().os(OsRelease.DEBIAN_12).nodes(3).fencing(Fencing.Agent.REDFISH).build());
        all.put("gfs2-d12-xvm", new Scenarios().os(OsRelease.DEBIAN_12).nodes(5).php(false)
                .fencing(Fencing.Agent.XVM).build());
        return all;
    }

    @Test
    void everyOcfs2ExportPassesTheTools(@TempDir Path dir) throws Exception {
        check(ocfs2(), Scenarios.OCFS2, dir, "shell shellcheck shfmt checksums php fpm o2cb mkfs.ocfs2 fstab");
    }

    @Test
    void everyGfs2ExportPassesTheTools(@TempDir Path dir) throws Exception {
        check(gfs2(), Scenarios.GFS2, dir, "shell shellcheck shfmt checksums corosync cib simulate mkfs.gfs2 lvm");
    }

    static void check(Map<String, Scenario> scenarios, String label, Path dir, String expected) throws Exception {
        for (Map.Entry<String, Scenario> each : scenarios.entrySet()) {
            ExportWriter.write(Scenarios.plan(each.getValue(), label), dir.resolve(each.getKey()), false);
        }
        DebianRoot.Result result = DebianRoot.run(dir, "check-exports.sh");
        assertEquals(0, result.code(), result.output());
        assertFalse(result.output().contains("FAIL"), result.output());
        for (String name : scenarios.keySet()) {
            assertTrue(result.output().contains("passed " + name + "\n"), result.output());
        }
        for (String tool : expected.split(" ")) {
            assertTrue(result.output().contains("ok " + tool + " "), "the tool was not used: " + tool + "\n" + result.output());
        }
    }
}
