// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.host.MessageType;
import org.quorate.cluster.host.Messages;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.TimePart;

/**
 * The requesting side of fs/dlm: finds the master, sends requests or does them here, takes the answers (fs/dlm/lock.c: dlm_lock,
 * set_master, send_convert, receive_*_reply, receive_grant). Not thread-safe.
 */
final class Requests {

    private static final int NONE = -1;
    private static final MessageType[] TYPES = MessageType.values();

    private final DlmClient client;
    private final NameRules names;
    private final Messages messages;
    private final Ledger ledger;
    private final Resources resources;
    private final Locks locks;
    private final Grants grants;
    private final Callbacks callbacks;
    private final Wire wire;

    Requests(FsDlm dlm, DlmClient client, NameRules names, Messages messages, Ledger ledger) {
        this.client = client;
        this.names = names;
        this.messages = messages;
        this.ledger = ledger;
        resources = dlm.resources;
        locks = dlm.locks;
        grants = dlm.grants;
        callbacks = dlm.callbacks;
        wire = dlm.wire;
    }

    /** A new lock, or another mode for one that exists (dlm_lock); false: something is under way for it (EBUSY). */
    boolean lock(int node, int handle, int mode) {
        int lock = client.lock(handle);
        boolean isNew = lock == NONE;
        if (isNew) {
            lock = locks.create(findResource(node, client.resource(handle)), NONE, false);
            locks.handle[lock] = handle;
            client.lock(handle, lock);
        } else if (locks.queue[lock] != Locks.GRANTED || locks.awaits[lock] != NONE) {
            return false;
        }
        locks.requested[lock] = (byte) mode;
        locks.flags[lock] = (byte) flags(handle);
        locks.behalf[lock] = client.behalf(handle);
        if (isNew) {
            request(lock);
        } else {
            convert(lock);
        }
        return true;
    }

    private int flags(int handle) {
        return (client.mustNotWait(handle) ? Wire.NO_QUEUE : 0) | (client.tellsHolders(handle) ? Wire.TELL_HOLDERS : 0)
                | (client.queuesConversion(handle) ? Wire.QUEUE_CONVERSION : 0)
                | (client.hasValue(handle) ? Wire.VALUE : 0)
                | (client.detectsDeadlock(handle) ? 0 : Wire.NO_DEADLOCK_CHECK);
    }

    /** find_rsb for a request of this node (R_REQUEST). */
    private int findResource(int node, long name) {
        resources.setAside(node);
        int resource = resources.find(node, name);
        if (resource == NONE) {
            return resources.create(node, name, resources.directory(name) == node ? node : NONE);
        }
        if (resources.inactive[resource]) {
            resources.revive(resource);
            // It was not watched: the master may be another one by now. Ask the remembered one; it knows better if not.
            resources.uncertain[resource] = resources.master[resource] != node;
            resources.first[resource] = NONE;
        }
        return resource;
    }

    /** _request_lock. */
    private void request(int lock) {
        int resource = locks.resource[lock];
        if (!masterIsKnown(lock, resource)) {
            return;
        }
        if (locks.isRemote(lock)) {
            int message = fromOwner(MessageType.REQUEST, lock, resources.master[resource], locks.behalf[lock]);
            messages.lock[message] = lock;
            wire.post(message);
        } else {
            finish(lock, grants.request(lock), false);
        }
    }

    /** set_master: true if the request can go to the master, or be done here. */
    private boolean masterIsKnown(int lock, int resource) {
        if (resources.uncertain[resource]) {
            resources.uncertain[resource] = false;
            resources.first[resource] = lock;
            return true;
        }
        if (resources.first[resource] != NONE && resources.first[resource] != lock) {
            waitForLookup(lock, resource);
            return false;
        }
        if (resources.master[resource] != NONE) {
            return true;
        }
        resources.first[resource] = lock;
        int message = fromOwner(MessageType.LOOKUP, lock, resources.directory(resources.name(resource)),
                locks.behalf[lock]);
        messages.lock[message] = lock;
        wire.post(message);
        return false;
    }

    private void waitForLookup(int lock, int resource) {
        locks.next[lock] = NONE;
        if (resources.lookupHead[resource] == NONE) {
            resources.lookupHead[resource] = lock;
        } else {
            locks.next[resources.lookupTail[resource]] = lock;
        }
        resources.lookupTail[resource] = lock;
        ledger.moveOperation(locks.behalf[lock], TimePart.LOCK_QUEUE);
    }

