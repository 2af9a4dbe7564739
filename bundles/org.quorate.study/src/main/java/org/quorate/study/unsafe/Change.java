// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.List;

/** What one update does to the content of a metadata block. Never changes. */
sealed interface Change {

    /** What is lost with it. */
    LossKind kind();

    /**
     * Inodes or blocks become used or free.
     *
     * @param range on the device's numbers
     * @param used  or free
     */
    record Marks(Extent range, boolean used) implements Change {
        @Override
        public LossKind kind() {
            return LossKind.ALLOCATION;
        }
    }

    /**
     * An inode is written or cleared.
     *
     * @param inode   its number
     * @param file    that it is; negative: a directory
     * @param growing list of extents that only grows
     * @param count   of these, those that the inode has
     * @param used    false: cleared
     */
    record Slot(long inode, int file, List<Extent> growing, int count, boolean used) implements Change {

        /** Where its data is. */
        List<Extent> extents() {
            return growing.subList(0, count);
        }

        @Override
        public LossKind kind() {
            return LossKind.INODE;
        }
    }

    /**
     * A name is entered or taken out.
     *
     * @param directory that it is in
     * @param file      whose name it is
     * @param inode     that it leads to
     * @param present   or taken out
     */
    record Entry(int directory, int file, long inode, boolean present) implements Change {
        @Override
        public LossKind kind() {
            return LossKind.NAME;
        }
    }

    /**
     * A count of what is free changes, or the state of the file system.
     *
     * @param unit  record of inodes or blocks whose free ones are counted; null: the superblock's state
     * @param taken so many fewer are free
     */
    record Count(BlockId unit, long taken) implements Change {
        @Override
        public LossKind kind() {
            return LossKind.COUNT;
        }
    }
}
