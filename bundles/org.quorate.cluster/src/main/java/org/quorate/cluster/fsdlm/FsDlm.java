// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.Protocol;
import org.quorate.cluster.lock.LockMode;

/**
 * One lockspace of fs/dlm on all nodes (kernel reference 2.1): a resource is mastered by its first user, whom the directory node
 * of its name remembers; requests and answers are asynchronous messages; one receiving thread a node. Not thread-safe.
 */
public final class FsDlm implements Mechanism {

    private static final Step[] STEPS = DlmStep.values();
    private static final Condition[] CONDITIONS = DlmCondition.values();
    /** By message type: which branch of the recipe that receives handles it. */
    private static final int[] BRANCHES = Arrays.stream(MessageType.values()).mapToInt(DlmRecipes.TYPES::indexOf).toArray();
    private static final int NONE = -1;
    /** scan_secs, kernel reference 2.1. */
    private static final long SCAN_NANOS = 5_000_000_000L;

    final Resources resources;
    final Locks locks;
    final Grants grants;
    final Callbacks callbacks;
    final Wire wire;
    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final Messages messages;
    private final DlmClient client;
    private final Master master;
    private final Requests requests;

    /**
     * Makes the lockspace.
     *
     * @param names  how its user names resources
     * @param client its user, for all nodes
     */
    public FsDlm(Machine machine, NameRules names, DlmClient client) {
        this.machine = machine;
        this.client = client;
        interpreter = machine.interpreter();
        frames = machine.frames();
        messages = machine.network().messages();
        boolean setsAside = !Release.of(machine.kernel()).atLeast(6, 10);
        resources = new Resources(machine.nodes(), setsAside, machine.census(), names);
        locks = new Locks(resources, machine.census(), names);
        wire = new Wire(machine, names);
        master = new Master(messages, machine.ledger(), resources, locks, wire);
        grants = new Grants(resources, locks, master);
        callbacks = new Callbacks(machine, client, resources, locks);
        master.with(grants, callbacks);
        requests = new Requests(this, client, names, messages, machine.ledger());
    }

    /** Writes the recipes of its threads. */
    public void write(RecipeBook book) {
        DlmRecipes.write(book);
    }

    /** Starts its threads; the recipes are loaded. */
    public void start() {
        wire.start();
        for (int node = 0; node < machine.nodes(); node++) {
            int receiver = frames.create(node);
            machine.network().receiver(Protocol.FS_DLM, receiver);
            interpreter.start(receiver, interpreter.entry("fsdlm/dlm_recv"), 0);
            interpreter.start(frames.create(node), interpreter.entry("fsdlm/dlm_scand"), 0);
        }
    }

    /**
     * dlm_lock: a new lock, or another mode for the lock of the handle. Its AST comes later.
     *
     * @param node   on which the lock is
     * @param handle the user's
     * @param mode   a {@link LockMode}
     * @return false if an answer for the lock is still awaited, of a cancel for example (EBUSY): nothing was done
     */
    public boolean lock(int node, int handle, int mode) {
        return requests.lock(node, handle, mode);
    }

    /**
     * dlm_unlock; {@link DlmClient#unlocked} comes later.
     *
     * @return false if an answer for the lock is still awaited (EBUSY): nothing was done
     */
    public boolean unlock(int handle) {
        return requests.unlock(handle);
    }

    /** Cancels the request of a handle that is under way, if it is still queued; an AST comes either way. */
    public void cancel(int handle) {
        requests.cancel(handle);
    }

    /** So many locks will be held: each with a resource, and a record of it where the directory is. */
    public void expect(int count) {
        locks.expect(count);
        resources.expect(Math.multiplyExact(count, 2));
    }

    /** The lock of a handle exists with this mode as if it had been granted long ago; it must be compatible with the others. */
    public void hold(int node, int handle, int mode) {
        long name = client.resource(handle);
        int directory = resources.directory(name);
        int record = resources.find(directory, name);
        boolean isNew = record == NONE;
        int masterNode = isNew ? node : resources.master[record];
        if (isNew) {
            if (directory != node) {
                resources.setAside(directory); // it learned of the resource when it joined (dlm_recover_directory)
            }
            record = resources.create(directory, name, masterNode);
            resources.toss(record, interpreter.now());
        }
        // what the directory does not know nobody else knows: no need to look
        int own = isNew && directory != node ? create(node, name, masterNode) : active(node, name, masterNode);
        int lock = locks.create(own, NONE, false);
        locks.handle[lock] = handle;
        settle(lock, mode);
        client.lock(handle, lock);
        if (masterNode != node) {
            int copy = locks.create(active(masterNode, name, masterNode), node, client.hasValue(handle));
            locks.peer[copy] = lock;
            locks.peer[lock] = copy;
            settle(copy, mode);
        }
    }

    private int create(int node, long name, int masterNode) {
        resources.setAside(node);
        return resources.create(node, name, masterNode);
    }

    private int active(int node, long name, int masterNode) {
        int resource = resources.find(node, name);
        if (resource == NONE) {
            return create(node, name, masterNode);
        }
        resources.setAside(node);
        if (resources.inactive[resource]) {
            resources.revive(resource);
        }
        return resource;
    }

    private void settle(int lock, int mode) {
        locks.granted[lock] = (byte) mode;
        locks.delivered[lock] = (byte) mode;
        locks.move(lock, Locks.GRANTED);
    }

    /**
     * Checks that the locks granted on each resource are compatible, at its master.
     *
     * @throws IllegalStateException naming a resource where they are not
     */
    public void verify() {
        for (int resource = 0; resource < resources.rows(); resource++) {
            if (resources.node[resource] == resources.master[resource] && !isSound(resource)) {
                throw new IllegalStateException("incompatible locks are granted on resource "
                        + Long.toHexString(resources.name(resource)));
            }
        }
    }

