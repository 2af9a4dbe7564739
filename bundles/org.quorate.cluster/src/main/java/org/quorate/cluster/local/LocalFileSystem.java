// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.Cost;
import org.quorate.cluster.host.HostStep;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.OpenFileCondition;
import org.quorate.cluster.host.OpenFileStep;
import org.quorate.cluster.host.Placement;
import org.quorate.cluster.host.Writeback;
import org.quorate.cluster.host.WritebackStep;
import org.quorate.cluster.journal.BlockSet;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.journal.Jbd2Step;
import org.quorate.cluster.vfs.Extents;
import org.quorate.cluster.vfs.Vfs;
import org.quorate.cluster.vfs.VfsCondition;
import org.quorate.cluster.vfs.VfsStep;
import org.quorate.model.LocalSpec;
import org.quorate.model.SlabCache;

/**
 * ext4 with a journal of its own on each node, no cluster locks: what sharing costs is the difference to this (design section 3).
 * XFS is simulated with the same journal (its log differs in detail, not in the number of flushes an fsync). Not thread-safe.
 */
public final class LocalFileSystem implements FileSystem, Mechanism {

    private static final Step[] STEPS = LocalStep.values();
    /** Journal of an ext4 of some hundred GiB, mke2fs(8): 1 GiB at most; enough never to be the limit here. */
    private static final long JOURNAL_BYTES = 1L << 30;
    /** Inode table blocks hold 16 inodes of 256 bytes, mke2fs.conf(5). */
    private static final int INODES_IN_BLOCK = 16;
    /**
     * Inodes that are read together: an inode cluster of XFS (16 KiB of inodes of 512 bytes, fs/xfs/libxfs/xfs_ialloc.c); ext4 reads
     * ahead even more of its table (inode_readahead_blks, ext4(5)).
     */
    private static final int INODES_IN_READ = 32;
    /** Names in a 4 KiB directory block at about 16 characters (8 + 16 bytes an entry, ext4 layout). */
    private static final int NAMES_IN_BLOCK = 160;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final Extents extents;
    private final Writeback writeback;
    private final Vfs vfs;
    private final Jbd2 journal;
    /** Parts of the inode table that each node has read. */
    private final BlockSet[] table;

    /** Makes one private file system a node. */
    public LocalFileSystem(Machine machine, LocalSpec spec) {
        this.machine = machine;
        frames = machine.frames();
        names = machine.names();
        extents = new Extents(machine.nodes(), 0, 1, 8192 / INODES_IN_BLOCK);
        writeback = new Writeback(machine);
        vfs = new Vfs(machine, writeback, extents, 0, 0, NAMES_IN_BLOCK, SlabCache.EXT4_INODE);
        table = new BlockSet[machine.nodes()];
        Arrays.setAll(table, node -> new BlockSet());
        journal = new Jbd2(machine, writeback, spec.commit().toNanos(), JOURNAL_BYTES, true);
    }

    @Override
    public List<Mechanism> mechanisms() {
        return List.of(writeback, vfs, journal, this);
    }

    @Override
    public Placement placement() {
        return extents;
    }

    @Override
    public void start() {
        writeback.start();
        journal.start();
    }

    @Override
    public List<String> lockKinds() {
        return List.of();
    }

    @Override
    public void warm(int node, int file) {
        int row = machine.inodes().row(node, file);
        machine.inodes().set(row, InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID | InodeCache.DATA_VALID);
        vfs.attach(row);
        names.accessed(file);
        machine.inodes().cache(row, machine.inodes().dataPages(file));
        machine.inodes().set(machine.inodes().row(node, names.directoryOf(file)),
                InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID);
    }

    @Override
    public void verify() {
        // nothing is shared
    }

    @Override
    public void write(RecipeBook book) {
        writeback.write(book);
        journal.write(book);
        // open, or lookup by a call on a path: RESULT is not asked, for nobody else removes a file
        book.recipe("open", r -> r.unless(OpenFileCondition.IS_OPEN, o -> call(o)
                .when(VfsCondition.UNBORN, u -> change(u, LocalStep.DIRTY_CREATE, VfsStep.MAKE_FILE, 4))
                .call("lookup")
                .when(OpenFileCondition.KEEPS_OPEN, k -> k.step(OpenFileStep.KEEP))));
        book.recipe("close", r -> call(r));
        book.recipe("lookup", r -> r.unless(VfsCondition.KNOWN, u -> u
                .step(VfsStep.READ_DIRECTORY, Vfs.LOOKUP)
                .step(LocalStep.FIND_INODE)
                .step(VfsStep.READ_INODE, Reg.FILE)
                .step(VfsStep.ATTACH)));
        names(book);
        data(book);
        services(book);
    }

    private void names(RecipeBook book) {
        book.recipe("op/create", r -> call(call(change(call(r), LocalStep.DIRTY_CREATE, VfsStep.MAKE_FILE, 4))
                .call("write data")));
        book.recipe("op/mkdir", r -> change(call(r), LocalStep.DIRTY_CREATE, VfsStep.MAKE_DIRECTORY, 4));
        for (String operation : List.of("op/unlink", "op/rmdir")) {
            book.recipe(operation, r -> change(call(r).call("lookup"), LocalStep.DIRTY_UNLINK, VfsStep.REMOVE_NAME, 4)
                    .step(VfsStep.FORGET));
        }
        book.recipe("op/rename", r -> transaction(call(r).call("lookup"), LocalStep.DIRTY_RENAME, 3));
        book.recipe("op/move", r -> transaction(call(r).call("lookup").step(VfsStep.MOVE_NAME), LocalStep.DIRTY_MOVE, 5));
        book.recipe("op/chmod", r -> transaction(call(r).call("lookup"), LocalStep.DIRTY_INODE, 1));
        book.recipe("op/open", r -> onFile(r, o -> { }));
        book.recipe("op/statfs", r -> call(r));
        book.recipe("op/stat", r -> call(r).call("lookup"));
        book.recipe("op/readdir", r -> call(r).step(VfsStep.READ_DIRECTORY, Vfs.WHOLE));
        for (String operation : List.of("op/flock", "op/fcntl")) {
            book.recipe(operation, r -> onFile(r, o -> call(call(o))));
        }
    }

