// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;

/**
 * Security labels: one extended attribute in a block of its own behind each inode (fs/gfs2/xattr.c), and the copy of it that the security
 * module keeps with the inode in memory. What is read when a cold inode is read together with its block is in
 * {@link InCore#readsAttributesAhead}. Not thread-safe.
 */
final class Labels {

    private static final int NONE = -1;

    private final Machine machine;
    private final Frames frames;
    private final NameSpace names;
    private final InodeCache inodes;
    private final InCore inCore;
    private final Glocks glocks;
    private final Journal journal;
    private final ResourceGroups groups;
    private final FileData data;
    private final Space space;
    /** Blocks of attributes of inodes that were made during the run, by rows of the name space. */
    private long[] addresses = new long[64];

    Labels(Machine machine, Glocks glocks, InCore inCore, Journal journal, ResourceGroups groups, Space space, FileData data) {
        this.space = space;
        this.machine = machine;
        this.glocks = glocks;
        this.inCore = inCore;
        this.journal = journal;
        this.groups = groups;
        this.data = data;
        frames = machine.frames();
        names = machine.names();
        inodes = machine.inodes();
    }

    boolean isLabelled() {
        return machine.contender().securityLabels();
    }

    /** The security module does not know the label of an inode that is in memory. */
    boolean isDue(int row) {
        return isLabelled() && row != NONE && inodes.has(row, InodeCache.IN_MEMORY) && !inodes.has(row, InCore.LABEL_VALID);
    }

    /** gfs2_xattr_get: the block of attributes, unless it is cached. */
    Outcome read(int frame, int inode) {
        int row = inCore.row(frames.node(frame), inode);
        boolean cached = inodes.has(row, InCore.ATTRIBUTES_VALID);
        inodes.set(row, InCore.LABEL_VALID | InCore.ATTRIBUTES_VALID);
        if (cached) {
            return Outcome.NEXT;
        }
        machine.interpreter().resumeAt(frame, machine.lun().read(frame, 1));
        return Outcome.WAIT;
    }

    /** ea_init, ea_alloc_skeleton: block of attributes, resource group, statfs, inode. */
    void write(int frame, int inode) {
        int node = frames.node(frame);
        int row = names.row(inode);
        if (row >= addresses.length) {
            addresses = Arrays.copyOf(addresses, Math.max(row + 1, addresses.length * 2));
        }
        addresses[row] = space.takeAttributes(frame);
        data.changeSpace(frame, addresses[row]);
        journal.add(node, glocks.find(node, GlockKind.INODE, inode), addresses[row]);
        data.changeInode(frame, inode);
        inodes.set(inCore.row(node, inode), InCore.LABEL_VALID | InCore.ATTRIBUTES_VALID);
    }

    /** ea_dealloc_block. */
    void free(int frame, int inode) {
        data.changeSpace(frame, address(inode));
        data.changeInode(frame, inode);
        journal.wipe(frame, address(inode));
        groups.release(ResourceGroups.groupOf(address(inode)), 1);
    }

    /** GROUP = the resource group of the block of attributes. */
    void group(int frame, int inode) {
        frames.set(frame, Space.GROUP, ResourceGroups.groupOf(address(inode)));
    }

    /** Of an inode that is there from the start, the block behind its own. */
    private long address(int inode) {
        int row = names.row(inode);
        return row < addresses.length && addresses[row] != 0 ? addresses[row] : names.inodeAddressOf(inode) + 1;
    }
}