    /** The resources for which a lock is queued at the master, with all their locks, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int resource = 0; resource < resources.rows(); resource++) {
            boolean queued = resources.node[resource] != NONE && resources.node[resource] == resources.master[resource]
                    && (locks.first(resource, Locks.CONVERTING) != NONE || locks.first(resource, Locks.WAITING) != NONE);
            if (queued) {
                text.append(System.lineSeparator()).append("resource ").append(Long.toHexString(resources.name(resource)))
                        .append(" at node ").append(resources.node[resource]).append(':');
                for (int queue = Locks.GRANTED; queue <= Locks.WAITING; queue++) {
                    locks.describe(resource, queue, text);
                }
            }
        }
        return text.toString();
    }

    private boolean isSound(int resource) {
        for (int a = locks.first(resource, Locks.GRANTED); a != NONE; a = locks.next[a]) {
            for (int b = locks.next[a]; b != NONE; b = locks.next[b]) {
                if (!LockMode.compatible(locks.granted[a], locks.granted[b])) {
                    return false;
                }
            }
        }
        return true;
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
        DlmStep what = (DlmStep) STEPS[step];
        switch (what) {
            case AWAIT_OUTGOING -> {
                return wire.take(frame) ? Outcome.NEXT : Outcome.AGAIN;
            }
            case AWAIT_SCAN -> {
                interpreter.resume(frame, SCAN_NANOS);
                return Outcome.WAIT;
            }
            case SEND -> wire.send(frames.get(frame, Reg.MESSAGE));
            case DELIVER -> callbacks.deliver(frames.get(frame, Reg.WORK));
            case DELIVERED -> callbacks.delivered(frame);
            case SHRINK -> master.shrink(frames.node(frame), interpreter.now());
            default -> receive(what, frame, frames.get(frame, Reg.MESSAGE));
        }
        return Outcome.NEXT;
    }

    private void receive(DlmStep what, int frame, int message) {
        switch (what) {
            case MESSAGE_TYPE -> frames.set(frame, Reg.WORK, BRANCHES[messages.type[message]]);
            case BEGIN -> wire.begin(message);
            case RECEIVED -> wire.received(message);
            case REMOVE_RECORD -> master.remove(message);
            case TAKE_LOOKUP_REPLY -> requests.lookupReply(message);
            case TAKE_REQUEST_REPLY -> requests.requestReply(message);
            case TAKE_CONVERT_REPLY -> requests.convertReply(message);
            case TAKE_UNLOCK_REPLY -> requests.unlockReply(message);
            case TAKE_CANCEL_REPLY -> requests.cancelReply(message);
            case TAKE_GRANT -> requests.grant(message);
            case TAKE_BAST -> requests.bast(message);
            default -> serve(what, frame, message);
        }
    }

    private void serve(DlmStep what, int frame, int message) {
        int copy = frames.get(frame, Reg.LOCK);
        int status = frames.get(frame, Reg.RESULT);
        switch (what) {
            case LOOK_UP_MASTER -> frames.set(frame, Reg.RESULT, master.lookUp(message));
            case SEND_LOOKUP_REPLY -> master.replyLookup(message, status);
            case FIND_RESOURCE -> findResource(frame, message);
            case DO_REQUEST -> {
                copy = master.copy(message, frames.get(frame, Reg.RES));
                decide(frame, copy, false);
            }
            case SEND_REQUEST_REPLY -> master.reply(MessageType.REQUEST_REPLY, message, copy, status);
            case REQUEST_EFFECTS -> master.effects(copy, status, false);
            case DO_CONVERT -> {
                master.take(message, messages.lock[message]);
                decide(frame, messages.lock[message], true);
            }
            case SEND_CONVERT_REPLY -> master.reply(MessageType.CONVERT_REPLY, message, copy, status);
            case CONVERT_EFFECTS -> master.effects(copy, status, true);
            case DO_UNLOCK -> {
                frames.set(frame, Reg.LOCK, messages.lock[message]);
                master.unlock(messages.lock[message]);
            }
            case SEND_UNLOCK_REPLY -> master.reply(MessageType.UNLOCK_REPLY, message, copy, Status.UNLOCKED);
            case UNLOCK_EFFECTS -> master.unlockEffects(copy);
            case DO_CANCEL -> {
                frames.set(frame, Reg.LOCK, messages.lock[message]);
                frames.set(frame, Reg.RESULT, master.cancel(messages.lock[message]));
            }
            case SEND_CANCEL_REPLY -> master.reply(MessageType.CANCEL_REPLY, message, copy, status);
            case CANCEL_EFFECTS -> master.cancelEffects(copy, status);
            default -> throw new IllegalStateException("fs/dlm does not execute " + what);
        }
    }

    private void findResource(int frame, int message) {
        int found = master.findResource(message);
        frames.set(frame, Reg.LOCK, NONE);
        frames.set(frame, Reg.RES, found);
        frames.set(frame, Reg.RESULT, found >= 0 ? Status.OK : -found);
    }

    private void decide(int frame, int copy, boolean conversion) {
        frames.set(frame, Reg.LOCK, copy);
        frames.set(frame, Reg.RESULT, master.decide(copy, conversion));
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int message = frames.get(frame, Reg.MESSAGE);
        return switch ((DlmCondition) CONDITIONS[condition]) {
            case MASTER_IS_HERE -> frames.get(frame, Reg.RESULT) == frames.node(frame);
            case SUCCESS -> frames.get(frame, Reg.RESULT) == Status.OK;
            case DOWN_CONVERSION -> LockMode.isDown(locks.granted[messages.lock[message]], messages.mode[message]);
        };
    }
}
