// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyListener;

/**
 * Looks for the parameters with which simulated runs are nearest to measured ones. The search (BOBYQA, by the logarithms of the
 * parameters) has no chance in it and every run its seed, so that the result depends on the version only, not on the number of
 * threads. Thread-safe.
 */
public final class FitStudy {

    /** Fewest evaluations that the search can start with: its first model of the objective takes 2 n + 1. */
    public static final int LEAST_EVALUATIONS = 2 * Parameter.values().length + 1;
    /** Errors beyond this count in proportion only: a row that misses by chance must not rule. */
    private static final double ROBUST_FROM = 0.25;
    /** First and last step of the search, of the range of each parameter. */
    private static final double FIRST_STEP = 0.06;
    private static final double LAST_STEP = 0.001;

    private final RunEngine engine;
    private final int threads;
    private final String version;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public FitStudy(RunEngine engine, int threads, String version) {
        this.engine = engine;
        this.threads = threads;
        this.version = version;
    }

    /**
     * Fits.
     *
     * @param training    runs to fit to, at least one; the search starts with the parameters of the first one's scenario
     * @param heldOut     runs to check against
     * @param evaluations most that are made, at least {@link #LEAST_EVALUATIONS}; each simulates all training runs
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed
     */
    public Fit fit(List<FitRun> training, List<FitRun> heldOut, int evaluations, StudyListener listener, BooleanSupplier cancelled) {
        if (training.isEmpty() || evaluations < LEAST_EVALUATIONS) {
            throw new IllegalArgumentException("a fit needs a run and at least " + LEAST_EVALUATIONS + " evaluations");
        }
        ParameterSet start = ParameterSet.of(training.get(0).scenario());
        Search search = new Search(training, evaluations, listener, cancelled);
        search.run(start);
        List<Fit.Residual> residuals = new ArrayList<>(residuals(training, false, start, search.best, cancelled));
        residuals.addAll(residuals(heldOut, true, start, search.best, cancelled));
        return new Fit(version, training.stream().map(FitRun::name).toList(), search.made, search.first, search.least, start,
                search.best, search.best.applyTo(training.get(0).scenario()), residuals);
    }

    private List<Fit.Residual> residuals(List<FitRun> runs, boolean heldOut, ParameterSet before, ParameterSet after,
            BooleanSupplier cancelled) {
        Map<FitRun, RunResult> first = simulate(runs, before, cancelled);
        Map<FitRun, RunResult> last = simulate(runs, after, cancelled);
        List<Fit.Residual> residuals = new ArrayList<>();
        for (FitRun run : runs) {
            for (FitTarget target : run.targets()) {
                OptionalDouble old = target.simulated(first.get(run), before);
                OptionalDouble now = target.simulated(last.get(run), after);
                if (old.isPresent() && now.isPresent()) {
                    residuals.add(new Fit.Residual(run.name(), heldOut, target.phase(), target.figure(),
                            target instanceof FitTarget.Latency, target.measured(), old.getAsDouble(), now.getAsDouble()));
                }
            }
        }
        return residuals;
    }

    private Map<FitRun, RunResult> simulate(List<FitRun> runs, ParameterSet parameters, BooleanSupplier cancelled) {
        Map<RunRequest, FitRun> byRequest = new java.util.IdentityHashMap<>();
        List<RunRequest> requests = new ArrayList<>();
        for (FitRun run : runs) {
            Scenario scenario = parameters.applyTo(run.scenario());
            RunRequest request = new RunRequest(scenario, scenario.fileSystems().get(0), 0);
            byRequest.put(request, run);
            requests.add(request);
        }
        Map<FitRun, RunResult> results = new ConcurrentHashMap<>();
        if (!requests.isEmpty()) {
            RunEngine noting = (request, stop) -> {
                RunResult result = engine.run(request, stop);
                results.put(byRequest.get(request), result);
                return result;
            };
            new Runs(noting, threads).make(requests, result -> { }, (done, total, message) -> { }, cancelled);
        }
        return results;
    }

    /** Weighted mean of what the errors cost. */
    private static double cost(List<FitRun> runs, Map<FitRun, RunResult> results, ParameterSet parameters) {
        double sum = 0;
        double weights = 0;
        for (FitRun run : runs) {
            for (FitTarget target : run.targets()) {
                OptionalDouble simulated = target.simulated(results.get(run), parameters);
                if (simulated.isPresent() && simulated.getAsDouble() > 0) {
                    sum += target.weight() * cost(Math.log(simulated.getAsDouble() / target.measured()));
                    weights += target.weight();
                }
            }
        }
        return sum / weights;
    }

    /** Huber's loss of the logarithm of the ratio. */
    private static double cost(double error) {
        double size = Math.abs(error);
        return size <= ROBUST_FROM ? size * size / (2 * ROBUST_FROM) : size - ROBUST_FROM / 2;
    }

    /** One search. Not thread-safe. */
    private final class Search {

        private final List<FitRun> runs;
        private final int most;
        private final StudyListener listener;
        private final BooleanSupplier cancelled;
        private int made;
        private double first;
        private double least = Double.POSITIVE_INFINITY;
        private ParameterSet best;

        Search(List<FitRun> runs, int most, StudyListener listener, BooleanSupplier cancelled) {
            this.runs = runs;
            this.most = most;
            this.listener = listener;
            this.cancelled = cancelled;
        }

        void run(ParameterSet start) {
            listener.advanced(0, most, "fitting");
            int n = Parameter.values().length;
            double[] guess = start.position();
            try {
                new BOBYQAOptimizer(2 * n + 1, FIRST_STEP, LAST_STEP).optimize(GoalType.MINIMIZE, new MaxEval(most),
                        new ObjectiveFunction(this::evaluate), new InitialGuess(guess),
                        new SimpleBounds(new double[n], DoubleStream.generate(() -> 1).limit(n).toArray()));
            } catch (MathIllegalStateException e) {
                // all evaluations are used, or the steps became too small for the noise: the best so far counts
                if (best == null) {
                    throw e;
                }
            }
        }

        private double evaluate(double[] position) {
            ParameterSet parameters = ParameterSet.at(position);
            double cost = cost(runs, simulate(runs, parameters, cancelled), parameters);
            first = made == 0 ? cost : first;
            made++;
            if (cost < least) {
                least = cost;
                best = parameters;
            }
            listener.advanced(made, most, String.format(java.util.Locale.ROOT, "cost %.4f", least));
            return cost;
        }
    }
}
