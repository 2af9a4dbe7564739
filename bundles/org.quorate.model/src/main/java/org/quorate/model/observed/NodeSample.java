// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a running node said at one time. Immutable.
 *
 * @param boot     identifier of its last start; empty: it did not say
 * @param uptime   seconds since then, by its own clock
 * @param figures  counts and counters; those that it did not say are not there
 * @param unlisted locks that are there besides those of {@code figures}, about
 * @param cut      files that were not read to their end, because that would have taken too long: what is counted in them is too small
 * @param locks    that are waited for or were used most
 * @param remarks  what it could not say, with the remedy, and what was cut
 */
public record NodeSample(String boot, double uptime, SortedMap<FigureName, Long> figures, long unlisted, Set<CountedFile> cut,
        List<FollowedLock> locks, List<String> remarks) {

    public NodeSample {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        cut = Collections.unmodifiableSet(cut.isEmpty() ? EnumSet.noneOf(CountedFile.class) : EnumSet.copyOf(cut));
        locks = List.copyOf(locks);
        remarks = List.copyOf(remarks);
    }

    /** It was counted lock by lock, and not to the end: it is this or more. */
    public boolean isCut(FigureName name) {
        return cut.stream().anyMatch(file -> file.counts(name));
    }
}
