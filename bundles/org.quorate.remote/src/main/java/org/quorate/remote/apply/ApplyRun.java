// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Step;
import org.quorate.remote.Connector;
import org.quorate.remote.Target;
import org.quorate.remote.apply.ApplyResult.Ending;

/** One job, once: what was left unknown is cleared up, then one step after the other is done everywhere. Used by one thread. */
final class ApplyRun {

    private final String name;
    private final ApplyJob job;
    private final Board board;
    private final NodeSteps nodeSteps;
    private final AdminSteps adminSteps;
    private final Surroundings around;

    /**
     * What a run works with.
     *
     * @param targets by name
     * @param told    that watches
     * @param who     does it
     */
    record Surroundings(Map<String, Target> targets, Connector connector, Confirmations confirmations, Told told, Applier.Who who, Clock clock,
            BooleanSupplier cancelled) {
    }

    /** @param adminSteps null if there are none */
    ApplyRun(String name, ApplyJob job, Board board, NodeSteps nodeSteps, AdminSteps adminSteps, Surroundings around) {
        this.name = name;
        this.job = job;
        this.board = board;
        this.nodeSteps = nodeSteps;
        this.adminSteps = adminSteps;
        this.around = around;
    }

    ApplyResult run() throws IOException {
        if (job.verb() == Verb.PLAN) {
            try (NodeLinks links = links(Audit.none())) {
                return work(Audit.none(), links, Optional.empty());
            }
        }
        Optional<FormerRun> former = FormerRun.last(job.auditFolder(), job.cluster());
        if (former.isPresent() && !former.get().unknown().isEmpty() && !job.resume()) {
            return board.result(name, Ending.REFUSED, "the last run (" + former.get().file() + ") left unknown how these ended: "
                    + former.get().unknown().stream().map(begun -> begun.step() + " on " + begun.node()).collect(Collectors.joining(", "))
                    + ". Resume it: that is cleared up first. Nothing was changed.", "");
        }
        if (!isConfirmed()) {
            return board.result(name, Ending.UNCONFIRMED, "it was not confirmed that the cluster " + job.cluster()
                    + " is to be changed. Nothing was changed.", "");
        }
        Optional<FormerRun> resumed = job.resume() ? former : Optional.empty();
        Set<String> left = left(resumed);
        for (String node : left) {
            if (!isForgotten(node, resumed.get())) {
                return board.result(name, Ending.UNCONFIRMED, "the last run (" + resumed.get().file() + ") left unknown how steps ended on " + node
                        + ", a node that has left the scenario and cannot be asked. Bring it back into the scenario to have it asked, or, once nothing "
                        + "that was begun there can be at work any more, confirm that it is forgotten. Nothing was changed.", "");
            }
        }
        try (Audit audit = Audit.begin(job.auditFolder(), job.cluster() + "-" + name, around.clock()); NodeLinks links = links(audit)) {
            audit.write("run", first(resumed, left));
            ApplyResult result = work(audit, links, resumed);
            return stopped(audit, result);
        }
    }

    /** Nodes where something is unknown, and that are not reached any more. */
    private Set<String> left(Optional<FormerRun> resumed) {
        return resumed.map(FormerRun::unknown).orElse(List.of()).stream().map(FormerRun.Begun::node)
                .filter(node -> !node.equals(StepOutcome.HERE) && !around.targets().containsKey(node)).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isForgotten(String node, FormerRun resumed) {
        String steps = resumed.unknown().stream().filter(begun -> begun.node().equals(node)).map(FormerRun.Begun::step).collect(Collectors.joining(", "));
        List<String> why = List.of("Nobody knows how these ended on " + node + ", which has left the scenario: " + steps + ".",
                "They may still be at work there, and change the LUN that it shares. See to it that the node is off, or cut off from the LUN.",
                "They are not asked for again.");
        return around.confirmations().typed(new Confirmations.Question(Confirmations.Kind.FORGET, node, why)).filter(node::equals).isPresent();
    }

    private ApplyResult stopped(Audit audit, ApplyResult result) {
        try {
            audit.write("stop", Map.of("ending", result.ending().name(), "reason", result.reason()));
            return result;
        } catch (IOException e) {
            return result.ending() == Ending.DONE ? board.result(name, Ending.FAILED, "all is done, but: " + e.getMessage(), audit.place()) : result;
        }
    }

    private NodeLinks links(Audit audit) {
        return new NodeLinks(job, around, audit);
    }

    private boolean isConfirmed() {
        boolean undo = job.verb() == Verb.UNDO;
        List<String> why = List.of((undo ? "These steps are taken back" : "These steps are done") + " on " + String.join(", ", job.nodes()) + ": "
                + job.steps().stream().map(Step::id).collect(Collectors.joining(", ")) + ".", undo ? "That stops the cluster; data stays."
                : "Before nodes are restarted or a LUN is formatted, that is asked for in addition.");
        Confirmations.Question question = new Confirmations.Question(undo ? Confirmations.Kind.UNDO : Confirmations.Kind.CHANGE, job.cluster(), why);
        return around.confirmations().typed(question).filter(job.cluster()::equals).isPresent();
    }

    /**
     * The first line of the log. It takes over what the log of the resumed run knows: from this line on this log is the last one, and the only
     * one that the next run reads, however soon this run ends.
     */
    private Map<String, ?> first(Optional<FormerRun> resumed, Set<String> left) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("format", Audit.FORMAT);
        values.put("run", name);
        values.put("verb", job.verb().word());
        values.put("user", around.who().user());
        values.put("host", around.who().host());
        values.put("program", around.who().program());
        values.put("scenario", job.plan().origin().title());
        values.put("scenarioSha256", job.plan().origin().scenarioSha256());
        values.put("fileSystem", job.plan().origin().contender());
        values.put("exportSha256", Checksums.sha256(job.plan().files().stream().filter(file -> file.path().equals(Checksums.FILE))
                .map(GeneratedFile::content).findFirst().orElse("")));
        values.put("cluster", job.cluster());
        values.put("steps", job.steps().stream().map(Step::id).toList());
        values.put("resumes", resumed.map(run -> run.file().getFileName().toString()).orElse(""));
        values.put("unknown", resumed.map(FormerRun::unknown).orElse(List.of()).stream().map(begun -> StepLog.begun(begun, true)).toList());
        values.put("takenBack", resumed.map(FormerRun::takenBack).orElse(Set.of()).stream().sorted().toList());
        values.put("forgotten", left);
        values.put("confirmed", "cluster");
        return values;
    }

