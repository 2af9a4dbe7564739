// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.List;

/** A file as one node knows it. Not thread-safe. */
final class FileView {

    final int file;
    final int set;
    final long inode;
    int directory;
    BlockId entryBlock;
    boolean present = true;
    /** Number of the update that this knowledge is from; 0: from before the start. */
    long sequence;
    /** The node itself changed it, and its last change. */
    Update lastOwn;
    long bytes;
    /** Blocks that it has. */
    long allocated;
    /** Data in memory that is not written lies over what there was, not only behind it. */
    boolean overwritten;
    /** Only grows; a file that is cut gets another one. */
    private List<Extent> extents = new ArrayList<>();

    FileView(int file, int set, long inode, int directory, BlockId entryBlock) {
        this.file = file;
        this.set = set;
        this.inode = inode;
        this.directory = directory;
        this.entryBlock = entryBlock;
    }

    List<Extent> extents() {
        return extents;
    }

    void extend(Extent extent) {
        extents.add(extent);
        allocated += extent.length();
    }

    void cut() {
        extents = new ArrayList<>();
        allocated = 0;
        bytes = 0;
    }
}
