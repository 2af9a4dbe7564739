// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.model.observed.LockUse;

/** Counts locks by type and mode, each of a small set. Used by one thread. */
final class LockCounts {

    /** A type and a mode by their places in the lists of names. */
    private record Key(int type, int mode) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return type != other.type ? Integer.compare(type, other.type) : Integer.compare(mode, other.mode);
        }
    }

    private final List<String> types;
    private final List<String> modes;
    private final Map<Key, Long> locks = new TreeMap<>();
    private long total;

    LockCounts(List<String> types, List<String> modes) {
        this.types = types;
        this.modes = modes;
    }

    void add(int type, int mode) {
        locks.merge(new Key(type, mode), 1L, Long::sum);
        total++;
    }

    long total() {
        return total;
    }

    List<LockUse> uses() {
        List<LockUse> uses = new ArrayList<>();
        locks.forEach((key, number) -> uses.add(new LockUse(types.get(key.type()), modes.get(key.mode()), number)));
        return uses;
    }
}