    private ApplyResult work(Audit audit, NodeLinks links, Optional<FormerRun> former) throws IOException {
        Leftovers leftovers = new Leftovers(nodeSteps, links, around, job.atOnce());
        ApplyResult result = steps(audit, links, leftovers, former);
        // A resume asks the node how a step ended whose end is not in the log: its folder has to be there.
        Set<String> unknown = board.all().stream().filter(outcome -> outcome.state() == StepState.UNKNOWN).map(StepOutcome::node)
                .collect(Collectors.toSet());
        Predicate<String> needed = node -> !audit.isWhole() || unknown.contains(node);
        leftovers.keep(name, links.placed().stream().filter(needed).toList());
        leftovers.remove(name, links.placed().stream().filter(needed.negate()).toList());
        return result;
    }

    private ApplyResult steps(Audit audit, NodeLinks links, Leftovers leftovers, Optional<FormerRun> former) throws IOException {
        StepRunner runner = new StepRunner(name, job, board, nodeSteps, adminSteps, around, audit, links);
        try {
            List<String> unreached = links.reach(nodeSteps, neededNodes());
            if (job.verb() == Verb.PLAN) {
                return plan(runner, audit, unreached);
            }
            if (!unreached.isEmpty()) {
                return board.result(name, Ending.FAILED, String.join("; ", unreached) + ". Nothing was changed.", audit.place());
            }
            Set<String> takenBack = new HashSet<>();
            if (former.isPresent()) {
                ClearUp clearUp = new ClearUp(former.get(), nodeSteps, links, new StepLog(audit), leftovers,
                        around.told());
                Optional<String> unclear = clearUp.run();
                if (unclear.isPresent()) {
                    return board.result(name, Ending.FAILED, unclear.get(), audit.place());
                }
                takenBack.addAll(former.get().takenBack());
                takenBack.addAll(clearUp.takenBack());
            }
            return change(runner, audit, takenBack);
        } catch (CancellationException e) {
            return board.result(name, Ending.INTERRUPTED, "interrupted", audit.place());
        } catch (FileSystemException e) {
            return board.result(name, Ending.FAILED, e.getReason() == null ? e.getMessage() : e.getFile() + ": " + e.getReason(), audit.place());
        }
    }

    /** Steps of this machine speak with all of them. */
    private List<String> neededNodes() {
        boolean all = job.resume() || job.steps().stream().anyMatch(step -> step.where() != Step.Where.FIRST_NODE);
        return all ? job.nodes() : job.nodes().subList(0, 1);
    }

    private ApplyResult plan(StepRunner runner, Audit audit, List<String> unreached) throws IOException {
        for (Step step : job.steps()) {
            runner.run(step);
        }
        List<StepOutcome> bad = board.all().stream().filter(outcome -> !outcome.state().isFine()).toList();
        boolean refused = unreached.isEmpty() && bad.stream().allMatch(outcome -> outcome.state() == StepState.REFUSED);
        List<String> reasons = new ArrayList<>(unreached);
        bad.stream().filter(outcome -> outcome.state() != StepState.WAITING)
                .forEach(outcome -> reasons.add(outcome.step() + " on " + outcome.node() + " " + outcome.state().words()));
        Ending ending = bad.isEmpty() ? Ending.DONE : refused ? Ending.REFUSED : Ending.FAILED;
        return board.result(name, ending, String.join("; ", reasons), audit.place());
    }

    /** @param takenBack step and place, with a blank between, of what former runs have taken back */
    private ApplyResult change(StepRunner runner, Audit audit, Set<String> takenBack) throws IOException {
        for (Step step : job.steps()) {
            if (job.verb() == Verb.UNDO) {
                runner.skip(step, takenBack);
            }
            runner.run(step);
            List<StepOutcome> bad = board.bad(step.id());
            if (!bad.isEmpty()) {
                // Of one that has begun first: the others of this step wait only because of it.
                StepOutcome worst = bad.stream().filter(outcome -> outcome.state() != StepState.WAITING).findFirst().orElse(bad.get(0));
                String last = worst.words().isEmpty() ? "" : ": " + worst.words().get(worst.words().size() - 1).strip();
                Ending ending = switch (worst.state()) {
                    case REFUSED -> Ending.REFUSED;
                    case UNCONFIRMED -> Ending.UNCONFIRMED;
                    default -> around.cancelled().getAsBoolean() ? Ending.INTERRUPTED : Ending.FAILED;
                };
                return board.result(name, ending, "step " + step.id() + " on " + worst.node() + ": " + worst.state().words() + last, audit.place());
            }
            if (around.cancelled().getAsBoolean()) {
                return board.result(name, Ending.INTERRUPTED, "interrupted after step " + step.id(), audit.place());
            }
        }
        return board.result(name, Ending.DONE, "", audit.place());
    }
}
