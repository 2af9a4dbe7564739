// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a file system that knew all nodes would know: who changed a file last, and who has made which. Not thread-safe. */
final class FileTruth {

    private final int nodes;
    private final int initialFiles;
    private final Map<Integer, Update> last = new HashMap<>();
    private final Map<Integer, BlockId> entries = new HashMap<>();
    private final List<List<Integer>> made = new ArrayList<>();
    private int next;

    FileTruth(int nodes, int sets, int initialFiles) {
        this.nodes = nodes;
        this.initialFiles = initialFiles;
        for (int i = 0; i < nodes * sets; i++) {
            made.add(new ArrayList<>());
        }
    }

    /** A number for a file that is to be made. */
    int nextFile() {
        return initialFiles + next++;
    }

    void created(int file, int node, int set, BlockId entryBlock) {
        made.get(set * nodes + node).add(file);
        entries.put(file, entryBlock);
    }

    void moved(int file, BlockId entryBlock) {
        entries.put(file, entryBlock);
    }

    void changed(int file, Update update) {
        last.put(file, update);
    }

    /** Files of a set that a node has made, in order. */
    List<Integer> madeBy(int node, int set) {
        return made.get(set * nodes + node);
    }

    /** The block that has the name of a file that was made or moved. */
    BlockId entryBlock(int file) {
        return entries.get(file);
    }

    /** The last change of a file; null: none. */
    Update last(int file) {
        return last.get(file);
    }
}
