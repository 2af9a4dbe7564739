// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Slots;
import org.quorate.model.Bytes;
import org.quorate.model.Node;

/**
 * What each node caches of each inode: a row for each (node, inode) that was touched, in parallel arrays. Data pages are
 * dropped, oldest file first, when a node's page cache is full. Not thread-safe.
 */
public final class InodeCache {

    /** The VFS inode is in memory. */
    public static final int IN_MEMORY = 1;
    /** A dentry leads to it. */
    public static final int DENTRY = 1 << 1;
    /** Its on-disk inode block is cached and current. */
    public static final int BLOCK_VALID = 1 << 2;
    /** Its data pages are cached and current (as many as it has). */
    public static final int DATA_VALID = 1 << 3;
    /** Blocks of the directory, beyond the inode block, are cached and current. */
    public static final int DIRECTORY_VALID = 1 << 4;
    /** Its name is gone; it goes when its last user does. */
    public static final int UNLINKED = 1 << 5;
    /** It is being dropped (I_FREEING): who looks it up waits until it is gone. */
    public static final int FREEING = 1 << 6;
    /** First flag that a file system may use for itself. */
    public static final int FIRST_OWN = 1 << 8;

    private static final int NONE = -1;

    private final NameSpace names;
    private final LongMap map = new LongMap();
    private final Slots slots = new Slots();
    private final long[] pageLimit;
    private final long[] pages;
    private final int[][] order;
    private final int[] orderHead;
    private final int[] orderSize;

    /** Node of the row. */
    public int[] node = new int[64];
    /** Inode of the row. */
    public int[] inode = new int[64];
    /** Set of the flags above. */
    public int[] flags = new int[64];
    /** Data pages that are cached. */
    public int[] cachedPages = new int[64];
    /** Data pages that are newer than the device. */
    public int[] dirtyPages = new int[64];
    /** Last journal transaction that changed the inode's metadata on this node; 0: none. */
    public int[] transaction = new int[64];
    /** For the file system's own use; 0 at first. */
    public int[] own = new int[64];

    InodeCache(List<Node> nodes, NameSpace names) {
        this.names = names;
        pageLimit = nodes.stream().map(Node::pageCache).mapToLong(Bytes::value).map(b -> b / Lun.BLOCK_BYTES).toArray();
        pages = new long[nodes.size()];
        order = new int[nodes.size()][64];
        orderHead = new int[nodes.size()];
        orderSize = new int[nodes.size()];
    }

    /** Row of an inode on a node; made, empty, if there is none. */
    public int row(int onNode, int ofInode) {
        long key = (long) onNode << 32 | ofInode;
        int row = map.get(key);
        if (row == NONE) {
            row = slots.take();
            if (slots.capacity() > node.length) {
                grow(slots.capacity());
            }
            node[row] = onNode;
            inode[row] = ofInode;
            flags[row] = 0;
            cachedPages[row] = 0;
            dirtyPages[row] = 0;
            transaction[row] = 0;
            own[row] = 0;
            map.put(key, row);
        }
        return row;
    }

    /** Row of an inode on a node, or -1 if the node knows nothing of it. */
    public int find(int onNode, int ofInode) {
        return map.get((long) onNode << 32 | ofInode);
    }

    /** True if all these flags are set. */
    public boolean has(int row, int wanted) {
        return (flags[row] & wanted) == wanted;
    }

    public void set(int row, int on) {
        flags[row] |= on;
    }

    /** Adds to the number of users ({@link #own}) of a row. */
    public void pin(int row, int users) {
        own[row] += users;
    }

    public void clear(int row, int off) {
        flags[row] &= ~off;
    }

    /** Pages of data are cached from now on; drops the oldest clean ones if the node has no room. */
    public void cache(int row, int count) {
        if (count <= cachedPages[row]) {
            return;
        }
        int n = node[row];
        if (cachedPages[row] == 0) {
            remember(n, row);
        }
        pages[n] += count - cachedPages[row];
        cachedPages[row] = count;
        int tries = orderSize[n];
        while (pages[n] > pageLimit[n] && tries-- > 0) {
            dropOldest(n, row);
        }
    }

    private void remember(int n, int row) {
        if (orderSize[n] == order[n].length) {
            int[] larger = new int[orderSize[n] * 2];
            for (int i = 0; i < orderSize[n]; i++) {
                larger[i] = order[n][(orderHead[n] + i) % order[n].length];
            }
            order[n] = larger;
            orderHead[n] = 0;
        }
        order[n][(orderHead[n] + orderSize[n]++) % order[n].length] = row;
    }

    private void dropOldest(int n, int keep) {
        int row = order[n][orderHead[n]];
        orderHead[n] = (orderHead[n] + 1) % order[n].length;
        orderSize[n]--;
        if (node[row] != n || cachedPages[row] == 0) {
            return;
        }
        if (row == keep || dirtyPages[row] > 0) {
            remember(n, row);
        } else {
            dropData(row);
        }
    }

    /** The data pages of an inode leave a node's cache; they must be clean. */
    public void dropData(int row) {
        pages[node[row]] -= cachedPages[row];
        cachedPages[row] = 0;
        clear(row, DATA_VALID);
    }

    /** The node forgets the inode. */
    public void forget(int row) {
        dropData(row);
        map.remove((long) node[row] << 32 | inode[row]);
        node[row] = NONE;
        slots.release(row);
    }

    /** Rows 0 to this, exclusive, have been used; {@link #node} is -1 for free ones. */
    public int rows() {
        return slots.highWater();
    }

    /** Data pages that an inode has. */
    public int dataPages(int ofInode) {
        return pagesOf(names.bytesOf(ofInode));
    }

    /** Pages that a number of bytes fills. */
    public static int pagesOf(long bytes) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (bytes + Lun.BLOCK_BYTES - 1) / Lun.BLOCK_BYTES));
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        inode = Arrays.copyOf(inode, size);
        flags = Arrays.copyOf(flags, size);
        cachedPages = Arrays.copyOf(cachedPages, size);
        dirtyPages = Arrays.copyOf(dirtyPages, size);
        transaction = Arrays.copyOf(transaction, size);
        own = Arrays.copyOf(own, size);
    }
}
