// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.fs.LockCensus;
import org.quorate.cluster.fs.LockNaming;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Placement;
import org.quorate.cluster.host.Writeback;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.vfs.Extents;
import org.quorate.cluster.vfs.Vfs;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.SlabCache;

/** OCFS2 on any of its cluster stacks, or on none (kernel reference; lab measurements where they correct it). Not thread-safe. */
public final class Ocfs2 implements FileSystem, Mechanism {

    private static final Step[] STEPS = Ocfs2Step.values();
    private static final Condition[] CONDITIONS = Ocfs2Condition.values();
    private static final SystemInode[] SYSTEM = SystemInode.values();
    private static final int NONE = -1;
    /** Number of the block of a slot that its next group of inodes begins with. */
    private static final int NEW_GROUP = 5;
    /** READ_EXTENTS: those of the bytes that the operation works on, the last one, all. */
    static final int EXTENTS_OF_RANGE = 0;
    static final int LAST_EXTENT = 1;
    static final int ALL_EXTENTS = 2;
    /** Reservation window in clusters at the default level 2: 4 shifted by 2, kernel reference 4.3. */
    private static final int RESERVED_CLUSTERS = 16;
    /** OCFS2_DEFAULT_ATIME_QUANTUM, fs/ocfs2/ocfs2_fs.h; mount option atime_quantum. */
    private static final long ATIME_QUANTUM_SECONDS = 60;
    /** Interval of the disk heartbeat, kernel reference 3.7. */
    private static final long HEARTBEAT_NANOS = 2_000_000_000L;

    private final Machine machine;
    private final Interpreter interpreter;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final Extents extents;
    private final Writeback writeback;
    private final Vfs vfs;
    private final Jbd2 journal;
    private final MetadataBlocks blocks;
    private final Directories directories;
    private final ExtentTree tree;
    private final Glue glue;
    private final ClusterStack stack;
    private final Allocators allocators;
    private final int[] inodeAlloc;
    private final int[] extentAlloc;
    private final Labels labels;
    private final int inlineBytes;
    private final OrphanScan orphanScan;
    private final BitSet wiped = new BitSet();
    private final int[] orphanDir;
    private int globalBitmap;
    private final long reservedBlocks;
    private final long windowBlocks;
    private final long[] windowLeft;
    private final TruncateLog truncateLog;
    private final int heartbeatKind;

    /** Makes the volume, mounted on all nodes. */
    public Ocfs2(Machine machine, Ocfs2Spec spec) {
        this.machine = machine;
        interpreter = machine.interpreter();
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
        int nodes = machine.nodes();
        int clusterBlocks = (int) Math.max(1, spec.clusterSize().value() / Lun.BLOCK_BYTES);
        windowBlocks = LocalAlloc.windowMebibytes(spec.clusterSize().value()) * 1024 * 1024 / Lun.BLOCK_BYTES;
        // fs/ocfs2/ocfs2_fs.h:ocfs2_max_inline_data_with_xattr: attributes take room only from an inode that has some
        inlineBytes = DirectoryShape.INLINE_BYTES - (spec.securityLabels() ? Labels.INLINE_ATTRIBUTE_BYTES : 0);
        extents = new Extents(nodes, inlineBytes, RESERVED_CLUSTERS * clusterBlocks, Allocators.INODES_IN_GROUP,
                new LocalAlloc(nodes, windowBlocks, clusterBlocks));
        writeback = new Writeback(machine);
        vfs = new Vfs(machine, writeback, extents, inlineBytes, null, SlabCache.OCFS2_INODE);
        journal = new Jbd2(machine, writeback, spec.commit().toNanos(), spec.journal().value(), spec.dataOrdered());
        blocks = new MetadataBlocks(inodes);
        directories = new Directories(machine, journal, blocks);
        tree = new ExtentTree(names, extents, blocks, journal, (int) spec.blockSize().value(), DirectoryShape.INLINE_BYTES - inlineBytes);
        glue = new Glue(machine, extents, blocks);
        stack = switch (spec.stack()) {
            case O2CB -> new O2cbStack(machine, glue);
            case PCMK -> new UserStack(machine, glue);
            case LOCAL -> new LocalStack(machine, glue);
        };
        allocators = new Allocators(nodes, clusterBlocks);
        reservedBlocks = spec.slots() * (spec.journal().value() / Lun.BLOCK_BYTES) + nodes * windowBlocks;
        labels = new Labels(machine, extents, journal, blocks, (node, slot) -> dirty(node, extentAllocOf(slot)));
        inodeAlloc = new int[nodes];
        extentAlloc = new int[nodes];
        orphanDir = new int[nodes];
        windowLeft = new long[nodes];
        Arrays.fill(windowLeft, windowBlocks);
        truncateLog = new TruncateLog(machine, (int) spec.blockSize().value());
        orphanScan = new OrphanScan(machine);
        heartbeatKind = interpreter.register((kind, node) -> heartbeat(node));
    }

