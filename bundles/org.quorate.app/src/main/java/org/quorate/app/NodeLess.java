// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.Workload;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.model.yaml.Severity;

/**
 * A scenario whose last node is gone for good, as its users meet it: they go on working on the other nodes. So the work of all nodes
 * together stays what it was and is spread evenly over those that are left: of n nodes that work in a phase each of the others gets
 * n/(n − 1) times its open arrivals, and as many times its closed threads, rounded up, since a user is not divided and the figure must
 * not flatter. Files, slots and journals stay. Pure functions.
 */
final class NodeLess {

    private NodeLess() {
    }

    /**
     * The scenario without its last node.
     *
     * @throws IllegalArgumentException with the reason, half a sentence for the user, if the work cannot be spread
     */
    static Scenario of(Scenario scenario) {
        List<Node> nodes = scenario.cluster().nodes();
        if (nodes.size() < 2) {
            throw new IllegalArgumentException("the cluster has a single node");
        }
        List<String> names = nodes.stream().map(Node::name).toList();
        List<Phase> phases = scenario.workload().phases().stream().map(phase -> without(phase, names)).toList();
        Scenario left = new Scenario(scenario.schemaVersion(), scenario.name(), scenario.title(), cluster(scenario.cluster()),
                scenario.lun(), scenario.mountPoint(), scenario.fileSystems(), new Workload(scenario.workload().fileSets(), phases),
                scenario.initialState(), scenario.targets(), scenario.application(), scenario.study());
        ScenarioReading reading = ScenarioReader.read(scenario.name(), ScenarioWriter.write(left));
        return reading.document().orElseThrow(() -> new IllegalArgumentException(message(reading))).scenario();
    }

    private static Cluster cluster(Cluster all) {
        List<Node> left = all.nodes().subList(0, all.nodes().size() - 1);
        String gone = all.nodes().get(left.size()).name();
        Optional<Fencing> fencing = all.fencing().map(whole -> new Fencing(whole.agent(),
                whole.devices().stream().filter(device -> !device.node().equals(gone)).toList(), whole.delay(), whole.duration()));
        return new Cluster(all.name(), all.os(), all.kernel(), left, all.interconnect(), all.hardware(), all.token(), fencing,
                all.quorumDevice(), all.waitForFencing());
    }

    private static Phase without(Phase phase, List<String> names) {
        String gone = names.get(names.size() - 1);
        List<String> workers = phase.workers(names);
        if (!workers.contains(gone)) {
            return phase;
        }
        if (workers.size() == 1) {
            throw new IllegalArgumentException("the phase " + phase.name() + " is that of " + gone + " alone");
        }
        List<OperationShare> mix = new ArrayList<>();
        for (OperationShare share : phase.mix()) {
            if (!share.nodes().isEmpty() && !share.nodes().containsAll(workers)) {
                throw new IllegalArgumentException("in the phase " + phase.name() + " not every node does the same");
            }
            mix.add(share.with(share.fileSet(), others(share.nodes(), gone)));
        }
        return new Phase(phase.name(), phase.load().spread(workers.size(), workers.size() - 1), phase.duration(), phase.warmUp(),
                phase.operationsPerThread(), others(phase.nodes(), gone), phase.inTurn(), phase.sequence(), phase.measured(), phase.dropCaches(),
                phase.syncAfter(), mix);
    }

    private static List<String> others(List<String> nodes, String gone) {
        return nodes.stream().filter(node -> !node.equals(gone)).toList();
    }

    private static String message(ScenarioReading reading) {
        return reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst()
                .map((Problem problem) -> problem.path() + " " + problem.message()).orElseThrow();
    }
}
