// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.Traffic;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.TimePart;
import org.quorate.cluster.workload.Workload;
import org.quorate.cluster.workload.WorkloadStep;

/** Takes notes on one operation of a run. Not thread-safe. */
public final class OperationRecorder implements Watch {

    private static final int NOBODY = -1;

    private final WatchedKind what;
    private final int index;
    private Machine machine;
    private FileSystem fileSystem;
    private Workload workload;
    private KindCounter counter;
    private Notebook notes;
    private int operation = NOBODY;
    private WatchedOperation result;
    private boolean over;
    private DiskCounts before;
    /** What threads have sent to the LUN and still wait for. */
    private final Map<Integer, PendingRequests> pending = new HashMap<>();

    private record PendingRequests(long fromNanos, DiskCounts counts) {
    }

    /**
     * For one of the operations of a kind.
     *
     * @param index in the order in which they begin, from 0
     */
    public OperationRecorder(WatchedKind what, int index) {
        this.what = what;
        this.index = index;
    }

    /** The operation; absent if there was none of that number. */
    public Optional<WatchedOperation> operation() {
        return Optional.ofNullable(result);
    }

    @Override
    public void begin(Machine runMachine, FileSystem runFileSystem, Workload runWorkload) {
        machine = runMachine;
        fileSystem = runFileSystem;
        workload = runWorkload;
        counter = new KindCounter(what, machine, workload);
    }

    @Override
    public void phase(String name) {
        over |= counter.phase(name);
    }

    @Override
    public boolean isDone() {
        return over || result != null;
    }

    @Override
    public Ledger ledger(Interpreter interpreter) {
        return new Ledger(interpreter) {
            @Override
            public void moveAt(int frame, TimePart to, long timeNanos) {
                super.moveAt(frame, to, timeNanos);
                if (notes != null) {
                    notes.moved(frame, interpreter.frames().get(frame, Reg.BEHALF), to, timeNanos);
                }
            }

            @Override
            public void moveOperation(int moved, TimePart to) {
                super.moveOperation(moved, to);
                if (notes != null) {
                    notes.moved(interpreter.running(), moved, to, interpreter.now());
                }
            }
        };
    }

    @Override
    public Traffic traffic() {
        return new Traffic() {
            @Override
            protected void sent(Messages messages, int message, long arrivalNanos) {
                super.sent(messages, message, arrivalNanos);
                if (notes != null) {
                    notes.sent(messages, message, arrivalNanos);
                }
            }
        };
    }

    @Override
    public Mechanism around(Mechanism mechanism) {
        return new ForwardingMechanism(mechanism) {
            @Override
            void before(Step step, int frame, int operand) {
                beforeStep(step, frame, operand);
            }

            @Override
            void after(Step step, int frame) {
                afterStep(step, frame);
            }
        };
    }

    private void beforeStep(Step step, int frame, int operand) {
        if (notes == null) {
            return;
        }
        PendingRequests requests = pending.remove(frame);
        if (requests != null) {
            notes.requested(frame, requests.fromNanos, requests.counts, machine.interpreter().now());
        }
        if (step == WorkloadStep.END && frame == operation) {
            pending.forEach((thread, left) -> notes.requested(thread, left.fromNanos, left.counts, machine.interpreter().now()));
            result = notes.end();
            notes = null;
            return;
        }
        notes.stepping(frame, step, operand);
        before = machine.lun().counts();
    }

    private void afterStep(Step step, int frame) {
        if (notes != null) {
            DiskCounts sent = since(before, machine.lun().counts());
            if (sent.reads() + sent.writes() + sent.flushes() > 0) {
                pending.put(frame, new PendingRequests(machine.interpreter().now(), sent));
            }
            notes.stepping(NOBODY, null, 0);
        } else if (step == WorkloadStep.BEGIN && !isDone() && counter.begin(frame) == index) {
            operation = frame;
            notes = new Notebook(machine, fileSystem, frame, workload.began(frame));
        }
    }

    private static DiskCounts since(DiskCounts from, DiskCounts to) {
        return new DiskCounts(to.reads() - from.reads(), to.writes() - from.writes(), to.flushes() - from.flushes(),
                to.readSectors() - from.readSectors(), to.writeSectors() - from.writeSectors());
    }
}
