// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;

/** What one operation of a file system asks of the stations: the table of that file system. Immutable, thread-safe. */
sealed interface Demands permits SharedDemands, LocalDemands {

    /**
     * The demand of one operation.
     *
     * @param share what is done
     * @param file  sizes of the files it is done on
     * @param met   what it finds
     */
    Path of(OperationShare share, SizeDistribution file, Encounter met);

    /** How much of the mean of a hand-over is hold time, in nanoseconds, if a lock changes hands once in so long. */
    double holdTime(double nanosBetween);

    /** Lock memory of a node without any file, in bytes. */
    double mountBytes(int node);

    /**
     * Lock memory of files.
     *
     * @param known   files that the node knows
     * @param written of these, those it has written to or made
     * @param remote  holders on other nodes of locks that this node masters
     * @param orphan  of the files it masters, those it does not know itself
     * @param records files of which it is the directory node and nothing else
     */
    double fileBytes(double known, double written, double remote, double orphan, double records);

    /** Lock memory of files that have been locked by flock, in bytes (lab/messages.md 3.9: OCFS2 keeps the resource alone). */
    double flockBytes(double files);

    /** Lock memory that files leave at their master for 8 to 15 s after their removal (kernel reference 2.1, 2.2), in bytes. */
    double removedBytes(double files);

    /** Minimum hold time of a lock, in nanoseconds (kernel reference 3.1). */
    double minimumHold();

    /**
     * An operation's path.
     *
     * @param free what it does beside others
     * @param held what it does while it keeps other threads of the node from the directory
     */
    record Path(Demand free, Demand held) {
    }
}
