// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * How a comparison is run. Immutable.
 *
 * @param seed         of all random streams
 * @param replications independent runs a contender, 2 to 1000
 * @param confidence   of the intervals, 0.5 to 0.999
 */
public record StudySettings(long seed, int replications, double confidence) {

    public static final StudySettings DEFAULT = new StudySettings(1, 5, 0.95);
}
