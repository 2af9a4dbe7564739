// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.host.Protocol;
import org.quorate.cluster.lock.LockClient;
import org.quorate.cluster.lock.LockMode;

/**
 * o2dlm: one domain over all nodes. Callers use the recipes {@code o2dlm/lock}, {@code o2dlm/convert}, {@code o2dlm/cancel} and
 * {@code o2dlm/unlock} with the handle in LOCK and the mode in MODE; the answer comes to the {@link LockClient}. Not thread-safe.
 */
public final class O2dlm implements Mechanism {

    private static final Step[] STEPS = O2dlmStep.values();
    private static final Condition[] CONDITIONS = O2dlmCondition.values();
    private static final MessageType[] TYPES = MessageType.values();
    private static final int NO_NODE = -1;
    /** Lock value block of OCFS2, kernel reference 1.3. */
    private static final int VALUE_BYTES = 64;
    /** DLM_THREAD_MAX_DIRTY, kernel reference 2.2. */
    private static final int MAX_DIRTY = 100;
    private static final int STALE = 2;

    private final Domain domain;
    private final Resources resources;
    private final Locks locks;
    private final Frames frames;
    private final Grants grants;
    private final Mastery mastery;
    private final O2net net;
    private final Messages messages;
    private final LockClient client;
    private final WarmMasters masters = new WarmMasters();

    /** Makes the domain. */
    public O2dlm(Machine machine, LockClient client) {
        this.client = client;
        domain = new Domain(machine, client);
        resources = domain.resources;
        locks = domain.locks;
        frames = machine.frames();
        grants = new Grants(domain);
        mastery = new Mastery(domain);
        net = new O2net(domain);
        messages = machine.network().messages();
    }

    /** Writes the recipes. */
    public void write(RecipeBook book) {
        O2dlmRecipes.write(book);
    }

    /** Starts the kernel threads of every node. */
    public void start() {
        masters.clear();
        domain.start();
        for (int node = 0; node < domain.nodes; node++) {
            int receiver = frames.create(node);
            domain.machine.network().receiver(Protocol.O2NET, receiver);
            domain.interpreter.start(receiver, domain.interpreter.entry("o2net"), 0);
        }
    }

    /** So many locks will be established. */
    public void expect(int count) {
        resources.expect(count);
        locks.expect(count);
        masters.expect(count);
    }

    /**
     * Builds a granted lock directly, without messages: for warm starts, before {@link #start}. The first holder of a resource is its
     * master.
     */
    public void establish(int node, int handle, int mode) {
        long name = client.resource(handle);
        int master = masters.of(name, node);
        int row = resources.findOrMake(node, name);
        domain.exist(row);
        resources.owner[row] = master;
        int lock = domain.makeLock(row, node, handle);
        locks.mode[lock] = mode;
        locks.move(lock, Locks.GRANTED);
        client.lock(handle, lock);
        if (master != node) {
            int masterRow = resources.find(master, name);
            resources.references[masterRow] |= 1L << node;
            int copy = domain.makeLock(masterRow, node, handle);
            locks.mode[copy] = mode;
            locks.move(copy, Locks.GRANTED);
            pair(lock, copy);
        }
    }

    private void pair(int lock, int copy) {
        locks.peer[lock] = copy;
        locks.peer[copy] = lock;
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
        O2dlmStep what = (O2dlmStep) STEPS[step];
        return switch (what) {
            case FIND_RESOURCE, NEXT_NODE, NO_MORE_NODES, ASK_NODE, NOTE_ANSWER, ASK_OWNER_AGAIN, DECIDE, AWAIT_ASSERT, ASSERT,
                    NOTE_ASSERT_ANSWER, OWN_IT, FOUND -> mastery(what, frame);
            case AWAIT_WORK, SHUFFLE, TAKE_AST, TAKE_BAST, DELIVER, SEND_AST, TAKE_PURGE, SEND_DEREF, FREE_RESOURCE,
                    TAKE_ASSERT -> thread(what, frame, a == 1);
            case HANDLE -> handle(frame);
            case SEND_STATUS -> {
                net.answer(frames.get(frame, Reg.MESSAGE), frames.get(frame, Reg.WORK));
                yield Outcome.NEXT;
            }
            default -> caller(what, frame);
        };
    }

