// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.quorate.remote.apply.StepEnd.Kind;

/**
 * Finds out how everything ended that a former run left unknown, waiting for what is still at work. What it was on nodes that have left the
 * scenario has been confirmed to be forgotten. Used by one thread.
 */
final class ClearUp {

    private final FormerRun former;
    private final NodeSteps nodeSteps;
    private final NodeLinks links;
    private final StepLog log;
    private final Leftovers leftovers;
    private final Told told;
    private final Set<String> done = new HashSet<>();

    ClearUp(FormerRun former, NodeSteps nodeSteps, NodeLinks links, StepLog log, Leftovers leftovers, Told told) {
        this.former = former;
        this.nodeSteps = nodeSteps;
        this.links = links;
        this.log = log;
        this.leftovers = leftovers;
        this.told = told;
    }

    /**
     * Does it, once.
     *
     * @return why the work cannot go on; empty: it can
     * @throws IOException           if the log cannot be written
     * @throws CancellationException if cancelled
     */
    Optional<String> run() throws IOException {
        List<FormerRun.Begun> unknown = former.unknown();
        for (int i = 0; i < unknown.size(); i++) {
            FormerRun.Begun begun = unknown.get(i);
            StepEnd end = settle(begun);
            if (end.kind() == Kind.LOST) {
                forget(unknown.subList(0, i), unknown.subList(i, unknown.size()));
                return Optional.of("how step " + begun.step() + " on " + begun.node() + " ended is still unknown: " + end.why());
            }
        }
        forget(unknown, List.of());
        return Optional.empty();
    }

    /** Step and place, with a blank between, of what turned out to be taken back. */
    Set<String> takenBack() {
        return done;
    }

    private StepEnd settle(FormerRun.Begun begun) throws IOException {
        log.begin(begun, true);
        told.stepBegan(begun.node(), begun.step());
        Lines lines = new Lines(text -> told.line(begun.node(), begun.step(), text));
        long started = System.nanoTime();
        StepEnd end = look(begun, lines);
        lines.finish();
        StepOutcome outcome = end.outcome(begun, (System.nanoTime() - started) / 1e9, lines);
        // Of what is gone nothing more will ever be known: the step's check decides.
        StepOutcome settled = end.kind() == Kind.GONE ? outcome.as(StepState.FAILED) : outcome;
        log.end(begun, settled, true);
        told.stepEnded(settled);
        if (begun.verb() == Verb.UNDO && settled.state() == StepState.DONE) {
            done.add(begun.step() + " " + begun.node());
        }
        return end;
    }

    private StepEnd look(FormerRun.Begun begun, Lines lines) {
        if (begun.node().equals(StepOutcome.HERE)) {
            return StepEnd.without(Kind.GONE, "it ended with the program that ran it; its check decides");
        }
        NodeLink link = links.of(begun.node());
        if (link == null) {
            return StepEnd.without(Kind.GONE, "its node has left the scenario, and that nobody knows was confirmed");
        }
        try {
            return nodeSteps.look(link, begun, lines, "");
        } catch (CancellationException e) {
            return StepEnd.without(Kind.LOST, "interrupted");
        }
    }

    /** Nodes keep what they are asked for again. */
    private void forget(List<FormerRun.Begun> settled, List<FormerRun.Begun> open) {
        Set<FormerRun.Folder> folders = new LinkedHashSet<>(settled.stream().map(FormerRun.Begun::folder).toList());
        open.forEach(begun -> folders.remove(begun.folder()));
        folders.removeIf(folder -> links.of(folder.node()) == null);
        folders.stream().map(FormerRun.Folder::run).distinct().forEach(run ->
                leftovers.remove(run, folders.stream().filter(folder -> folder.run().equals(run)).map(FormerRun.Folder::node).toList()));
    }
}
