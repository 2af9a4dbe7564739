// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.List;
import java.util.Optional;
import org.quorate.study.result.FileSystemKind;

/**
 * What was found for one contender. Immutable.
 *
 * @param label     in the scenario
 * @param kind      of file system
 * @param unsafe    the design as described would lose data or hang
 * @param outcome   the kind of answer
 * @param meets     the value nearest to the turn that meets every target; absent if none does
 * @param misses    the value nearest to it that misses one; absent if none does
 * @param undecided values between the two that are not decided: the first and the last, seen from the side that meets; may be empty
 * @param remarks   sentences: where it is not monotone; may be empty
 * @param points    what was evaluated, by rising value
 * @param failure   which run failed and how, which is an error of the program
 */
public record SearchResult(String label, FileSystemKind kind, boolean unsafe, Outcome outcome, Optional<String> meets,
        Optional<String> misses, List<String> undecided, List<String> remarks, List<SearchPoint> points, Optional<String> failure) {

    /** Kinds of answers. */
    public enum Outcome {
        /** {@code meets} is the largest value that meets, {@code misses} the next one that does not; between them no nearer one was asked for. */
        LARGEST,
        /** The more the better: {@code meets} is the smallest value that meets. */
        SMALLEST,
        /** Every evaluated value meets, both ends among them: whether more is better does not show. */
        ALL_MEET,
        /** Every evaluated value misses, both ends among them. */
        NONE_MEETS,
        /** Within the bound of replications it is not decided from where on it misses. */
        UNDECIDED,
        /** A run failed. */
        FAILED
    }

    public SearchResult {
        undecided = List.copyOf(undecided);
        remarks = List.copyOf(remarks);
        points = List.copyOf(points);
    }
}
