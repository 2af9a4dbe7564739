// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.workload.Workload;
import org.quorate.cluster.workload.WorkloadStep;

/** Measures every operation of a kind. Not thread-safe. */
public final class LatencySurvey implements Watch {

    private final WatchedKind what;
    private KindCounter counter;
    private Interpreter interpreter;
    private Workload workload;
    /** The number of the operation of interest that a frame is at. */
    private final Map<Integer, Integer> present = new HashMap<>();
    private long[] nanos = new long[1024];
    private int count;
    private boolean done;

    public LatencySurvey(WatchedKind what) {
        this.what = what;
    }

    /** In the order in which the operations began. */
    public long[] latencies() {
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void begin(Machine machine, FileSystem fileSystem, Workload runWorkload) {
        workload = runWorkload;
        interpreter = machine.interpreter();
        counter = new KindCounter(what, machine, workload);
    }

    @Override
    public void phase(String name) {
        done |= counter.phase(name);
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public Mechanism around(Mechanism mechanism) {
        return mechanism != workload ? mechanism : new ForwardingMechanism(mechanism) {
            @Override
            void before(Step step, int frame, int operand) {
                if (step == WorkloadStep.END && present.containsKey(frame)) {
                    nanos[present.remove(frame)] = interpreter.now() - workload.began(frame);
                }
            }

            @Override
            void after(Step step, int frame) {
                int number = step == WorkloadStep.BEGIN ? counter.begin(frame) : KindCounter.OTHER;
                if (number != KindCounter.OTHER) {
                    present.put(frame, number);
                    count = number + 1;
                    nanos = count > nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                }
            }
        };
    }
}