    /** _convert_lock; a down-conversion goes without a reply (send_convert). */
    private void convert(int lock) {
        if (!locks.isRemote(lock)) {
            finish(lock, grants.convert(lock), true);
            return;
        }
        boolean down = LockMode.isDown(locks.granted[lock], locks.requested[lock]);
        int message = fromOwner(MessageType.CONVERT, lock, master(lock), locks.behalf[lock]);
        messages.lock[message] = locks.peer[lock];
        wire.post(message);
        if (down) {
            locks.awaits[lock] = NONE;
            grantHere(lock);
        }
    }

    private int master(int lock) {
        return resources.master[locks.resource[lock]];
    }

    /** A message about a process copy; its answer is awaited. */
    private int fromOwner(MessageType type, int lock, int to, int behalf) {
        int resource = locks.resource[lock];
        boolean pointer = names.everyPointer() || client.hasValue(locks.handle[lock]);
        int message = wire.message(type, resources.node[resource], to, resources.name(resource), pointer, behalf);
        messages.mode[message] = locks.requested[lock];
        messages.value[message] = locks.flags[lock];
        locks.awaits[lock] = (byte) type.ordinal();
        return message;
    }

    /** A request to a resource that is mastered here was decided. */
    private void finish(int lock, int status, boolean conversion) {
        if (status == Status.IN_PROGRESS) {
            ledger.moveOperation(locks.behalf[lock], TimePart.LOCK_QUEUE);
        } else {
            callbacks.cast(lock, status);
        }
        grants.effects(lock, status, conversion);
        if (status == Status.AGAIN) {
            locks.requested[lock] = LockMode.NONE;
        }
    }

    /** The master granted it (grant_lock_pc, queue_cast). */
    private void grantHere(int lock) {
        locks.granted[lock] = locks.requested[lock];
        locks.requested[lock] = LockMode.NONE;
        locks.highestBast[lock] = 0;
        locks.move(lock, Locks.GRANTED);
        callbacks.cast(lock, Status.OK);
    }

    /** dlm_unlock; false: an answer is still awaited (EBUSY). */
    boolean unlock(int handle) {
        int lock = client.lock(handle);
        if (locks.awaits[lock] != NONE) {
            return false;
        }
        locks.behalf[lock] = client.behalf(handle);
        if (locks.isRemote(lock)) {
            int message = fromOwner(MessageType.UNLOCK, lock, master(lock), locks.behalf[lock]);
            messages.lock[message] = locks.peer[lock];
            wire.post(message);
            return true;
        }
        grants.unlock(lock);
        callbacks.cast(lock, Status.UNLOCKED);
        grants.pending(locks.resource[lock]);
        return true;
    }

    /** dlm_unlock with DLM_LKF_CANCEL; nothing if the request was granted meanwhile. */
    void cancel(int handle) {
        int lock = client.lock(handle);
        if (lock == NONE) {
            return;
        }
        boolean waitsForLookup = locks.queue[lock] == Locks.OUT && locks.requested[lock] != LockMode.NONE;
        if (locks.awaits[lock] != NONE || waitsForLookup) {
            locks.overlapCancel[lock] = true;
        } else if (locks.queue[lock] == Locks.CONVERTING || locks.queue[lock] == Locks.WAITING) {
            if (locks.isRemote(lock)) {
                sendCancel(lock);
            } else {
                grants.revert(lock);
                callbacks.cast(lock, Status.CANCELLED);
                grants.pending(locks.resource[lock]);
            }
        }
    }

    private void sendCancel(int lock) {
        locks.overlapCancel[lock] = false;
        int message = fromOwner(MessageType.CANCEL, lock, master(lock), locks.behalf[lock]);
        messages.lock[message] = locks.peer[lock];
        wire.post(message);
    }

    private int awaited(int lock) {
        int type = locks.awaits[lock];
        locks.awaits[lock] = NONE;
        return type;
    }

