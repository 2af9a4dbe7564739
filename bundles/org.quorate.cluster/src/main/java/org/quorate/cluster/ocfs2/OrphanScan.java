// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Machine;
import org.quorate.sim.RandomStream;

/**
 * The scan of all orphan directories by every node, 300 s and up to 5 s more after the last one (kernel reference 1.4,
 * fs/ocfs2/journal.c:ocfs2_orphan_scan_timeout). A node leaves it out if another one has scanned since its own turn. Not thread-safe.
 */
final class OrphanScan {

    private static final long INTERVAL_NANOS = 300_000_000_000L;
    private static final long JITTER_NANOS = 5_000_000_000L;

    private final Interpreter interpreter;
    private final Frames frames;
    private final RandomStream jitter;
    private final DueWorker worker;
    /** os_seqno in the lock value block, and as each node knows it. */
    private int sequence;
    private final int[] known;
    private final int kind;

    OrphanScan(Machine machine) {
        interpreter = machine.interpreter();
        frames = machine.frames();
        jitter = machine.streams().named("orphan scan");
        worker = new DueWorker(machine, "ocfs2/orphan scan");
        known = new int[machine.nodes()];
        Arrays.fill(known, 0);
        kind = interpreter.register((k, node) -> begin(node));
    }

    void start() {
        worker.start();
        for (int node = 0; node < known.length; node++) {
            schedule(node);
        }
    }

    private void schedule(int node) {
        interpreter.after(INTERVAL_NANOS + (long) (jitter.nextDouble() * JITTER_NANOS), kind, node);
    }

    private void begin(int node) {
        schedule(node);
        worker.wake(node);
    }

    /** Sleeps until the scan is due. */
    Outcome await(int node) {
        return worker.await(node);
    }

    /** Names the next orphan directory of the scan in OTHER. */
    void next(int frame, int[] orphanDirectories) {
        int node = frames.node(frame);
        int slot = frames.get(frame, Reg.LOOP);
        if (slot == 0) {
            boolean scannedByAnother = known[node] != sequence;
            sequence += scannedByAnother ? 0 : 1;
            known[node] = sequence;
            slot = scannedByAnother ? orphanDirectories.length : 0;
        }
        boolean more = slot < orphanDirectories.length;
        if (more) {
            frames.set(frame, Reg.OTHER, orphanDirectories[slot]);
            frames.set(frame, Reg.LOOP, slot + 1);
        }
        frames.set(frame, Reg.RESULT, more ? 1 : 0);
    }
}
