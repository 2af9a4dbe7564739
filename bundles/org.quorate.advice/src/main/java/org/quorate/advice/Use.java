// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.List;
import java.util.Set;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;

/**
 * One kind of operation of one phase on one file set, and the nodes that do it. Immutable.
 *
 * @param path  of the item of the mix, {@code workload.phases[0].mix[1]}
 * @param phase that it belongs to
 * @param share the operation
 * @param set   the file set that it works on
 * @param nodes names of the nodes that do it, at least one
 */
public record Use(String path, Phase phase, OperationShare share, FileSet set, List<String> nodes) {

    private static final Set<Operation> ENTRIES = Set.of(Operation.CREATE, Operation.UNLINK, Operation.RENAME, Operation.MOVE,
            Operation.MKDIR, Operation.RMDIR);
    private static final Set<Operation> LOOKS = Set.of(Operation.OPEN, Operation.STAT, Operation.READ, Operation.READDIR,
            Operation.STATFS);
    private static final Set<Operation> LOCKS = Set.of(Operation.FLOCK, Operation.FCNTL, Operation.SESSION);

    public Use {
        nodes = List.copyOf(nodes);
    }

    /** What is done. */
    public Operation operation() {
        return share.operation();
    }

    /** Adds, removes or renames entries of a directory. */
    public boolean changesEntries() {
        return ENTRIES.contains(operation());
    }

    /** Only looks: needs no lock that excludes another node. */
    public boolean onlyLooks() {
        return LOOKS.contains(operation());
    }

    /** Excludes others from a file by a lock of its own. */
    public boolean locksFiles() {
        return LOCKS.contains(operation());
    }

    /** Waits for the medium: what it wrote must survive a crash. */
    public boolean syncs() {
        return share.fsync() || operation() == Operation.FSYNC;
    }

    /** Each node keeps to files that no other uses. */
    public boolean ownFiles() {
        return share.access() == OperationShare.Access.OWN || share.access() == OperationShare.Access.HASHED;
    }

    /** Goes through all files, one after the other. */
    public boolean goesThrough() {
        return share.access() == OperationShare.Access.EACH;
    }

    /** Path of the phase. */
    public String phasePath() {
        return path.substring(0, path.indexOf(".mix["));
    }

    /** Several nodes do it, and meet at the same files. */
    public boolean nodesMeet() {
        return nodes.size() > 1 && !ownFiles();
    }

    /** The directories of the set are those of all nodes. */
    public boolean sharedDirectories() {
        return set.layout() == FileSet.Layout.SHARED || set.layout() == FileSet.Layout.TREE;
    }
}
