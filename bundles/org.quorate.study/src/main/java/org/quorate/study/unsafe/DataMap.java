// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whose data the data blocks of the device hold. Not thread-safe. */
final class DataMap {

    /**
     * Blocks that one file's data was written into.
     *
     * @param end  behind the last
     * @param file whose data
     * @param node that wrote
     */
    private record Run(long end, int file, int node) {
    }

    /**
     * Blocks that held another file's data.
     *
     * @param extent the blocks
     * @param file   whose data is gone
     * @param node   that had written it
     */
    record Victim(Extent extent, int file, int node) {
    }

    private final TreeMap<Long, Run> runs = new TreeMap<>();

    /** A node writes a file's data; tells what other files' data was there. */
    List<Victim> write(Extent extent, int file, int node) {
        List<Victim> victims = new ArrayList<>();
        for (Victim old : cut(extent)) {
            if (old.file() != file) {
                victims.add(old);
            }
        }
        runs.put(extent.start(), new Run(extent.end(), file, node));
        return victims;
    }

    /** A node frees blocks of a file; what other nodes have written there stays. */
    void free(Extent extent, int file, int node) {
        for (Victim old : cut(extent)) {
            if (old.file() != file || old.node() != node) {
                runs.put(old.extent().start(), new Run(old.extent().end(), old.file(), old.node()));
            }
        }
    }

    /** All that was written there is of that file. */
    boolean isOf(Extent extent, int file) {
        Map.Entry<Long, Run> before = runs.lowerEntry(extent.start());
        if (before != null && before.getValue().end() > extent.start() && before.getValue().file() != file) {
            return false;
        }
        return runs.subMap(extent.start(), extent.end()).values().stream().allMatch(run -> run.file() == file);
    }

    /** Takes out what lies in the extent, and returns it. */
    private List<Victim> cut(Extent extent) {
        List<Victim> taken = new ArrayList<>();
        Map.Entry<Long, Run> before = runs.lowerEntry(extent.start());
        if (before != null && before.getValue().end() > extent.start()) {
            split(before.getKey(), extent.start());
        }
        Map.Entry<Long, Run> last = runs.lowerEntry(extent.end());
        if (last != null && last.getValue().end() > extent.end()) {
            split(last.getKey(), extent.end());
        }
        Map<Long, Run> inside = runs.subMap(extent.start(), extent.end());
        inside.forEach((start, run) -> taken.add(new Victim(new Extent(start, run.end() - start), run.file(), run.node())));
        inside.clear();
        return taken;
    }

    private void split(long start, long at) {
        Run run = runs.get(start);
        runs.put(start, new Run(at, run.file(), run.node()));
        runs.put(at, run);
    }
}
