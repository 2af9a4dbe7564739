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
}
