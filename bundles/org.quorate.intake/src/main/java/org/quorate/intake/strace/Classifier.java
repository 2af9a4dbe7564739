// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import org.quorate.intake.IntakeException;
import org.quorate.intake.Rejects;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare.Position;

/**
 * Which operations of the model what was done with a file from open to close amounts to. A file that is read, or written, from its start
 * without a jump, and at most once to the disk, is one operation; else each call is one, on a file that stays open. Used by one
 * thread.
 */
final class Classifier {

    private final Usage usage;
    private final Rejects rejects;

    Classifier(Usage usage, Rejects rejects) {
        this.usage = usage;
        this.rejects = rejects;
    }

    /** Notes the operations and returns their number. */
    long closed(OpenFile file, int task, long line) throws IntakeException {
        long before = usage.operations();
        if (file.listings() > 0) {
            usage.addDirectory(OperationKey.of(Operation.READDIR), file.path());
        } else {
            data(file, task);
            locks(file, task);
            for (long i = 0; i < file.syncsOfNothing(); i++) {
                usage.add(OperationKey.of(Operation.FSYNC), file.path(), task, 0);
            }
            if (usage.operations() == before) {
                nothing(file, task, line);
            }
        }
        return usage.operations() - before;
    }

    private static OperationKey whole(Operation operation, OpenFile file) {
        return new OperationKey(operation, file.syncs() > 0, false, Position.START,
                file.flags().direct() && operation != Operation.CREATE && operation != Operation.SESSION);
    }

    private void data(OpenFile file, int task) throws IntakeException {
        OpenFile.Moves reads = file.reads();
        OpenFile.Moves writes = file.writes();
        boolean few = file.syncs() <= 1 || file.flags().synchronous();
        if (file.flocks() == 1 && writes.calls() > 0) {
            usage.add(whole(Operation.SESSION, file), file.path(), task, writes.bytes());
        } else if (file.created() && !file.flags().append() && writes.calls() > 0 && writes.oneSweep() && reads.calls() == 0 && few) {
            usage.file(file.path()).made();
            usage.add(whole(Operation.CREATE, file), file.path(), task, writes.bytes());
        } else if (file.flags().append()) {
            each(Operation.APPEND, file, task, writes);
            readAll(file, task, reads);
        } else if (reads.calls() == 0 && writes.calls() > 0 && writes.oneSweep() && few) {
            usage.add(whole(Operation.WRITE, file), file.path(), task, writes.bytes());
        } else {
            each(Operation.WRITE, file, task, writes);
            readAll(file, task, reads);
        }
        if (file.highest() > 0) {
            usage.file(file.path()).size(file.highest());
        }
    }

    private void readAll(OpenFile file, int task, OpenFile.Moves reads) throws IntakeException {
        if (reads.calls() > 0 && reads.oneSweep() && file.writes().calls() == 0) {
            usage.add(new OperationKey(Operation.READ, false, false, Position.START, file.flags().direct()), file.path(), task, reads.bytes());
        } else {
            each(Operation.READ, file, task, reads);
        }
    }

    /** Each call is an operation; as many as were followed by fsync have it. Which of the sizes those were is not told apart. */
    private void each(Operation operation, OpenFile file, int task, OpenFile.Moves moves) throws IntakeException {
        long calls = moves.calls();
        if (calls == 0) {
            return;
        }
        boolean stays = calls > 1 || file.reads().calls() + file.writes().calls() > 1;
        boolean positioned = operation != Operation.APPEND && stays;
        Position at = !positioned ? Position.START : moves.mostlyJumps() ? Position.RANDOM : Position.NEXT;
        long synced = operation == Operation.READ ? 0 : Math.min(calls, file.syncs());
        if (calls > synced) {
            usage.add(new OperationKey(operation, false, stays, at, file.flags().direct()), file.path(), task, calls - synced, moves.sizes());
        }
        usage.add(new OperationKey(operation, true, stays, at, file.flags().direct()), file.path(), task, synced, moves.sizes());
    }

    private void locks(OpenFile file, int task) throws IntakeException {
        long flocks = file.flocks() == 1 && file.writes().calls() > 0 ? 0 : file.flocks();
        long locks = flocks + file.recordLocks();
        boolean stays = locks > 1 || file.reads().calls() + file.writes().calls() > 0;
        for (long i = 0; i < locks; i++) {
            usage.add(new OperationKey(i < flocks ? Operation.FLOCK : Operation.FCNTL, false, stays, Position.START, false), file.path(), task, 0);
        }
    }

    private void nothing(OpenFile file, int task, long line) throws IntakeException {
        if (file.created()) {
            usage.file(file.path()).made();
            usage.add(OperationKey.of(Operation.CREATE), file.path(), task, 0);
        } else {
            usage.add(OperationKey.of(Operation.OPEN), file.path(), task, 0);
            if (file.truncated()) {
                rejects.add(line, file.path(), "truncated without being written, which the model has no operation for: taken as open and close");
            }
        }
    }
}
