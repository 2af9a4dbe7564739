// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import java.util.ArrayList;
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
import org.quorate.cluster.host.HostCondition;
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
import org.quorate.cluster.vfs.DirectoryLayout;
import org.quorate.cluster.vfs.Extents;
import org.quorate.cluster.vfs.Vfs;
import org.quorate.cluster.vfs.VfsCondition;
import org.quorate.cluster.vfs.VfsStep;
import org.quorate.model.LocalSpec;
import org.quorate.model.OperationShare;
import org.quorate.model.SlabCache;

/**
 * ext4 or XFS, one on each node with a log of its own, no cluster locks: what sharing costs is the difference to this (design
 * section 3). Not thread-safe.
 */
public final class LocalFileSystem implements FileSystem, Mechanism {

    private static final Step[] STEPS = LocalStep.values();
    private static final Condition[] CONDITIONS = LocalCondition.values();
    /** Inodes of a block group, mke2fs: one inode for 16 KiB in 128 MiB. */
    private static final int INODES_IN_GROUP = 8192;

    /**
     * How inodes lie on the device.
     *
     * @param inBlock     inodes in 4 KiB
     * @param blocksRead  blocks that are read at once
     * @param directories how names lie
     */
    private record Shape(int inBlock, int blocksRead, DirectoryLayout directories) {

        /** 256 bytes an inode, mke2fs.conf(5); mount option inode_readahead_blks, fs/ext4/inode.c:__ext4_get_inode_loc. */
        static final Shape EXT4 = new Shape(16, 32, new DirectoryLayout(0, 4096 - 12, 8));
        /**
         * 512 bytes an inode, mkfs.xfs(8); 16 KiB a cluster buffer, fs/xfs/libxfs/xfs_ialloc.c; short form in what the inode's core and
         * attributes leave, twelve names of 16 characters.
         */
        static final Shape XFS = new Shape(8, 4, new DirectoryLayout(288, 4096 - 64, 8));
        /**
         * The same with labels: names end where the attributes begin, at xfs_default_attroffset (fs/xfs/libxfs/xfs_attr_leaf.c), 192 bytes of
         * which a header takes 6.
         */
        static final Shape LABELLED_XFS = new Shape(8, 4, new DirectoryLayout(186, 4096 - 64, 8));

        int readAtOnce() {
            return inBlock * blocksRead;
        }
    }

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Extents extents;
    private final Writeback writeback;
    private final Vfs vfs;
    private final LocalLog log;
    private final Shape shape;
    private final BlockSet[] cachedInodes;

    /** Makes one private file system a node. */
    public LocalFileSystem(Machine machine, LocalSpec spec) {
        this.machine = machine;
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
        boolean xfs = spec.kind() == LocalSpec.Kind.XFS;
        shape = xfs ? spec.securityLabels() ? Shape.LABELLED_XFS : Shape.XFS : Shape.EXT4;
        cachedInodes = new BlockSet[machine.nodes()];
        Arrays.setAll(cachedInodes, i -> new BlockSet());
        extents = new Extents(machine.nodes(), 0, 1, INODES_IN_GROUP);
        writeback = new Writeback(machine);
        vfs = new Vfs(machine, writeback, extents, 0, shape.directories(), SlabCache.EXT4_INODE);
        log = xfs ? new XfsLog(machine) : new Ext4Log(machine, writeback, spec.commit().toNanos());
    }

    @Override
    public List<Mechanism> mechanisms() {
        List<Mechanism> mechanisms = new ArrayList<>(List.of(writeback, vfs, this));
        mechanisms.addAll(log.mechanisms());
        return mechanisms;
    }

    @Override
    public Placement placement() {
        return extents;
    }

