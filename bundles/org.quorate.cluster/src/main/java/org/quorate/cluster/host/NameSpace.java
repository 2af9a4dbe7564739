// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.engine.IntIndex;
import org.quorate.cluster.engine.Slots;
import org.quorate.model.FileSet;
import org.quorate.model.Scenario;

/**
 * All files and directories. Files that exist at the start are numbered by arithmetic and cost nothing until they are
 * touched; a touched inode has a row in parallel arrays. An inode is an int, unique in a run. Not thread-safe.
 */
public final class NameSpace {

    private static final int NONE = -1;
    private static final long GONE = -1;
    private static final int DEFAULT_NAME_LENGTH = 16;

    private final List<FileSet> sets;
    private final int nodes;
    private final int[] firstFile;
    private final int[] firstDirectory;
    private final int[] directories;
    private final int[][] created;
    private final int[] createdCount;
    private final long[] removed;
    /** For each set and node: directories that were made for one file each, those that have got it, those that are gone. */
    private final int[][] made;
    private final int[] madeCount;
    private final int[] madeFilled;
    private final int[] madeRemoved;
    private final Map<Integer, String> systemNames = new HashMap<>();
    private final IntIndex rows = new IntIndex();
    private final Slots slots = new Slots();
    private final long[][] sizes;
    private Placement placement;
    private final int initialInodes;
    private int nextInode;

    /** Directory of the inode (itself for a directory). */
    public int[] directory = new int[64];
    /** Directory that its name lies in: for a directory not itself, as above, but the one it was made in. */
    private int[] parent = new int[64];
    /** Node that created it. */
    public int[] creator = new int[64];
    /** Its size in bytes. */
    public long[] bytes = new long[64];
    /** Block address of the inode. */
    public long[] inodeAddress = new long[64];
    /** Block address of its first data block. */
    public long[] dataAddress = new long[64];
    /** Entries of a directory. */
    public int[] entries = new int[64];
    private boolean[] unborn = new boolean[64];

    NameSpace(Scenario scenario) {
        sets = scenario.workload().fileSets();
        nodes = scenario.cluster().nodes().size();
        firstFile = new int[sets.size()];
        firstDirectory = new int[sets.size()];
        directories = new int[sets.size()];
        created = new int[sets.size() * nodes][];
        createdCount = new int[sets.size() * nodes];
        removed = new long[sets.size() * nodes];
        made = new int[sets.size() * nodes][];
        madeCount = new int[sets.size() * nodes];
        madeFilled = new int[sets.size() * nodes];
        madeRemoved = new int[sets.size() * nodes];
        sizes = new long[sets.size()][];
        for (int set = 0; set < sets.size(); set++) {
            directories[set] = switch (sets.get(set).layout()) {
                case PRIVATE, EACH -> nodes;
                case SHARED -> 1;
                case TREE -> Math.max(1, sets.get(set).directories());
            };
            int parent = parentOf(set);
            firstDirectory[set] = parent == NONE ? nextInode : firstDirectory[parent];
            nextInode += parent == NONE ? directories[set] : 0;
        }
        for (int set = 0; set < sets.size(); set++) {
            firstFile[set] = nextInode;
            nextInode = Math.addExact(nextInode, Math.toIntExact(sets.get(set).files()));
        }
        initialInodes = nextInode;
    }

    /**
     * Completes the name space; called once by the file system before it is used.
     *
     * @param initialSizes for each set some sizes drawn from its distribution; file <em>i</em> has one of them, whatever the
     *                     order in which files are touched, so that all contenders see the same files
     */
    public void begin(Placement placementOfInodes, long[][] initialSizes) {
        placement = placementOfInodes;
        for (int set = 0; set < sets.size(); set++) {
            sizes[set] = initialSizes[set];
        }
    }

    /** The set whose directories a set's files lie in, or -1 if it has its own. */
    private int parentOf(int set) {
        FileSet description = sets.get(set);
        if (description.in().isEmpty() || description.layout() == FileSet.Layout.EACH) {
            return NONE;
        }
        for (int other = 0; other < set; other++) {
            if (sets.get(other).name().equals(description.in().get())) {
                return other;
            }
        }
        return NONE;
    }

