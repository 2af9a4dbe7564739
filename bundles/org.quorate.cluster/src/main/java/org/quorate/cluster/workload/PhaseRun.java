// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.quorate.cluster.engine.IntQueue;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.LongQueue;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.fs.LockCensus;
import org.quorate.cluster.host.Distributions;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.StationUse;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.sim.RandomStream;
import org.quorate.sim.Sampler;

/**
 * Runs the phases of a workload one after the other: caches dropped, threads started, turns given, sync, figures. Not
 * thread-safe.
 */
public final class PhaseRun {

    /** Concurrent operations a node in an open phase; more wait in a backlog. */
    private static final int OPEN_THREADS = 512;
    private static final int BACKLOG_LIMIT = 100_000;
    private static final int NODE_BITS = 10;
    /** Pause after a fixed number of operations; about what lay between two phases of the lab. */
    private static final long SETTLE_NANOS = 500_000_000L;
    /**
     * Closed load starts on one node after the other: so long, about, takes whoever starts it to reach the last one. In the lab a phase
     * of two nodes lasted 12 ms longer than the work of the slower one (median of uml-gfs2-2-r2 and uml-ocfs2-2-r2; 21 ms of the busy
     * runs): half of it before the work. The nodes are asked at the same time, so that it does not grow with their number.
     */
    private static final long START_NANOS = 6_000_000L;
    /** A closed operation that takes longer than this in simulated time is a fault of the model. */
    private static final long STALL_NANOS = 3_600_000_000_000L;

    private final Machine machine;
    private final Interpreter interpreter;
    private final FileSystem fileSystem;
    private final Workload workload;
    private final BooleanSupplier cancelled;
    private final List<List<Integer>> threads = new ArrayList<>();
    private final int[] services;
    private final int arrivalKind;
    private final int endKind;
    private final int turnKind;
    private Phase phase;
    private int number;
    private boolean over;
    private boolean servicesDone;
    private int running;
    private long measuredFrom;
    private long lastOperation;
    private List<Integer> turns = List.of();
    private int turn;
    private IntQueue[] idle;
    private LongQueue[] backlog;
    private RandomStream[] arrivals;
    private Sampler gaps;
    private boolean saturated;

    /** Makes the runner; the recipes are loaded. */
    public PhaseRun(Machine machine, FileSystem fileSystem, Workload workload, BooleanSupplier cancelled) {
        this.machine = machine;
        this.fileSystem = fileSystem;
        this.workload = workload;
        this.cancelled = cancelled;
        interpreter = machine.interpreter();
        services = new int[machine.nodes()];
        for (int node = 0; node < services.length; node++) {
            services[node] = machine.frames().create(node);
            threads.add(new ArrayList<>());
        }
        arrivalKind = interpreter.register((kind, subject) -> {
            if (isPresent(subject)) {
                arrive(subject & (1 << NODE_BITS) - 1);
            }
        });
        endKind = interpreter.register((kind, subject) -> {
            if (isPresent(subject)) {
                end();
            }
        });
        turnKind = interpreter.register((kind, subject) -> {
            if (isPresent(subject)) {
                giveTurn();
            }
        });
    }

    /** Events carry the number of the phase that they belong to, so that none reaches into the next one. */
    private int subject(int node) {
        return number << NODE_BITS | node;
    }

    private boolean isPresent(int subject) {
        return subject >> NODE_BITS == number;
    }

    /** Runs one phase; empty if cancelled. */
    public java.util.Optional<PhaseResult> run(Phase description) {
        phase = description;
        number++;
        workload.begin(this, phase);
        boolean only = phase.mix().isEmpty();
        if (only) {
            resetCounts(); // what the dropping of caches causes is the phase
        }
        if (phase.dropCaches() && !service("service/drop caches")) {
            return java.util.Optional.empty();
        }
        if (!only) {
            resetCounts();
        }
        long start = interpreter.now();
        measuredFrom = start + (phase.counted() ? 0 : phase.warmUp().toNanos());
        lastOperation = start;
        workload.recorder().over(start, measuredFrom - start, phase.counted() ? 0 : phase.duration().toNanos());
        startThreads();
        if (!runUntil(() -> running == 0)) {
            return java.util.Optional.empty();
        }
        long end = over && !phase.counted() ? start + phase.duration().toNanos() : lastOperation;
        List<StationUse> use = stations(start, Math.max(Math.max(end, interpreter.now()), start + 1));
        if (phase.counted() && !settle()) {
            return java.util.Optional.empty();
        }
        if (phase.syncAfter() && !(service("service/sync") && (!phase.counted() || settle()))) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(result(end, use));
    }