    @Override
    public List<Mechanism> mechanisms() {
        return Stream.concat(Stream.of(writeback, vfs, journal, glue, glue.downconvert(), labels, this), stack.mechanisms().stream()).toList();
    }

    @Override
    public void write(RecipeBook book) {
        writeback.write(book);
        journal.write(book);
        stack.write(book);
        glue.write(book, stack);
        Ocfs2Recipes.write(book, stack);
    }

    @Override
    public Placement placement() {
        return extents;
    }

    @Override
    public List<String> lockKinds() {
        return LockKind.NAMES;
    }

    @Override
    public LockCensus locks() {
        return glue.locks();
    }

    @Override
    public LockNaming lockNaming() {
        return glue;
    }

    @Override
    public void start() {
        for (int node = 0; node < machine.nodes(); node++) {
            String owner = " of " + machine.scenario().cluster().nodes().get(node).name();
            inodeAlloc[node] = systemInode(node, "inode allocator" + owner);
            orphanDir[node] = systemInode(node, "orphan directory" + owner);
            extentAlloc[node] = labels.isLabelled() ? systemInode(node, "extent allocator" + owner) : NONE;
        }
        globalBitmap = systemInode(0, "global bitmap");
        allocators.begin(names, machine.scenario().lun().size().value() / Lun.BLOCK_BYTES, reservedBlocks, inlineBytes);
        writeback.start();
        journal.start();
        if (stack.isClustered()) {
            glue.downconvert().start();
        }
        stack.start();
        truncateLog.start();
        if (stack.isClustered()) {
            orphanScan.start();
        }
        for (int node = 0; node < machine.nodes(); node++) {
            if (stack.hasDiskHeartbeat()) {
                // nodes mounted at different times: their heartbeats do not coincide
                interpreter.after(HEARTBEAT_NANOS * (node + 1) / machine.nodes(), heartbeatKind, node);
            }
        }
    }

    /** System inodes are in memory and locked since the mount. */
    private int systemInode(int node, String name) {
        int inode = names.systemInode(node, name);
        establish(node, LockKind.META, inode, LockMode.EX);
        inodes.set(inodes.row(node, inode), InodeCache.BLOCK_VALID);
        inodes.pin(inodes.row(node, inode), 1);
        return inode;
    }

    private void establish(int node, LockKind kind, int inode, int mode) {
        if (!glue.attached(node, kind, inode)) {
            stack.establish(node, glue.establish(node, kind, inode, mode), mode);
        }
    }

    @Override
    public void expectWarm(int files) {
        names.expect(files);
        inodes.expect(files);
        glue.expectWarm(files, stack);
    }

    @Override
    public void warm(int node, int file) {
        int directory = names.directoryOf(file);
        establish(node, LockKind.META, directory, LockMode.PR);
        directories.warm(inodes.row(node, directory));
        establish(node, LockKind.OPEN, file, LockMode.PR);
        glue.hold(node, LockKind.OPEN, file);
        establish(node, LockKind.META, file, LockMode.PR);
        establish(node, LockKind.DENTRY, file, LockMode.PR);
        int row = inodes.row(node, file);
        inodes.set(row, InodeCache.BLOCK_VALID | InodeCache.DATA_VALID);
        vfs.attach(row);
        machine.times().read(file);
        labels.warm(row);
        labels.warm(inodes.row(node, directory));
        if (!vfs.inline(names.bytesOf(file))) {
            inodes.cache(row, inodes.dataPages(file));
        }
    }

