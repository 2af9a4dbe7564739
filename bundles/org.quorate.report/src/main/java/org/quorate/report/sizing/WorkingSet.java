// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.quorate.model.FileSet;
import org.quorate.model.Node;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.model.OperationShare.Position;
import org.quorate.model.OperationShare.Way;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

/**
 * Which of the files that there are at the start the measured phases use on a node in the long run, and how much of them the page cache
 * would hold. Files that the workload makes are not in it: their number grows with time.
 *
 * @param scenario whose
 * @param node     one of its nodes
 */
record WorkingSet(Scenario scenario, Node node) {

    /** Of the page cache. */
    private static final double PAGE = 4096;

    /** Files whose locks and inodes the node comes to hold. */
    double files() {
        return sum((set, share) -> loads(share) ? 1 : 0);
    }

    /** Bytes of data of these files that go through the page cache. */
    double bytes() {
        return sum(WorkingSet::cached);
    }

    private double sum(ToDoubleBiFunction<FileSet, OperationShare> value) {
        return scenario.workload().fileSets().stream().filter(set -> set.files() > 0).mapToDouble(set -> sum(set, value)).sum();
    }

    /**
     * Over the files of a set, of each what that part of the mix makes of it which makes most. The files of each node are equally many; those
     * whose hash falls on the node are equally spread over them.
     */
    private double sum(FileSet set, ToDoubleBiFunction<FileSet, OperationShare> value) {
        List<OperationShare> shares = shares(set);
        int nodes = scenario.cluster().nodes().size();
        double mean = 0;
        for (int distance = 0; distance < nodes; distance++) {
            double plain = most(set, shares, value, distance, false);
            double hashed = most(set, shares, value, distance, true);
            mean += (plain + (hashed - plain) / nodes) / nodes;
        }
        double first = shares.stream().filter(share -> share.access() == Access.FIRST).mapToDouble(share -> value.applyAsDouble(set, share)).max()
                .orElse(0);
        return set.files() * mean + Math.max(0, first - mean);
    }

    /** What is made of a file, by how many nodes its node comes behind this one, and whether its hash falls on this one. */
    private double most(FileSet set, List<OperationShare> shares, ToDoubleBiFunction<FileSet, OperationShare> value, int distance,
            boolean hashed) {
        int next = 1 % scenario.cluster().nodes().size();
        return shares.stream().filter(share -> switch (share.access()) {
            case EACH, ANY, ZIPF -> true;
            case OWN -> distance == 0;
            case NEXT -> distance == next;
            case HASHED -> hashed;
            case FIRST -> false;
        }).mapToDouble(share -> value.applyAsDouble(set, share)).max().orElse(0);
    }

    private List<OperationShare> shares(FileSet set) {
        return scenario.workload().phases().stream().filter(Phase::measured).filter(phase -> works(phase.nodes()))
                .flatMap(phase -> phase.mix().stream()).filter(share -> works(share.nodes()) && share.fileSet().equals(set.name())).toList();
    }

    private boolean works(List<String> nodes) {
        return nodes.isEmpty() || nodes.contains(node.name());
    }

    /** Whether it brings the inode of a file that there is at the start. */
    private static boolean loads(OperationShare share) {
        return switch (share.operation()) {
            case OPEN, STAT, CHMOD, READ, WRITE, APPEND, UNLINK, RENAME, MOVE, FSYNC, FLOCK, FCNTL, SESSION -> true;
            case CREATE, MKDIR, RMDIR, READDIR, STATFS -> false;
        };
    }

    /** In whole pages, of the mean file; from the start, no more than one operation reads or writes. */
    private static double cached(FileSet set, OperationShare share) {
        boolean data = switch (share.operation()) {
            case READ, WRITE, APPEND, SESSION -> share.how() != Way.DIRECT;
            case CREATE, OPEN, STAT, CHMOD, UNLINK, RENAME, MOVE, MKDIR, RMDIR, READDIR, FSYNC, FLOCK, FCNTL, STATFS -> false;
        };
        double whole = set.size().mean().value();
        double used = share.at() == Position.START ? Math.min(whole, share.size().mean().value()) : whole;
        return data ? Math.ceil(used / PAGE) * PAGE : 0;
    }
}