    /** Work that operations have left to kernel threads is counted in their phase. */
    private boolean settle() {
        return interpreter.runUntil(interpreter.now() + SETTLE_NANOS, cancelled);
    }

    private PhaseResult result(long end, List<StationUse> use) {
        fileSystem.verify();
        LockCensus locks = fileSystem.locks();
        List<NodeCensus> census = new ArrayList<>();
        for (int node = 0; node < services.length; node++) {
            census.add(machine.census().of(node).with(locks.uses(node), locks.calls(node)));
        }
        return new PhaseResult(phase.name(), phase.measured(), Math.min(measuredFrom, end), end, workload.recorder().results(),
                workload.recorder().total(), machine.network().traffic().counts(fileSystem.lockKinds()), machine.lun().counts(),
                machine.lun().heartbeatCounts(), census, use, workload.recorder().series(),
                phase.load() instanceof Phase.Open ? workload.recorder().growth() : 0,
                machine.hotLocks().waits(fileSystem.lockNaming()::name), saturated);
    }

    private void resetCounts() {
        machine.network().traffic().reset();
        machine.lun().resetCounts();
        machine.hotLocks().reset();
        for (int node = 0; node < services.length; node++) {
            machine.hosts().processor(node).resetStatistics();
        }
    }

    private List<StationUse> stations(long from, long to) {
        List<StationUse> use = new ArrayList<>();
        use.add(new StationUse("LUN", machine.lun().utilisation(from, to)));
        for (int node = 0; node < services.length; node++) {
            use.add(new StationUse(machine.scenario().cluster().nodes().get(node).name() + " CPU",
                    machine.hosts().processor(node).utilisation(from, to)));
        }
        return use;
    }

    private boolean service(String recipe) {
        servicesDone = false;
        workload.service(recipe, activeNodes().stream().mapToInt(node -> services[node]).toArray());
        return runUntil(() -> servicesDone);
    }

    private boolean runUntil(BooleanSupplier done) {
        lastOperation = Math.max(lastOperation, interpreter.now());
        while (!done.getAsBoolean()) {
            long limit = lastOperation + STALL_NANOS;
            if (!interpreter.runUntil(limit, cancelled)) {
                return false;
            }
            if (!done.getAsBoolean() && interpreter.now() >= lastOperation + STALL_NANOS) {
                throw new IllegalStateException("nothing was completed for an hour of simulated time in phase " + phase.name()
                        + ": the model is stuck" + whereabouts());
            }
        }
        return true;
    }

    private String whereabouts() {
        StringBuilder text = new StringBuilder();
        for (int frame = 0; frame < machine.frames().count(); frame++) {
            text.append(System.lineSeparator()).append(machine.interpreter().whereabouts(frame));
        }
        return text.append(System.lineSeparator()).append(fileSystem).toString();
    }

    private void startThreads() {
        over = false;
        saturated = false;
        running = 0;
        turn = -1;
        turns = new ArrayList<>();
        List<Integer> active = activeNodes();
        OptionalLong count = phase.operationsPerThread();
        if (phase.load() instanceof Phase.Open open) {
            startOpen(active, open);
        } else {
            Phase.Closed closed = (Phase.Closed) phase.load();
            workload.think(Distributions.sampler(closed.thinkTime()));
            for (int index = 0; index < active.size(); index++) {
                int node = active.get(index);
                long operations = phase.sequence() ? workload.sequenceLength(node) : count.orElse(Long.MAX_VALUE);
                for (int thread = 0; thread < closed.threads() && workload.hasWork(node); thread++) {
                    int frame = thread(node, thread, operations);
                    turns.add(frame);
                    launch(frame, index * START_NANOS / Math.max(1, active.size() - 1));
                }
            }
        }
        if (!phase.counted()) {
            if (running == 0) {
                running = 1; // time alone passes, and nothing is missing if nobody does anything in it
                lastOperation = interpreter.now() + phase.duration().toNanos();
            }
            interpreter.after(phase.duration().toNanos(), endKind, subject(0));
        }
    }