    @Override
    public void verify() {
        glue.verify();
        stack.verify();
    }

    @Override
    public String toString() {
        return "OCFS2" + glue.waiting() + stack;
    }

    private void heartbeat(int node) {
        interpreter.after(HEARTBEAT_NANOS, heartbeatKind, node);
        machine.lun().heartbeat();
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
        switch ((Ocfs2Step) STEPS[step]) {
            case SYSTEM_INODE -> frames.set(frame, Reg.OTHER, system(frame, node, SYSTEM[a]));
            case INODE_READ -> {
                if (!stack.isClustered()) {
                    inodes.clear(inodes.row(node, frames.get(frame, Reg.FILE)), InodeCache.BLOCK_VALID);
                }
            }
            case RELEASE_BLOCK -> release(frames.get(frame, Reg.FILE));
            case AWAIT_TRUNCATE_LOG -> {
                return truncateLog.await(node);
            }
            case AWAIT_ORPHAN_SCAN -> {
                return orphanScan.await(node);
            }
            case NEXT_ORPHAN_DIR -> orphanScan.next(frame, orphanDir);
            case DIRTY_ACCESS_TIME -> {
                dirty(node, frames.get(frame, a));
                machine.times().read(frames.get(frame, a));
            }
            case NEXT_UNUSED -> nextUnused(frame, node);
            case READ_DIRECTORY -> {
                return directories.read(frame, a, b);
            }
            case READ_EXTENTS -> {
                return readExtents(frame, vfs.row(frame, Reg.FILE), a);
            }
            case READ_ALLOCATOR -> {
                return readAllocator(frame, node);
            }
            case TAKE_INODE -> allocators.take(node, slotOf(frame));
            case PLACE_INODE -> extents.takeInodesFrom(node, slotOf(frame));
            case TRY_SLOT -> trySlot(frame, node);
            case COUNT_EXTENTS -> countExtents(frame, node);
            default -> frames.set(frame, Reg.LOOP, change((Ocfs2Step) STEPS[step], frame, node));
        }
        return Outcome.NEXT;
    }

    private void countExtents(int frame, int node) {
        int file = frames.get(frame, Reg.FILE);
        frames.set(frame, Reg.WORK2, -tree.truncations(file));
        if (names.gone(file)) {
            allocators.logged(node, extents.capacity(names.row(file)));
        }
    }

    private Outcome readExtents(int frame, int row, int which) {
        int file = frames.get(frame, Reg.FILE);
        int pages = inodes.dataPages(file);
        int first = which == ALL_EXTENTS ? 0 : frames.get(frame, Reg.OFFSET) / (Lun.BLOCK_BYTES / Reg.OFFSET_BYTES);
        int end = which == ALL_EXTENTS ? pages : Math.min(pages,
                InodeCache.pagesOf((long) frames.get(frame, Reg.OFFSET) * Reg.OFFSET_BYTES + frames.get(frame, Reg.BYTES)));
        int reads = which == LAST_EXTENT ? tree.findLast(row, file) : tree.find(row, file, first, end);
        frames.set(frame, Reg.LOOP, tree.searched());
        return read(frame, reads);
    }

