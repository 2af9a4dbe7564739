// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;

/** What every form of every plan has. */
class FormsTest {

    /** Every system with every way to fence, where scripts are written for it. */
    private static List<ProvisioningPlan> plans() {
        List<ProvisioningPlan> plans = new ArrayList<>();
        for (OsRelease os : OsRelease.values()) {
            for (Fencing.Agent agent : Fencing.Agent.values()) {
                boolean mpath = agent == Fencing.Agent.MPATH;
                Scenarios scenarios = new Scenarios().os(os).fencing(agent).multipath(mpath).chap(mpath).php(!mpath);
                if (agent == Fencing.Agent.IPMILAN) {
                    scenarios.quorumDevice("arbiter.example.org");
                }
                Scenario scenario = os != OsRelease.SLES_15 ? scenarios.build()
                        : Change.of(scenarios.build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK);
                for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                    if (Provisioning.plan(scenario, label) instanceof ProvisioningPlan plan) {
                        plans.add(plan);
                    }
                }
            }
        }
        assertTrue(plans.size() > 40, "only " + plans.size() + " plans");
        return plans;
    }

    @Test
    void everyPlanHasEveryForm() {
        for (ProvisioningPlan plan : plans()) {
            for (Form form : Form.values()) {
                ProvisioningPlan rendered = Forms.of(plan, form, "1.2.3");
                Map<String, String> files = new TreeMap<>();
                rendered.files().forEach(file -> assertTrue(files.put(file.path(), file.content()) == null, file.path()));
                assertTrue(files.containsKey(form.firstFile()) && files.containsKey("manifest.json"), form.label());
                assertEquals(rendered.orderOfWork(), files.get(form.firstFile()));
                files.forEach((path, content) -> assertFalse(content.matches("(?s).*@[A-Za-z ]+@.*"), path));
                assertTrue(files.get("SHA256SUMS").contains(Checksums.sha256(files.get("manifest.json")) + "  manifest.json"));
            }
        }
    }

    @Test
    void theManifestTellsWhatAndFromWhat() throws Exception {
        Scenario scenario = new Scenarios().build();
        ProvisioningPlan plan = Forms.of(Scenarios.plan(scenario, Scenarios.GFS2), Form.ANSIBLE, "1.2.3");
        Map<String, String> files = new TreeMap<>();
        plan.files().forEach(file -> files.put(file.path(), file.content()));
        JsonNode manifest = new ObjectMapper().readTree(files.remove("manifest.json"));
        files.remove("SHA256SUMS");
        assertEquals(List.of("quorate-export/1", "ansible", "1.2.3", Scenarios.GFS2, "ubuntu-22.04", "gfs2", "pcmk"),
                List.of("format", "form", "quorateVersion", "contender", "os", "fileSystem", "stack").stream()
                        .map(name -> manifest.get(name).asText()).toList());
        assertEquals(scenario.study().seed(), manifest.get("seed").asLong());
        assertTrue(manifest.get("scenarioSha256").asText().matches("[0-9a-f]{64}"));
        Map<String, String> listed = new TreeMap<>();
        manifest.get("files").forEach(file -> listed.put(file.get("path").asText(), file.get("sha256").asText()));
        files.replaceAll((path, content) -> Checksums.sha256(content));
        assertEquals(files, listed);
        List<String> steps = new ArrayList<>();
        manifest.get("steps").forEach(step -> steps.add(step.get("id").asText()));
        assertEquals(plan.steps().stream().map(Step::id).toList(), steps);
        Scenario other = Change.of(scenario, "title", "another");
        assertFalse(Forms.of(Scenarios.plan(other, Scenarios.GFS2), Form.ANSIBLE, "1.2.3").files().stream()
                .anyMatch(file -> file.content().contains(manifest.get("scenarioSha256").asText())));
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        for (Form form : Form.values()) {
            assertEquals(Forms.of(Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2), form, "1").files(),
                    Forms.of(Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2), form, "1").files());
        }
    }

    @Test
    void formattingIsGuardedInEveryForm() {
        int found = 0;
        for (ProvisioningPlan plan : plans()) {
            String page = Forms.of(plan, Form.CMD, "1").orderOfWork();
            for (Step step : plan.steps()) {
                if (step.risk() == Step.Risk.FORMATS) {
                    found++;
                    String act = step.plain().act();
                    int end = Math.max(act.indexOf("mkfs."), act.indexOf("vgcreate"));
                    for (String guard : List.of("fencing-tested", "wipefs -n", "blkid -p", "cmp -n 1048576")) {
                        assertTrue(act.indexOf(guard) >= 0 && act.indexOf(guard) < end, step.id() + ": " + guard);
                    }
                    assertTrue(page.contains("test \"$(cat /var/lib/quorate/fencing-tested)\" = '"), step.id());
                }
            }
        }
        assertTrue(found > 150, "only " + found + " steps that format");
    }

    /** fence_scsi and fence_mpath look at the name under which they are called: only as fence_scsi_check do they check. */
    @Test
    void theCheckOfAReservationKeepsItsNameInEveryForm() {
        int found = 0;
        for (ProvisioningPlan plan : plans()) {
            String page = Forms.of(plan, Form.CMD, "1").orderOfWork();
            if (page.contains("/etc/watchdog.d")) {
                found++;
                String check = plan.text("RESERVATION_CHECK");
                assertTrue(page.contains("\ninstall -D -m 0755 -t /etc/watchdog.d " + check + "\n"), check);
                assertTrue(page.contains("\nrm /etc/watchdog.d/" + check.substring(check.lastIndexOf('/') + 1) + "\n"), check);
                assertFalse(page.contains("/etc/watchdog.d/quorate"), check);
            }
        }
        assertTrue(found > 5, "only " + found + " plans with such a check");
    }

    /** From one peer to one address, in one place: as the scripts' own check looks for it. A range has the firewall's own sign. */
    @Test
    void plainCommandsOpenThePortsThatTheScriptsOpen() {
        for (ProvisioningPlan plan : plans()) {
            String page = Forms.of(plan, Form.CMD, "1").orderOfWork();
            boolean ufw = plan.words("DIALECTS").contains("ufw");
            List<String> rules = page.lines().filter(line -> line.startsWith("ufw allow") || line.contains("--add-rich-rule")).toList();
            assertFalse(rules.isEmpty());
            for (String rule : rules) {
                assertTrue(rule.matches(ufw
                        ? "ufw allow in on \"\\$interface\" from [0-9.]+ to [0-9.]+ port [0-9]+(:[0-9]+)? proto (tcp|udp)"
                        : "firewall-cmd --permanent --zone=\"\\$zone\" --add-rich-rule='rule family=ipv4 source address=[0-9.]+ destination"
                                + " address=[0-9.]+ port port=[0-9]+(-[0-9]+)? protocol=(tcp|udp) accept'"), rule);
            }
        }
    }

    @Test
    void plainCommandsSwitchThePackagesOwnO2cbOffWhereOursTakesItsPlace() {
        for (OsRelease os : List.of(OsRelease.UBUNTU_20_04, OsRelease.UBUNTU_22_04)) {
            String page = Forms.of(Scenarios.plan(new Scenarios().os(os).build(), Scenarios.OCFS2), Form.CMD, "1").orderOfWork();
            assertEquals(os == OsRelease.UBUNTU_20_04, page.contains("\nsystemctl disable --now ocfs2.service o2cb.service"), os.id());
        }
    }

    /** pcs 0.11 warns that its resource commands will take no fence devices. */
    @Test
    void plainCommandsTakeFenceDevicesBackAsSuch() {
        String page = Forms.of(Scenarios.plan(new Scenarios().build(), Scenarios.GFS2), Form.CMD, "1").orderOfWork();
        assertTrue(page.contains("\npcs resource delete locking\npcs stonith delete fence-node3\n"));
        assertFalse(page.contains("resource delete fence-"));
    }

    @Test
    void plainCommandsForgetTheChapSecretOnTheWayBack() {
        String page = Forms.of(Scenarios.plan(new Scenarios().chap(true).build(), Scenarios.GFS2), Form.CMD, "1").orderOfWork();
        assertTrue(page.contains("-e '/^node.session.auth.\\(username\\|password\\) = /d'"));
    }

    @Test
    void noAnsibleTaskShowsASecretOrLeavesAModeOpen() {
        int written = 0;
        int secret = 0;
        for (ProvisioningPlan plan : plans()) {
            for (GeneratedFile file : Forms.of(plan, Form.ANSIBLE, "1").files()) {
                if (!file.path().startsWith("roles/")) {
                    continue;
                }
                for (String task : file.content().split("\n *- name: ")) {
                    if (task.contains("ansible.builtin.copy:") || task.contains("ansible.builtin.file:")) {
                        written++;
                        assertTrue(task.contains("mode: \"") || task.contains("state: absent"), file.path() + ": " + task);
                    }
                    if (task.contains("item.value") || task.contains("corosync_key_text") || task.contains("certificates_pair")) {
                        secret++;
                        assertTrue(task.contains("no_log: true"), file.path() + ": " + task);
                    }
                }
            }
        }
        assertTrue(written > 1400 && secret > 170, "only " + written + " tasks that write and " + secret + " with secrets");
    }
}
