// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.study.ComparisonJob;
import org.quorate.study.ComparisonStudy;
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
    private final ComparisonStudy comparisons;
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
        this.comparisons = new ComparisonStudy(engine, kernels, threads, version, () -> 0);
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
        contenders(claims).forEach((scenario, labels) -> work.put(scenario, work(scenario, labels)));
        make(List.copyOf(work.values()), listener, cancelled);
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : claims) {
            results.add(new ClaimResult(claim, spots(claim).stream().map(spot -> point(claim, spot,
                    work.get(spot.of(claim, claim.first())).figures, work.get(spot.of(claim, claim.second())).figures)).toList()));
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

    /** One comparison in the making; of its result only what claims ask for is kept. */
    private static final class Work {
        private final List<RunRequest> requests;
        private final AtomicInteger left;
        private volatile ComparisonJob job;
        private volatile PointFigures figures;

        Work(ComparisonJob job) {
            this.job = job;
            this.requests = job.requests();
            this.left = new AtomicInteger(requests.size());
        }

        /** After the last of the runs; called once. */
        void finish() {
            figures = PointFigures.of(job.result());
            job = null;
        }
    }

    private Work work(ClaimScenario scenario, Set<String> labels) {
        Scenario valid = scenario.scenario();
        return new Work(comparisons.job(valid, valid.fileSystems().stream().filter(spec -> labels.contains(spec.label())).toList()));
    }

    private void make(List<Work> work, StudyListener listener, BooleanSupplier cancelled) {
        Map<RunRequest, Work> owners = new IdentityHashMap<>();
        List<RunRequest> requests = new ArrayList<>();
        for (Work one : work) {
            one.requests.forEach(request -> owners.put(request, one));
            requests.addAll(one.requests);
        }
        Runs.Sink sink = (request, result) -> {
            Work owner = owners.get(request);
            owner.job.add(result);
            if (owner.left.decrementAndGet() == 0) {
                owner.finish();
            }
        };
        runs.make(requests, sink, listener, cancelled);
    }

    private static ClaimPoint point(Claim claim, Spot spot, PointFigures first, PointFigures second) {
        Optional<Interval> relative = claim.paired() ? first.paired(claim) : PointFigures.unpaired(claim, first, second);
        return new ClaimPoint(spot.sharing(), spot.kernel(), spot.nodes(), relative,
                relative.map(claim.contrast()::judge).orElse(Contrast.Outcome.OPEN));
    }
}
