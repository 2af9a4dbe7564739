// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.app.ObserveNodes;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.FleetObservationText;
import org.quorate.cli.text.Plain;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.Round;

/** The part of {@code quorate observe} that watches a running cluster. */
final class ObserveLive {

    private final ObserveNodes use;
    private final Console console;
    private final CommonOptions common;
    private final Map<String, String> failures = new HashMap<>();

    ObserveLive(ObserveNodes use, Console console, CommonOptions common) {
        this.use = use;
        this.console = console;
        this.common = common;
    }

    private void told(Round round, ObserveNodes.Observed soFar) {
        common.remark(console, FleetObservationText.line(round, soFar.observation()));
        round.nodes().forEach(answer -> {
            String failure = answer.failure().orElse("");
            if (!failure.equals(failures.put(answer.node(), failure)) && !failure.isEmpty()) {
                common.remark(console, Plain.line(answer.node() + ": " + failure));
            }
        });
    }

    /** Simulates. */
    FleetPrediction predict(Work work, ObserveNodes.Request request, String phase, StudyOptions options) {
        return work.run(progress -> use.predict(request.scenario(), request.plan().fileSystem(), phase, options, progress));
    }

    /** Watches until the time is over, or Ctrl-C. */
    ObserveNodes.Observed watch(Work work, ObserveNodes.Request request, NodeAccess access, NodeQuestions questions) throws IOException {
        return work.untilInterrupted("rounds", progress -> use.watch(request, access, questions,
                text -> common.remark(console, text), this::told, progress));
    }

    /** Looks for paths of hot locks; Ctrl-C ends that, too, and what was observed stands. */
    FleetObservation paths(Work work, ObserveNodes.Request request, FleetObservation observation, String node, NodeAccess access,
            NodeQuestions questions) throws IOException {
        common.remark(console, "looking on " + node + " for the paths of hot locks");
        try {
            return work.untilInterrupted("nodes", progress -> use.paths(request, observation, node, access, questions, text -> {
                // It was told when nodes were asked.
            }, progress));
        } catch (CancellationException e) {
            return observation;
        }
    }

    /** All nodes failed in the last round: the reason of the first. */
    static Optional<String> silent(ObserveNodes.Observed observed) {
        return observed.observation().nodes().stream().allMatch(node -> node.answered() == 0)
                ? Optional.of("no node answered: " + Plain.line(observed.observation().nodes().get(0).failure().orElse("")))
                : Optional.empty();
    }
}
