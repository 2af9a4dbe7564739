// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.List;
import org.quorate.model.Target;
import org.quorate.study.sweep.FieldDimension;

/**
 * What came of a search. Immutable; the same scenario, question, seed and version give the same value, whatever was kept from
 * before.
 *
 * @param format           name and version of the JSON form, {@link #FORMAT}
 * @param scenario         short name
 * @param title            one line for people
 * @param quorateVersion   version of the program
 * @param seed             of all random streams
 * @param replications     that a value is begun with
 * @param mostReplications that a value may get before it counts as not decided
 * @param confidence       of every interval, 0 to 1
 * @param field            path
 * @param dimension        of its values
 * @param low              the lowest value, as it is written
 * @param high             the highest
 * @param tolerance        distance at which the search ends, as it was asked for
 * @param targets          in words
 * @param limits           the same as values
 * @param results          one a contender, in the order of the scenario
 */
public record Search(String format, String scenario, String title, String quorateVersion, long seed, int replications,
        int mostReplications, double confidence, String field, FieldDimension dimension, String low, String high,
        String tolerance, List<String> targets, List<Target> limits, List<SearchResult> results) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-search/1";

    public Search {
        targets = List.copyOf(targets);
        limits = List.copyOf(limits);
        results = List.copyOf(results);
    }

    /** Contenders whose runs failed. */
    public long failures() {
        return results.stream().filter(result -> result.failure().isPresent()).count();
    }
}
