// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/** How an axis maps values to places. */
public enum Scale {
    LINEAR {
        @Override
        public double place(double value) {
            return value;
        }

        @Override
        public double value(double place) {
            return place;
        }
    },
    /** Each power of ten takes the same room; values must be more than 0. */
    LOG {
        @Override
        public double place(double value) {
            return Math.log10(value);
        }

        @Override
        public double value(double place) {
            return Math.pow(10, place);
        }
    },
    /**
     * Shares of a distribution, 0 to less than 1: each further nine (90 %, 99 %, 99.9 %) takes the same room, so that
     * the tail is seen.
     */
    NINES {
        @Override
        public double place(double value) {
            return -Math.log10(1 - value);
        }

        @Override
        public double value(double place) {
            return 1 - Math.pow(10, -place);
        }
    };

    /** The place of a value; places rise with the values. */
    public abstract double place(double value);

    /** The value at a place. */
    public abstract double value(double place);
}
