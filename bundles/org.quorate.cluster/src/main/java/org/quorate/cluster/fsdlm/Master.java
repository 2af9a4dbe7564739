// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.TimePart;

/**
 * The serving side of fs/dlm: what a master and a directory node do with other nodes' messages (fs/dlm/lock.c: dlm_master_lookup,
 * receive_request, receive_convert, receive_unlock, receive_cancel, receive_remove, shrink_bucket). Not thread-safe.
 */
final class Master implements Grants.Outcome {

    private static final int NONE = -1;
    /** toss_secs, kernel reference 2.1. */
    private static final long TOSS_NANOS = 10_000_000_000L;

    private final Messages messages;
    private final Ledger ledger;
    private final Resources resources;
    private final Locks locks;
    private final Wire wire;
    private Grants grants;
    private Callbacks callbacks;

    Master(Messages messages, Ledger ledger, Resources resources, Locks locks, Wire wire) {
        this.messages = messages;
        this.ledger = ledger;
        this.resources = resources;
        this.locks = locks;
        this.wire = wire;
    }

    void with(Grants rules, Callbacks astsAndBasts) {
        grants = rules;
        callbacks = astsAndBasts;
    }

    @Override
    public void granted(int lock) {
        if (locks.isCopy(lock)) {
            int message = toOwner(MessageType.GRANT, lock, locks.hasValue(lock), locks.behalf[lock]);
            messages.lock[message] = locks.peer[lock];
            wire.post(message);
            locks.behalf[lock] = NONE;
        } else {
            callbacks.cast(lock, Status.OK);
        }
    }

    @Override
    public void blocking(int lock, int mode, int behalf) {
        if (locks.isCopy(lock)) {
            int message = toOwner(MessageType.DLM_BAST, lock, false, behalf);
            messages.lock[message] = locks.peer[lock];
            messages.mode[message] = mode;
            wire.post(message);
        } else {
            callbacks.bast(lock, mode, behalf);
        }
    }

    private int toOwner(MessageType type, int copy, boolean withValue, int behalf) {
        int resource = locks.resource[copy];
        return wire.message(type, resources.node[resource], locks.owner[copy], resources.name(resource), withValue, behalf);
    }

    /** dlm_master_lookup: the master of the resource that a LOOKUP names; the asker becomes it if there is none. */
    int lookUp(int message) {
        int node = messages.to[message];
        resources.setAside(node);
        int resource = resources.find(node, messages.resource[message]);
        if (resource == NONE) {
            resource = resources.create(node, messages.resource[message], messages.from[message]);
            resources.toss(resource, 0);
        } else if (resources.master[resource] == NONE) {
            resources.master[resource] = messages.from[message];
        }
        return resources.master[resource];
    }

    /** send_lookup_reply. */
    void replyLookup(int message, int master) {
        int reply = wire.message(MessageType.LOOKUP_REPLY, messages.to[message], messages.from[message],
                messages.resource[message], false, messages.behalf[message]);
        messages.lock[reply] = messages.lock[message];
        messages.value[reply] = master;
        wire.post(reply);
    }

    /** find_rsb for another node's request (R_RECEIVE_REQUEST): the resource if this node is its master, or {@code -status}. */
    int findResource(int message) {
        int node = messages.to[message];
        long name = messages.resource[message];
        int directory = resources.directory(name);
        boolean fromDirectory = messages.from[message] == directory;
        if (fromDirectory || directory == node) {
            resources.setAside(node);
        }
        int resource = resources.find(node, name);
        if (resource == NONE) {
            // The record was removed while the request was on its way; the directory's word, or being it, makes this the master.
            return fromDirectory || directory == node ? resources.create(node, name, node) : -Status.BAD_RESOURCE;
        }
        if (resources.master[resource] != node) {
            if (!fromDirectory) {
                return -Status.NOT_MASTER;
            }
            resources.master[resource] = node;
        }
        if (resources.inactive[resource]) {
            resources.revive(resource);
        }
        return resource;
    }

    /** A copy of the requesting node's lock (create_lkb, attach_lkb). */
    int copy(int message, int resource) {
        int lock = locks.create(resource, messages.from[message], (messages.value[message] & Wire.VALUE) != 0);
        locks.peer[lock] = messages.lock[message];
        take(message, lock);
        return lock;
    }

    /** Notes what an owner's message asks for. */
    void take(int message, int copy) {
        locks.requested[copy] = (byte) messages.mode[message];
        locks.flags[copy] = (byte) messages.value[message];
        locks.behalf[copy] = messages.behalf[message];
    }

    /** do_request or do_convert. */
    int decide(int copy, boolean conversion) {
        int status = conversion ? grants.convert(copy) : grants.request(copy);
        if (status == Status.IN_PROGRESS) {
            ledger.moveOperation(locks.behalf[copy], TimePart.LOCK_QUEUE);
        }
        return status;
    }

    /** send_request_reply, send_convert_reply, …; the operation goes on with the reply unless the lock was queued. */
    void reply(MessageType type, int message, int copy, int status) {
        int behalf = status == Status.IN_PROGRESS ? NONE : messages.behalf[message];
        int reply = wire.message(type, messages.to[message], messages.from[message], messages.resource[message],
                copy != NONE && locks.hasValue(copy), behalf);
        messages.lock[reply] = copy == NONE ? messages.lock[message] : locks.peer[copy];
        messages.caller[reply] = copy;
        messages.value[reply] = status;
        wire.post(reply);
    }

    /** do_request_effects, do_convert_effects; a refused new lock is forgotten. */
    void effects(int copy, int status, boolean conversion) {
        grants.effects(copy, status, conversion);
        if (status != Status.IN_PROGRESS) {
            locks.behalf[copy] = NONE;
        }
        if (status == Status.AGAIN) {
            locks.requested[copy] = LockMode.NONE;
            if (!conversion) {
                callbacks.release(copy);
            }
        }
    }

    /** do_unlock. */
    void unlock(int copy) {
        grants.unlock(copy);
    }

    /** do_unlock_effects; then the copy goes. */
    void unlockEffects(int copy) {
        grants.pending(locks.resource[copy]);
        callbacks.release(copy);
    }

    /** do_cancel. */
    int cancel(int copy) {
        return grants.revert(copy) ? Status.CANCELLED : Status.OK;
    }

    /** do_cancel_effects; a cancelled new lock is forgotten. */
    void cancelEffects(int copy, int status) {
        if (status == Status.CANCELLED) {
            grants.pending(locks.resource[copy]);
            if (locks.queue[copy] == Locks.OUT) {
                callbacks.release(copy);
            }
        }
    }

    /** receive_remove: the master forgot the resource, so does its directory, unless it has come into use here. */
    void remove(int message) {
        int resource = resources.find(messages.to[message], messages.resource[message]);
        if (resource != NONE && resources.inactive[resource] && resources.master[resource] == messages.from[message]) {
            resources.free(resource);
        }
    }

    /** A node forgets the resources that have been inactive for long; the directory of those it mastered is told. */
    void shrink(int node, long now) {
        int resource = resources.oldest(node);
        while (resource != NONE && resources.tossed[resource] + TOSS_NANOS <= now) {
            long name = resources.name(resource);
            int directory = resources.directory(name);
            boolean tell = resources.master[resource] == node && directory != node;
            resources.free(resource);
            if (tell) {
                wire.post(wire.message(MessageType.REMOVE, node, directory, name, false, NONE));
            }
            resource = resources.oldest(node);
        }
    }
}