    private Outcome mastery(O2dlmStep step, int frame) {
        int row = frames.get(frame, Reg.RES);
        int node = frames.node(frame);
        switch (step) {
            case FIND_RESOURCE -> {
                return mastery.find(frame, client.resource(frames.get(frame, Reg.LOCK)));
            }
            case NEXT_NODE -> {
                int next = frames.get(frame, Reg.LOOP) + 1;
                frames.set(frame, Reg.LOOP, next == node ? next + 1 : next);
            }
            case NO_MORE_NODES -> frames.set(frame, Reg.LOOP, domain.nodes);
            case ASK_NODE -> {
                return call(frame, MessageType.MASTER_REQUEST, frames.get(frame, Reg.LOOP), row);
            }
            case NOTE_ANSWER -> mastery.note(row, frames.get(frame, Reg.LOOP), frames.get(frame, Reg.RESULT));
            case ASK_OWNER_AGAIN -> {
                return call(frame, MessageType.MASTER_REQUEST, resources.owner[row], row);
            }
            case DECIDE -> mastery.decide(row);
            case AWAIT_ASSERT -> {
                return mastery.awaitOwner(frame, row);
            }
            case ASSERT -> {
                return call(frame, MessageType.ASSERT_MASTER, frames.get(frame, Reg.LOOP), row);
            }
            case NOTE_ASSERT_ANSWER -> {
                int answer = frames.get(frame, Reg.RESULT);
                mastery.noteAssertAnswer(row, frames.get(frame, Reg.LOOP), answer);
                if ((answer & Mastery.REASSERT) != 0) {
                    frames.set(frame, Reg.WORK, 1);
                }
            }
            case OWN_IT -> mastery.own(row);
            default -> mastery.found(row);
        }
        return Outcome.NEXT;
    }

    private Outcome call(int frame, MessageType type, int to, int row) {
        net.call(frame, type, to, resources.name[row], NO_NODE, 0, 0);
        return Outcome.WAIT;
    }

    private Outcome caller(O2dlmStep step, int frame) {
        int handle = frames.get(frame, Reg.LOCK);
        int mode = frames.get(frame, Reg.MODE);
        int row = frames.get(frame, Reg.RES);
        int lock = client.lock(handle);
        switch (step) {
            case LOCK_HERE -> frames.set(frame, Reg.RESULT, grants.lock(newLock(frame, handle, row, mode), mode,
                    client.mustNotWait(handle)));
            case SEND_CREATE -> {
                return send(frame, MessageType.CREATE_LOCK, newLock(frame, handle, row, mode), mode, 0);
            }
            case RESOURCE_OF_LOCK -> frames.set(frame, Reg.RES, locks.resource[lock]);
            case CONVERT_HERE -> {
                prepare(frame, lock, handle, mode);
                frames.set(frame, Reg.RESULT, grants.convert(lock, mode, client.mustNotWait(handle)));
            }
            case SEND_CONVERT -> {
                prepare(frame, lock, handle, mode);
                boolean put = client.hasValue(handle) && locks.mode[lock] == LockMode.EX && mode < LockMode.EX;
                return send(frame, MessageType.CONVERT_LOCK, lock, mode, put ? VALUE_BYTES : 0);
            }
            case ACCEPTED -> accepted(frame, handle);
            case CANCEL_HERE -> frames.set(frame, Reg.RESULT, grants.cancel(lock) ? 1 : 0);
            case SEND_CANCEL -> {
                return send(frame, MessageType.UNLOCK_LOCK, lock, LockMode.NONE, 0);
            }
            case CANCELLED -> {
                if (frames.get(frame, Reg.RESULT) == 1) {
                    locks.wanted[lock] = LockMode.NONE;
                    client.cancelled(handle);
                }
            }
            case UNLOCK_HERE -> {
                client.lock(handle, NO_NODE);
                grants.unlock(lock);
            }
            case SEND_UNLOCK -> {
                boolean put = client.hasValue(handle) && locks.mode[lock] == LockMode.EX;
                return send(frame, MessageType.UNLOCK_LOCK, lock, LockMode.NL, put ? VALUE_BYTES : 0);
            }
            default -> forget(handle, lock);
        }
        return Outcome.NEXT;
    }

    private int newLock(int frame, int handle, int row, int mode) {
        int lock = domain.makeLock(row, frames.node(frame), handle);
        client.lock(handle, lock);
        prepare(frame, lock, handle, mode);
        resources.inflight[row]--;
        return lock;
    }

    private void prepare(int frame, int lock, int handle, int mode) {
        locks.behalf[lock] = domain.behalf(frame);
        locks.fetchesValue[lock] = client.hasValue(handle) && mode > LockMode.NL && mode > locks.mode[lock];
    }

