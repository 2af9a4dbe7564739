// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.Writeback;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.journal.Jbd2Step;

/**
 * ext4's journal is jbd2. No data is ordered before a commit: delayed allocation gives a file its blocks when its data is written
 * (fs/ext4/inode.c:mpage_map_and_submit_extent). Not thread-safe.
 */
final class Ext4Log implements LocalLog {

    /** Journal of an ext4 of some hundred GiB, mke2fs(8): 1 GiB at most; enough never to be the limit here. */
    private static final long JOURNAL_BYTES = 1L << 30;

    private final Jbd2 journal;

    Ext4Log(Machine machine, Writeback writeback, long commitNanos) {
        journal = new Jbd2(machine, writeback, commitNanos, JOURNAL_BYTES, false);
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(journal);
    }

    @Override
    public void write(RecipeBook book) {
        journal.write(book);
    }

    @Override
    public void start() {
        journal.start();
    }

    @Override
    public Recipe begin(Recipe r) {
        return r.step(Jbd2Step.START);
    }

    @Override
    public Recipe end(Recipe r) {
        return r.step(Jbd2Step.STOP);
    }

    @Override
    public Recipe force(Recipe r) {
        return r.step(Jbd2Step.COMMIT_INODE);
    }

    @Override
    public Recipe forceAll(Recipe r) {
        return r.step(Jbd2Step.COMMIT_ALL);
    }

    @Override
    public Recipe writeBack(Recipe r) {
        return r.step(Jbd2Step.WRITE_BACK_METADATA);
    }

    @Override
    public Recipe shed(Recipe r) {
        return r;
    }

    @Override
    public void dirty(int node, long address) {
        journal.dirty(node, address);
    }

    @Override
    public void dirtyInode(int row, long address) {
        journal.dirtyInode(row, address);
    }

    @Override
    public void label(int row) {
        // fs/ext4/xattr_security.c: 96 bytes behind the fields of an inode have room for it, and jbd2 logs whole blocks
    }

    @Override
    public void forget(int node, long address) {
        journal.forget(node, address);
    }

    @Override
    public boolean isForced(int row) {
        return journal.isCommitted(row);
    }
}
