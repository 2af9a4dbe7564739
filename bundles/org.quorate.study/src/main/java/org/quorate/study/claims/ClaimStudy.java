// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.ComparisonJobs;
import org.quorate.study.ComparisonWork;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.result.Interval;

/**
 * Tests claims: each over counts of nodes, sharing and kernels, all runs in parallel. Claims on the same scenario share its runs.
 * Thread-safe; the result depends on the claims and the version only.
 */
public final class ClaimStudy {

    /** The oldest and the newest kernel that were measured, and the one of most measurements. */
    static final List<String> KERNELS = List.of("4.4", "6.1", "6.12");

    private final Runs runs;
    private final ComparisonJobs jobs;
    private final String version;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public ClaimStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.runs = new Runs(engine, threads);
        this.jobs = new ComparisonJobs(kernels, version);
        this.version = version;
    }

    /**
     * Tests claims; all of them take minutes.
     *
     * @throws CancellationException if cancelled
     * @throws StudyFailedException  if a run failed
     */
    public ClaimsResult test(List<Claim> claims, StudyListener listener, BooleanSupplier cancelled) {
        Map<ClaimScenario, Work> work = new LinkedHashMap<>();
        contenders(claims).forEach((scenario, labels) -> {
            // All scenarios together take seconds to read on a cold machine.
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            work.put(scenario, work(scenario, labels));
        });
        runs.make(List.copyOf(work.values()), listener, cancelled);
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : claims) {
            results.add(new ClaimResult(claim, spots(claim).stream().map(spot -> point(claim, spot,
                    work.get(spot.of(claim, claim.first())).figures(), work.get(spot.of(claim, claim.second())).figures())).toList()));
        }
        StudySettings settings = work.keySet().iterator().next().scenario().study();
        return new ClaimsResult(ClaimsResult.FORMAT, version, settings.seed(), settings.replications(), settings.confidence(), results);
    }

    /** Which file systems are compared on which scenario. */
    private static Map<ClaimScenario, Set<String>> contenders(List<Claim> claims) {
        Map<ClaimScenario, Set<String>> contenders = new LinkedHashMap<>();
        for (Claim claim : claims) {
            for (Spot spot : spots(claim)) {
                for (Claim.Side side : List.of(claim.first(), claim.second())) {
                    contenders.computeIfAbsent(spot.of(claim, side), any -> new LinkedHashSet<>()).add(side.contender());
                }
            }
        }
        return contenders;
    }

    /** Where a claim is tested. */
    private record Spot(Sharing sharing, String kernel, int nodes) {

        ClaimScenario of(Claim claim, Claim.Side side) {
            return ClaimScenario.of(claim, side, sharing, kernel, nodes);
        }
    }

    private static List<Spot> spots(Claim claim) {
        List<Spot> spots = new ArrayList<>();
        for (Sharing sharing : claim.sharings()) {
            for (String kernel : KERNELS) {
                claim.nodes().forEach(nodes -> spots.add(new Spot(sharing, kernel, nodes)));
            }
        }
        return spots;
    }

    /** A comparison of which only what claims ask for is kept; a run that fails ends all. */
    private record Work(ComparisonWork<PointFigures> comparison) implements Runs.Work {

        @Override
        public List<RunRequest> requests() {
            return comparison.requests();
        }

        @Override
        public void made(RunRequest request, RunResult result) {
            comparison.made(request, result);
        }

        PointFigures figures() {
            return comparison.required();
        }
    }

    private Work work(ClaimScenario scenario, Set<String> labels) {
        Scenario valid = scenario.scenario();
        return new Work(new ComparisonWork<>(
                jobs.of(valid, valid.fileSystems().stream().filter(spec -> labels.contains(spec.label())).toList()),
                job -> PointFigures.of(job.result())));
    }

    private static ClaimPoint point(Claim claim, Spot spot, PointFigures first, PointFigures second) {
        Optional<Interval> relative = claim.paired() ? first.paired(claim) : PointFigures.unpaired(claim, first, second);
        return new ClaimPoint(spot.sharing(), spot.kernel(), spot.nodes(), relative,
                relative.map(claim.contrast()::judge).orElse(Contrast.Outcome.OPEN));
    }
}
