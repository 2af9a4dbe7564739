// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.List;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.lock.LockMode;

/**
 * What a mount leaves on each node: the glocks of the file system itself and its system inodes with their locks (fs/gfs2/ops_fstype.c:
 * gfs2_fill_super, init_journal, init_statfs, init_per_node; 6.1 showed just these glocks and states in debugfs, idle phase of
 * the lab's qemu-gfs2-2-r1). The nodes mounted one after the other, the first one recovered all journals. Not thread-safe.
 */
final class Mount {

    /** System inodes that every node reads (fs/gfs2/ops_fstype.c). */
    private static final List<String> SHARED = List.of("root directory", "master directory", "journal index", "per-node directory",
            "resource group index");

    private final Machine machine;
    private final GlockMachine glockMachine;
    private final Glocks glocks;
    private final InCore inCore;
    private final int[] journals;
    private final int[] statfsChanges;
    private final int[] shared = new int[SHARED.size()];
    private final int quota;
    private final int masterStatfs;
    private final int groups;

    /**
     * Makes the system inodes.
     *
     * @param journals how many there are
     * @param groups   resource groups of the file system
     */
    Mount(Machine machine, GlockMachine glockMachine, InCore inCore, int journals, int groups) {
        this.machine = machine;
        this.glockMachine = glockMachine;
        this.inCore = inCore;
        this.groups = groups;
        glocks = glockMachine.glocks;
        masterStatfs = machine.names().systemInode(0, "statfs file");
        quota = machine.names().systemInode(0, "quota file");
        for (int i = 0; i < SHARED.size(); i++) {
            shared[i] = machine.names().systemInode(0, SHARED.get(i));
        }
        this.journals = new int[journals];
        statfsChanges = new int[journals];
        for (int i = 0; i < journals; i++) {
            this.journals[i] = machine.names().systemInode(0, "journal " + i);
            statfsChanges[i] = machine.names().systemInode(i % machine.nodes(), "statfs changes of journal " + i);
        }
    }

    /** The inode of the master statfs file. */
    int masterStatfs() {
        return masterStatfs;
    }

    /** Mounts on a node; returns the glock of its statfs_change file, which it holds in EX. */
    int on(int node) {
        nonDisk(node);
        for (int group = 0; group < groups; group++) {
            glockMachine.get(node, GlockKind.RGRP, group);
        }
        for (int inode : shared) {
            system(node, inode, LockMode.PR);
        }
        for (int i = 0; i < journals.length; i++) {
            // the first node read every journal for recovery and gave its inode up (GL_NOCACHE)
            system(node, journals[i], i == node ? LockMode.PR : node == 0 ? LockMode.NL : LockMode.NONE);
            if (i != node) {
                system(node, statfsChanges[i], LockMode.NONE);
            }
        }
        system(node, quota, LockMode.NONE);
        system(node, masterStatfs, LockMode.NL);
        system(node, machine.names().systemInode(node, "quota changes of journal " + node), LockMode.EX); // quota_change
        return system(node, statfsChanges[node], LockMode.EX);
    }

    private void nonDisk(int node) {
        hold(permanent(node, GlockKind.NONDISK, GlockKind.LIVE_NUMBER), LockMode.PR);
        hold(permanent(node, GlockKind.NONDISK, GlockKind.FREEZE_NUMBER), LockMode.PR);
        permanent(node, GlockKind.NONDISK, GlockKind.RENAME_NUMBER);
        hold(permanent(node, GlockKind.META, 0), LockMode.PR);
        hold(permanent(node, GlockKind.JOURNAL, node), LockMode.EX);
    }

    private int permanent(int node, int kind, int number) {
        int glock = glockMachine.get(node, kind, number);
        glocks.set(glock, Glocks.PERMANENT);
        return glock;
    }

    /** A system inode that a node keeps in memory as long as it is mounted; returns its INODE glock. */
    private int system(int node, int inode, int state) {
        int row = inCore.row(node, inode);
        machine.inodes().set(row, InodeCache.IN_MEMORY);
        hold(permanent(node, GlockKind.IOPEN, inode), LockMode.PR);
        int glock = permanent(node, GlockKind.INODE, inode);
        glocks.set(glock, Glocks.HAS_INODE);
        inCore.glock[row] = glock;
        if (state != LockMode.NONE) {
            hold(glock, state);
        }
        return glock;
    }

    /** The node has the glock in a state as if it had been granted long ago. */
    void hold(int glock, int state) {
        glocks.state[glock] = (byte) state;
        glocks.target[glock] = (byte) state;
        glocks.request[glock] = (byte) state;
        glockMachine.protocol.hold(glock, state);
    }
}
