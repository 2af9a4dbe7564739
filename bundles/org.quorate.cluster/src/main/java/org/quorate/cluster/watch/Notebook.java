// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.fs.LockNaming;
import org.quorate.cluster.fsdlm.PlockStep;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.PlainNames;
import org.quorate.cluster.host.Protocol;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
import org.quorate.cluster.vfs.VfsStep;

/** Notes on one operation while it goes on. Not thread-safe. */
final class Notebook {

    private static final int NOBODY = -1;
    private static final MessageType[] TYPES = MessageType.values();

    private final Machine machine;
    private final FileSystem fileSystem;
    private final Frames frames;
    private final LockNaming locks;
    private final PlainNames plain;
    private final int operation;
    private final long arrived;
    private final long began;
    private final String directory;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<WireMessage> messages = new ArrayList<>();
    private final List<DiskRequests> disk = new ArrayList<>();
    private final Set<Long> resources = new HashSet<>();
    private long lastResource = LockNaming.NO_RESOURCE;
    private Step step;
    private int stepping = NOBODY;
    private int operand;
    private Stretch lastJournal;
    private int lastMover = NOBODY;

    /** An operation begins now on its frame. */
    Notebook(Machine machine, FileSystem fileSystem, int operation, long arrived) {
        this.machine = machine;
        this.fileSystem = fileSystem;
        this.operation = operation;
        this.arrived = arrived;
        frames = machine.frames();
        locks = fileSystem.lockNaming();
        plain = new PlainNames(machine.scenario(), machine.names());
        began = machine.interpreter().now();
        directory = name(Reg.DIRECTORY);
        moved(operation, operation, TimePart.OWN_CPU, began);
    }

    private String name(int register) {
        int inode = frames.get(operation, register);
        return inode < 0 ? "" : plain.of(inode);
    }

    /** A frame executes a step; frame -1 when it has. */
    void stepping(int frame, Step present, int firstOperand) {
        if (frame != NOBODY && frame == lastMover && isWork(last()) && last().fromNanos() < machine.interpreter().now()) {
            Stretch work = last();
            long now = machine.interpreter().now();
            endLast(now);
            stretches.add(new Stretch(now, now, work.part(), work.node(), work.thread(), work.recipe(), true, work.lock()));
        }
        stepping = frame;
        step = present;
        operand = firstOperand;
    }

    /**
     * An operation passes to another part, as the ledger is told.
     *
     * @param mover frame that does it, or -1
     */
    void moved(int mover, int ofOperation, TimePart part, long timeNanos) {
        if (ofOperation != operation) {
            return;
        }
        // a move into the future is taken back by one that comes before, as in the ledger
        while (!stretches.isEmpty() && last().fromNanos() > timeNanos) {
            stretches.remove(stretches.size() - 1);
        }
        endLast(timeNanos);
        stretches.add(place(mover, part, timeNanos));
        lastJournal = part == TimePart.HOLDER_JOURNAL ? last() : lastJournal;
        lastMover = mover;
    }

    private static boolean isWork(Stretch stretch) {
        return (stretch.part() == TimePart.OWN_CPU || stretch.part() == TimePart.REMOTE_CPU) && !stretch.handsOver();
    }

    private Stretch last() {
        return stretches.get(stretches.size() - 1);
    }

    private void endLast(long timeNanos) {
        if (!stretches.isEmpty()) {
            stretches.add(stretches.remove(stretches.size() - 1).until(timeNanos));
        }
    }

    private Stretch place(int mover, TimePart part, long timeNanos) {
        if (mover == NOBODY) {
            WireMessage message = messages.get(messages.size() - 1);
            return new Stretch(timeNanos, timeNanos, part, message.to(), message.receiver(), message.receiver(), true,
                    message.lock());
        }
        if (mover == operation && part == TimePart.HOLDER_JOURNAL && lastJournal != null) {
            // the process goes to sleep while the holder is at it
            return new Stretch(timeNanos, timeNanos, part, lastJournal.node(), lastJournal.thread(), lastJournal.recipe(), false,
                    lastJournal.lock());
        }
        List<String> recipes = machine.interpreter().recipes(mover);
        return new Stretch(timeNanos, timeNanos, part, frames.node(mover), recipes.get(0), recipes.get(recipes.size() - 1), false,
                waitedFor(mover, part));
    }

    private Optional<LockName> waitedFor(int mover, TimePart part) {
        return switch (part) {
            case OWN_CPU, LUN_SERVICE, LUN_QUEUE, OWN_JOURNAL -> Optional.empty();
            case CPU_WAIT -> mover == operation ? Optional.empty() : lastLock();
            case NETWORK -> isAtPlock(mover) ? Optional.of(plock(mover)) : lastLock();
            case REMOTE_CPU, HOLD_TIME, HOLDER_JOURNAL -> lastLock();
            case LOCK_QUEUE -> queuedFor(mover);
        };
    }

