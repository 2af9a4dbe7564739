// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/** What a change that is lost was about; in the order in which they are shown. */
public enum LossKind {
    /** An inode as it was made, changed or removed: size, blocks, times. */
    INODE("inodes"),
    /** A name that was entered into a directory or taken out of it. */
    NAME("names"),
    /** Inodes or blocks marked as used or as free. */
    ALLOCATION("allocations"),
    /** Free counts, and the superblock's state. */
    COUNT("counts");

    private final String title;

    LossKind(String title) {
        this.title = title;
    }

    /** In words, plural. */
    public String title() {
        return title;
    }
}
