// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.Provisioning;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;
import org.quorate.provision.plan.Step.Risk;
import org.quorate.remote.apply.ApplyResult.Ending;
import org.quorate.remote.inventory.NodeNetwork;

/** What a run tells nodes, and keeps there, whatever they answer. */
class ApplierTest {

    private static final Confirmations ANYTHING = question -> Optional.of(question.word());

    @TempDir
    private Path audit;
    private final PlayedNodes nodes = new PlayedNodes();

    private static ProvisioningPlan plan() throws IOException {
        Path sample = NodeNetwork.releng().resolve("../sample-models/web-sessions/scenario.yaml");
        Scenario scenario = ScenarioReader.read("scenario.yaml", Files.readString(sample)).document().orElseThrow().scenario();
        return (ProvisioningPlan) Provisioning.plan(scenario, "ocfs2");
    }

    /** With another risk of a step. */
    private static ProvisioningPlan risky(ProvisioningPlan plan, String id, Risk risk) {
        List<Step> steps = plan.steps().stream().map(step -> !step.id().equals(id) ? step : new Step(id, step.title(), step.where(), risk, step.why(),
                step.duration(), step.check(), step.guard(), step.parts(), step.verify(), step.undo(), step.plain())).toList();
        return new ProvisioningPlan(plan.origin(), plan.guide(), steps, plan.settings(), plan.files(), plan.orderOfWork());
    }

    private ApplyJob job(ProvisioningPlan plan, boolean resume, String... only) {
        return PlayedNodes.job(plan, resume, audit, only);
    }

    @Test
    void aStepIsToldOnlyTheWordOfWhatItWaitedFor() throws Exception {
        nodes.answers.put("\\S+ start .*", "quorate-step ended 004\n");
        String wwid = plan().text("LUN_WWID");
        for (Risk risk : Risk.values()) {
            assertEquals(Ending.UNCONFIRMED, nodes.run(job(risky(plan(), "hosts", risk), false, "hosts"), ANYTHING).ending());
            List<String> started = nodes.asked("start");
            assertEquals(risk == Risk.NONE ? 3 : 6, started.size(), started.toString());
            assertEquals(risk == Risk.FORMATS ? 3 : 0, started.stream().filter(call -> call.contains(wwid)).count(), started.toString());
        }
        assertTrue(nodes.asked("start").get(0).endsWith(" hosts ''"), nodes.asked.toString());
    }
}
