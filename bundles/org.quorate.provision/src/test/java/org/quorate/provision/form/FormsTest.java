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
        for (ProvisioningPlan plan : plans()) {
            String page = Forms.of(plan, Form.CMD, "1").orderOfWork();
            for (Step step : plan.steps()) {
                if (step.risk() == Step.Risk.FORMATS) {
                    String act = step.plain().act();
                    int end = Math.max(act.indexOf("mkfs."), act.indexOf("vgcreate"));
                    for (String guard : List.of("fencing-tested", "wipefs -n", "blkid -p", "cmp -n 1048576")) {
                        assertTrue(act.indexOf(guard) >= 0 && act.indexOf(guard) < end, step.id() + ": " + guard);
                    }
                    assertTrue(page.contains("test \"$(cat /var/lib/quorate/fencing-tested)\" = '"), step.id());
                }
            }
        }
    }

    @Test
    void noAnsibleTaskShowsASecretOrLeavesAModeOpen() {
        for (ProvisioningPlan plan : plans()) {
            for (GeneratedFile file : Forms.of(plan, Form.ANSIBLE, "1").files()) {
                if (!file.path().startsWith("roles/")) {
                    continue;
                }
                for (String task : file.content().split("\n *- name: ")) {
                    if (task.contains("ansible.builtin.copy:") || task.contains("ansible.builtin.file:")) {
                        assertTrue(task.contains("mode: \"") || task.contains("state: absent"), file.path() + ": " + task);
                    }
                    if (task.contains("item.value") || task.contains("corosync_key_text") || task.contains("certificates_pair")) {
                        assertTrue(task.contains("no_log: true"), file.path() + ": " + task);
                    }
                }
            }
        }
    }
}
