// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.Arrays;
import org.quorate.model.FileSet;

/**
 * How much of a file set each node knows when a phase begins, as numbers of files by their owner. Files of a set are used from the first
 * one on, or at random; what is known counts from the first. A builder over the phases of a scenario; used by one thread.
 */
final class FileSetState {

    final FileSet set;
    final int nodes;
    /** Files of each owner from the start, made since, removed since. */
    final double[] initial;
    final double[] made;
    final double[] removed;
    /** By node and owner, of those from the start: in memory, with data, held for writing, data written to, locked by flock. */
    final double[][] known;
    final double[][] data;
    final double[][] written;
    final double[][] rw;
    final double[][] locked;
    /** By node and owner: files made by the owner that the node knows; the owner knows all of them. */
    final double[][] knownMade;
    /** By node and group of directories: searches of each so far; infinite if all of it is cached. */
    final double[][] searches;
    /** By node and group of directories: share that the node knows. */
    final double[][] knownDirectories;
    /** Node that mastered everything at the start, or -1 if each its own. */
    int masterOfAll = -1;
    /** Its files were all mastered at the start. */
    boolean warm;
    /** Files of each owner that were removed in the last phase: their locks' resources are still there. */
    final double[] lately;

    FileSetState(FileSet set, int nodes) {
        this.set = set;
        this.nodes = nodes;
        initial = new double[nodes];
        Arrays.fill(initial, (double) set.files() / nodes);
        made = new double[nodes];
        removed = new double[nodes];
        lately = new double[nodes];
        known = new double[nodes][nodes];
        data = new double[nodes][nodes];
        written = new double[nodes][nodes];
        rw = new double[nodes][nodes];
        locked = new double[nodes][nodes];
        knownMade = new double[nodes][nodes];
        searches = new double[nodes][groups()];
        knownDirectories = new double[nodes][groups()];
    }

    /** Directories by owner if each node has its own, else all in one group. */
    boolean hasOwnDirectories() {
        return set.layout() == FileSet.Layout.PRIVATE || set.layout() == FileSet.Layout.EACH;
    }

    int groups() {
        return hasOwnDirectories() ? nodes : 1;
    }

    /** Directories of a group. */
    double directoriesInGroup() {
        return set.layout() == FileSet.Layout.TREE ? Math.max(1, set.directories()) : 1;
    }

    /** A node has read everything that an owner has. */
    void warm(int node, int owner) {
        warm = true;
        known[node][owner] = initial[owner];
        data[node][owner] = initial[owner];
        int group = hasOwnDirectories() ? owner : 0;
        searches[node][group] = Double.POSITIVE_INFINITY;
        knownDirectories[node][group] = 1;
    }

    double live(int owner) {
        return Math.max(0, initial[owner] + made[owner] - removed[owner]);
    }

    double live() {
        double sum = 0;
        for (int owner = 0; owner < nodes; owner++) {
            sum += live(owner);
        }
        return sum;
    }

    /** Names in a directory of a group. */
    double entries(int group) {
        return (hasOwnDirectories() ? live(group) : live()) / directoriesInGroup();
    }

    /** Number of an owner's live files that a node knows; the data of those it made is cached, too. */
    double knows(int node, int owner, double[][] what) {
        double ofMade = what == locked ? 0 : node == owner ? made[owner] : what == known ? knownMade[node][owner] : 0;
        return Math.max(0, Math.min(live(owner), what[node][owner] + ofMade - (node == owner ? removed[owner] : 0)));
    }

    /** Share of an owner's files that some other node knows. */
    double knownToOthers(int node, int owner) {
        double unknown = 1;
        for (int other = 0; other < nodes; other++) {
            if (other != node) {
                unknown *= 1 - share(knows(other, owner, known), live(owner));
            }
        }
        return 1 - unknown;
    }

    static double share(double part, double whole) {
        return whole <= 0 ? 0 : Math.max(0, Math.min(1, part / whole));
    }

    /** An owner's first files go. */
    void remove(int owner, double count) {
        removed[owner] += count;
        lately[owner] += count;
    }

    /** A node forgets what it has in memory. */
    void forget(int node) {
        for (int owner = 0; owner < nodes; owner++) {
            known[node][owner] = 0;
            data[node][owner] = 0;
            written[node][owner] = 0;
            rw[node][owner] = 0;
            locked[node][owner] = 0;
            knownMade[node][owner] = 0;
        }
        Arrays.fill(searches[node], 0);
        Arrays.fill(knownDirectories[node], 0);
    }
}
