// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fs;

import java.util.List;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Placement;

/**
 * A file system as a set of recipes and the mechanisms that execute their steps. One instance belongs to one run.
 *
 * <p>Recipes by name, which the workload calls on its threads' frames:
 * <ul>
 * <li>{@code op/NAME} for each {@link org.quorate.model.Operation} in lower case. Registers at the start: NODE, FILE, DIRECTORY (of the file),
 * BYTES, SET. CREATE and MKDIR make their inode themselves ({@code names.create(set, node, directory, bytes)}) and leave it in FILE;
 * UNLINK finds FILE already taken out of its set (nobody else will choose it) and removes it with {@code names.remove}.
 * A recipe holds nothing when it ends.
 * <li>{@code sync}: syncfs of a node, returns when everything is on the device.
 * <li>{@code drop caches}: what {@code echo 3 > drop_caches} does on a node.
 * </ul>
 */
public interface FileSystem {

    /** Mechanisms besides those of {@link org.quorate.cluster.host.Machine#common()}. */
    List<Mechanism> mechanisms();

    /** Writes all recipes. */
    void write(RecipeBook book);

    /** Where it puts inodes. */
    Placement placement();

    /** Starts its kernel threads and timers; the recipes are loaded. */
    void start();

    /** Names of the kinds of locks, by the number that messages carry. */
    List<String> lockKinds();

    /** Its own locks of now, as it would show them in debugfs; none if it shows none. */
    default LockCensus locks() {
        return LockCensus.NONE;
    }

    /** So many files will be warm: tables that take them all at once need not be copied while they grow. */
    default void expectWarm(int files) {
        // a matter of speed only
    }

    /** How people call its locks; known locks are none by default. */
    default LockNaming lockNaming() {
        return LockNaming.NONE;
    }

    /** A node has read this file (and has made it, for the lock managers): builds the caches and locks directly. */
    void warm(int node, int file);

    /**
     * Checks that no two nodes use what only one may use; called at the end of each phase.
     *
     * @throws IllegalStateException naming the lock, if they do: a fault of the model, whose figures mean nothing then
     */
    void verify();
}
