// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.sim.RandomStreams;

/** Plays a failure on every file system of a scenario, with many phases of the timers. Thread-safe; depends on plan and version only. */
public final class FailureStudy {

    private static final int LOOK_EVERY = 64;

    private final String version;

    /**
     * A study.
     *
     * @param version of the program, for the result
     */
    public FailureStudy(String version) {
        this.version = version;
    }

    /**
     * Plays it; takes well under a second with the usual number of replications.
     *
     * @throws CancellationException if cancelled
     */
    public Failure play(FailurePlan plan, BooleanSupplier cancelled) {
        List<ContenderFailure> contenders = new ArrayList<>();
        for (FileSystemSpec spec : plan.scenario().fileSystems()) {
            contenders.add(contender(plan, spec, cancelled));
        }
        List<FailureAdvice> advice = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            advice.addAll(FailureRules.advice(plan, plan.scenario().fileSystems().get(i), contenders.get(i)));
        }
        advice.sort(Comparator.comparing(FailureAdvice::danger).reversed());
        return new Failure(Failure.FORMAT, plan.scenario().name(), plan.scenario().title(), version, plan.kind(), plan.node().map(Node::name),
                plan.duration().isPresent() ? OptionalLong.of(plan.end()) : OptionalLong.empty(), plan.scenario().study().seed(),
                plan.replications(), contenders, advice);
    }

    private static ContenderFailure contender(FailurePlan plan, FileSystemSpec spec, BooleanSupplier cancelled) {
        StackFailure stack = stack(plan, spec);
        RandomStreams streams = new RandomStreams(plan.scenario().study().seed());
        List<Timeline> timelines = new ArrayList<>();
        for (int i = 0; i < plan.replications(); i++) {
            if (i % LOOK_EVERY == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            Timeline timeline = new Timeline();
            stack.play(timeline, streams.replication(i).named("failure " + spec.label()));
            timelines.add(timeline);
        }
        List<NodeOutage> nodes = outages(plan, timelines);
        boolean down = nodes.stream().anyMatch(node -> node.end() == End.DOWN || node.end() == End.ERRORS);
        return new ContenderFailure(spec.label(), name(spec), steps(timelines), nodes, longestStall(timelines),
                down ? Optional.of(LostWork.of(plan.scenario(), spec)) : Optional.empty());
    }

    private static StackFailure stack(FailurePlan plan, FileSystemSpec spec) {
        if (spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.O2CB) {
            return new O2cbFailure(plan, ocfs2);
        }
        return clustered(spec) ? new CorosyncFailure(plan, spec) : new LocalFailure(plan, spec);
    }

    /** Whether Pacemaker, corosync and fs/dlm manage it. */
    static boolean clustered(FileSystemSpec spec) {
        return spec instanceof Gfs2Spec gfs2 && gfs2.protocol() == Gfs2Spec.Protocol.LOCK_DLM
                || spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.PCMK;
    }

    private static String name(FileSystemSpec spec) {
        if (clustered(spec)) {
            return (spec instanceof Gfs2Spec ? "GFS2" : "OCFS2") + " on corosync, Pacemaker and fs/dlm";
        }
        return spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.O2CB ? "OCFS2 on o2cb" : "a file system of each node";
    }

    private static List<TimelineStep> steps(List<Timeline> timelines) {
        Map<Step, List<Long>> times = new LinkedHashMap<>();
        timelines.forEach(timeline -> timeline.steps().forEach((step, at) -> times.computeIfAbsent(step, key -> new ArrayList<>()).add(at)));
        List<TimelineStep> steps = new ArrayList<>();
        times.forEach((step, at) -> steps.add(new TimelineStep(step, Spread.of(at), (double) at.size() / timelines.size())));
        steps.sort(Comparator.comparingLong(step -> step.at().median()));
        return steps;
    }

    private static List<NodeOutage> outages(FailurePlan plan, List<Timeline> timelines) {
        List<NodeOutage> result = new ArrayList<>();
        for (Node node : plan.scenario().cluster().nodes()) {
            for (End end : End.values()) {
                List<Timeline.Outage> outages = timelines.stream().map(timeline -> timeline.outages().get(node.name()))
                        .filter(outage -> outage != null && outage.end() == end).toList();
                if (!outages.isEmpty()) {
                    List<Long> ends = outages.stream().filter(outage -> outage.to().isPresent()).map(outage -> outage.to().getAsLong()).toList();
                    result.add(new NodeOutage(node.name(), end, (double) outages.size() / timelines.size(),
                            Spread.of(outages.stream().map(Timeline.Outage::from).toList()),
                            ends.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ends))));
                }
            }
        }
        return result;
    }

    private static Optional<Spread> longestStall(List<Timeline> timelines) {
        List<Long> longest = new ArrayList<>();
        for (Timeline timeline : timelines) {
            timeline.outages().values().stream().filter(outage -> outage.end() == End.RESUMED)
                    .mapToLong(outage -> outage.to().orElseThrow() - outage.from()).max().ifPresent(longest::add);
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(Spread.of(longest));
    }
}
