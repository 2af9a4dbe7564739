// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Placement;
import org.quorate.cluster.lock.LockMode;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Scenario;

/**
 * Resource groups: free space, and which of them a node allocates from (fs/gfs2/rgrp.c: gfs2_inplace_reserve, fast_to_acquire,
 * set_rgrp_preferences; kernel reference 4.4). An address is the number of the resource group in the high bits and a running
 * number below, so that neighbours are neighbours and no address is used twice. Not thread-safe.
 */
final class ResourceGroups implements Placement {

    private static final int GROUP_SHIFT = 40;
    /** Bitmap blocks have numbers of their own. */
    private static final long BITMAPS = 1L << 39;
    /** So have files that exist at the start. */
    private static final long INITIAL = 1L << 38;
    /** And blocks of pointers to blocks of pointers. */
    private static final long UPPER_POINTERS = 1L << 36;
    /** Blocks that the header's bitmap covers, and each further bitmap block: 2 bits a block (kernel reference 4.1, 4.5). */
    private static final int IN_HEADER = 15_872;
    private static final int IN_BITMAP = 16_288;
    /** Share of a resource group that files of the start fill before the next one is used. */
    private static final double FILLED = 0.9;

    private final Glocks glocks;
    private final FileShape shape;
    private final NameSpace names;
    private final BlockRuns runs;
    private final int nodes;
    private final int journals;
    private final int blocks;
    /** Blocks of an inode that is there from the start: its own, and one of attributes if inodes have labels. */
    private final int inodeBlocks;
    private final long[] sequence;
    private final long[] free;

    ResourceGroups(Scenario scenario, Gfs2Spec spec, NameSpace names, Glocks glocks, FileShape shape) {
        this.glocks = glocks;
        this.shape = shape;
        this.names = names;
        runs = new BlockRuns(names);
        inodeBlocks = spec.securityLabels() ? 2 : 1;
        nodes = scenario.cluster().nodes().size();
        journals = Math.max(spec.journals(), nodes);
        blocks = (int) (spec.resourceGroup().value() / Lun.BLOCK_BYTES);
        // mkfs.gfs2 puts each journal into a resource group of its own
        long room = scenario.lun().size().value() - journals * spec.journal().value();
        int count = (int) Math.max(1, room / spec.resourceGroup().value());
        sequence = new long[count];
        free = new long[count];
        Arrays.fill(free, blocks - length());
    }

    /** Number of resource groups, those of the journals included. */
    int all() {
        return free.length + journals;
    }

    int journals() {
        return journals;
    }

    /** Blocks of header and bitmaps: 5 for 256 MiB. */
    int length() {
        return 1 + Math.max(0, blocks - IN_HEADER + IN_BITMAP - 1) / IN_BITMAP;
    }

    static int groupOf(long address) {
        return (int) (address >>> GROUP_SHIFT);
    }

    static long headerAddress(int group) {
        return (long) group << GROUP_SHIFT | BITMAPS;
    }

    /** Address of the bitmap block for a block: the header itself for the first ones. */
    long bitmapAddress(long address) {
        long block = (address & INITIAL - 1) % blocks;
        long index = block < IN_HEADER ? 0 : 1 + (block - IN_HEADER) / IN_BITMAP;
        return headerAddress(groupOf(address)) + index;
    }

    /** GFS2_RDF_PREFERRED: every J-th resource group from the node's journal id on. */
    private boolean isPreferred(int group, int node) {
        return group % journals == node % journals;
    }

    /** A preferred resource group of a node. */
    private int preferred(int node, int index) {
        int own = (free.length - 1 - node % journals) / journals + 1;
        return own <= 0 ? node % free.length : node % journals + Math.floorMod(index, own) * journals;
    }

    /** fast_to_acquire: cached and idle, or preferred. */
    boolean isFast(int node, int group) {
        int glock = glocks.find(node, GlockKind.RGRP, group);
        boolean cached = glock >= 0 && glocks.state[glock] != LockMode.NL && glocks.first[glock] < 0
                && !glocks.is(glock, Glocks.DEMOTE | Glocks.DEMOTE_IN_PROGRESS);
        return cached || isPreferred(group, node);
    }

    /** Resource groups that files may lie in. */
    int count() {
        return free.length;
    }

    /** Free blocks of a resource group. */
    long free(int group) {
        return free[group];
    }

    /** Where the blocks of files lie. */
    BlockRuns runs() {
        return runs;
    }

    /** Takes neighbouring blocks; returns the address of the first. */
    long allocate(int group, long count) {
        free[group] -= count;
        long address = (long) group << GROUP_SHIFT | sequence[group];
        sequence[group] += count;
        return address;
    }

    /** Blocks of a resource group are free again. */
    void release(int group, long count) {
        free[group] += count;
    }

    /** Neighbouring blocks that were taken are not needed: whoever takes some next gets them, unless others followed. */
    void giveBack(long address, long count) {
        int group = groupOf(address);
        release(group, count);
        if (sequence[group] == (address & (1L << GROUP_SHIFT) - 1) + count) {
            sequence[group] -= count;
        }
    }

    @Override
    public void place(NameSpace space, int row, int inode, int node) {
        if (space.isInitial(inode)) {
            placeInitial(space, row, inode, node);
            return;
        }
        // what is created gets its place when a resource group has been locked for it (Reservations)
        boolean system = space.parentOfInode(inode) < 0;
        space.inodeAddress[row] = system ? allocate(0, 1) : 0;
        space.dataAddress[row] = space.inodeAddress[row] + 1;
    }

    /** Directories lie in the preferred resource groups of their creator, one set beside the other; its files follow them. */
    private void placeInitial(NameSpace space, int row, int inode, int node) {
        int index = space.indexInSet(inode);
        boolean directory = space.directory[row] == inode;
        long position = directory ? 0 : (long) index / nodes * (inodeBlocks + 1);
        int spread = directory ? index / nodes : (int) (position / (blocks * FILLED));
        int group = preferred(node, space.setOf(inode) + spread);
        space.inodeAddress[row] = (long) group << GROUP_SHIFT | INITIAL | (long) inode * (inodeBlocks + 1);
        long data = directory ? 0 : shape.blocks(space.bytes[row]);
        space.dataAddress[row] = data <= 1 ? space.inodeAddress[row] + inodeBlocks : allocate(group, data);
    }

    /** Blocks of pointers lie where they were needed, between the data that they point to (bmap.c:gfs2_iomap_alloc). */
    @Override
    public long addressOf(NameSpace space, int row, int page) {
        return runs.addressOf(row, page + (page < FileShape.IN_INODE ? 0 : page / FileShape.IN_INDIRECT + 1));
    }

    /**
     * Address of the block of pointers to the pages from {@code index * IN_INDIRECT} on: before the first page that needed it. The
     * blocks that point to such blocks have higher numbers and addresses of their own.
     */
    long indirectAddress(int row, long index) {
        long block = index == 0 ? FileShape.IN_INODE : index * FileShape.IN_INDIRECT + index;
        return block < runs.blocks(row) ? runs.addressOf(row, block) : names.dataAddress[row] + UPPER_POINTERS + index;
    }

    /** Resource group of an inode. */
    int groupOfInode(int inode) {
        return groupOf(names.inodeAddressOf(inode));
    }
}
