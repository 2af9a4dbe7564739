// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.remote.RemoteException;
import org.quorate.remote.inventory.Fleet;
import org.quorate.remote.observe.NodePaths;
import org.quorate.remote.observe.NodeWatch;
import org.quorate.remote.observe.Probe;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.FleetStudy;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.RoundBuffer;
import org.quorate.study.result.FileSystemKind;

/**
 * Watches a running cluster over SSH, changing nothing on it, and puts what it says beside what a phase of its scenario predicts.
 * Thread-safe.
 */
public final class ObserveNodes {

    /** Each may need a way through the whole file system. */
    private static final int MOST_PATHS = 20;

    private final NodeConnections connections;
    private final FleetStudy study;
    private final Version version;
    private final Clock clock;

    ObserveNodes(NodeConnections connections, FleetStudy study, Version version, Clock clock) {
        this.connections = connections;
        this.study = study;
        this.version = version;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param series      what the nodes said; of a long series not all rounds, see {@link RoundBuffer}
     * @param observation beside the prediction
     */
    public record Observed(ObservationSeries series, FleetObservation observation) {
    }

    /**
     * What is asked, and of whom.
     *
     * @param scenario   of the cluster
     * @param hosts      {@code [user@]host[:port]} by name of the node
     * @param plan       how
     * @param prediction to be put beside it
     */
    public record Request(Scenario scenario, Map<String, String> hosts, ObservePlan plan, Optional<FleetPrediction> prediction) {

        public Request {
            hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        }

        /** The same with a prediction. */
        public Request with(FleetPrediction found) {
            return new Request(scenario, hosts, plan, Optional.of(found));
        }
    }

    /**
     * Looks at a request before anything is predicted and anybody is asked.
     *
     * @throws UnusableHostException    if a host is not of its form, or the configuration has something that cannot be used
     * @throws IllegalArgumentException if the file system is none of a cluster, or a host is of no node; with a message for the user
     * @throws IOException              if the configuration, or a secret that is kept, cannot be read
     */
    public void check(Request request, NodeAccess access, NodeQuestions questions) throws IOException {
        probes(request);
        connections.find(request.hosts(), access, questions, remark -> {
            // It is told when nodes are asked.
        }).close();
    }

    /**
     * Simulates a file system; seconds to minutes.
     *
     * @param phase name of one of the scenario's
     * @throws IllegalArgumentException                if the scenario has no such file system or phase
     * @throws CancellationException                   if cancelled
     * @throws org.quorate.study.StudyFailedException  if a run failed, which is an error of the program
     */
    public FleetPrediction predict(Scenario scenario, String fileSystem, String phase, StudyOptions options, Progress progress) {
        return study.predict(options.applyTo(scenario), fileSystem, phase, new Listening(progress), progress::isCancelled);
    }

    /**
     * Watches until the time is over or it is cancelled, within a second then; both are an end in order, if there was a round.
     *
     * @param remarks  told what a person should know of the configuration; by the calling thread
     * @param listener told every round; by the calling thread
     * @param progress reports rounds; without a total time how many there were is in its message
     * @return also if no node answered: it says why
     * @throws UnusableHostException    if a host is not of its form, or the configuration has something that cannot be used
     * @throws IllegalArgumentException as {@link #check}
     * @throws IOException              if the configuration, or a secret that is kept, cannot be read, or the series cannot be written
     * @throws CancellationException    if it was cancelled before the first round had ended: nothing was observed
     */
    public Observed watch(Request request, NodeAccess access, NodeQuestions questions, Consumer<String> remarks, ObserveListener listener,
            Progress progress) throws IOException {
        Map<String, Probe> probes = probes(request);
        Map<String, NodeWatch> watches = new LinkedHashMap<>();
        try (NodeConnections.Nodes found = connections.find(request.hosts(), access, questions, remarks)) {
            ObservationSeries.Head head = head(request, List.copyOf(found.targets().keySet()));
            found.targets().forEach((name, target) -> watches.put(name, new NodeWatch(target, found.connector(), access.sudo())));
            return new ObservingRun(request, head, access.atOnce(), clock).run(found.targets(),
                    (name, target, cancelled) -> watches.get(name).sample(probes.get(name), cancelled),
                    () -> watches.values().stream().allMatch(NodeWatch::isRefused), listener, progress);
        } finally {
            watches.values().forEach(NodeWatch::close);
        }
    }

    /**
     * Looks on one node for the paths of the hottest locks; up to two minutes, in which it goes through its file system, which takes locks.
     *
     * @param node    name of one of the request's
     * @param remarks told what a person should know of the configuration; by the calling thread
     * @return the observation with paths; also if none was found: its notes say why
     * @throws IllegalArgumentException if there is no such node, or as {@link #watch} does
     * @throws IOException              if the configuration, or a secret that is kept, cannot be read
     * @throws CancellationException    if cancelled
     */
    public FleetObservation paths(Request request, FleetObservation observation, String node, NodeAccess access, NodeQuestions questions,
            Consumer<String> remarks, Progress progress) throws IOException {
        Set<Long> inodes = observation.hot().stream().flatMap(lock -> lock.inode().stream()).limit(MOST_PATHS).collect(Collectors.toCollection(
                LinkedHashSet::new));
        if (!request.hosts().containsKey(node)) {
            throw new IllegalArgumentException("no node " + node + " to look for paths on");
        }
        if (inodes.isEmpty()) {
            return observation.with(observation.hot(), List.of("No paths were looked for, because no hot lock is one of an inode."));
        }
        Probe probe = probes(request).get(node);
        Fleet.Outcome<NodePaths.Found> outcome;
        try (NodeConnections.Nodes found = connections.find(Map.of(node, request.hosts().get(node)), access, questions, remarks)) {
            outcome = new Fleet(1).run(found.targets(), (name, target, cancelled) -> {
                try (NodeWatch watch = new NodeWatch(target, found.connector(), access.sudo())) {
                    return NodePaths.find(watch, probe, inodes, cancelled);
                }
            }, (done, name) -> progress.report(done, 1, "paths"), progress::isCancelled).get(0);
        }
        if (outcome.value().isEmpty()) {
            return observation.with(observation.hot(), List.of("Paths are unknown: " + outcome.failure().map(RemoteException::getMessage).orElse("")));
        }
        Map<Long, String> paths = outcome.value().get().paths();
        return observation.with(observation.hot().stream().map(lock -> lock.inode().map(paths::get).map(lock::at).orElse(lock)).toList(),
                outcome.value().get().remarks());
    }

    private ObservationSeries.Head head(Request request, List<String> nodes) {
        FileSystemSpec spec = fileSystem(request);
        return new ObservationSeries.Head(ObservationSeries.FORMAT, version.text(), request.scenario().name(), request.scenario().title(), spec.label(),
                FileSystemKind.of(spec), request.scenario().mountPoint(), nodes, request.plan().interval().toMillis());
    }

    private static FileSystemSpec fileSystem(Request request) {
        return request.scenario().fileSystems().stream().filter(spec -> spec.label().equals(request.plan().fileSystem())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file system " + request.plan().fileSystem()));
    }

    private static Map<String, Probe> probes(Request request) {
        FileSystemKind kind = FileSystemKind.of(fileSystem(request));
        if (kind != FileSystemKind.OCFS2 && kind != FileSystemKind.GFS2) {
            throw new IllegalArgumentException(request.plan().fileSystem() + " is " + kind.title() + ": only OCFS2 and GFS2 have locks to be observed");
        }
        Map<String, Probe> probes = new LinkedHashMap<>();
        for (Node node : request.scenario().cluster().nodes()) {
            probes.put(node.name(), new Probe(kind.name().toLowerCase(Locale.ROOT), request.scenario().mountPoint(), node.address(),
                    request.scenario().lun().wwid()));
        }
        request.hosts().keySet().stream().filter(name -> !probes.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the scenario has no node " + name);
        });
        return probes;
    }
}