    @Override
    public void start() {
        writeback.start();
        log.start();
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
        machine.times().read(file);
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
        log.write(book);
        // open, or lookup by a call on a path: RESULT is not asked, for nobody else removes a file
        book.recipe("open", r -> r.unless(OpenFileCondition.IS_OPEN, o -> call(o)
                .when(VfsCondition.UNBORN, u -> change(u, LocalStep.DIRTY_CREATE, VfsStep.MAKE_FILE, 4))
                .call("lookup")
                .when(OpenFileCondition.KEEPS_OPEN, k -> k.step(OpenFileStep.KEEP))));
        book.recipe("close", r -> call(r));
        book.recipe("lookup", r -> r.unless(VfsCondition.KNOWN, u -> u
                .step(VfsStep.READ_DIRECTORY, Vfs.LOOKUP)
                .unless(LocalCondition.INODE_CACHED, i -> i.step(LocalStep.READ_INODES))
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
        book.recipe("op/readdir", r -> accessTime(call(r).step(VfsStep.READ_DIRECTORY, Vfs.WHOLE), Reg.DIRECTORY));
        for (String operation : List.of("op/flock", "op/fcntl")) {
            book.recipe(operation, r -> onFile(r, o -> call(call(o))));
        }
    }

    private void data(RecipeBook book) {
        book.recipe("op/read", r -> onFile(r, o -> byWay(o, d -> accessTime(call(d).step(WritebackStep.WRITE_FILE).step(VfsStep.READ_DIRECT), Reg.FILE),
                m -> m.call("read data"), b -> call(b).call("read data"))));
        book.recipe("read data", r -> accessTime(r.step(VfsStep.READ_DATA)
                .step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK), Reg.FILE));
        book.recipe("op/write", r -> onFile(r, o -> byWay(o, d -> writeDirect(call(d), 0), this::writeMapped,
                b -> call(b).step(VfsStep.READ_PARTIAL).call("write data"))));
        book.recipe("op/append", r -> onFile(r, o -> byWay(o, d -> writeDirect(call(d), 1),
                m -> writeData(m.step(VfsStep.READ_PARTIAL), 1), b -> writeData(call(b).step(VfsStep.READ_PARTIAL), 1))));
        book.recipe("write data", r -> writeData(r, 0));
        book.recipe("op/fsync", r -> call(r).step(WritebackStep.WRITE_FILE)
                .choose(LocalCondition.MUST_FORCE, log::force, n -> n.step(LocalStep.FLUSH)));
        book.recipe("op/session", r -> onFile(r, o -> {
            transaction(call(accessTime(call(call(o)).step(VfsStep.READ_DATA), Reg.FILE)), LocalStep.DIRTY_INODE, 1).step(VfsStep.TRUNCATE);
            // what was cut to nothing is on its way to the device when it is closed (ext4: auto_da_alloc, fs/ext4/file.c;
            // fs/xfs/xfs_inode.c:xfs_release)
            call(o).call("write data").step(WritebackStep.WRITE_FILE, 1);
        }));
    }

    private void services(RecipeBook book) {
        book.recipe("sync", r -> log.writeBack(log.forceAll(r.step(WritebackStep.WRITE_DUE, 1))));
        book.recipe("drop caches", r -> log.shed(r.call("sync")).step(VfsStep.FORGET_CLEAN).step(LocalStep.FORGET_INODES));
    }

    private void allocate(Recipe r, int append) {
        r.choose(VfsCondition.NEEDS_BLOCKS, append, 0, 0,
                y -> transaction(y, LocalStep.DIRTY_ALLOCATION, 2), n -> n.when(LocalCondition.CHANGES_INODE, append, 0, 0, t -> transaction(t, LocalStep.DIRTY_INODE, 1)));
    }

    private void writeData(Recipe r, int append) {
        allocate(r, append);
        r.step(VfsStep.DIRTY_DATA, append).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK)
                .step(WritebackStep.THROTTLE);
    }