    private Outcome send(int frame, MessageType type, int lock, int mode, int value) {
        int row = locks.resource[lock];
        net.call(frame, type, resources.owner[row], resources.name[row], lock, mode, value);
        return Outcome.WAIT;
    }

    private void accepted(int frame, int handle) {
        if (frames.get(frame, Reg.RESULT) == Grants.NOT_QUEUED) {
            int lock = client.lock(handle);
            if (locks.queue[lock] == Locks.NOWHERE && locks.peer[lock] == NO_NODE) {
                forget(handle, lock);
            }
            client.refused(handle);
        }
    }

    private void forget(int handle, int lock) {
        int row = locks.resource[lock];
        client.lock(handle, NO_NODE);
        domain.freeLock(lock);
        domain.calculateUsage(row);
    }

    private Outcome thread(O2dlmStep step, int frame, boolean bast) {
        int node = frames.node(frame);
        int subject = frames.get(frame, Reg.RES);
        switch (step) {
            case AWAIT_WORK -> {
                if (domain.dirty[node].isEmpty() && domain.asts[node].isEmpty() && domain.basts[node].isEmpty()
                        && !domain.hasAged(node)) {
                    frames.set(frame, Reg.BEHALF, NO_NODE);
                    domain.threadSleeps(node);
                    return Outcome.AGAIN;
                }
            }
            case SHUFFLE -> shuffle(node);
            case TAKE_AST -> take(frame, domain.asts[node].poll(), false);
            case TAKE_BAST -> take(frame, domain.basts[node].poll(), true);
            case DELIVER -> deliver(subject, bast);
            case SEND_AST -> {
                return sendAst(frame, subject, bast);
            }
            case TAKE_PURGE -> {
                int row = domain.takeAged(node);
                frames.set(frame, Reg.RES, row);
                frames.set(frame, Reg.RESULT, resources.owner[row] == node ? 0 : 1);
            }
            case SEND_DEREF -> {
                return call(frame, MessageType.DEREF_LOCKRES, resources.owner[subject], subject);
            }
            case FREE_RESOURCE -> {
                if (resources.locks[subject] == 0 && resources.inflight[subject] == 0) {
                    domain.free(subject);
                }
            }
            default -> {
                if (domain.asserts[node].isEmpty()) {
                    domain.workerSleeps(node);
                    return Outcome.AGAIN;
                }
                frames.set(frame, Reg.RES, domain.asserts[node].poll());
            }
        }
        return Outcome.NEXT;
    }

    private void shuffle(int node) {
        for (int i = 0; i < MAX_DIRTY && !domain.dirty[node].isEmpty(); i++) {
            int row = domain.dirty[node].poll();
            if (resources.node[row] == node && resources.dirty[row]) {
                resources.dirty[row] = false;
                grants.shuffle(row);
            }
        }
    }

    private void take(int frame, int lock, boolean bast) {
        boolean[] pending = bast ? locks.bastPending : locks.astPending;
        if (!pending[lock] || locks.resource[lock] == NO_NODE) {
            frames.set(frame, Reg.RESULT, STALE);
            return;
        }
        pending[lock] = false;
        domain.subject[frames.node(frame)] = locks.identity(lock);
        frames.set(frame, Reg.RES, lock);
        frames.set(frame, Reg.BEHALF, bast ? locks.blockedBehalf[lock] : locks.behalf[lock]);
        frames.set(frame, Reg.RESULT, locks.holder[lock] == frames.node(frame) ? 0 : 1);
    }

    private void deliver(int lock, boolean bast) {
        if (locks.resource[lock] == NO_NODE) {
            return;
        }
        int handle = locks.handle[lock];
        if (bast) {
            int mode = locks.highestBlocked[lock];
            locks.highestBlocked[lock] = LockMode.NONE;
            client.blocked(handle, mode, locks.blockedBehalf[lock]);
        } else {
            locks.behalf[lock] = NO_NODE;
            client.granted(handle, locks.mode[lock]);
        }
    }

    private Outcome sendAst(int frame, int copy, boolean bast) {
        if (locks.identity(copy) != domain.subject[frames.node(frame)] || locks.peer[copy] == NO_NODE) {
            return Outcome.NEXT; // unlocked while this thread got ready
        }
        int row = locks.resource[copy];
        int mode = locks.mode[copy];
        int value = !bast && locks.fetchesValue[copy] ? VALUE_BYTES : 0;
        if (bast) {
            mode = locks.highestBlocked[copy];
            locks.highestBlocked[copy] = LockMode.NONE;
        } else {
            locks.behalf[copy] = NO_NODE;
        }
        net.call(frame, bast ? MessageType.BAST : MessageType.AST, locks.holder[copy], resources.name[row],
                locks.peer[copy], mode, value);
        return Outcome.WAIT;
    }

