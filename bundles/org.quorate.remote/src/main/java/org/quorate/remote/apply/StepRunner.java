// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quorate.provision.plan.Step;
import org.quorate.remote.RemoteException;
import org.quorate.remote.apply.StepEnd.Kind;

/** Runs single steps where they belong; what is to begin is in the log before, and how it ended after. Used by one thread. */
final class StepRunner {

    /** The variable of the scripts that lets a step format. */
    private static final String WWID = "CONFIRM_WWID";

    private final String run;
    private final ApplyJob job;
    private final Board board;
    private final NodeSteps nodeSteps;
    private final AdminSteps adminSteps;
    private final ApplyRun.Surroundings around;
    private final StepLog log;
    private final NodeLinks links;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<List<String>> skipped = new HashSet<>();
    private final Map<Confirmations.Kind, Boolean> confirmed = new HashMap<>();

    /** @param adminSteps null if there are none */
    StepRunner(String run, ApplyJob job, Board board, NodeSteps nodeSteps, AdminSteps adminSteps, ApplyRun.Surroundings around, Audit audit,
            NodeLinks links) {
        this.run = run;
        this.job = job;
        this.board = board;
        this.nodeSteps = nodeSteps;
        this.adminSteps = adminSteps;
        this.around = around;
        this.log = new StepLog(audit);
        this.links = links;
    }

    /**
     * Runs a step everywhere that it belongs, and tells the board. After a failure it begins nowhere else, but for a dry run.
     *
     * @throws IOException           if the log cannot be written
     * @throws CancellationException if cancelled
     */
    void run(Step step) throws IOException {
        List<String> places = job.places(step).stream().filter(place -> !skipped.contains(List.of(step.id(), place))).toList();
        run(step, places, Map.of());
        List<String> waiting = board.bad(step.id()).stream().filter(outcome -> outcome.state() == StepState.UNCONFIRMED).map(StepOutcome::node).toList();
        if (!waiting.isEmpty() && isConfirmed(step)) {
            run(step, waiting, words(kind(step)));
        }
    }

    /** @param words variables that confirm, with what was typed */
    private void run(Step step, List<String> places, Map<String, String> words) throws IOException {
        if (step.where() == Step.Where.ADMIN_HOST) {
            for (int i = 0; i < places.size(); i++) {
                here(step, words);
            }
            return;
        }
        AtomicBoolean failed = new AtomicBoolean();
        List<IOException> unwritten = new ArrayList<>();
        new Parallel(job.atOnce(), around.cancelled()).each(places, node -> {
            if (failed.get() && job.verb() != Verb.PLAN) {
                return;
            }
            try {
                StepOutcome outcome = onNode(step, node, words.getOrDefault(WWID, ""));
                failed.compareAndSet(false, !outcome.state().isFine());
            } catch (IOException e) {
                failed.set(true);
                synchronized (unwritten) {
                    unwritten.add(e);
                }
            }
        });
        if (!unwritten.isEmpty()) {
            throw unwritten.get(0);
        }
    }

    private static Confirmations.Kind kind(Step step) {
        return switch (step.risk()) {
            case FORMATS -> Confirmations.Kind.FORMAT;
            case RESTARTS_NODES -> Confirmations.Kind.RESTART;
            case NONE -> Confirmations.Kind.CHANGE;
        };
    }

    /** What a step is told once that is confirmed, and nothing else: who lets nodes be restarted has not let a LUN be formatted. */
    private Map<String, String> words(Confirmations.Kind confirmed) {
        return switch (confirmed) {
            case FORMAT -> Map.of(WWID, job.wwid());
            case RESTART -> Map.of("CONFIRM_FENCING_TEST", job.cluster());
            case CHANGE, UNDO, FORGET -> Map.of();
        };
    }

    /** What a step waits for is asked for once; a change of the LUN is that of all steps that format. */
    private boolean isConfirmed(Step step) {
        Confirmations.Kind kind = kind(step);
        if (kind == Confirmations.Kind.CHANGE || job.verb() != Verb.APPLY) {
            return false;
        }
        return confirmed.computeIfAbsent(kind, which -> {
            String word = which == Confirmations.Kind.FORMAT ? job.wwid() : job.cluster();
            List<String> why = new ArrayList<>(List.of("Step " + step.id() + ": " + step.title() + "."));
            board.bad(step.id()).forEach(outcome -> outcome.words().stream().map(String::strip).filter(line -> line.startsWith("WAITING: "))
                    .forEach(line -> why.add(line.substring(9))));
            return around.confirmations().typed(new Confirmations.Question(which, word, why)).filter(word::equals).isPresent();
        });
    }

