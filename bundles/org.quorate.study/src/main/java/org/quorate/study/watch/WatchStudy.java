// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.quorate.cluster.CancelledRunException;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.watch.WatchedKind;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.text.Titles;

/**
 * Watches an operation: a first run measures all of its kind, a second one with the same seed goes the same way and takes notes on the
 * one that is wanted. Thread-safe; depends on plan and version only.
 */
public final class WatchStudy {

    private static final int RUNS = 2;

    private final String version;

    /**
     * A study.
     *
     * @param version of the program, for the result
     */
    public WatchStudy(String version) {
        this.version = version;
    }

    /**
     * Makes the two runs.
     *
     * @throws IllegalArgumentException with a message for the user, if there are not so many operations
     * @throws CancellationException    if cancelled
     * @throws StudyFailedException     if a run failed, which is an error of the program
     */
    public OperationTrace watch(WatchPlan plan, StudyListener listener, BooleanSupplier cancelled) {
        WatchedKind kind = new WatchedKind(plan.phase(), plan.operation(), plan.node());
        RunRequest request = new RunRequest(plan.scenario(), plan.contender(), 0);
        String title = Titles.of(plan.operation());
        listener.advanced(0, RUNS, "measuring every " + title);
        long[] latencies = made(plan, () -> ClusterRun.survey(request, kind, cancelled));
        int index = index(plan, latencies);
        listener.advanced(1, RUNS, "watching one " + title);
        long atMost = Arrays.stream(latencies).filter(nanos -> nanos <= latencies[index]).count();
        OperationTrace trace = made(plan, () -> new TraceBuilder(ClusterRun.watch(request, kind, index, cancelled).orElseThrow(),
                plan.scenario().cluster().nodes()).trace(plan, version, index, latencies.length, 100.0 * atMost / latencies.length));
        listener.advanced(RUNS, RUNS, "done");
        return trace;
    }

    /** Whatever fails in a run is an error of the program, and none of the user's. */
    private static <T> T made(WatchPlan plan, Supplier<T> run) {
        try {
            return run.get();
        } catch (CancelledRunException e) {
            throw (CancellationException) new CancellationException("cancelled").initCause(e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StudyFailedException(plan.contender().label() + ": " + e, e);
        }
    }

    private static int index(WatchPlan plan, long[] latencies) {
        String where = " in phase " + plan.phase() + (plan.node().isPresent()
                ? " on " + plan.scenario().cluster().nodes().get(plan.node().getAsInt()).name() : "") + " after its warm-up";
        if (latencies.length == 0) {
            throw new IllegalArgumentException("there is no " + Titles.of(plan.operation()) + where);
        }
        if (plan.index().isPresent()) {
            int index = plan.index().getAsInt();
            if (index >= latencies.length) {
                throw new IllegalArgumentException("there are " + latencies.length + " of " + Titles.of(plan.operation()) + where
                        + ", numbered from 0: none has the number " + index);
            }
            return index;
        }
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        // the nearest rank: the smallest latency that so many percent do not exceed
        long wanted = sorted[(int) Math.max(0, Math.ceil(plan.percentile() / 100 * sorted.length) - 1)];
        return IntStream.range(0, latencies.length).filter(i -> latencies[i] == wanted).findFirst().orElseThrow();
    }
}