    private static void byWay(Recipe r, Consumer<Recipe> direct, Consumer<Recipe> mapped, Consumer<Recipe> buffered) {
        r.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.DIRECT.ordinal(), 0, direct,
                n -> n.choose(HostCondition.IS, Reg.WAY, OperationShare.Way.MAPPED.ordinal(), 0, mapped, buffered));
    }

    private void writeDirect(Recipe r, int append) {
        allocate(r, append);
        r.step(WritebackStep.WRITE_FILE).step(VfsStep.WRITE_DIRECT, append);
    }

    /** Pages that are not dirty yet fault (ext4_page_mkwrite, xfs_filemap_fault). */
    private void writeMapped(Recipe r) {
        r.unless(VfsCondition.DATA_DIRTY, f -> {
            allocate(f.step(VfsStep.READ_DATA), 0);
            f.step(VfsStep.DIRTY_DATA, 0);
        }).step(VfsStep.COUNT_PAGES).step(HostStep.CPU_TIMES, Cost.COPY_PAGE.ordinal(), Reg.WORK).step(WritebackStep.THROTTLE);
    }

    private static Recipe onFile(Recipe r, Consumer<Recipe> body) {
        body.accept(r.call("open"));
        return r.unless(OpenFileCondition.KEEPS_OPEN, c -> c.call("close"));
    }

    private static Recipe call(Recipe r) {
        return r.step(HostStep.CPU, Cost.SYSTEM_CALL.ordinal());
    }

    private Recipe change(Recipe r, LocalStep dirty, VfsStep effect, int blocks) {
        log.begin(r.step(VfsStep.READ_DIRECTORY, Vfs.LOOKUP)).step(effect).step(dirty);
        return log.end(work(r, blocks));
    }

    private Recipe transaction(Recipe r, LocalStep dirty, int blocks) {
        return log.end(work(log.begin(r).step(dirty), blocks));
    }

    /** fs/inode.c:touch_atime after a read (ext4_dirty_inode, xfs_vn_update_time). */
    private Recipe accessTime(Recipe r, int register) {
        return r.when(VfsCondition.ACCESS_TIME_DUE, register, 0, 0,
                d -> log.end(work(log.begin(d).step(LocalStep.DIRTY_ACCESS_TIME, register), 1)));
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
        return CONDITIONS;
    }

    @Override
    public Outcome step(int step, int frame, int a, int b, int c) {
        int node = frames.node(frame);
        LocalStep kind = (LocalStep) STEPS[step];
        switch (kind) {
            case READ_INODES -> {
                cachedInodes[node].add(chunk(frames.get(frame, Reg.FILE)));
                inodes.set(vfs.row(frame, Reg.FILE), InodeCache.BLOCK_VALID);
                machine.interpreter().resumeAt(frame, machine.lun().read(frame, shape.blocksRead()));
                return Outcome.WAIT;
            }
            case FLUSH -> {
                machine.interpreter().resumeAt(frame, machine.lun().flush(frame));
                return Outcome.WAIT;
            }
            case DIRTY_ACCESS_TIME -> {
                log.dirtyInode(vfs.row(frame, a), inodeBlock(frames.get(frame, a)));
                machine.times().read(frames.get(frame, a));
            }
            case FORGET_INODES -> cachedInodes[node].clear();
            default -> dirty(frame, node, kind);
        }
        return Outcome.NEXT;
    }

    private void dirty(int frame, int node, LocalStep what) {
        int file = frames.get(frame, Reg.FILE);
        log.dirtyInode(vfs.row(frame, Reg.FILE), inodeBlock(file));
        machine.times().changed(file);
        switch (what) {
            case DIRTY_CREATE -> {
                cachedInodes[node].add(chunk(file));
                if (machine.contender().securityLabels()) {
                    log.label(vfs.row(frame, Reg.FILE));
                }
                dirtyDirectory(frame, node, Reg.DIRECTORY);
                log.dirty(node, Extents.ownBlock(node, 0));
                if (names.directoryOf(file) == file && shape.directories().inlineBytes() == 0) {
                    log.dirty(node, directoryBlock(file, 0));
                }
            }
            case DIRTY_UNLINK -> {
                dirtyDirectory(frame, node, Reg.DIRECTORY);
                log.dirty(node, Extents.ownBlock(node, 0));
                if (names.directoryOf(file) == file) {
                    log.forget(node, directoryBlock(file, 0));
                }
            }
            case DIRTY_RENAME -> dirtyDirectory(frame, node, Reg.DIRECTORY);
            case DIRTY_MOVE -> {
                dirtyDirectory(frame, node, Reg.DIRECTORY);
                dirtyDirectory(frame, node, Reg.TARGET);
            }
            case DIRTY_ALLOCATION -> log.dirty(node, Extents.ownBlock(node, 1));
            default -> { }
        }
    }

    private void dirtyDirectory(int frame, int node, int register) {
        int directory = frames.get(frame, register);
        int blocks = vfs.directoryBlocks(directory);
        log.dirtyInode(vfs.row(frame, register), inodeBlock(directory));
        machine.times().changed(directory);
        if (blocks > 0) {
            log.dirty(node, directoryBlock(directory, blocks - 1));
        }
    }

    /** The first block lies among the data. */
    private long directoryBlock(int directory, int index) {
        return index == 0 ? names.dataAddressOf(directory)
                : Extents.directoryBlock(names, names.row(directory), directory, index);
    }

    private long inodeBlock(int inode) {
        return names.inodeAddressOf(inode) / shape.inBlock();
    }

    private long chunk(int inode) {
        return names.inodeAddressOf(inode) / shape.readAtOnce();
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        int file = frames.get(frame, Reg.FILE);
        return switch ((LocalCondition) CONDITIONS[condition]) {
            case MUST_FORCE -> {
                int row = inodes.find(frames.node(frame), file);
                yield row >= 0 && !log.isForced(row);
            }
            case CHANGES_INODE -> {
                long end = (long) frames.get(frame, Reg.OFFSET) * Reg.OFFSET_BYTES + frames.get(frame, Reg.BYTES);
                yield a == 1 || end > names.bytesOf(file) || !machine.times().isChangedNow(file);
            }
            case INODE_CACHED -> {
                boolean cached = cachedInodes[frames.node(frame)].contains(chunk(file));
                yield cached || inodes.has(vfs.row(frame, Reg.FILE), InodeCache.BLOCK_VALID);
            }
        };
    }
}
