// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.engine.Step;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Placement;
import org.quorate.cluster.host.Writeback;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.vfs.DirectoryLayout;
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
    /**
     * Data in an inode without attributes: 4096 - 200. The xattr feature takes its area only from inodes that have an attribute
     * (fs/ocfs2/ocfs2_fs.h:ocfs2_max_inline_data_with_xattr), unlike what kernel reference 4.1 says; so has the lab: two rows more hold.
     */
    private static final int INLINE_BYTES = 3896;
    /** Entries in the inode or in blocks with a trailer of 64 bytes, each 12 bytes and a name: kernel reference 4.1. */
    private static final DirectoryLayout DIRECTORIES = new DirectoryLayout(INLINE_BYTES, 4096 - 64, 12);
    /** Inodes in a suballocator group of 4 MiB, kernel reference 4.1. */
    private static final int INODES_IN_GROUP = 1023;
    /** Reservation window in clusters at the default level 2: 4 shifted by 2, kernel reference 4.3. */
    private static final int RESERVED_CLUSTERS = 16;
    /** Extents in an inode, and in an extent block, kernel reference 4.1. */
    private static final int EXTENTS_IN_INODE = 243;
    private static final int EXTENT_BYTES = 16;
    private static final int EXTENTS_IN_BLOCK = 252;
    /** Extent blocks among the blocks of an inode's own that are no data; directories have none that far. */
    private static final int EXTENT_BLOCKS = 3 << 14;
    /** Entries of an index leaf, kernel reference 4.1. */
    private static final int INDEX_ENTRIES = 253;
    /** OCFS2_TRUNCATE_LOG_FLUSH_INTERVAL, kernel reference 1.4. */
    private static final long TRUNCATE_LOG_NANOS = 2_000_000_000L;
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
    private final Glue glue;
    private final ClusterStack stack;
    private final int[] inodeAlloc;
    private final int[] extentAlloc;
    private final Labels labels;
    private final int extentsInInode;
    private final OrphanScan orphanScan;
    private final BitSet wiped = new BitSet();
    private final int[] orphanDir;
    private int globalBitmap;
    private final long windowBlocks;
    private final long[] windowLeft;
    private final int[] truncateLogger;
    private final boolean[] truncateLoggerIdle;
    private final boolean[] truncateLogDue;
    private final long[] truncateLogAt;
    private final int truncateLogKind;
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
        windowBlocks = windowMebibytes(spec.clusterSize().value()) * 1024 * 1024 / Lun.BLOCK_BYTES;
        int attributeBytes = spec.securityLabels() ? Labels.INLINE_ATTRIBUTE_BYTES : 0;
        extentsInInode = EXTENTS_IN_INODE - attributeBytes / EXTENT_BYTES;
        extents = new Extents(nodes, INLINE_BYTES - attributeBytes, RESERVED_CLUSTERS * clusterBlocks, INODES_IN_GROUP,
                new LocalAlloc(nodes, windowBlocks, clusterBlocks));
        writeback = new Writeback(machine);
        vfs = new Vfs(machine, writeback, extents, INLINE_BYTES - attributeBytes, DIRECTORIES, SlabCache.OCFS2_INODE);
        journal = new Jbd2(machine, writeback, spec.commit().toNanos(), spec.journal().value(), spec.dataOrdered());
        glue = new Glue(machine, extents);
        stack = switch (spec.stack()) {
            case O2CB -> new O2cbStack(machine, glue);
            case PCMK -> new UserStack(machine, glue);
            case LOCAL -> new LocalStack(machine, glue);
        };
        labels = new Labels(machine, extents, journal, (node, slot) -> dirty(node, extentAllocOf(slot)));
        inodeAlloc = new int[nodes];
        extentAlloc = new int[nodes];
        orphanDir = new int[nodes];
        windowLeft = new long[nodes];
        Arrays.fill(windowLeft, windowBlocks);
        truncateLogger = new int[nodes];
        truncateLoggerIdle = new boolean[nodes];
        truncateLogDue = new boolean[nodes];
        truncateLogAt = new long[nodes];
        truncateLogKind = interpreter.register((kind, node) -> truncateLogDue(node));
        orphanScan = new OrphanScan(machine);
        heartbeatKind = interpreter.register((kind, node) -> heartbeat(node));
    }

    /** Default size of the local alloc window by cluster size, kernel reference 4.3. */
    private static long windowMebibytes(long clusterBytes) {
        if (clusterBytes <= 4096) {
            return 106;
        }
        return clusterBytes <= 8192 ? 232 : clusterBytes <= 16384 ? 244 : 256;
    }

    @Override
    public List<Mechanism> mechanisms() {
        List<Mechanism> mechanisms = new ArrayList<>(List.of(writeback, vfs, journal, glue, glue.downconvert(), labels, this));
        mechanisms.addAll(stack.mechanisms());
        return mechanisms;
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
        return Arrays.stream(LockKind.values()).map(Enum::name).toList();
    }

    @Override
    public void start() {
        for (int node = 0; node < machine.nodes(); node++) {
            inodeAlloc[node] = systemInode(node);
            orphanDir[node] = systemInode(node);
            extentAlloc[node] = labels.isLabelled() ? systemInode(node) : NONE;
        }
        globalBitmap = systemInode(0);
        writeback.start();
        journal.start();
        if (stack.isClustered()) {
            glue.downconvert().start();
        }
        stack.start();
        if (stack.isClustered()) {
            orphanScan.start();
        }
        for (int node = 0; node < machine.nodes(); node++) {
            truncateLogger[node] = frames.create(node);
            interpreter.start(truncateLogger[node], interpreter.entry("ocfs2/truncate log"), 0);
            if (stack.hasDiskHeartbeat()) {
                // nodes mounted at different times: their heartbeats do not coincide
                interpreter.after(HEARTBEAT_NANOS * (node + 1) / machine.nodes(), heartbeatKind, node);
            }
        }
    }

    /** System inodes are in memory and locked since the mount. */
    private int systemInode(int node) {
        int inode = names.systemInode(node);
        establish(node, LockKind.META, inode, LockMode.EX);
        inodes.set(inodes.row(node, inode), InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID);
        inodes.pin(inodes.row(node, inode), 1);
        return inode;
    }

    private void establish(int node, LockKind kind, int inode, int mode) {
        if (!glue.attached(node, kind, inode)) {
            stack.establish(node, glue.establish(node, kind, inode, mode), mode);
        }
    }

    @Override
    public void warm(int node, int file) {
        int directory = names.directoryOf(file);
        establish(node, LockKind.META, directory, LockMode.PR);
        inodes.set(inodes.row(node, directory), InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID);
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

    /** alloc.c:ocfs2_schedule_truncate_log_flush: each further use pushes the flush off. */
    private void scheduleTruncateLog(int node) {
        if (truncateLogAt[node] == 0) {
            interpreter.after(TRUNCATE_LOG_NANOS, truncateLogKind, node);
        }
        truncateLogAt[node] = interpreter.now() + TRUNCATE_LOG_NANOS;
    }

    private void truncateLogDue(int node) {
        if (interpreter.now() < truncateLogAt[node]) {
            interpreter.at(truncateLogAt[node], truncateLogKind, node);
            return;
        }
        truncateLogAt[node] = 0;
        truncateLogDue[node] = true;
        if (truncateLoggerIdle[node]) {
            truncateLoggerIdle[node] = false;
            machine.hosts().wakeWorker(truncateLogger[node]);
        }
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
                if (!truncateLogDue[node]) {
                    truncateLoggerIdle[node] = true;
                    return Outcome.AGAIN;
                }
                truncateLogDue[node] = false;
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
            default -> change((Ocfs2Step) STEPS[step], frame, node);
        }
        return Outcome.NEXT;
    }

    /** Blocks that a change of a name dirties; those of other changes in {@link #changeFile}. */
    private void change(Ocfs2Step what, int frame, int node) {
        switch (what) {
            case DIRTY_CREATE -> {
                dirtyDirectory(frame, node, frames.get(frame, Reg.DIRECTORY));
                dirty(node, frames.get(frame, Reg.FILE));
                dirtyAllocator(node, inodeAlloc[node], frames.get(frame, Reg.FILE));
            }
            case DIRTY_UNLINK -> {
                dirtyDirectory(frame, node, frames.get(frame, Reg.DIRECTORY));
                modify(node, frames.get(frame, Reg.FILE));
                dirty(node, orphanDir[node]);
                journal.dirty(node, Extents.directoryBlock(names, names.row(orphanDir[node]), orphanDir[node], 0));
            }
            case DIRTY_DELETE -> {
                wiped.set(frames.get(frame, Reg.FILE));
                dirty(node, orphanDir[node]);
                journal.dirty(node, Extents.directoryBlock(names, names.row(orphanDir[node]), orphanDir[node], 0));
                dirty(node, frames.get(frame, Reg.FILE));
                dirtyAllocator(node, frames.get(frame, Reg.OTHER), frames.get(frame, Reg.FILE));
            }
            case DIRTY_RENAME -> {
                dirtyDirectory(frame, node, frames.get(frame, Reg.DIRECTORY));
                modify(node, frames.get(frame, Reg.FILE));
            }
            case DIRTY_MOVE -> {
                dirtyDirectory(frame, node, frames.get(frame, Reg.DIRECTORY));
                dirtyDirectory(frame, node, frames.get(frame, Reg.TARGET));
                modify(node, frames.get(frame, Reg.FILE));
            }
            default -> changeFile(what, frame, node);
        }
    }

    private void changeFile(Ocfs2Step what, int frame, int node) {
        switch (what) {
            case DIRTY_INODE -> modify(node, frames.get(frame, Reg.FILE));
            case DIRTY_ALLOCATION -> {
                modify(node, frames.get(frame, Reg.FILE));
                dirtyExtentBlock(node, frames.get(frame, Reg.FILE));
                journal.dirty(node, Extents.ownBlock(node, 0));
                journal.order(vfs.row(frame, Reg.FILE));
                windowLeft[node] -= blocks(frame);
            }
            case DIRTY_WINDOW -> {
                dirty(node, globalBitmap);
                journal.dirty(node, Extents.ownBlock(0, 2));
                journal.dirty(node, Extents.ownBlock(node, 0));
                windowLeft[node] = Math.max(windowLeft[node], windowBlocks);
            }
            case DIRTY_TRUNCATE_LOG -> {
                modify(node, frames.get(frame, Reg.FILE));
                journal.dirty(node, Extents.ownBlock(node, 1));
                scheduleTruncateLog(node);
            }
            default -> throw new IllegalStateException("no step " + what);
        }
    }

    private int system(int frame, int node, SystemInode inode) {
        return switch (inode) {
            case INODE_ALLOC -> inodeAlloc[node];
            case CREATORS_INODE_ALLOC -> inodeAlloc[names.creatorOf(frames.get(frame, Reg.FILE))];
            case EXTENT_ALLOC -> extentAlloc[node];
            case CREATORS_EXTENT_ALLOC -> extentAlloc[names.creatorOf(frames.get(frame, Reg.FILE))];
            case ORPHAN_DIR -> orphanDir[node];
            case GLOBAL_BITMAP -> globalBitmap;
        };
    }

    /** A removed inode's block may be used again, if this node was the one to remove it. */
    private void release(int inode) {
        if (wiped.get(inode)) {
            wiped.clear(inode);
            if (!glue.knowsBlock(inode)) {
                int row = names.row(inode);
                extents.release(names, row);
            }
        }
    }

    /** It changes, and the times of its last change with it. */
    private void modify(int node, int inode) {
        dirty(node, inode);
        machine.times().changed(inode);
    }

    private void dirty(int node, int inode) {
        journal.dirtyInode(inodes.row(node, inode), names.inodeAddressOf(inode));
        if (stack.isClustered()) {
            glue.downconvert().touch(node, inode);
        }
    }

    /** Directory inode, the block with the name, the leaf of the index. */
    private void dirtyDirectory(int frame, int node, int directory) {
        int row = names.row(directory);
        modify(node, directory);
        int blocks = vfs.directoryBlocks(directory);
        if (blocks > 0) {
            long leaves = Math.max(1, names.entries[row] / INDEX_ENTRIES);
            long leaf = Math.floorMod(frames.get(frame, Reg.FILE) * 0x9E3779B97F4A7C15L >>> 20, leaves);
            journal.dirty(node, Extents.directoryBlock(names, row, directory, blocks - 1));
            journal.dirty(node, Extents.directoryBlock(names, row, directory, (1 << 15) + leaf));
        }
    }

    /** The extent block that the file's next extent goes to, if the inode has no room for it any more. */
    private void dirtyExtentBlock(int node, int file) {
        int row = names.row(file);
        int count = extents.extents(row);
        if (count > extentsInInode) {
            journal.dirty(node, Extents.directoryBlock(names, row, file, EXTENT_BLOCKS + count / EXTENTS_IN_BLOCK));
        }
    }

    private void dirtyAllocator(int node, int allocator, int inode) {
        dirty(node, allocator);
        journal.dirty(node, extents.groupOf(names, names.row(inode)));
    }

    private int blocks(int frame) {
        return Math.max(1, InodeCache.pagesOf(frames.get(frame, Reg.BYTES)));
    }

    private int extentAllocOf(int slot) {
        return extentAlloc[slot];
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
            case HAD_CLUSTERS -> extents.capacity(names.row(frames.get(frame, Reg.FILE))) > 0;
            case ACCESS_TIME_DUE -> machine.times().isDue(frames.get(frame, a), ATIME_QUANTUM_SECONDS);
        };
    }
}
