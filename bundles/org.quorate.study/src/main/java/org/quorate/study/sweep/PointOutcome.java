// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quorate.model.Operation;
import org.quorate.study.ComparisonJob;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * What a study keeps of the comparison at one point: little, so that thousands of points fit in memory. Immutable.
 *
 * @param headline    of the verdict, for example {@code gfs2}, {@code tie: ocfs2 and gfs2}, {@code neither}
 * @param reason      of the verdict
 * @param contenders  in the order of the scenario, the baseline last
 * @param differences of each two candidates, paired by replication, those of the 99th percentiles too
 * @param targets     each target of the scenario, for each contender
 */
public record PointOutcome(String headline, String reason, List<PointContender> contenders, List<Difference> differences,
        List<TargetResult> targets) {

    /** The form in which it is kept, part of the key. */
    public static final String FORMAT = "quorate-point/2";

    public PointOutcome {
        contenders = List.copyOf(contenders);
        differences = List.copyOf(differences);
        targets = List.copyOf(targets);
    }

    /** Of a job whose runs are all made. */
    public static PointOutcome of(ComparisonJob job) {
        Comparison comparison = job.result();
        List<String> candidates = comparison.verdict().candidates();
        return new PointOutcome(comparison.verdict().headline(), comparison.verdict().reason(),
                comparison.contenders().stream().map(PointContender::of).toList(),
                Stream.concat(comparison.differences().stream(), job.tails().stream())
                        .filter(pair -> candidates.contains(pair.first()) && candidates.contains(pair.second())).toList(),
                job.targets());
    }

    /** The same, kept in a store. */
    public static PointOutcome kept(ComparisonJob job, String key, PointStore store) {
        PointOutcome outcome = of(job);
        store.keep(key, outcome);
        return outcome;
    }

    /** The contender of that label, if there is one. */
    public Optional<PointContender> contender(String label) {
        return contenders.stream().filter(contender -> contender.label().equals(label)).findFirst();
    }

    /** The difference first − second of two candidates, in the order of the scenario; nothing if either has no such figure. */
    public Optional<Difference> difference(String first, String second, Figure figure, Optional<String> phase,
            Optional<Operation> operation) {
        return differences.stream().filter(pair -> pair.figure() == figure && pair.phase().equals(phase)
                && pair.operation().equals(operation) && pair.first().equals(first) && pair.second().equals(second)).findFirst();
    }

    /** Each target for that contender, in the order of the scenario. */
    public List<TargetResult> targets(String label) {
        return targets.stream().filter(target -> target.label().equals(label)).toList();
    }
}
