// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

/** Free blocks of a file system, as one node takes them for the data of files. Not thread-safe. */
public interface FreeSpace {

    /**
     * Takes neighbouring blocks for a file.
     *
     * @param node   node that writes the file
     * @param row    row of the file in the name space
     * @param wanted number of blocks, at least 1
     * @return address of the first; {@link #taken} tells how many there are
     */
    long take(int node, int row, int wanted);

    /** Blocks that the last {@link #take} took: at least 1, and more than were wanted only to fill the last cluster. */
    int taken();

    /** A node forgets the file of a row: what it had set aside for it is free for others. */
    void forget(int node, int row);
}
