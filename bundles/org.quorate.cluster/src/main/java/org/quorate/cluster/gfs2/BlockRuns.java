// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.host.NameSpace;

/**
 * Where the blocks of files beside their inodes lie: in one run from {@link NameSpace#dataAddress} on, or in several, of which each
 * knows its first block's number in the file. By rows of the name space. Not thread-safe.
 */
final class BlockRuns {

    /** Numbers for a run: first block in the file, address. */
    private static final int PAIR = 2;

    private final NameSpace names;
    /** Blocks that a file has been given. */
    private long[] blocks = new long[64];
    private long[][] runs = new long[64][];
    private int[] count = new int[64];

    BlockRuns(NameSpace names) {
        this.names = names;
    }

    private void ensure(int row) {
        if (row >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(row + 1, blocks.length * 2));
            runs = Arrays.copyOf(runs, blocks.length);
            count = Arrays.copyOf(count, blocks.length);
        }
    }

    /** Blocks that the file of a row has beside its inode. */
    long blocks(int row) {
        return row < blocks.length ? blocks[row] : 0;
    }

    /** The file of a row has at least so many blocks: it was there before the run. */
    void atLeast(int row, long had) {
        ensure(row);
        blocks[row] = Math.max(blocks[row], had);
    }

    /** The file of a row gets further blocks. */
    void append(int row, long address, long more) {
        ensure(row);
        long have = blocks[row];
        blocks[row] = have + more;
        if (have == 0) {
            names.dataAddress[row] = address;
            runs[row] = null;
        } else if (addressOf(row, have - 1) + 1 != address) {
            add(row, have, address);
        }
    }

    private void add(int row, long first, long address) {
        if (runs[row] == null) {
            runs[row] = new long[4 * PAIR];
            runs[row][1] = names.dataAddress[row];
            count[row] = 1;
        } else if (count[row] * PAIR == runs[row].length) {
            runs[row] = Arrays.copyOf(runs[row], runs[row].length * 2);
        }
        runs[row][count[row] * PAIR] = first;
        runs[row][count[row] * PAIR + 1] = address;
        count[row]++;
    }

    /** Address of a block of the file of a row. */
    long addressOf(int row, long block) {
        if (row >= runs.length || runs[row] == null) {
            return names.dataAddress[row] + block;
        }
        int run = count[row] - 1;
        while (runs[row][run * PAIR] > block) {
            run--;
        }
        return runs[row][run * PAIR + 1] + block - runs[row][run * PAIR];
    }

    /** Resource group of the last block of the file of a row, which has some. */
    int lastGroup(int row) {
        return ResourceGroups.groupOf(addressOf(row, blocks(row) - 1));
    }

    /** Takes from the end of the file of a row, which has blocks, all that lie side by side in one group; returns how many they were. */
    long cut(int row) {
        int group = lastGroup(row);
        long before = blocks[row];
        if (runs[row] == null) {
            blocks[row] = 0;
            return before;
        }
        while (count[row] > 0 && ResourceGroups.groupOf(runs[row][count[row] * PAIR - 1]) == group) {
            count[row]--;
            blocks[row] = runs[row][count[row] * PAIR];
        }
        runs[row] = count[row] == 0 ? null : runs[row];
        return before - blocks[row];
    }
}
