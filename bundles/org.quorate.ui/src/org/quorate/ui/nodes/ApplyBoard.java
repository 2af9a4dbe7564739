// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.ApplyResult;
import org.quorate.remote.apply.StepOutcome;
import org.quorate.remote.apply.StepState;
import org.quorate.remote.apply.Verb;

/** How the steps of a run stand on each node, and what they said. Thread-safe; told by a run, read by the user interface. */
public final class ApplyBoard implements ApplyListener {

    /** Of one step on one node; the audit log has the rest. */
    static final int MOST_LINES = 5000;
    /** In the place of a step: what a node said that is no step's. */
    static final String NODE_ITSELF = "";

    /**
     * Where a step is done.
     *
     * @param step id
     * @param node name, or {@link StepOutcome#HERE}
     */
    public record Place(String step, String node) {
    }

    private final boolean changes;
    private final List<Step> steps;
    private final List<String> nodes;
    private final Map<Place, Optional<StepOutcome>> outcomes = new LinkedHashMap<>();
    private final Map<Place, Deque<String>> lines = new LinkedHashMap<>();
    private final Map<Place, Boolean> running = new LinkedHashMap<>();
    private Optional<Place> last = Optional.empty();

    /** All steps of a job, of which none has begun. */
    public ApplyBoard(ApplyJob job) {
        changes = job.verb() != Verb.PLAN;
        steps = job.steps();
        boolean here = steps.stream().anyMatch(step -> job.places(step).contains(StepOutcome.HERE));
        nodes = Stream.concat(job.nodes().stream(), here ? Stream.of(StepOutcome.HERE) : Stream.empty()).toList();
        steps.forEach(step -> job.places(step).forEach(node -> outcomes.put(new Place(step.id(), node), Optional.empty())));
    }

    /** The job changes nodes: it is no dry run. */
    public boolean changes() {
        return changes;
    }

    /** In the order in which they are done. */
    public List<Step> steps() {
        return steps;
    }

    /** Where steps are done: nodes, and this machine if it has something to do. */
    public List<String> nodes() {
        return nodes;
    }

    /** The step is done there. */
    public boolean has(Place place) {
        return outcomes.containsKey(place);
    }

    /** What came of it; absent: it has not ended. */
    public synchronized Optional<StepOutcome> outcome(Place place) {
        return outcomes.getOrDefault(place, Optional.empty());
    }

    /** It has begun and not ended. */
    public synchronized boolean isRunning(Place place) {
        return running.getOrDefault(place, false);
    }

    /** What was said there. */
    public synchronized String log(Place place) {
        return String.join("\n", lines.getOrDefault(place, new ArrayDeque<>()));
    }

    /** Where something began last. */
    public synchronized Optional<Place> last() {
        return last;
    }

    @Override
    public synchronized void connected(String node, String login, String fingerprint) {
        add(new Place(NODE_ITSELF, node), login + " " + fingerprint);
    }

    @Override
    public synchronized void stepBegan(String node, String step) {
        Place place = new Place(step, node);
        running.put(place, true);
        last = Optional.of(place);
    }

    @Override
    public synchronized void line(String node, String step, String text) {
        add(new Place(step, node), text);
    }

    @Override
    public synchronized void remark(String node, String text) {
        add(new Place(NODE_ITSELF, node), text);
    }

    private void add(Place place, String text) {
        Deque<String> said = lines.computeIfAbsent(place, key -> new ArrayDeque<>());
        said.addLast(text);
        if (said.size() > MOST_LINES) {
            said.removeFirst();
        }
    }

    @Override
    public synchronized void stepEnded(StepOutcome outcome) {
        Place place = new Place(outcome.step(), outcome.node());
        running.put(place, false);
        outcomes.put(place, Optional.of(outcome));
        // Of a step that was looked at again nobody has told lines.
        if (!lines.containsKey(place)) {
            outcome.words().forEach(text -> add(place, text));
        }
    }

    /** The run has ended: this is how all stand. */
    synchronized void ended(ApplyResult result) {
        running.clear();
        result.steps().stream().filter(outcome -> outcome.state() != StepState.WAITING).forEach(this::stepEnded);
    }
}