    private void data(RecipeBook book) {
        book.recipe("op/read", r -> onFile(r, o -> call(o).call("read data")));
        book.recipe("read data", r -> r
                .when(VfsCondition.ACCESS_TIME_DUE, Reg.FILE, 0, 0, due -> transaction(due, LocalStep.DIRTY_INODE, 1)
                        .step(VfsStep.SET_ACCESS_TIME, Reg.FILE))
                .step(VfsStep.READ_DATA).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK));
        book.recipe("op/write", r -> onFile(r, o -> call(o).step(VfsStep.READ_PARTIAL).call("write data")));
        book.recipe("op/append", r -> onFile(r, o -> writeData(call(o).step(VfsStep.READ_PARTIAL), 1)));
        book.recipe("write data", r -> writeData(r, 0));
        book.recipe("op/fsync", r -> call(r).step(WritebackStep.WRITE_FILE).step(Jbd2Step.COMMIT_INODE));
        book.recipe("op/session", r -> onFile(r, o -> {
            call(call(call(o)).step(VfsStep.READ_DATA)).step(VfsStep.TRUNCATE);
            call(o).call("write data");
        }));
    }

    private void services(RecipeBook book) {
        book.recipe("sync", r -> r.step(WritebackStep.WRITE_DUE, 1).step(Jbd2Step.COMMIT_ALL).step(Jbd2Step.WRITE_BACK_METADATA));
        book.recipe("drop caches", r -> r.call("sync").step(VfsStep.FORGET_CLEAN).step(LocalStep.FORGET_TABLE));
    }

    private static void writeData(Recipe r, int append) {
        r.choose(VfsCondition.NEEDS_BLOCKS, append, 0, 0,
                y -> transaction(y, LocalStep.DIRTY_ALLOCATION, 2), n -> transaction(n, LocalStep.DIRTY_INODE, 1));
        r.step(VfsStep.DIRTY_DATA, append).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK)
                .step(WritebackStep.THROTTLE);
    }

    private static Recipe onFile(Recipe r, Consumer<Recipe> body) {
        body.accept(r.call("open"));
        return r.unless(OpenFileCondition.KEEPS_OPEN, c -> c.call("close"));
    }

    private static Recipe call(Recipe r) {
        return r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
    }

    private static Recipe change(Recipe r, LocalStep dirty, VfsStep effect, int blocks) {
        r.step(VfsStep.READ_DIRECTORY, Vfs.LOOKUP).step(Jbd2Step.START).step(effect).step(dirty);
        return work(r, blocks).step(Jbd2Step.STOP);
    }

    private static Recipe transaction(Recipe r, LocalStep dirty, int blocks) {
        return work(r.step(Jbd2Step.START).step(dirty), blocks).step(Jbd2Step.STOP);
    }

    private static Recipe work(Recipe r, int blocks) {
        for (int i = 0; i < blocks; i++) {
            r.step(HostStep.CPU, Cost.BLOCK_WORK.ordinal());
        }
        return r;
    }

    @Override
    public Step[] steps() {
        return STEPS;
    }

    @Override
    public Condition[] conditions() {
        return new Condition[0];
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        int file = frames.get(frame, Reg.FILE);
        LocalStep what = (LocalStep) STEPS[step];
        if (what == LocalStep.FORGET_TABLE) {
            table[node].clear();
            return Outcome.NEXT;
        }
        int row = vfs.row(frame, Reg.FILE);
        if (what == LocalStep.FIND_INODE) {
            if (!table[node].add(names.inodeAddressOf(file) / INODES_IN_READ)) {
                machine.inodes().set(row, InodeCache.BLOCK_VALID);
            }
            return Outcome.NEXT;
        }
        change(what, frame, node, file, row);
        return Outcome.NEXT;
    }

    private void change(LocalStep what, int frame, int node, int file, int row) {
        journal.dirtyInode(row, inodeBlock(file));
        switch (what) {
            case DIRTY_CREATE, DIRTY_UNLINK -> {
                dirtyDirectory(frame, node, Reg.DIRECTORY);
                journal.dirty(node, Extents.ownBlock(node, 0));
            }
            case DIRTY_RENAME -> dirtyDirectory(frame, node, Reg.DIRECTORY);
            case DIRTY_MOVE -> {
                dirtyDirectory(frame, node, Reg.DIRECTORY);
                dirtyDirectory(frame, node, Reg.TARGET);
            }
            case DIRTY_ALLOCATION -> {
                journal.dirty(node, Extents.ownBlock(node, 1));
                journal.order(row);
            }
            default -> { }
        }
    }

    private void dirtyDirectory(int frame, int node, int register) {
        int directory = frames.get(frame, register);
        int blocks = vfs.directoryBlocks(directory);
        journal.dirtyInode(vfs.row(frame, register), inodeBlock(directory));
        journal.dirty(node, Extents.directoryBlock(names, names.row(directory), directory, Math.max(0, blocks - 1)));
    }

    /** Sixteen inodes share a block of the inode table. */
    private long inodeBlock(int inode) {
        return names.inodeAddressOf(inode) / INODES_IN_BLOCK * INODES_IN_BLOCK;
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        throw new IllegalArgumentException("a local file system answers no questions");
    }
}