    /** File sets, in the order of the scenario. */
    public List<FileSet> sets() {
        return sets;
    }

    /** The inode is one of those with which the run starts: a directory of a set, or a file that is made at the start. */
    public boolean isInitial(int inode) {
        return inode < initialInodes
                && (setOfDirectory(inode) != NONE || sets.get(setOfFile(inode)).made() == FileSet.Made.AT_START);
    }

    /** The set of an inode that {@link #isInitial}. */
    public int setOf(int inode) {
        int set = setOfDirectory(inode);
        return set != NONE ? set : setOfFile(inode);
    }

    /** The number of an inode that {@link #isInitial} among the files, or the directories, of its set. */
    public int indexInSet(int inode) {
        int set = setOfDirectory(inode);
        return set != NONE ? inode - firstDirectory[set] : inode - firstFile[setOfFile(inode)];
    }

    /** What people call a system inode; absent for all others. */
    Optional<String> systemName(int inode) {
        return Optional.ofNullable(systemNames.get(inode));
    }

    /** The files of a set that a node has made in the run, in this order. */
    int[] madeBy(int set, int node) {
        int list = set * nodes + node;
        return created[list] == null ? new int[0] : Arrays.copyOf(created[list], createdCount[list]);
    }

    /** Characters of the names in a directory: those of the set that it was made for; of the default for any other. */
    public int nameLengthIn(int directoryInode) {
        int set = setOfDirectory(directoryInode);
        return set == NONE ? DEFAULT_NAME_LENGTH : sets.get(set).nameLength();
    }

    /**
     * A new inode that is in no file set (a system inode).
     *
     * @param name what people call it
     */
    public int systemInode(int node, String name) {
        int inode = nextInode++;
        systemNames.put(inode, name);
        int row = newRow(inode);
        directory[row] = inode;
        creator[row] = node;
        placement.place(this, row, inode, node);
        return inode;
    }

    /** Creates a file of a set on a node, in a directory that {@link #directoryForCreate} named. */
    public int create(int set, int node, int inDirectory, long size) {
        int list = set * nodes + node;
        if (created[list] == null) {
            created[list] = new int[64];
        } else if (createdCount[list] == created[list].length) {
            created[list] = Arrays.copyOf(created[list], createdCount[list] * 2);
        }
        int inode = nextInode++;
        created[list][createdCount[list]++] = inode;
        int row = newRow(inode);
        directory[row] = inDirectory;
        creator[row] = node;
        bytes[row] = size;
        placement.place(this, row, inode, node);
        addEntries(inDirectory, 1);
        return inode;
    }

    /** There is only the name of this file so far; the first operation that opens it makes it. */
    public boolean unborn(int inode) {
        int row = row(inode);
        return unborn[row];
    }

    /** A file that was only a name comes to be, empty, on a node. */
    public void bear(int inode, int node) {
        int row = row(inode);
        unborn[row] = false;
        creator[row] = node;
        bytes[row] = 0;
        placement.place(this, row, inode, node);
        addEntries(directory[row], 1);
    }

    /** Moves a file into another directory. */
    public void move(int inode, int toDirectory) {
        int row = row(inode);
        addEntries(directory[row], -1);
        directory[row] = toDirectory;
        addEntries(toDirectory, 1);
    }

    /** The directory that an inode's name lies in; -1 for a directory that was there before the run. */
    public int parentOfInode(int inode) {
        int row = row(inode);
        return directory[row] == inode ? parent[row] : directory[row];
    }

    /** The directory to which {@link org.quorate.model.Operation#MOVE} takes a file. */
    public int directoryForMove(int set, int node, int inode) {
        if (sets.get(set).layout() == FileSet.Layout.EACH) {
            return firstDirectory[set] + node;
        }
        return firstDirectory[set] + (directoryOf(inode) - firstDirectory[set] + 1) % directories[set];
    }

    /** The first directory that a node has made in a set leaves the name space; returns it, or -1 if there is none that is empty. */
    public int removeFirstDirectory(int set, int node) {
        int list = set * nodes + node;
        if (madeRemoved[list] == madeCount[list] || entriesOf(made[list][madeRemoved[list]]) > 0) {
            return NONE;
        }
        return made[list][madeRemoved[list]++];
    }

