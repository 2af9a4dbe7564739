// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.Provisioning;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Setting;
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

    private static ProvisioningPlan without(ProvisioningPlan plan, String node) {
        Map<String, Setting> settings = new LinkedHashMap<>(plan.settings());
        settings.put("NODE_NAMES", new Setting.Words(plan.words("NODE_NAMES").stream().filter(name -> !name.equals(node)).toList()));
        return new ProvisioningPlan(plan.origin(), plan.guide(), plan.steps(), settings, plan.files(), plan.orderOfWork());
    }

    private ApplyJob job(ProvisioningPlan plan, boolean resume, String... only) {
        return PlayedNodes.job(plan, resume, audit, only);
    }

    private List<String> gone(String run) {
        return nodes.asked("gone").stream().filter(call -> call.endsWith(" " + run)).map(call -> call.replaceFirst(" .*", "")).toList();
    }

    @Test
    void nothingStaysOnANodeWhereNothingIsUnknown() throws Exception {
        nodes.answers.put("node2 start .*", "quorate-step ended 001\n");
        ApplyResult failed = nodes.run(job(plan(), false, "hosts"), ANYTHING);
        assertEquals(Ending.FAILED, failed.ending());
        assertEquals(List.of("node1", "node2", "node3"), gone(failed.run()), "of a run that failed");
        nodes.gone.add("node3");
        ApplyResult unreached = nodes.run(job(plan(), false, "hosts"), ANYTHING);
        assertEquals(List.of(), nodes.asked("start"));
        assertEquals(List.of("node1", "node2"), gone(unreached.run()), "of a run that could not begin");
        nodes.gone.clear();
        nodes.answers.put("node2 (start|look) .*", "quorate-step died\n");
        ApplyResult unknown = nodes.run(job(plan(), false, "hosts"), ANYTHING);
        assertEquals(StepState.UNKNOWN, ApplyBench.state(unknown, "hosts", "node2"));
        assertEquals(List.of("node1", "node3"), gone(unknown.run()), "what is asked when it is resumed stays");
        nodes.answers.clear();
        nodes.answers.put("node2 look .*", "quorate-step died\n");
        ApplyResult resumed = nodes.run(job(plan(), true, "hosts"), ANYTHING);
        assertEquals(Ending.DONE, resumed.ending(), resumed.toString());
        assertEquals(List.of("node2"), gone(unknown.run()));
        assertEquals(List.of("node1", "node2", "node3"), gone(resumed.run()));
    }

    /** Ctrl-C while the first step begins: node2 is asked at this time, and what it does goes on there. */
    @Test
    void whatAnInterruptedRunLeavesOnNodesIsRemovedOrTold() throws Exception {
        nodes.cancelAt = "node2 start .*";
        ApplyResult interrupted = nodes.run(PlayedNodes.job(plan(), false, audit, 1, "hosts"), ANYTHING);
        assertEquals(Ending.INTERRUPTED, interrupted.ending(), interrupted.toString());
        assertEquals(StepState.UNKNOWN, ApplyBench.state(interrupted, "hosts", "node2"));
        assertEquals(List.of("node1", "node3"), gone(interrupted.run()));
        assertEquals(List.of("node2 /run/quorate/" + interrupted.run()
                + " stays: it is read there how a step has ended when the run is resumed"), nodes.remarks);
    }

    @Test
    void anInterruptedRunDoesNotWaitForANodeThatIsSilentAndTellsIt() throws Exception {
        nodes.cancelAt = "node3 hello .*";
        nodes.silentAt = "node3 gone .*";
        ApplyResult interrupted = nodes.run(PlayedNodes.job(plan(), false, audit, 1, "hosts"), ANYTHING);
        assertEquals(Ending.INTERRUPTED, interrupted.ending(), interrupted.toString());
        assertEquals(List.of("node1", "node2", "node3"), gone(interrupted.run()), "asked");
        assertEquals(List.of("node3 /run/quorate/" + interrupted.run() + " stays: interrupted; it is gone when the node restarts"),
                nodes.remarks);
    }

    @Test
    void whatIsUnknownOnANodeThatLeftTheScenarioIsForgottenOnlyOnAPersonsWord() throws Exception {
        nodes.answers.put("node3 (start|look) .*", "nonsense\n");
        assertEquals(Ending.FAILED, nodes.run(job(plan(), false, "hosts"), ANYTHING).ending());
        nodes.answers.clear();
        ProvisioningPlan without = without(plan(), "node3");
        for (String word : List.of("", "node1", "webcluster")) {
            ApplyResult refused = nodes.run(job(without, true, "hosts"), question -> Optional.of(question.kind() == Confirmations.Kind.FORGET ? word
                    : question.word()));
            assertEquals(Ending.UNCONFIRMED, refused.ending(), refused.toString());
            assertTrue(refused.reason().contains("ended on node3, a node that has left the scenario"), refused.reason());
            assertFalse(refused.reason().contains(" --"), "options are only of the terminal");
            assertEquals(List.of(), nodes.asked);
        }
        ApplyResult resumed = nodes.run(job(without, true, "hosts"), ANYTHING);
        assertEquals(Ending.DONE, resumed.ending(), resumed.toString());
        String log = Files.readString(Path.of(resumed.audit()));
        assertTrue(log.contains("\"forgotten\":[\"node3\"]") && log.contains("that nobody knows was confirmed"), log);
        assertEquals(Ending.DONE, nodes.run(job(without, false, "hosts"), ANYTHING).ending(), "nothing is unknown any more");
    }

    @Test
    void aStepIsToldOnlyTheWordOfWhatItWaitedFor() throws Exception {
        nodes.answers.put("\\S+ start .*", "quorate-step ended 004\n");
        String wwid = plan().text("LUN_WWID");
        for (Risk risk : Risk.values()) {
            assertEquals(Ending.UNCONFIRMED, nodes.run(job(risky(plan(), "format-ocfs2", risk), false, "format-ocfs2"), ANYTHING).ending());
            List<String> started = nodes.asked("start");
            assertTrue(started.get(0).endsWith(" format-ocfs2 ''"), started.toString());
            assertEquals(risk == Risk.NONE ? 1 : 2, started.size(), started.toString());
            assertEquals(risk == Risk.FORMATS ? 1 : 0, started.stream().filter(call -> call.contains(wwid)).count(), started.toString());
        }
    }
}
