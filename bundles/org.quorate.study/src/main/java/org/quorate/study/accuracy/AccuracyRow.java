// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.OptionalDouble;

/**
 * One figure of one phase of one run: what was measured, what was simulated. Immutable, thread-safe.
 *
 * @param run         of the lab, or {@code uml-N} for the order of two file systems on N nodes
 * @param fileSystem  ocfs2, gfs2, ext4, xfs, ocfs2-local or gfs2-nolock
 * @param phase       of the run
 * @param figure      for example {@code segments} or {@code n1 dlm_lkb}
 * @param figureClass what rule it is judged by
 * @param unit        of both numbers, for example {@code 1/op}; empty for counts
 * @param measured    in the lab
 * @param simulated   by Quorate
 * @param error       simulated against measured, 0.1 for 10 % too much; empty if nothing was measured
 * @param outcome     of the comparison
 * @param reason      why it misses, or why it is not judged, as far as known; else empty
 */
public record AccuracyRow(String run, String fileSystem, String phase, String figure, FigureClass figureClass, String unit,
        double measured, double simulated, OptionalDouble error, Outcome outcome, String reason) {

    /** Measured above the floor, so that the error as a ratio means something. */
    public boolean aboveFloor() {
        return error.isPresent() && (outcome == Outcome.WITHIN || outcome == Outcome.MISSES);
    }

    /** Size of the error, 0.1 for 10 %. */
    public double absoluteError() {
        return Math.abs(error.orElse(0));
    }

    AccuracyRow because(String words) {
        return new AccuracyRow(run, fileSystem, phase, figure, figureClass, unit, measured, simulated, error, outcome, words);
    }
}