    /** Creates a directory of a set below another one. */
    public int createDirectory(int set, int node, int inDirectory) {
        int inode = createDirectory(node, inDirectory);
        if (sets.get(set).layout() == FileSet.Layout.EACH) {
            int list = set * nodes + node;
            if (made[list] == null) {
                made[list] = new int[64];
            } else if (madeCount[list] == made[list].length) {
                made[list] = Arrays.copyOf(made[list], madeCount[list] * 2);
            }
            made[list][madeCount[list]++] = inode;
        }
        return inode;
    }

    private int createDirectory(int node, int inDirectory) {
        int inode = nextInode++;
        int row = newRow(inode);
        directory[row] = inode;
        creator[row] = node;
        parent[row] = inDirectory;
        placement.place(this, row, inode, node);
        addEntries(inDirectory, 1);
        return inode;
    }

    /** Directory in which a node's next file of a set will be made. */
    public int directoryForCreate(int set, int node) {
        int list = set * nodes + node;
        if (sets.get(set).layout() == FileSet.Layout.EACH) {
            return madeFilled[list] < madeCount[list] ? made[list][madeFilled[list]++] : firstDirectory[set] + node;
        }
        return directoryFor(set, node, initialOwn(set, node) + createdCount[set * nodes + node]);
    }

    /** Directory in which a node's next directory of a set will be made. */
    public int directoryForDirectory(int set, int node) {
        return sets.get(set).layout() == FileSet.Layout.EACH ? firstDirectory[set] + node : directoryForCreate(set, node);
    }

    /** First own file that is not removed yet, as a sequence number for {@link #own}. */
    public long firstOwn(int set, int node) {
        return removed[set * nodes + node];
    }

    /** One more than the last own file's sequence number. */
    public long endOwn(int set, int node) {
        return initialOwn(set, node) + createdCount[set * nodes + node];
    }

    /** A node's own file by its sequence number. */
    public int own(int set, int node, long sequence) {
        long initial = initialOwn(set, node);
        return sequence < initial ? firstFile[set] + Math.toIntExact(sequence * nodes + node)
                : created[set * nodes + node][Math.toIntExact(sequence - initial)];
    }

    /** The first own file of a node leaves the name space; returns it, or -1 if there is none. */
    public int removeFirstOwn(int set, int node) {
        long first = firstOwn(set, node);
        if (first >= endOwn(set, node)) {
            return NONE;
        }
        removed[set * nodes + node]++;
        return own(set, node, first);
    }

    /** The name of an inode is removed from a directory; a row stays, so that late users find it gone. */
    public void remove(int inode, int fromDirectory) {
        int row = row(inode);
        if (bytes[row] != GONE) {
            bytes[row] = GONE;
            addEntries(fromDirectory, -1);
        }
    }

    /** The inode's name was removed. */
    public boolean gone(int inode) {
        return bytesOf(inode) == GONE;
    }

    // The columns may be replaced when a row is made: they must be read after the row is known. Hence these.

    /** Size of an inode. */
    public long bytesOf(int inode) {
        int row = row(inode);
        return bytes[row];
    }

    /** Directory of an inode. */
    public int directoryOf(int inode) {
        int row = row(inode);
        return directory[row];
    }

    /** Node that created an inode. */
    public int creatorOf(int inode) {
        int row = row(inode);
        return creator[row];
    }

    /** Block address of an inode. */
    public long inodeAddressOf(int inode) {
        int row = row(inode);
        return inodeAddress[row];
    }

    /** Block address of an inode's data. */
    public long dataAddressOf(int inode) {
        int row = row(inode);
        return dataAddress[row];
    }

    /** Block address of a page of an inode's data. */
    public long pageAddressOf(int inode, int page) {
        int row = row(inode);
        return placement.addressOf(this, row, page);
    }

    /** Entries of a directory. */
    public int entriesOf(int inode) {
        int row = row(inode);
        return entries[row];
    }

    private void addEntries(int inode, int count) {
        int row = row(inode);
        entries[row] += count;
    }

    /** So many more inodes will be touched soon. */
    public void expect(int inodes) {
        slots.expect(inodes);
    }

