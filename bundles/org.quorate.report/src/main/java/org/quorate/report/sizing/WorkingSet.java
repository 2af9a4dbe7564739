// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.List;
import java.util.Optional;
import org.quorate.model.FileSet;
import org.quorate.model.Node;
import org.quorate.model.OperationShare;
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
        return scenario.workload().fileSets().stream().mapToDouble(set -> set.files() * shares(set).stream()
                .mapToDouble(this::reach).max().orElse(0)).sum();
    }

    /** Bytes of data of these files that go through the page cache. */
    double bytes() {
        return scenario.workload().fileSets().stream().mapToDouble(set -> set.files() * shares(set).stream()
                .mapToDouble(share -> reach(share) * cached(set, share)).max().orElse(0)).sum();
    }

    private List<OperationShare> shares(FileSet set) {
        return scenario.workload().phases().stream().filter(Phase::measured).filter(phase -> works(phase.nodes()))
                .flatMap(phase -> phase.mix().stream()).filter(share -> works(share.nodes()) && share.fileSet().equals(set.name())).toList();
    }

    private boolean works(List<String> nodes) {
        return nodes.isEmpty() || nodes.contains(node.name());
    }

    /** Share of the files of a set that a node uses in the end. */
    private double reach(OperationShare share) {
        return switch (share.access()) {
            case EACH, ANY, ZIPF -> 1;
            case OWN, NEXT, HASHED -> 1.0 / scenario.cluster().nodes().size();
            case FIRST -> fileSet(share).map(set -> set.files() > 0 ? 1.0 / set.files() : 0).orElse(0.0);
        };
    }

    private Optional<FileSet> fileSet(OperationShare share) {
        return scenario.workload().fileSets().stream().filter(set -> set.name().equals(share.fileSet())).findFirst();
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
