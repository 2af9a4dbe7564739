// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * What an operation finds on its node, as probabilities over the measured part of a phase. Immutable.
 *
 * @param cold         the node does not know the file: neither its inode nor its locks
 * @param fresh        of these, nobody knows it
 * @param dataCold     a page that it reads is not cached
 * @param writeCold    the node has not changed the file since others used it: it has its lock for reading at most
 * @param writeFresh   of these, no other node has
 * @param rwCold       the node has no lock for writing data of the file yet (OCFS2: RW)
 * @param rwFresh      of these, nobody has
 * @param open         the thread keeps the file open for another operation of the mix
 * @param lockCold     the node has not locked the file with flock yet
 * @param lockFresh    of these, nobody has
 * @param lostForRead  another node has changed the file since: its lock must come back for reading
 * @param lostForWrite another node has used the file since: its lock must come back for writing
 * @param recentForWrite of these, because of something in this phase
 * @param master       this node is the master of the file's locks
 * @param peers        whose locks it joins
 * @param directory    of the file
 * @param order        in which files are met for the first time
 */
record Encounter(double cold, double fresh, double dataCold, double writeCold, double writeFresh, double rwCold,
        double rwFresh, double open, double lockCold, double lockFresh, double lostForRead, double lostForWrite,
        double recentForWrite, double master, Peers peers, Directory directory, Order order) {

    /**
     * The directory that the file lies in.
     *
     * @param cold       the node has never used it
     * @param fresh      of these, nobody has
     * @param lostForRead  another node has changed it since
     * @param lostForWrite another node has used it since
     * @param entries    names in it
     * @param nameLength of each
     * @param count      directories that the operation chooses from
     * @param before     searches of one of them by this node, at the start of the measured part
     * @param after      the same at its end
     * @param operations of the node in between
     */
    record Directory(double cold, double fresh, double lostForRead, double lostForWrite, double entries, int nameLength, double count,
            double before, double after, double operations) {

        /** Blocks of so many that searches of random names have read for the first time, an operation. */
        double newBlocks(double blocks) {
            if (blocks <= 0 || operations <= 0) {
                return 0;
            }
            // in one directory the searches are a number, in one of many they happen
            double left = count <= 1 ? 1 - 1 / Math.max(1, blocks) : Math.exp(-1 / blocks);
            return count * blocks * (Math.pow(left, before) - Math.pow(left, after)) / operations;
        }
    }

    /**
     * How the files that are met for the first time lie to each other.
     *
     * @param files  that there are, of each owner that the operation chooses from
     * @param owners as many areas of the device they lie in
     * @param random chosen at random; else one after the other
     * @param before met before the measured part
     * @param after  met at its end
     */
    record Order(double files, double owners, boolean random, double before, double after) {

        /** Chunks of so many neighbouring files that are new, for each file that is. */
        double newChunks(double chunk) {
            double met = after - before;
            if (met <= 0) {
                return 0;
            }
            double chunks = owners * Math.max(1, Math.ceil(files / chunk));
            if (!random) {
                return Math.min(1, (met / chunk + (before > 0 ? 0 : Math.min(1, 1 - 1 / chunk))) / met);
            }
            return chunks * (Math.exp(-before / chunks) - Math.exp(-after / chunks)) / met;
        }
    }

    /** The same, if another node's hold on locks lets hand-overs come less often. */
    Encounter scaled(double files, double directories) {
        return new Encounter(cold, fresh, dataCold, writeCold, writeFresh, rwCold, rwFresh, open, lockCold, lockFresh, lostForRead * files,
                lostForWrite * files, recentForWrite * files, master, peers,
                new Directory(directory.cold, directory.fresh, directory.lostForRead * directories, directory.lostForWrite * directories,
                        directory.entries, directory.nameLength, directory.count, directory.before, directory.after, directory.operations), order);
    }

    /** Joins of a file's lock that others know already. */
    double joined() {
        return cold - fresh;
    }
}
