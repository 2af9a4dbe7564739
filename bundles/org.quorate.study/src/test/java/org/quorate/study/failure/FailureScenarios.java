// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** The lab's scenario, changed, and what fails in it. */
final class FailureScenarios {

    private FailureScenarios() {
    }

    static String text(String resource) {
        try (InputStream in = FailureScenarios.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lab's scenario with texts replaced, pairs of old and new. */
    static Scenario lab(String... changes) {
        String text = text("lab.yaml");
        for (int i = 0; i < changes.length; i += 2) {
            if (!text.contains(changes[i])) {
                throw new IllegalArgumentException("no " + changes[i]);
            }
            text = text.replace(changes[i], changes[i + 1]);
        }
        ScenarioReading reading = ScenarioReader.read("lab.yaml", text);
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems())).scenario();
    }

    static Scenario twoNodes(String... changes) {
        String[] all = new String[changes.length + 2];
        all[0] = "    - {name: n3, address: 10.99.0.3, cores: 1, memory: 1 GiB}\n";
        all[1] = "";
        System.arraycopy(changes, 0, all, 2, changes.length);
        return lab(all);
    }

    static Failure play(Scenario scenario, FailureKind kind) {
        return play(scenario, kind, null, null);
    }

    static Failure play(Scenario scenario, FailureKind kind, String node, Duration duration) {
        FailurePlan plan = FailurePlan.of(scenario, kind, Optional.ofNullable(node), Optional.ofNullable(duration), 1000);
        return new FailureStudy("test").play(plan, () -> false);
    }

    static ContenderFailure of(Failure failure, String label) {
        return failure.contenders().stream().filter(contender -> contender.label().equals(label)).findFirst().orElseThrow();
    }

    static Spread at(ContenderFailure contender, Component component, String what) {
        return find(contender, step -> step.component() == component && step.what().contains(what))
                .orElseThrow(() -> new AssertionError("no step " + what + " in " + contender.steps())).at();
    }

    static Optional<TimelineStep> find(ContenderFailure contender, Predicate<Step> wanted) {
        return contender.steps().stream().filter(step -> wanted.test(step.step())).findFirst();
    }

    static NodeOutage node(ContenderFailure contender, String name) {
        return contender.nodes().stream().filter(node -> node.node().equals(name)).findFirst().orElseThrow();
    }
}