    /** Changes the blocks of a change of a name, or of {@link #changeFile}; returns how many. */
    private int change(Ocfs2Step what, int frame, int node) {
        int file = frames.get(frame, Reg.FILE);
        int directory = frames.get(frame, Reg.DIRECTORY);
        return switch (what) {
            case DIRTY_CREATE -> modify(node, directory) + directories.added(frame, node, directory) + dirty(node, file)
                    + dirtyAllocator(node, frames.get(frame, Reg.OTHER), file);
            case DIRTY_UNLINK -> modify(node, directory) + directories.removed(frame, node, directory) + modify(node, file) + dirtyOrphans(node);
            case DIRTY_DELETE -> {
                wiped.set(file);
                allocators.release(slotOf(frame));
                yield dirtyOrphans(node) + dirty(node, file) + dirtyAllocator(node, frames.get(frame, Reg.OTHER), file);
            }
            case DIRTY_RENAME -> modify(node, directory) + directories.removed(frame, node, directory)
                    + directories.added(frame, node, directory) + modify(node, file);
            case DIRTY_MOVE -> {
                int target = frames.get(frame, Reg.TARGET);
                yield modify(node, directory) + directories.removed(frame, node, directory) + modify(node, target)
                        + directories.added(frame, node, target) + modify(node, file);
            }
            default -> changeFile(what, frame, node);
        };
    }

    private int changeFile(Ocfs2Step what, int frame, int node) {
        int file = frames.get(frame, Reg.FILE);
        return switch (what) {
            case DIRTY_INODE -> modify(node, file);
            case DIRTY_ALLOCATION -> {
                journal.order(vfs.row(frame, Reg.FILE));
                windowLeft[node] -= blocks(frame);
                yield modify(node, file) + tree.change(node, vfs.row(frame, Reg.FILE), file, blocks(frame)) + dirtyOwn(node, 0);
            }
            case DIRTY_WINDOW -> {
                windowLeft[node] = Math.max(windowLeft[node], windowBlocks);
                allocators.takeWindow(windowBlocks);
                yield dirtyBitmap(node) + dirtyOwn(node, 0);
            }
            case DIRTY_GROUP -> {
                int slot = slotOf(frame);
                allocators.grow(slot);
                blocks.know(inodes.row(node, inodeAlloc[slot]), extents.currentGroup(slot));
                journal.dirty(node, Extents.ownBlock(slot, NEW_GROUP));
                yield 1 + dirty(node, inodeAlloc[slot]) + dirtyBitmap(node);
            }
            case DIRTY_FREED -> {
                if (truncateLog.remove(node)) {
                    allocators.flushed(node);
                }
                yield dirtyBitmap(node) + dirtyOwn(node, 1);
            }
            case DIRTY_TRUNCATE_LOG -> {
                truncateLog.add(node);
                yield modify(node, file) + tree.change(node, vfs.row(frame, Reg.FILE), file, 0) + dirtyOwn(node, 1);
            }
            default -> throw new IllegalStateException("no step " + what);
        };
    }

    /** Inode and group descriptor of the global bitmap. */
    private int dirtyBitmap(int node) {
        journal.dirty(node, Extents.ownBlock(0, 2));
        return 1 + dirty(node, globalBitmap);
    }

    private int dirtyOwn(int node, int index) {
        journal.dirty(node, Extents.ownBlock(node, index));
        return 1;
    }

    /** The slot's orphan directory, which mkfs made with a block of its own and without an index. */
    private int dirtyOrphans(int node) {
        journal.dirty(node, Extents.directoryBlock(names, names.row(orphanDir[node]), orphanDir[node], 0));
        return 1 + dirty(node, orphanDir[node]);
    }

    private int system(int frame, int node, SystemInode inode) {
        return switch (inode) {
            case INODE_ALLOC -> inodeAlloc[node];
            case CREATORS_INODE_ALLOC -> inodeAlloc[extents.areaOf(names, names.row(frames.get(frame, Reg.FILE)))];
            case EXTENT_ALLOC -> extentAlloc[node];
            case CREATORS_EXTENT_ALLOC -> extentAlloc[names.creatorOf(frames.get(frame, Reg.FILE))];
            case ORPHAN_DIR -> orphanDir[node];
            case GLOBAL_BITMAP -> globalBitmap;
        };
    }

    /** Slot of the inode_alloc at hand. */
    private int slotOf(int frame) {
        int slot = 0;
        while (inodeAlloc[slot] != frames.get(frame, Reg.OTHER)) {
            slot++;
        }
        return slot;
    }

