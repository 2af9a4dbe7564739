// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.diff;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.model.Operation;
import org.quorate.study.result.Interval;

/**
 * One figure of one contender in each of several results. Immutable.
 *
 * @param figure    which
 * @param phase     absent if it is one of all phases together
 * @param operation absent if it is one of all operations together
 * @param contender label
 * @param values    one a result; absent where it is not known: another contender, phase or operation, or saturated
 * @param changes   one a result, against the first; absent for the first, and where one of the two is not known
 */
public record DiffRow(DiffFigure figure, Optional<String> phase, Optional<Operation> operation, String contender,
        List<Optional<Interval>> values, List<Optional<Change>> changes) {

    /**
     * What became of a figure.
     *
     * @param difference by Welch, in the unit of the figure, at the confidence of the first result
     * @param base       mean in the first result
     * @param overlap    the intervals of the two figures have a value in common: the plain look at them
     */
    public record Change(Interval difference, double base, boolean overlap) {

        /** The interval of the difference excludes 0. */
        public boolean significant() {
            return difference.excludesZero();
        }

        /** The figure is the same to the last digit. */
        public boolean none() {
            return difference.mean() == 0;
        }

        /** The difference as a share of the first figure; absent if that is 0. */
        public OptionalDouble share() {
            return base == 0 ? OptionalDouble.empty() : OptionalDouble.of(difference.mean() / Math.abs(base));
        }
    }

    public DiffRow {
        values = List.copyOf(values);
        changes = List.copyOf(changes);
    }
}
