// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A set of numbers, kept as ranges. Not thread-safe. */
final class Ranges {

    /** End of the range that begins at the key. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    void add(Extent range) {
        long start = range.start();
        long end = range.end();
        Map.Entry<Long, Long> before = ends.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (Map.Entry<Long, Long> next = ends.ceilingEntry(start); next != null && next.getKey() <= end; next = ends.ceilingEntry(start)) {
            end = Math.max(end, next.getValue());
            ends.remove(next.getKey());
        }
        ends.put(start, end);
    }

    void remove(Extent range) {
        Map.Entry<Long, Long> before = ends.lowerEntry(range.start());
        if (before != null && before.getValue() > range.start()) {
            ends.put(before.getKey(), range.start());
            if (before.getValue() > range.end()) {
                ends.put(range.end(), before.getValue());
                return;
            }
        }
        for (Map.Entry<Long, Long> next = ends.ceilingEntry(range.start()); next != null && next.getKey() < range.end();
                next = ends.ceilingEntry(range.start())) {
            ends.remove(next.getKey());
            if (next.getValue() > range.end()) {
                ends.put(range.end(), next.getValue());
            }
        }
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    /** Takes numbers out: the first range of that length, or else the first range, which is shorter; there must be one. */
    Extent take(long wanted) {
        Map.Entry<Long, Long> found = ends.firstEntry();
        for (Map.Entry<Long, Long> entry : ends.entrySet()) {
            if (entry.getValue() - entry.getKey() >= wanted) {
                found = entry;
                break;
            }
        }
        Extent taken = new Extent(found.getKey(), Math.min(wanted, found.getValue() - found.getKey()));
        remove(taken);
        return taken;
    }

    /** How many numbers are in it. */
    long count() {
        return ends.entrySet().stream().mapToLong(entry -> entry.getValue() - entry.getKey()).sum();
    }

    /** How many of its numbers are not in another. */
    long without(Ranges other) {
        Ranges left = new Ranges();
        forEach(left::add);
        other.forEach(left::remove);
        return left.count();
    }

    void forEach(Consumer<Extent> reader) {
        ends.forEach((start, end) -> reader.accept(new Extent(start, end - start)));
    }
}
