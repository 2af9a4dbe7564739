// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Recipe;
import org.quorate.cluster.engine.RecipeBook;

/** The journal of a local file system, as recipes of its operations use it. Not thread-safe. */
interface LocalLog {

    /** Its mechanisms. */
    List<Mechanism> mechanisms();

    /** Writes its recipes. */
    void write(RecipeBook book);

    /** Starts its threads. */
    void start();

    /** A transaction begins; it may have to wait. */
    Recipe begin(Recipe r);

    /** The transaction ends. */
    Recipe end(Recipe r);

    /** What changed inode FILE is on the device when this is over. */
    Recipe force(Recipe r);

    /** Everything is. */
    Recipe forceAll(Recipe r);

    /** syncfs has forced the log: what else it writes. */
    Recipe writeBack(Recipe r);

    /** Clean inodes are to be dropped: what is written for that. */
    Recipe shed(Recipe r);

    /** A block of directories or of allocation data changes. */
    void dirty(int node, long address);

    /** The inode of a row changes, which lies in the block at an address. */
    void dirtyInode(int row, long address);

    /** The inode of a row, which has just changed, changes once more: it gets a security label, which lies in its block. */
    void label(int row);

    /** A block is free again: its changes need not be written. */
    void forget(int node, long address);

    /** Every change of the row's inode is on the device. */
    boolean isForced(int row);
}
