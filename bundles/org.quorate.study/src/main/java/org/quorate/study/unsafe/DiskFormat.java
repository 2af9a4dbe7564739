// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.List;
import org.quorate.model.LocalSpec;

/** Where a file system keeps what, and when its changes reach the device. Immutable, thread-safe. */
interface DiskFormat {

    /**
     * Inodes or blocks whose use one block records.
     *
     * @param block the record
     * @param range inodes, or blocks
     */
    record Unit(BlockId block, Extent range) {
    }

    LocalSpec.Kind kind();

    /** Number of the first inode of a region, and of the first block for data in it. */
    long firstInode(int region);

    long firstBlock(int region);

    Unit unitOfInode(long inode);

    Unit unitOfBlock(long block);

    /** Blocks with counts of the free inodes, or blocks, around one. */
    List<BlockId> countsOfInode(long inode);

    List<BlockId> countsOfBlock(long block);

    /** The block that an inode lies in. */
    BlockId tableOf(long inode);

    /**
     * In which block of its directory a new name is entered.
     *
     * @param names      that the directory has
     * @param file       whose name it is
     * @param nameLength in characters
     */
    int entryBlock(long names, int file, int nameLength);

    /** Blocks of the log. */
    int logBlocks();

    /** Blocks of the log that a transaction takes that changes so many blocks and, in them, so many inodes. */
    int logLength(int blocks, int changedInodes);

    /** A transaction is committed so long after it began. */
    long commitNanos();

    /** A mount writes the superblock. */
    boolean mountMarks();

    /** After recovery the log begins anew at its first block; else behind what was recovered. */
    boolean logRestarts();

    /** What a commit left to be written in place is written with it. */
    boolean writesWhatIsPinned();
}