    /** receive_lookup_reply. */
    void lookupReply(int message) {
        int lock = messages.lock[message];
        int resource = locks.resource[lock];
        awaited(lock);
        resources.master[resource] = messages.value[message];
        resources.count(resource);
        boolean mine = messages.value[message] == resources.node[resource];
        if (mine) {
            resources.first[resource] = NONE;
        }
        requestUnlessCancelled(lock);
        if (mine) {
            requestWaiting(resource);
        }
    }

    private void requestUnlessCancelled(int lock) {
        if (locks.overlapCancel[lock]) {
            locks.overlapCancel[lock] = false;
            callbacks.cast(lock, Status.CANCELLED);
        } else {
            request(lock);
        }
    }

    /** process_lookup_list. */
    private void requestWaiting(int resource) {
        int lock = resources.lookupHead[resource];
        resources.lookupHead[resource] = NONE;
        while (lock != NONE) {
            int following = locks.next[lock];
            requestUnlessCancelled(lock);
            lock = following;
        }
    }

    /** receive_request_reply; the answer to a LOOKUP too if the directory node is the master. */
    void requestReply(int message) {
        int lock = messages.lock[message];
        int resource = locks.resource[lock];
        if (TYPES[awaited(lock)] == MessageType.LOOKUP) {
            resources.master[resource] = messages.from[message];
        }
        int status = messages.value[message];
        switch (status) {
            case Status.OK, Status.IN_PROGRESS -> {
                locks.peer[lock] = messages.caller[message];
                if (status == Status.OK) {
                    grantHere(lock);
                } else {
                    locks.move(lock, Locks.WAITING);
                }
                confirmMaster(resource, true);
            }
            case Status.AGAIN -> {
                callbacks.cast(lock, Status.AGAIN);
                confirmMaster(resource, false);
            }
            default -> tryAgain(lock, resource);
        }
        if (locks.overlapCancel[lock] && status == Status.IN_PROGRESS) {
            sendCancel(lock);
        }
        locks.overlapCancel[lock] = false;
    }

    /** The remembered master is none any more: ask the directory, unless this node is the authority. */
    private void tryAgain(int lock, int resource) {
        int node = resources.node[resource];
        if (resources.directory(resources.name(resource)) != node && resources.master[resource] != node) {
            resources.master[resource] = NONE;
        }
        request(lock);
        if (resources.master[resource] == node) {
            confirmMaster(resource, true);
        }
    }

    /** confirm_master. */
    private void confirmMaster(int resource, boolean confirmed) {
        if (resources.first[resource] == NONE) {
            return;
        }
        resources.first[resource] = NONE;
        if (confirmed) {
            requestWaiting(resource);
        } else if (resources.lookupHead[resource] != NONE) {
            int lock = resources.lookupHead[resource];
            resources.lookupHead[resource] = locks.next[lock];
            resources.first[resource] = lock;
            request(lock);
        }
    }

    /** receive_convert_reply. */
    void convertReply(int message) {
        int lock = messages.lock[message];
        int status = messages.value[message];
        awaited(lock);
        switch (status) {
            case Status.OK -> grantHere(lock);
            case Status.IN_PROGRESS -> {
                locks.move(lock, Locks.CONVERTING);
                if (locks.overlapCancel[lock]) {
                    sendCancel(lock);
                }
            }
            default -> {
                locks.requested[lock] = LockMode.NONE;
                callbacks.cast(lock, status);
            }
        }
        locks.overlapCancel[lock] = false;
    }

    /** receive_unlock_reply. */
    void unlockReply(int message) {
        int lock = messages.lock[message];
        awaited(lock);
        locks.move(lock, Locks.OUT);
        locks.granted[lock] = LockMode.NONE;
        callbacks.cast(lock, Status.UNLOCKED);
    }

    /** receive_cancel_reply; nothing to do if the grant was faster. */
    void cancelReply(int message) {
        int lock = messages.lock[message];
        awaited(lock);
        if (messages.value[message] == Status.CANCELLED) {
            grants.revert(lock);
            callbacks.cast(lock, Status.CANCELLED);
        }
    }

    /** receive_grant. */
    void grant(int message) {
        grantHere(messages.lock[message]);
    }

    /** receive_bast. */
    void bast(int message) {
        int lock = messages.lock[message];
        callbacks.bast(lock, messages.mode[message], messages.behalf[message]);
        locks.highestBast[lock] = (byte) messages.mode[message];
    }
}
