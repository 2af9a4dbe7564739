// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.workload.Workload;

/** Numbers the operations of a kind as they begin. Not thread-safe. */
final class KindCounter {

    /** The operation is of another kind. */
    static final int OTHER = -1;

    private final WatchedKind what;
    private final Frames frames;
    private final Workload workload;
    private boolean inPhase;
    private int begun;

    KindCounter(WatchedKind what, Machine machine, Workload workload) {
        this.what = what;
        this.workload = workload;
        frames = machine.frames();
    }

    /** A phase begins; true if it is the one after that of interest. */
    boolean phase(String name) {
        boolean left = inPhase;
        inPhase = name.equals(what.phase());
        return left;
    }

    /** The number of the operation that a frame has just begun, from 0, or {@link #OTHER}. */
    int begin(int frame) {
        boolean counts = inPhase && frames.get(frame, Reg.OPERATION) == what.operation().ordinal()
                && (what.node().isEmpty() || what.node().getAsInt() == frames.node(frame)) && workload.isMeasured(frame);
        return counts ? begun++ : OTHER;
    }
}
