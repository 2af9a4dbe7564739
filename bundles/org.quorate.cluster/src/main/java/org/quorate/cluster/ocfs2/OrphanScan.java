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

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final RandomStream jitter;
    private final int[] worker;
    private final boolean[] due;
    private final boolean[] idle;
    /** os_seqno in the lock value block, and as each node knows it. */
    private int sequence;
    private final int[] known;
    private final int kind;

    OrphanScan(Machine machine) {
        this.machine = machine;
        interpreter = machine.interpreter();
        frames = machine.frames();
        jitter = machine.streams().named("orphan scan");
        worker = new int[machine.nodes()];
        due = new boolean[machine.nodes()];
        idle = new boolean[machine.nodes()];
        known = new int[machine.nodes()];
        Arrays.fill(known, 0);
        kind = interpreter.register((k, node) -> begin(node));
    }

    void start() {
        for (int node = 0; node < worker.length; node++) {
            worker[node] = frames.create(node);
            interpreter.start(worker[node], interpreter.entry("ocfs2/orphan scan"), 0);
            schedule(node);
        }
    }

    private void schedule(int node) {
        interpreter.after(INTERVAL_NANOS + (long) (jitter.nextDouble() * JITTER_NANOS), kind, node);
    }

    private void begin(int node) {
        schedule(node);
        due[node] = true;
        if (idle[node]) {
            idle[node] = false;
            machine.hosts().wakeWorker(worker[node]);
        }
    }

    /** Sleeps until the scan is due. */
    Outcome await(int node) {
        if (!due[node]) {
            idle[node] = true;
            return Outcome.AGAIN;
        }
        due[node] = false;
        return Outcome.NEXT;
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