    /** The allocator's inode and the descriptor of a group: of FILE's if it is removed, else of the one that has free bits. */
    private Outcome readAllocator(int frame, int node) {
        int allocator = frames.get(frame, Reg.OTHER);
        int row = inodes.row(node, allocator);
        int file = frames.get(frame, Reg.FILE);
        int group = 0;
        if (allocator != globalBitmap) {
            group = file != NONE && names.gone(file) ? extents.groupNumberOf(names, names.row(file)) : extents.currentGroup(slotOf(frame));
        }
        return read(frame, blocks.knowInode(row) + blocks.know(row, group));
    }

    private Outcome read(int frame, int reads) {
        if (reads == 0) {
            return Outcome.NEXT;
        }
        interpreter.resumeAt(frame, machine.lun().readScattered(frame, reads));
        return Outcome.WAIT;
    }

    private void trySlot(int frame, int node) {
        int slot = allocators.toSteal(node, frames.get(frame, Reg.LOOP));
        frames.set(frame, Reg.LOOP, frames.get(frame, Reg.LOOP) + 1);
        frames.set(frame, Reg.OTHER, inodeAlloc[slot == NONE ? node : slot]);
        frames.set(frame, Reg.RESULT, slot == NONE ? 0 : 1);
    }

    /** A removed inode's block may be used again, if this node was the one to remove it. */
    private void release(int inode) {
        if (wiped.get(inode)) {
            wiped.clear(inode);
            if (!glue.knowsBlock(inode)) {
                extents.release(names, names.row(inode));
            }
        }
    }

    /** It changes, and the times of its last change with it. */
    private int modify(int node, int inode) {
        machine.times().changed(inode);
        return dirty(node, inode);
    }

    private int extentAllocOf(int slot) {
        return extentAlloc[slot];
    }

    private int dirty(int node, int inode) {
        journal.dirtyInode(inodes.row(node, inode), names.inodeAddressOf(inode));
        if (stack.isClustered()) {
            glue.downconvert().touch(node, inode);
        }
        return 1;
    }

    private int dirtyAllocator(int node, int allocator, int inode) {
        journal.dirty(node, extents.groupOf(names, names.row(inode)));
        return 1 + dirty(node, allocator);
    }

    private int blocks(int frame) {
        return Math.max(1, InodeCache.pagesOf(frames.get(frame, Reg.BYTES)));
    }

    /** System inodes stay in memory as long as the volume is mounted. */
    private boolean isSystem(int inode) {
        return inode >= inodeAlloc[0] && inode <= globalBitmap;
    }

    private void nextUnused(int frame, int node) {
        for (int row = frames.get(frame, Reg.WORK2); row < inodes.rows(); row++) {
            if (inodes.node[row] == node && inodes.own[row] == 0 && inodes.dirtyPages[row] == 0 && !isSystem(inodes.inode[row])) {
                frames.set(frame, Reg.WORK2, row + 1);
                frames.set(frame, Reg.FILE, inodes.inode[row]);
                frames.set(frame, Reg.RESULT, 1);
                return;
            }
        }
        frames.set(frame, Reg.RESULT, 0);
    }

    @Override
    public boolean test(int condition, int frame, int a, int b, int c) {
        return switch ((Ocfs2Condition) CONDITIONS[condition]) {
            case WINDOW_EMPTY -> windowLeft[frames.node(frame)] < blocks(frame);
            case STEALS -> allocators.steals(frames.node(frame));
            case HAS_INODES -> allocators.hasInodes(slotOf(frame));
            case CAN_GROW -> allocators.canGrow();
            case LOGGED -> !truncateLog.isEmpty(frames.node(frame));
            case LOG_FULL -> truncateLog.isFull(frames.node(frame));
            case HAD_CLUSTERS -> extents.capacity(names.row(frames.get(frame, Reg.FILE))) > 0;
            case ACCESS_TIME_DUE -> machine.times().isDue(frames.get(frame, a), ATIME_QUANTUM_SECONDS);
        };
    }
}
