// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.fsdlm.DlmClient;

/** What the lock manager asks and tells of glocks (fs/gfs2/lock_dlm.c). Not thread-safe. */
final class LockDlm implements DlmClient {

    private final Glocks glocks;
    private final GlockMachine machine;

    LockDlm(Glocks glocks, GlockMachine machine) {
        this.glocks = glocks;
        this.machine = machine;
    }

    @Override
    public long resource(int handle) {
        return glocks.name[handle];
    }

    @Override
    public int lock(int handle) {
        return glocks.lock[handle];
    }

    @Override
    public void lock(int handle, int lock) {
        glocks.lock[handle] = lock;
    }

    @Override
    public boolean unknownToOthers(int handle) {
        return false;
    }

    @Override
    public boolean mustNotWait(int handle) {
        return glocks.is(handle, Glocks.TRIES);
    }

    @Override
    public boolean tellsHolders(int handle) {
        return glocks.is(handle, Glocks.TELLS);
    }

    @Override
    public boolean hasValue(int handle) {
        return glocks.hasValue(handle);
    }

    @Override
    public boolean queuesConversion(int handle) {
        return glocks.is(handle, Glocks.BLOCKING);
    }

    @Override
    public void granted(int handle, int mode) {
        machine.complete(handle, GlockMachine.REPLY_OK);
    }

    @Override
    public void refused(int handle) {
        machine.complete(handle, GlockMachine.REPLY_REFUSED);
    }

    @Override
    public void deadlocked(int handle) {
        machine.complete(handle, GlockMachine.REPLY_REFUSED);
    }

    @Override
    public void cancelled(int handle) {
        machine.complete(handle, GlockMachine.REPLY_CANCELLED);
    }

    @Override
    public int behalf(int handle) {
        return machine.behalf(handle);
    }

    @Override
    public void unlocked(int handle) {
        machine.unlocked(handle);
    }

    @Override
    public void blocked(int handle, int mode, int behalf) {
        machine.blocked(handle, mode, behalf);
    }
}
