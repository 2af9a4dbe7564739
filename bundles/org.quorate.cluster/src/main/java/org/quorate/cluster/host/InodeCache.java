// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.engine.KeyedSlots;
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
    private final KeyedSlots slots = new KeyedSlots();
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
    private int[] firstDirty = new int[64];
    /** Where the dirty, or the cached, pages are if they are not one run, or do not begin with the first page. */
    private PageRanges[] dirty = new PageRanges[64];
    private PageRanges[] cached = new PageRanges[64];
    /** Ranges that no row needs any more, for the next one that does. */
    private PageRanges[] spare = new PageRanges[16];
    private int spares;
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

    /** So many more rows will be made soon. */
    public void expect(int rows) {
        slots.expect(rows);
    }

    /** Columns beside these must be at least this long. */
    public int capacity() {
        return slots.capacity();
    }

    /** Row of an inode on a node; made, empty, if there is none. */
    public int row(int onNode, int ofInode) {
        long key = (long) onNode << 32 | ofInode;
        int row = slots.find(key);
        if (row == NONE) {
            row = slots.take(key);
            if (slots.capacity() > node.length) {
                grow(slots.capacity());
            }
            node[row] = onNode;
            inode[row] = ofInode;
            flags[row] = 0;
            cachedPages[row] = 0;
            dirtyPages[row] = 0;
            dirty[row] = null;
            cached[row] = null;
            transaction[row] = 0;
            own[row] = 0;
        }
        return row;
    }

    /** Row of an inode on a node, or -1 if the node knows nothing of it. */
    public int find(int onNode, int ofInode) {
        return slots.find((long) onNode << 32 | ofInode);
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

    /** Pages from one to another, exclusive, are cached from now on. */
    public void cache(int row, int first, int end) {
        if (cached[row] == null && first <= cachedPages[row]) {
            cache(row, end);
            return;
        }
        if (cached[row] == null) {
            cached[row] = takeRanges();
            if (cachedPages[row] > 0) {
                cached[row].add(0, cachedPages[row]);
            }
        }
        cache(row, cachedPages[row] + cached[row].add(first, end));
    }

    /** The first page from one on that is not cached. */
    public int firstMissing(int row, int first) {
        return cached[row] == null ? Math.max(first, cachedPages[row]) : cached[row].firstMissing(first);
    }

    /** The first page from one on that is cached; {@code end} if there is none before that. */
    public int firstCached(int row, int first, int end) {
        return cached[row] == null ? first < cachedPages[row] ? first : end : cached[row].firstPresent(first, end);
    }

    /** Pages from one to another, exclusive, become dirty; returns how many of them were clean. */
    public int dirty(int row, int first, int end) {
        int last = firstDirty[row] + dirtyPages[row];
        int added;
        if (dirtyPages[row] == 0) {
            firstDirty[row] = first;
            added = end - first;
        } else if (dirty[row] == null && first <= last && end >= firstDirty[row]) {
            firstDirty[row] = Math.min(firstDirty[row], first);
            added = Math.max(last, end) - firstDirty[row] - dirtyPages[row];
        } else {
            if (dirty[row] == null) {
                dirty[row] = takeRanges();
                dirty[row].add(firstDirty[row], last);
            }
            added = dirty[row].add(first, end);
        }
        dirtyPages[row] += added;
        return added;
    }

    /** No page of the row is dirty. */
    public void clean(int row) {
        dirtyPages[row] = 0;
        release(dirty[row]);
        dirty[row] = null;
    }

    /** The first dirty page from one on; -1 if there is none. */
    public int nextDirty(int row, int from) {
        if (dirty[row] != null) {
            int page = dirty[row].firstPresent(from, Integer.MAX_VALUE);
            return page == Integer.MAX_VALUE ? NONE : page;
        }
        int page = Math.max(from, firstDirty[row]);
        return page < firstDirty[row] + dirtyPages[row] ? page : NONE;
    }

    /** The first page from a dirty one on that is clean. */
    public int endOfDirty(int row, int from) {
        return dirty[row] != null ? dirty[row].firstMissing(from) : firstDirty[row] + dirtyPages[row];
    }

    /** Block addresses of all {@link #dirtyPages} of a row, in the array given or in a larger one. */
    public long[] dirtyAddresses(int row, long[] given) {
        long[] addresses = given.length < dirtyPages[row] ? new long[Math.max(dirtyPages[row], given.length * 2)] : given;
        int count = 0;
        for (int page = nextDirty(row, 0); page != NONE; page = nextDirty(row, page)) {
            for (int end = endOfDirty(row, page); page < end; page++) {
                addresses[count++] = names.pageAddressOf(inode[row], page);
            }
        }
        return addresses;
    }

    private PageRanges takeRanges() {
        return spares > 0 ? spare[--spares] : new PageRanges();
    }

    private void release(PageRanges ranges) {
        if (ranges == null) {
            return;
        }
        ranges.clear();
        if (spares == spare.length) {
            spare = Arrays.copyOf(spare, spares * 2);
        }
        spare[spares++] = ranges;
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
        release(cached[row]);
        cached[row] = null;
        clear(row, DATA_VALID);
    }

    /** The node forgets the inode. */
    public void forget(int row) {
        dropData(row);
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
        firstDirty = Arrays.copyOf(firstDirty, size);
        dirty = Arrays.copyOf(dirty, size);
        cached = Arrays.copyOf(cached, size);
        transaction = Arrays.copyOf(transaction, size);
        own = Arrays.copyOf(own, size);
    }
}
