// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;


import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Bytes;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Reservations;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Scenarios;
import org.quorate.provision.directory.ExportWriter;

/** Ansible projects and pages of commands, by the real tools, in the throw-away Debian root. */
class FormToolsTest {

    private static void write(Scenario scenario, String label, Form form, Path dir) throws Exception {
        ExportWriter.write(Forms.of(Scenarios.plan(scenario, label), form, "0.0.0-test"), dir, false);
    }

    @Test
    void theAnsibleProjectWorksOverSsh(@TempDir Path dir) throws Exception {
        write(new Scenarios().os(OsRelease.DEBIAN_12).nodes(2).chap(true).quorumDevice("192.168.1.9").build(), Scenarios.GFS2,
                Form.ANSIBLE, dir.resolve("ansible"));
        DebianRoot.passes(dir, 34, "check-ansible.sh");
    }

    @Test
    void everyProjectAndPageIsClean(@TempDir Path dir) throws Exception {
        Scenario small = new Scenarios().os(OsRelease.DEBIAN_12).size(Bytes.mib(320)).chap(true).build();
        small = Change.of(small, "fileSystems", List.of(Change.of(Change.of(Scenarios.ocfs2(), "journal", Bytes.mib(8)),
                "slots", 4)));
        Files.writeString(dir.resolve("settings"), "LUN_BYTES=" + Bytes.mib(320).value() + "\n");
        write(small, Scenarios.OCFS2, Form.CMD, dir.resolve("small-cmd"));
        Map<String, Scenario> gfs2 = new LinkedHashMap<>();
        gfs2.put("u18-mpath", new Scenarios().os(OsRelease.UBUNTU_18_04).multipath(true).fencing(Fencing.Agent.MPATH).build());
        gfs2.put("u22-two", new Scenarios().nodes(2).multipath(true).chap(true).build());
        gfs2.put("d12-sbd", new Scenarios().os(OsRelease.DEBIAN_12).fencing(Fencing.Agent.SBD).build());
        gfs2.put("rocky", new Scenarios().os(OsRelease.RHEL_9).quorumDevice("arbiter").fencing(Fencing.Agent.REDFISH).build());
        gfs2.put("sles", new Scenarios().os(OsRelease.SLES_15).nodes(2).chap(true).build());
        for (Map.Entry<String, Scenario> each : gfs2.entrySet()) {
            write(each.getValue(), Scenarios.GFS2, Form.CMD, dir.resolve(each.getKey() + "-cmd"));
        }
        write(Change.of(gfs2.get("sles"), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK), Scenarios.OCFS2, Form.CMD,
                dir.resolve("sles-ocfs2-cmd"));
        Scenario oracle = new Scenarios().os(OsRelease.ORACLE_9).multipath(true).chap(true)
                .reservations(Reservations.Type.WRITE_EXCLUSIVE_REGISTRANTS_ONLY).build();
        write(oracle, Scenarios.OCFS2, Form.CMD, dir.resolve("oracle-cmd"));
        write(oracle, Scenarios.OCFS2, Form.ANSIBLE, dir.resolve("oracle-ansible"));
        write(gfs2.get("rocky"), Scenarios.GFS2, Form.ANSIBLE, dir.resolve("rocky-ansible"));
        write(new Scenarios().os(OsRelease.DEBIAN_12).fencing(Fencing.Agent.XVM).build(), Scenarios.GFS2, Form.ANSIBLE,
                dir.resolve("xvm-ansible"));
        DebianRoot.passes(dir, 36, "check-forms.sh");
    }
}