    private String place(Step step) {
        return String.format(Locale.ROOT, "%03d-%s", number.incrementAndGet(), step.id());
    }

    private StepOutcome onNode(Step step, String node, String wwid) throws IOException {
        String boot = "";
        try {
            String obstacle = links.obstacle(node);
            if (obstacle != null) {
                throw new RemoteException(RemoteException.Kind.CONNECT, obstacle);
            }
            if (job.verb() != Verb.PLAN) {
                boot = nodeSteps.place(links.of(node));
            }
        } catch (RemoteException e) {
            StepOutcome outcome = new StepOutcome(step.id(), node, StepState.WAITING, OptionalInt.empty(), 0, List.of(e.getMessage()));
            board.put(outcome);
            return outcome;
        }
        FormerRun.Begun begun = new FormerRun.Begun(run, step.id(), node, job.verb(), place(step), boot);
        log.begin(begun, false);
        around.told().stepBegan(node, step.id());
        Lines lines = new Lines(text -> around.told().line(node, step.id(), text));
        long started = System.nanoTime();
        StepEnd end = end(begun, wwid, lines);
        lines.finish();
        return ended(begun, end.outcome(begun, (System.nanoTime() - started) / 1e9, lines));
    }

    private StepEnd end(FormerRun.Begun begun, String wwid, Lines lines) {
        try {
            return begun.verb() == Verb.PLAN ? nodeSteps.plan(links.of(begun.node()), begun.step(), lines)
                    : nodeSteps.change(links.of(begun.node()), begun, wwid, lines);
        } catch (RemoteException e) {
            return StepEnd.without(Kind.NEVER, e.getMessage());
        } catch (CancellationException e) {
            if (begun.verb() == Verb.PLAN) {
                throw e;
            }
            return StepEnd.without(Kind.LOST, "interrupted; it goes on by itself");
        }
    }

    private StepOutcome ended(FormerRun.Begun begun, StepOutcome outcome) throws IOException {
        try {
            log.end(begun, outcome, false);
        } finally {
            board.put(outcome);
        }
        return outcome;
    }

    private void here(Step step, Map<String, String> words) throws IOException {
        if (!links.allReached()) {
            board.put(new StepOutcome(step.id(), StepOutcome.HERE, StepState.WAITING, OptionalInt.empty(), 0, List.of("it speaks with all nodes")));
            return;
        }
        FormerRun.Begun begun = new FormerRun.Begun(run, step.id(), StepOutcome.HERE, job.verb(), place(step), "");
        log.begin(begun, false);
        around.told().stepBegan(StepOutcome.HERE, step.id());
        Lines lines = new Lines(text -> around.told().line(StepOutcome.HERE, step.id(), text));
        long started = System.nanoTime();
        StepEnd end;
        try {
            end = StepEnd.with(adminSteps.run(job.verb(), step.id(), words, links.byAddress(),
                    log.calls(step.id()), lines, around.cancelled()));
        } catch (CancellationException e) {
            end = StepEnd.without(Kind.GONE, "interrupted where it was");
        }
        lines.finish();
        ended(begun, end.outcome(begun, (System.nanoTime() - started) / 1e9, lines));
    }

    /**
     * What a former run has taken back is not taken back again.
     *
     * @param done step and place, with a blank between
     */
    void skip(Step step, Set<String> done) throws IOException {
        for (String node : job.places(step)) {
            if (done.contains(step.id() + " " + node)) {
                skipped.add(List.of(step.id(), node));
                FormerRun.Begun begun = new FormerRun.Begun(run, step.id(), node, job.verb(), place(step), "");
                ended(begun, new StepOutcome(step.id(), node, StepState.FOUND_DONE, OptionalInt.empty(), 0, List.of("taken back by the former run")));
            }
        }
    }
}
