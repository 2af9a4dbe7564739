// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.host.Machine;

/**
 * Extents that were freed, in a log of each slot, which goes to the global bitmap two seconds after its last use or when it is full
 * (fs/ocfs2/alloc.c). Not thread-safe.
 */
final class TruncateLog {

    /** OCFS2_TRUNCATE_LOG_FLUSH_INTERVAL, kernel reference 1.4. */
    private static final long FLUSH_NANOS = 2_000_000_000L;
    /** Head of an inode with that of its truncate log, and bytes of a record (ocfs2_fs.h). */
    private static final int HEAD = 200;
    private static final int RECORD = 8;

    private final Interpreter interpreter;
    private final int capacity;
    private final int[] records;
    private final DueWorker worker;
    private final long[] dueAt;
    private final int kind;

    /** Makes the logs of a volume with blocks of so many bytes. */
    TruncateLog(Machine machine, int blockBytes) {
        interpreter = machine.interpreter();
        capacity = capacity(blockBytes);
        int nodes = machine.nodes();
        records = new int[nodes];
        worker = new DueWorker(machine, "ocfs2/truncate log");
        dueAt = new long[nodes];
        kind = interpreter.register((k, node) -> due(node));
    }

    /** Records in an inode's block (ocfs2_truncate_recs_per_inode). */
    static int capacity(int blockBytes) {
        return (blockBytes - HEAD) / RECORD;
    }

    void start() {
        worker.start();
    }

    /** An extent is freed. ocfs2_schedule_truncate_log_flush: each further use pushes the flush off. */
    void add(int node) {
        records[node]++;
        if (dueAt[node] == 0) {
            interpreter.after(FLUSH_NANOS, kind, node);
        }
        dueAt[node] = interpreter.now() + FLUSH_NANOS;
    }

    /** A record goes to the global bitmap; true if it was the last one. */
    boolean remove(int node) {
        records[node] = Math.max(0, records[node] - 1);
        return records[node] == 0;
    }

    boolean isEmpty(int node) {
        return records[node] == 0;
    }

    boolean isFull(int node) {
        return records[node] >= capacity;
    }

    private void due(int node) {
        if (interpreter.now() < dueAt[node]) {
            interpreter.at(dueAt[node], kind, node);
            return;
        }
        dueAt[node] = 0;
        worker.wake(node);
    }

    /** The worker sleeps until its log is due. */
    Outcome await(int node) {
        return worker.await(node);
    }
}
