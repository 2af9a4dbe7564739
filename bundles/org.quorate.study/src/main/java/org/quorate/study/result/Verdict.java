// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Target;

/**
 * What follows from the figures (design section 3): against the targets of the scenario, or without targets by mean
 * latency over the operation mix and lock memory, each as a paired interval.
 *
 * @param basis      what was asked
 * @param outcome    the kind of answer
 * @param candidates labels that were judged: no baseline, no local file system
 * @param favoured   labels in favour: one for WINNER; two or more for TIE; those that lead in one figure each for
 *                   TRADE_OFF; none otherwise
 * @param targets    for TARGETS: each target, for each candidate
 * @param figures    MIX_LATENCY and LOCK_MEMORY: who leads
 * @param headline   one line, for example {@code gfs2}, {@code tie}, {@code neither}
 * @param reason     plain English that says why, with the numbers
 */
public record Verdict(Basis basis, Outcome outcome, List<String> candidates, List<String> favoured,
        List<TargetResult> targets, List<FigureResult> figures, String headline, String reason) {

    /** What a verdict rests on. */
    public enum Basis { TARGETS, FIGURES }

    /** Kinds of answers. */
    public enum Outcome {
        /** One candidate is better, or is the only one to meet the targets. */
        WINNER,
        /** No significant difference, or several meet the targets and do not differ. */
        TIE,
        /** One leads in latency, another in lock memory. */
        TRADE_OFF,
        /** No candidate meets the targets, or none can carry the load. */
        NEITHER,
        /** The intervals are too wide for an answer; more replications or a longer run may give one. */
        UNDECIDED,
        /** Fewer than two candidates and no targets. */
        NOTHING_TO_COMPARE
    }

    /** How a figure stands to its limit. */
    public enum Standing {
        MEETS, MISSES,
        /** The limit lies inside the confidence interval. */
        NEITHER;

        /** How a contender stands to several targets together: it misses them if it misses one, and meets them if it meets all. */
        public static Standing together(Collection<TargetResult> targets) {
            return targets.stream().anyMatch(target -> target.standing() == MISSES) ? MISSES
                    : targets.stream().allMatch(target -> target.standing() == MEETS) ? MEETS : NEITHER;
        }
    }

    /**
     * One candidate against one target, in the phase where it is hardest to meet.
     *
     * @param target   the target in words, for example {@code p99 create ≤ 20 ms}
     * @param figure   which figure it limits
     * @param label    the candidate
     * @param phase    the phase that decides; absent for lock memory
     * @param standing how it stands
     * @param value    the figure in the unit of the target (milliseconds, bytes, operations a second); absent if the
     *                 candidate is saturated or has no such operation
     * @param limit    of the target, same unit
     */
    public record TargetResult(String target, Target.Figure figure, String label, Optional<String> phase,
            Standing standing, Optional<Interval> value, double limit) {
    }

    /**
     * Who leads in one figure.
     *
     * @param figure  MIX_LATENCY or LOCK_MEMORY
     * @param leaders one label: it is significantly better than every other; several: no significant difference to the
     *                best of them; none: no candidate has the figure
     */
    public record FigureResult(Figure figure, List<String> leaders) {
        public FigureResult {
            leaders = List.copyOf(leaders);
        }
    }

    public Verdict {
        candidates = List.copyOf(candidates);
        favoured = List.copyOf(favoured);
        targets = List.copyOf(targets);
        figures = List.copyOf(figures);
    }
}