    private Optional<LockName> queuedFor(int mover) {
        if (mover != operation || mover != stepping) {
            return lastLock();
        }
        if (isAtPlock(mover)) {
            return Optional.of(plock(mover));
        }
        if (step == VfsStep.LOCK_RENAMES) {
            return Optional.of(new LockName("renames between directories on this node", "s_vfs_rename_mutex"));
        }
        if (step == VfsStep.LOCK_INODE) {
            return Optional.of(new LockName(plain.of(frames.get(mover, operand)) + " on this node", "i_rwsem"));
        }
        lastResource = locks.atHand(mover);
        resources.add(lastResource);
        return lastLock();
    }

    private Optional<LockName> lastLock() {
        return lastResource == LockNaming.NO_RESOURCE ? Optional.empty() : locks.name(lastResource);
    }

    /** An fcntl lock is none of the lock manager's: the operation waits for its owner or for corosync (fs/dlm/plock.c). */
    private boolean isAtPlock(int mover) {
        return mover == operation && mover == stepping && step instanceof PlockStep;
    }

    private LockName plock(int mover) {
        return new LockName("fcntl lock of " + plain.of(frames.get(mover, Reg.FILE)), "plock");
    }

    /** A message is sent. */
    void sent(Messages table, int message, long arrivalNanos) {
        MessageType type = TYPES[table.type[message]];
        boolean onPath = table.behalf[message] == operation;
        long resource = table.resource[message];
        if (type == MessageType.ACK || !onPath && !resources.contains(resource)) {
            return;
        }
        if (onPath) {
            resources.add(resource);
            lastResource = resource;
        }
        List<String> kinds = fileSystem.lockKinds();
        int running = machine.interpreter().running();
        messages.add(new WireMessage(machine.interpreter().now(), arrivalNanos, table.from[message], table.to[message],
                running == NOBODY ? "" : machine.interpreter().recipes(running).get(0),
                type.protocol() == Protocol.O2NET ? "o2net" : "fsdlm/dlm_recv", type.answering(TYPES[table.answered[message]]),
                table.kind[message] < kinds.size() ? kinds.get(table.kind[message]) : "-", locks.name(resource),
                mode(type, table.mode[message]), onPath));
    }

    private static OptionalInt mode(MessageType type, int mode) {
        return switch (type) {
            case CREATE_LOCK, CONVERT_LOCK, AST, BAST, REQUEST, CONVERT, DLM_BAST -> OptionalInt.of(mode);
            default -> OptionalInt.empty();
        };
    }

    /** A thread has sent requests to the LUN and waited for them. */
    void requested(int frame, long fromNanos, DiskCounts counts, long doneNanos) {
        disk.add(new DiskRequests(fromNanos, doneNanos, frames.node(frame), machine.interpreter().recipes(frame).get(0),
                counts, frames.get(frame, Reg.BEHALF) == operation));
    }

    /** The operation is done now. */
    WatchedOperation end() {
        long now = machine.interpreter().now();
        endLast(now);
        List<DiskRequests> related = disk.stream().filter(request -> request.onPath() || isWaitedFor(request))
                .sorted(Comparator.comparingLong(DiskRequests::fromNanos)).toList();
        return new WatchedOperation(frames.node(operation), name(Reg.FILE), directory, arrived, began, now, merged(), messages, related);
    }

    private boolean isWaitedFor(DiskRequests request) {
        return stretches.stream().anyMatch(stretch -> stretch.node() == request.node()
                && (stretch.part() == TimePart.HOLDER_JOURNAL || stretch.part() == TimePart.OWN_JOURNAL)
                && stretch.fromNanos() < request.toNanos() && request.fromNanos() < stretch.toNanos());
    }

    /** Without those that lasted no time; neighbours that differ in nothing but time are one. */
    private List<Stretch> merged() {
        List<Stretch> result = new ArrayList<>();
        for (Stretch next : stretches) {
            Stretch before = result.isEmpty() ? null : result.get(result.size() - 1);
            if (next.toNanos() == next.fromNanos()) {
                continue;
            }
            if (before != null && isLike(before, next)) {
                result.remove(result.size() - 1);
                next = before.until(next.toNanos());
            }
            result.add(next);
        }
        return result;
    }

    private static boolean isLike(Stretch a, Stretch b) {
        return a.part() == b.part() && a.node() == b.node() && a.thread().equals(b.thread()) && a.recipe().equals(b.recipe())
                && a.handsOver() == b.handsOver() && Objects.equals(a.lock(), b.lock());
    }
}
