// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.Arrays;
import java.util.List;
import org.quorate.model.FileSet;
import org.quorate.model.Scenario;

/**
 * The files that are there at the start, and in which region of the device each lies: neighbours of its directory, as after a
 * restore. Computed, not kept, so that a set may have millions. File <em>i</em> of a set lies in its directory <em>i mod d</em>.
 * Immutable.
 */
final class InitialFiles {

    static final int BLOCK_BYTES = 4096;

    private final List<FileSet> sets;
    private final int[] root;
    private final int[] directories;
    private final int[] firstDirectory;
    private final int[] ordinal;
    private final int[] firstFile;
    private final int regions;
    private final boolean inTurn;
    private final long[][] inodeBase;
    private final long[][] blockBase;
    private final long[] inodes;
    private final long[] blocks;

    /**
     * Lays the files out.
     *
     * @param regions over which the directories are spread in turn (XFS: its allocation groups, xfs_ialloc.c:xfs_ialloc_next_ag); 0: the
     *                directories of a set have a region of their own (ext4: below one directory of the root, all stay in its flexible
     *                group while that has room, ialloc.c:find_group_orlov)
     */
    InitialFiles(Scenario scenario, int regions) {
        sets = scenario.workload().fileSets();
        int number = sets.size();
        root = new int[number];
        directories = new int[number];
        firstDirectory = new int[number];
        ordinal = new int[number];
        firstFile = new int[number + 1];
        int directory = 0;
        int roots = 0;
        for (int set = 0; set < number; set++) {
            root[set] = rootOf(set);
            boolean own = root[set] == set;
            directories[set] = own ? count(sets.get(set), scenario.cluster().nodes().size()) : directories[root[set]];
            firstDirectory[set] = own ? directory : firstDirectory[root[set]];
            ordinal[set] = own ? roots : ordinal[root[set]];
            directory += own ? directories[set] : 0;
            roots += own ? 1 : 0;
            firstFile[set + 1] = Math.addExact(firstFile[set], Math.toIntExact(sets.get(set).files()));
        }
        inTurn = regions > 0;
        this.regions = inTurn ? regions : roots;
        inodes = new long[this.regions];
        blocks = new long[this.regions];
        inodeBase = new long[number][];
        blockBase = new long[number][];
        Arrays.fill(inodes, inTurn ? directory / this.regions + 1 : 0);
        for (int set = 0; set < number; set++) {
            place(set);
        }
    }

    private int rootOf(int set) {
        FileSet description = sets.get(set);
        for (int other = 0; other < set && description.in().isPresent(); other++) {
            if (sets.get(other).name().equals(description.in().get())) {
                return root[other];
            }
        }
        return set;
    }

    private static int count(FileSet set, int nodes) {
        return switch (set.layout()) {
            case PRIVATE, EACH -> nodes;
            case SHARED -> 1;
            case TREE -> Math.max(1, set.directories());
        };
    }

    /** Room for a set behind what the regions hold already. */
    private void place(int set) {
        if (!inTurn && root[set] == set) {
            inodes[ordinal[set]] += directories[set];
        }
        inodeBase[set] = inodes.clone();
        blockBase[set] = blocks.clone();
        long files = (sets.get(set).files() + directories[set] - 1) / directories[set];
        for (int region = 0; region < regions; region++) {
            if (inTurn || region == ordinal[set]) {
                long room = inTurn ? (directories[set] / regions + 1) * files : directories[set] * files;
                inodes[region] += room;
                blocks[region] += room * blocksOf(set);
            }
        }
    }

    List<FileSet> sets() {
        return sets;
    }

    int regions() {
        return regions;
    }

    /** Inodes, and blocks, of a region that are in use from its beginning. */
    long inodesIn(int region) {
        return inodes[region];
    }

    long blocksIn(int region) {
        return blocks[region];
    }

    /** Blocks of each file of a set. */
    long blocksOf(int set) {
        return blocksFor(bytesOf(set));
    }

    /** Bytes of each. */
    long bytesOf(int set) {
        return sets.get(set).size().mean().value();
    }

    static long blocksFor(long bytes) {
        return (bytes + BLOCK_BYTES - 1) / BLOCK_BYTES;
    }

    int count() {
        return firstFile[sets.size()];
    }

    int file(int set, long index) {
        return firstFile[set] + (int) index;
    }

    int setOf(int file) {
        int set = 0;
        while (firstFile[set + 1] <= file) {
            set++;
        }
        return set;
    }

    int directories(int set) {
        return directories[set];
    }

    /** Number of a set's directory among all. */
    int directory(int set, int index) {
        return firstDirectory[set] + index;
    }

    int directoryOf(int file) {
        int set = setOf(file);
        return directory(set, (file - firstFile[set]) % directories[set]);
    }

    /** Names in each directory of a set at the start, of all sets that lie there. */
    long names(int set) {
        long names = 0;
        for (int other = 0; other < sets.size(); other++) {
            names += root[other] == root[set] ? sets.get(other).files() / directories[other] : 0;
        }
        return names;
    }

    int region(int set, int directory) {
        return inTurn ? directory % regions : ordinal[set];
    }

    /** Place of a directory's inode among those of its region. */
    long placeOfDirectory(int set, int directory) {
        return inTurn ? directory / regions : directory - firstDirectory[set];
    }

    /** Place of a file's inode among those of its region. */
    long placeOf(int file) {
        int set = setOf(file);
        return inodeBase[set][region(set, directoryOf(file))] + placeInSet(set, file);
    }

    /** Place of its first block. */
    long blockOf(int file) {
        int set = setOf(file);
        return blockBase[set][region(set, directoryOf(file))] + placeInSet(set, file) * blocksOf(set);
    }

    private long placeInSet(int set, int file) {
        int index = file - firstFile[set];
        int directory = index % directories[set];
        long files = (sets.get(set).files() + directories[set] - 1) / directories[set];
        return (inTurn ? directory / regions : directory) * files + index / directories[set];
    }
}