    private List<Integer> activeNodes() {
        List<Node> nodes = machine.scenario().cluster().nodes();
        List<Integer> active = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (phase.nodes().isEmpty() || phase.nodes().contains(nodes.get(node).name())) {
                active.add(node);
            }
        }
        return active;
    }

    private int thread(int node, int index, long operations) {
        List<Integer> here = threads.get(node);
        while (here.size() <= index) {
            here.add(machine.frames().create(node));
        }
        workload.prepare(phase.name(), here.get(index), index, operations);
        return here.get(index);
    }

    private void launch(int frame, long delayNanos) {
        running++;
        interpreter.start(frame, interpreter.entry("workload/thread"), delayNanos);
    }

    private void startOpen(List<Integer> active, Phase.Open open) {
        idle = new IntQueue[services.length];
        backlog = new LongQueue[services.length];
        arrivals = new RandomStream[services.length];
        gaps = Sampler.exponential(1e9 / open.operationsPerSecond());
        for (int node : active) {
            idle[node] = new IntQueue();
            backlog[node] = new LongQueue();
            arrivals[node] = machine.streams().named("arrivals " + phase.name() + " " + node);
            for (int thread = 0; thread < OPEN_THREADS; thread++) {
                launch(thread(node, thread, Long.MAX_VALUE), 0);
            }
            scheduleArrival(node);
        }
    }

    private void scheduleArrival(int node) {
        interpreter.after(gaps.sample(arrivals[node]), arrivalKind, subject(node));
    }

    private void arrive(int node) {
        if (over || !(phase.load() instanceof Phase.Open)) {
            return;
        }
        scheduleArrival(node);
        if (!idle[node].isEmpty()) {
            int frame = idle[node].poll();
            workload.begun(frame, interpreter.now());
            interpreter.resume(frame, 0);
        } else if (backlog[node].size() < BACKLOG_LIMIT) {
            backlog[node].add(interpreter.now());
        } else {
            saturated = true;
        }
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        if (turns.isEmpty() && phase.load() instanceof Phase.Closed) {
            running = 0;
        }
        if (phase.load() instanceof Phase.Open) {
            for (int node = 0; node < services.length; node++) {
                if (idle[node] != null) {
                    saturated |= !backlog[node].isEmpty();
                    running -= idle[node].size();
                    idle[node].clear();
                    backlog[node].clear();
                }
            }
        }
        stopIfDone();
    }

    private void stopIfDone() {
        if (running == 0) {
            interpreter.stop();
        }
    }

    /** The phase's time is up: threads finish what they are at. */
    boolean over() {
        return over;
    }

    /** Threads wait to be told when to go on: open load, or work in turn. */
    boolean givesTurns() {
        return phase.inTurn() || phase.load() instanceof Phase.Open;
    }

    /** Operations that begin before this are warm-up. */
    long measuredFrom() {
        return measuredFrom;
    }

    /** A thread has nothing to do and waits for its turn, or for an arrival. */
    void threadFree(int frame) {
        int node = machine.frames().node(frame);
        if (phase.inTurn()) {
            if (turn < 0 && turns.get(turns.size() - 1) == frame) {
                giveTurn();
            }
        } else if (backlog[node].isEmpty()) {
            idle[node].add(frame);
        } else {
            workload.begun(frame, backlog[node].poll());
            interpreter.resume(frame, 0);
        }
    }

    private void giveTurn() {
        if (over) {
            turns.forEach(frame -> interpreter.resume(frame, 0)); // all wait: they leave
            return;
        }
        turn = (turn + 1) % turns.size();
        int frame = turns.get(turn);
        if (workload.hasMore(frame)) {
            workload.begun(frame, interpreter.now());
            interpreter.resume(frame, 0);
        }
    }

    /** A thread has done its share. */
    void threadDone(int frame) {
        running--;
        stopIfDone();
    }

    /** An operation is complete. */
    void operationDone() {
        lastOperation = interpreter.now();
        if (phase.inTurn()) {
            interpreter.after(0, turnKind, subject(0));
        }
    }

    /** Every node has finished the service. */
    void servicesDone() {
        servicesDone = true;
        interpreter.stop();
    }
}
