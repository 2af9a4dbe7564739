// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

/** Leads from rows and cells of a report to the scenarios of the points of the study that they are about. */
public interface PointLinks {

    /** There are no points. */
    PointLinks NONE = new PointLinks() {
        @Override
        public int points() {
            return 0;
        }

        @Override
        public void open(int point) {
            // There is none.
        }
    };

    /** How many there are; rows and cells name them from 0 on. */
    int points();

    /** Opens the scenario of a point, to be edited and run by itself. */
    void open(int point);
}
