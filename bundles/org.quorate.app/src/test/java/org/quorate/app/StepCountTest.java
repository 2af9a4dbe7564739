// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.StepOutcome;
import org.quorate.remote.apply.StepState;
import org.quorate.remote.apply.Verb;

class StepCountTest {

    private final List<String> told = new ArrayList<>();

    private ApplyJob job() {
        QuorateApp app = new QuorateApp(1);
        Scenario scenario = ScenarioReader.read("web-sessions.yaml", app.samples().scenario("web-sessions")).document().orElseThrow().scenario();
        ProvisioningPlan plan = (ProvisioningPlan) scenario.clusteredFileSystems().stream()
                .map(spec -> app.exportScripts().plan(scenario, spec.label(), Form.BASH)).filter(ProvisioningPlan.class::isInstance).findFirst().orElseThrow();
        return new ApplyJob(plan, Verb.APPLY, List.of(), false, 1, Path.of("/none"));
    }

    private static StepOutcome outcome(String step, String node, StepState state) {
        return new StepOutcome(step, node, state, OptionalInt.empty(), 0, List.of());
    }

    @Test
    void aStepThatEndsTwiceOnANodeCountsOnceAndAllIsPassedOn() {
        ApplyJob job = job();
        int total = job.steps().stream().mapToInt(step -> job.places(step).size()).sum();
        List<StepOutcome> passed = new ArrayList<>();
        StepCount count = new StepCount(job, new ApplyListener() {
            @Override
            public void stepEnded(StepOutcome outcome) {
                passed.add(outcome);
            }
        }, new Progress() {
            @Override
            public void report(int done, int all, String message) {
                told.add(done + " of " + all + ": " + message);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        count.begin();
        String step = job.steps().get(0).id();
        List<String> places = job.places(job.steps().get(0));
        count.stepEnded(outcome(step, places.get(0), StepState.UNCONFIRMED));
        count.stepEnded(outcome(step, places.get(0), StepState.DONE));
        count.stepEnded(outcome(step, places.get(1), StepState.DONE));
        count.stepEnded(outcome("no step of this job", places.get(1), StepState.DONE));
        assertEquals(List.of("0 of " + total + ": ", "1 of " + total + ": " + step + ", " + places.get(0),
                "2 of " + total + ": " + step + ", " + places.get(1)), told);
        assertEquals(4, passed.size());
    }
}
