// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostCondition;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.OpenFileStep;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.sim.RandomStream;
import org.quorate.sim.Sampler;

/**
 * The workload threads. {@link PhaseRun} says what they do; this class is the mechanism behind their recipe: take turns, begin an
 * operation, end it. Not thread-safe.
 */
public final class Workload implements Mechanism {

    private static final Step[] STEPS = WorkloadStep.values();
    private static final Condition[] CONDITIONS = WorkloadCondition.values();
    private static final int NONE = -1;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final Recorder recorder = new Recorder();
    private PhaseRun phase;
    private Choice choice;
    private Sampler think;
    private RandomStream[] thinks = new RandomStream[64];
    private long[] begun = new long[64];
    private long[] left = new long[64];
    private boolean[] ready = new boolean[64];
    private boolean[] leaves = new boolean[64];
    private int servicesRunning;

    public Workload(Machine machine) {
        this.machine = machine;
        interpreter = machine.interpreter();
        frames = machine.frames();
    }

    /** Writes the recipes of workload and service threads. */
    public void write(RecipeBook book) {
        List<String> operations = Arrays.stream(Operation.values()).map(o -> "op/" + o.name().toLowerCase(Locale.ROOT)).toList();
        book.recipe("workload/thread", r -> r.forever(f -> f
                .step(WorkloadStep.AWAIT_TURN)
                .when(WorkloadCondition.DONE, d -> d.call("workload/close").step(WorkloadStep.LEAVE))
                .step(WorkloadStep.BEGIN)
                .choose(WorkloadCondition.NO_FILE, n -> n.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal()),
                        y -> y.callByRegister(Reg.OPERATION, operations)
                                .when(WorkloadCondition.WITH_FSYNC, s -> s.call("op/fsync")))
                .step(WorkloadStep.END)));
        book.recipe("workload/close", r -> r
                .step(OpenFileStep.TAKE_KEPT)
                .repeatWhile(HostCondition.IS, Reg.RESULT, 1, 0, f -> f
                        .call("close")
                        .step(OpenFileStep.TAKE_KEPT)));
        for (String service : List.of("sync", "drop caches")) {
            book.recipe("service/" + service, r -> r.call(service).step(WorkloadStep.SERVICE_DONE));
        }
    }

    Recorder recorder() {
        return recorder;
    }

    /** A phase begins: what its threads do from now on. */
    void begin(PhaseRun run, Phase description) {
        phase = run;
        choice = new Choice(machine, description);
        recorder.reset();
    }

    /** Think time of closed phases. */
    void think(Sampler sampler) {
        think = sampler;
    }

    /** A node has something to do in this phase. */
    boolean hasWork(int node) {
        return choice.hasWork(node);
    }

    /** Operations of each thread of a node in a phase that is done in sequence. */
    long sequenceLength(int node) {
        return choice.sequenceLength(node);
    }

    /** Prepares a thread's frame for the phase. */
    void prepare(String phaseName, int frame, int thread, long operations) {
        if (frame >= begun.length) {
            int size = Math.max(frame + 1, begun.length * 2);
            begun = Arrays.copyOf(begun, size);
            left = Arrays.copyOf(left, size);
            ready = Arrays.copyOf(ready, size);
            leaves = Arrays.copyOf(leaves, size);
            thinks = Arrays.copyOf(thinks, size);
        }
        choice.thread(phaseName, frame, thread);
        thinks[frame] = machine.streams().named("think " + phaseName + " " + frames.node(frame) + " " + thread);
        left[frame] = operations;
        ready[frame] = false;
    }

    /** Time at which the present operation of a frame began, or arrived. */
    void begun(int frame, long nanos) {
        begun[frame] = nanos;
        ready[frame] = true;
    }

    /** When the present operation of a frame began or, under open load, arrived: simulated time in nanoseconds. */
    public long began(int frame) {
        return begun[frame];
    }

    /** The present operation of a frame is no warm-up. */
    public boolean isMeasured(int frame) {
        return begun[frame] >= phase.measuredFrom();
    }

    /** The thread has operations left in this phase. */
    boolean hasMore(int frame) {
        return left[frame] > 0;
    }

    /** Runs a service on every node; {@link PhaseRun#servicesDone} is called at the end. */
    void service(String recipe, int[] serviceFrames) {
        servicesRunning = serviceFrames.length;
        for (int frame : serviceFrames) {
            interpreter.start(frame, interpreter.entry(recipe), 0);
        }
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        return switch ((WorkloadStep) STEPS[step]) {
            case AWAIT_TURN -> awaitTurn(frame);
            case LEAVE -> {
                phase.threadDone(frame);
                yield Outcome.WAIT;
            }
            case BEGIN -> {
                machine.ledger().open(frame);
                choice.choose(frame);
                yield Outcome.NEXT;
            }
            case END -> {
                end(frame);
                yield Outcome.NEXT;
            }
            case SERVICE_DONE -> {
                if (--servicesRunning == 0) {
                    phase.servicesDone();
                }
                yield Outcome.WAIT;
            }
        };
    }

    private Outcome awaitTurn(int frame) {
        leaves[frame] = false;
        if (ready[frame]) {
            ready[frame] = false;
            return Outcome.NEXT;
        }
        if (left[frame] == 0 || phase.over()) {
            leaves[frame] = true;
            return Outcome.NEXT;
        }
        if (phase.givesTurns()) {
            phase.threadFree(frame);
        } else {
            long pause = think.sample(thinks[frame]);
            if (pause == 0) {
                begun[frame] = interpreter.now();
                return Outcome.NEXT;
            }
            begun(frame, interpreter.now() + pause);
            interpreter.resume(frame, pause);
        }
        return Outcome.AGAIN;
    }

    private void end(int frame) {
        int kind = frames.get(frame, Reg.OPERATION);
        boolean measured = isMeasured(frame);
        machine.ledger().close(frame, recorder.parts(kind, measured));
        recorder.add(kind, begun[frame], interpreter.now() - begun[frame], measured);
        left[frame]--;
        phase.operationDone();
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((WorkloadCondition) CONDITIONS[condition]) {
            case DONE -> leaves[frame];
            case WITH_FSYNC -> choice.share(frames.get(frame, Reg.SHARE)).fsync();
            case NO_FILE -> frames.get(frame, Reg.FILE) == NONE && !makesItsFile(frame);
        };
    }

    private boolean makesItsFile(int frame) {
        int operation = frames.get(frame, Reg.OPERATION);
        return operation == Operation.CREATE.ordinal() || operation == Operation.MKDIR.ordinal()
                || operation == Operation.READDIR.ordinal() || operation == Operation.STATFS.ordinal();
    }
}
