// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;

/** What the lab measured in each run, for those who fit the simulator's times to it. Pure functions, thread-safe. */
public final class LabMeasurements {

    /** Lock messages that say who came first: the second one of a join means that the owner's answer overtook the task. */
    private static final String JOIN = "MASTER_REQUEST";
    /** Captures of a phase with fewer messages an operation say little. */
    private static final double FLOOR = 0.5;

    /**
     * The median latency of a whole operation.
     *
     * @param phase      of the run
     * @param operation  name of the simulator's operation
     * @param clockReads of the harness within it, each a system call
     * @param micros     measured, mean of the nodes
     */
    public record Latency(String phase, String operation, int clockReads, double micros) {
    }

    /**
     * Lock messages of a type in a phase.
     *
     * @param perOperation measured number
     */
    public record Messages(String phase, String type, double perOperation) {
    }

    private LabMeasurements() {
    }

    /** Names of all user-mode runs and captures. */
    public static List<String> runs() {
        return LabTables.ofProduct().stream().filter(run -> run.origin().userMode() || run.origin().capture()).map(LabRun::name).toList();
    }

    /**
     * A run as a scenario.
     *
     * @throws IllegalArgumentException there is none of that name
     */
    public static Scenario scenario(String run) {
        return LabScenarios.named(run);
    }

    /**
     * Latency of all operations of a run that were timed; none of a capture.
     *
     * @throws IllegalArgumentException there is no such run
     */
    public static List<Latency> latencies(String run) {
        List<Latency> latencies = new ArrayList<>();
        for (LabRun.Phase phase : named(run).phases()) {
            for (MainOperation operation : MainOperation.of(phase.name())) {
                phase.micros(operation.calls(), LabRun.Call::p50Micros).ifPresent(micros -> latencies.add(
                        new Latency(phase.name(), operation.operation(), operation.clockReads(), micros)));
            }
        }
        return latencies;
    }

    /**
     * Requests to master a resource, an operation, of each phase of a capture; none of other runs.
     *
     * @throws IllegalArgumentException there is no such run
     */
    public static List<Messages> joins(String run) {
        return named(run).captured().stream().filter(phase -> phase.operations() > 0)
                .map(phase -> new Messages(phase.phase(), JOIN,
                        (double) phase.countByType().getOrDefault(JOIN, 0L) / phase.operations()))
                .filter(messages -> messages.perOperation() >= FLOOR).toList();
    }

    private static LabRun named(String name) {
        return LabTables.ofProduct().stream().filter(run -> run.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no run " + name + " of the lab"));
    }
}
