// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.List;
import org.quorate.model.FileSet;
import org.quorate.model.Node;
import org.quorate.model.Scenario;

/** What people call inodes. Not for the hot path: a look-up may go through all files. Not thread-safe. */
public final class PlainNames {

    private static final int NONE = -1;

    private final NameSpace names;
    private final List<Node> nodes;

    public PlainNames(Scenario scenario, NameSpace names) {
        this.names = names;
        nodes = scenario.cluster().nodes();
    }

    /** It is no directory, and no inode of the file system's own. */
    public boolean isFile(int inode) {
        return names.systemName(inode).isEmpty() && names.directoryOf(inode) != inode;
    }

    /** For example {@code directory /sessions}, {@code file 12 of set web}, {@code file 3 that node1 made in set web}. */
    public String of(int inode) {
        return names.systemName(inode).orElseGet(() -> isFile(inode) ? file(inode) : directory(inode));
    }

    private String directory(int inode) {
        int set = names.setOfDirectory(inode);
        if (set == NONE) {
            return "directory " + inode + " that " + node(names.creatorOf(inode)) + " made";
        }
        FileSet of = names.sets().get(set);
        String path = "directory /" + of.name();
        return switch (of.layout()) {
            case SHARED -> path;
            case PRIVATE, EACH -> path + "/" + node(names.indexInSet(inode));
            case TREE -> path + "/" + (names.indexInSet(inode) + 1);
        };
    }

    private String file(int inode) {
        for (int set = 0; set < names.sets().size(); set++) {
            for (int node = 0; node < nodes.size(); node++) {
                int[] made = names.madeBy(set, node);
                for (int i = 0; i < made.length; i++) {
                    if (made[i] == inode) {
                        return "file " + (i + 1) + " that " + node(node) + " made in set " + names.sets().get(set).name();
                    }
                }
            }
        }
        return "file " + (names.indexInSet(inode) + 1) + " of set " + names.sets().get(names.setOf(inode)).name();
    }

    private String node(int node) {
        return nodes.get(node).name();
    }
}
