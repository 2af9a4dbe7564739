// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

/**
 * How the names of a directory are stored. Immutable.
 *
 * @param inlineBytes bytes for entries in the inode's block, 0: none
 * @param blockBytes  bytes for entries in a directory block
 * @param header      bytes of an entry besides its name
 */
public record DirectoryLayout(int inlineBytes, int blockBytes, int header) {

    /** Entries are rounded up to a multiple of this. */
    private static final int ALIGNMENT = 4;

    /** Blocks that so many names fill; 0 while they fit into the inode's block. */
    int blocks(int names, int nameLength) {
        int entry = (header + nameLength + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int inBlock = blockBytes / entry;
        return names <= inlineBytes / entry ? 0 : (names + inBlock - 1) / inBlock;
    }
}
