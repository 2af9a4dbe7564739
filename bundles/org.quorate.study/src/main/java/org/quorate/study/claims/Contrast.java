// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import org.quorate.study.result.Interval;

/**
 * What a claim says of two figures, by their relative difference (first − second) / second. Immutable.
 */
public sealed interface Contrast {

    /** The claim says that the first figure is the smaller one. */
    record Less() implements Contrast {
        @Override
        public Outcome judge(Interval relative) {
            return relative.high() < 0 ? Outcome.TRUE : relative.low() > 0 ? Outcome.FALSE : Outcome.OPEN;
        }
    }

    /** The claim says that the first figure is the larger one. */
    record More() implements Contrast {
        @Override
        public Outcome judge(Interval relative) {
            return relative.low() > 0 ? Outcome.TRUE : relative.high() < 0 ? Outcome.FALSE : Outcome.OPEN;
        }
    }

    /**
     * The claim says by how much the first figure is larger.
     *
     * @param least relative difference, 0.05 for 5 %
     * @param most  relative difference; infinite: no upper end is claimed
     */
    record Between(double least, double most) implements Contrast {

        public Between {
            if (!(least < most)) {
                throw new IllegalArgumentException("no range: " + least + " to " + most);
            }
        }

        @Override
        public Outcome judge(Interval relative) {
            if (relative.low() >= least && relative.high() <= most) {
                return Outcome.TRUE;
            }
            return relative.high() < least || relative.low() > most ? Outcome.FALSE : Outcome.OPEN;
        }
    }

    /** What becomes of a claim. */
    enum Outcome {
        TRUE, FALSE,
        /** The interval does not decide. */
        OPEN
    }

    /** Whether it holds for a relative difference that is known up to an interval. */
    Outcome judge(Interval relative);
}