    private Outcome handle(int frame) {
        int message = frames.get(frame, Reg.MESSAGE);
        MessageType type = TYPES[messages.type[message]];
        if (type == MessageType.STATUS) {
            net.answered(message);
            frames.set(frame, Reg.RESULT, 0);
            return Outcome.NEXT;
        }
        int node = frames.node(frame);
        int from = messages.from[message];
        long name = messages.resource[message];
        frames.set(frame, Reg.WORK, switch (type) {
            case MASTER_REQUEST -> mastery.requested(node, name, from);
            case ASSERT_MASTER -> mastery.asserted(node, name, from);
            case CREATE_LOCK -> created(node, message);
            case CONVERT_LOCK -> converted(message);
            case UNLOCK_LOCK -> unlocked(message);
            case AST, BAST -> told(message, type == MessageType.BAST);
            case DEREF_LOCKRES -> {
                mastery.dereferenced(node, name, from);
                yield 0;
            }
            default -> throw new IllegalStateException(type + " is no o2net message");
        });
        frames.set(frame, Reg.RESULT, 1);
        return Outcome.NEXT;
    }

    private int created(int node, int message) {
        int lock = messages.lock[message];
        int row = resources.find(node, messages.resource[message]);
        int copy = domain.makeLock(row, messages.from[message], locks.handle[lock]);
        resources.references[row] |= 1L << messages.from[message];
        pair(lock, copy);
        locks.behalf[copy] = messages.behalf[message];
        locks.fetchesValue[copy] = locks.fetchesValue[lock];
        int status = grants.lock(copy, messages.mode[message], client.mustNotWait(locks.handle[lock]));
        if (status == Grants.NOT_QUEUED) {
            locks.peer[lock] = NO_NODE;
            domain.freeLock(copy);
        }
        return status;
    }

    private int converted(int message) {
        int lock = messages.lock[message];
        int copy = locks.peer[lock];
        locks.behalf[copy] = messages.mode[message] > locks.mode[copy] ? messages.behalf[message] : NO_NODE;
        locks.fetchesValue[copy] = locks.fetchesValue[lock];
        return grants.convert(copy, messages.mode[message], client.mustNotWait(locks.handle[lock]));
    }

    private int unlocked(int message) {
        int copy = locks.peer[messages.lock[message]];
        if (messages.mode[message] == LockMode.NONE) {
            return grants.cancel(copy) ? 1 : 0;
        }
        locks.peer[messages.lock[message]] = NO_NODE;
        grants.unlock(copy);
        return 0;
    }

    private int told(int message, boolean bast) {
        int lock = messages.lock[message];
        boolean gone = locks.resource[lock] == NO_NODE || locks.holder[lock] != messages.to[message]
                || resources.name[locks.resource[lock]] != messages.resource[message];
        if (gone) {
            return 0; // a BAST has crossed the unlock of its lock: nobody is there to be told
        }
        int handle = locks.handle[lock];
        if (bast) {
            client.blocked(handle, messages.mode[message], messages.behalf[message]);
        } else {
            locks.mode[lock] = messages.mode[message];
            locks.wanted[lock] = LockMode.NONE;
            locks.move(lock, Locks.GRANTED);
            client.granted(handle, messages.mode[message]);
        }
        return 0;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        int row = frames.get(frame, Reg.RES);
        return switch ((O2dlmCondition) CONDITIONS[condition]) {
            case OWNER_KNOWN -> resources.owner[row] != Resources.UNKNOWN;
            case OWNED_HERE -> resources.owner[row] == node;
            case LOCAL -> domain.nodes == 1 || client.unknownToOthers(frames.get(frame, Reg.LOCK));
            case MORE_NODES -> frames.get(frame, Reg.LOOP) < domain.nodes;
            case MASTER_ANSWERED -> resources.answeredMaster[row] != Resources.UNKNOWN
                    && resources.answeredMaster[row] <= frames.get(frame, Reg.LOOP);
            case OWNER_SUDDENLY_KNOWN -> resources.owner[row] != Resources.UNKNOWN;
            case WE_WIN -> mastery.weWin(row);
            case HAS_AST -> !domain.asts[node].isEmpty();
            case HAS_BAST -> !domain.basts[node].isEmpty();
            case HAS_PURGE -> domain.hasAged(node);
        };
    }
}
