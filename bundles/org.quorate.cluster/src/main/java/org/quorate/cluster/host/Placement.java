// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

/** Where a file system puts an inode on the device. */
public interface Placement {

    /**
     * Gives an inode its block addresses: {@link NameSpace#inodeAddress} and {@link NameSpace#dataAddress} of the row.
     *
     * @param names the name space
     * @param row   row of the inode
     * @param inode the inode
     * @param node  node that created it
     */
    void place(NameSpace names, int row, int inode, int node);

    /**
     * Block address of a page of a file's data.
     *
     * @param names the name space
     * @param row   row of the file
     * @param page  number of the page in the file
     */
    default long addressOf(NameSpace names, int row, int page) {
        return names.dataAddress[row] + page;
    }
}