    /** Row of an inode; made if it was not touched before. */
    public int row(int inode) {
        int row = rows.get(inode);
        return row != NONE ? row : touch(inode);
    }

    private int touch(int inode) {
        int row = newRow(inode);
        int set = setOfDirectory(inode);
        if (set != NONE) {
            directory[row] = inode;
            creator[row] = (inode - firstDirectory[set]) % nodes;
            entries[row] = (int) Math.min(Integer.MAX_VALUE, initialEntries(set));
        } else {
            set = setOfFile(inode);
            int index = inode - firstFile[set];
            int node = index % nodes;
            directory[row] = directoryFor(set, node, index / nodes);
            creator[row] = node;
            bytes[row] = sizes[set][(int) ((inode * 0x9E3779B97F4A7C15L >>> 33) % sizes[set].length)];
            unborn[row] = sets.get(set).made() == FileSet.Made.ON_USE;
        }
        if (!unborn[row]) {
            placement.place(this, row, inode, creator[row]);
        }
        return row;
    }

    /** Files in a directory of a set when the first phase starts, those of other sets that lie in it among them. */
    private long initialEntries(int set) {
        long files = 0;
        for (int other = 0; other < firstDirectory.length; other++) {
            if (firstDirectory[other] == firstDirectory[set] && sets.get(other).made() == FileSet.Made.AT_START) {
                files += sets.get(other).files();
            }
        }
        return files / directories[set];
    }

    private int newRow(int inode) {
        int row = slots.take();
        if (slots.capacity() > directory.length) {
            int size = slots.capacity();
            directory = Arrays.copyOf(directory, size);
            creator = Arrays.copyOf(creator, size);
            bytes = Arrays.copyOf(bytes, size);
            inodeAddress = Arrays.copyOf(inodeAddress, size);
            dataAddress = Arrays.copyOf(dataAddress, size);
            entries = Arrays.copyOf(entries, size);
            unborn = Arrays.copyOf(unborn, size);
            parent = Arrays.copyOf(parent, size);
        }
        bytes[row] = 0;
        entries[row] = 0;
        unborn[row] = false;
        parent[row] = NONE;
        rows.put(inode, row);
        return row;
    }

    private int directoryFor(int set, int node, long sequence) {
        return firstDirectory[set] + switch (sets.get(set).layout()) {
            case PRIVATE, EACH -> node;
            case SHARED -> 0;
            case TREE -> (int) (sequence % directories[set]);
        };
    }

    /** Inodes that a node has created before the run: directories of sets, and files that are made at the start. */
    public long initialInodes(int node) {
        long count = 0;
        for (int set = 0; set < sets.size(); set++) {
            int own = parentOf(set) == NONE ? directories[set] : 0;
            count += own / nodes + (node < own % nodes ? 1 : 0);
            count += sets.get(set).made() == FileSet.Made.AT_START ? initialOwn(set, node) : 0;
        }
        return count;
    }

    /** Clusters of the files that are made at the start, those left out whose data lies in the inode. */
    public long initialClusters(int inlineBytes, long clusterBytes) {
        long count = 0;
        for (int set = 0; set < sets.size(); set++) {
            long sample = 0;
            for (long size : sizes[set]) {
                sample += size <= inlineBytes ? 0 : (size + clusterBytes - 1) / clusterBytes;
            }
            count += sets.get(set).made() == FileSet.Made.AT_START ? sets.get(set).files() * sample / sizes[set].length : 0;
        }
        return count;
    }

    private long initialOwn(int set, int node) {
        long files = sets.get(set).files();
        return files / nodes + (node < files % nodes ? 1 : 0);
    }

    /** The set of a directory with which the run starts, or -1. */
    int setOfDirectory(int inode) {
        for (int set = 0; set < firstDirectory.length; set++) {
            if (inode >= firstDirectory[set] && inode < firstDirectory[set] + directories[set]) {
                return set;
            }
        }
        return NONE;
    }

    private int setOfFile(int inode) {
        for (int set = firstFile.length - 1; set >= 0; set--) {
            if (inode >= firstFile[set]) {
                return set;
            }
        }
        throw new IllegalArgumentException("inode " + inode + " is in no file set");
    }
}
