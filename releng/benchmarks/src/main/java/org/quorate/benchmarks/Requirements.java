// SPDX-License-Identifier: EPL-2.0
package org.quorate.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Quorate promises of its speed beside others, and whether that was held in this run. */
final class Requirements {
    /** Not simulators of the JVM that anybody would choose instead: the bounds, and programs of another language. */
    private static final Set<String> NO_PEERS = Set.of(Measurements.OURS, "fusedLoop", "priorityQueue", SimGrid.ENGINE);
    private static final String PRIORITY_QUEUE = "priorityQueue";
    private static final List<String> MANY_AT_ONE_INSTANT = List.of("Hold ties 10000", "Hold ties 1000000", "Hold heartbeats 10000");

    /**
     * One promise.
     *
     * @param text    what is promised, with the limit
     * @param held    whether it was; of no meaning if not measured
     * @param figure  what was measured; empty if it was not
     */
    private record Verdict(String text, boolean held, String figure) { }

    private final Measurements measured;
    private final List<Verdict> verdicts = new ArrayList<>();

    Requirements(Measurements measured) {
        this.measured = measured;
        fasterThanPeers("SingleServer own", "M/M/1, own random numbers: the fastest JVM peer costs at least", 2);
        fasterThanPeers("SingleServer same", "M/M/1, same random numbers: the fastest JVM peer costs at least", 1.3);
        fasterThanPeers("ClosedNetwork own", "closed network, own random numbers: the fastest JVM peer costs at least", 1.6);
        fasterThanPeers("ClosedNetwork same", "closed network, same random numbers: the fastest JVM peer costs at least", 1.3);
        fusedLoop();
        manyPending();
        manyAtOneInstant();
    }

    private void fasterThanPeers(String name, String text, double limit) {
        String fastest = null;
        double least = Double.POSITIVE_INFINITY;
        for (String engine : measured.engines(name)) {
            double ratio = measured.ratio(name, engine, Measurements.OURS).orElse(Double.NaN);
            if (!NO_PEERS.contains(engine) && ratio < least) {
                fastest = engine;
                least = ratio;
            }
        }
        verdicts.add(new Verdict(text + " " + limit + " times as much", least >= limit,
                fastest == null ? "" : Measurements.number(least) + " (" + fastest + ")"));
    }

    private void fusedLoop() {
        double ratio = measured.ratio("SingleServer own", Measurements.OURS, "fusedLoop").orElse(Double.NaN);
        atMost("M/M/1: at most 2 times the CPU of a loop without an event list", ratio, 2, "");
    }

    private void manyPending() {
        double ratio = measured.ratio("Hold exponential 1000000", PRIORITY_QUEUE, Measurements.OURS).orElse(Double.NaN);
        verdicts.add(new Verdict("hold, 10^6 pending: java.util.PriorityQueue costs at least 5 times as much", ratio >= 5,
                Double.isNaN(ratio) ? "" : Measurements.number(ratio)));
    }

    private void manyAtOneInstant() {
        double worst = Double.NaN;
        String where = "";
        for (String name : MANY_AT_ONE_INSTANT) {
            double ratio = measured.ratio(name, Measurements.OURS, PRIORITY_QUEUE).orElse(Double.NaN);
            if (Double.isNaN(worst) || ratio > worst) {
                worst = ratio;
                where = " (" + name + ")";
            }
        }
        atMost("hold, thousands at one instant: at most 2 times the CPU of java.util.PriorityQueue", worst, 2, where);
    }

    /** A promise whose figure must not be above a limit; NaN if it was not measured. */
    void atMost(String text, double figure, double limit, String remark) {
        verdicts.add(new Verdict(text, figure <= limit, Double.isNaN(figure) ? "" : Measurements.number(figure) + remark));
    }

    void print(PrintStream out) {
        for (Verdict verdict : verdicts) {
            String word = verdict.figure.isEmpty() ? "not measured" : verdict.held ? "held" : "MISSED";
            out.printf("%-12s  %s%s%n", word, verdict.text, verdict.figure.isEmpty() ? "" : ": " + verdict.figure);
        }
    }
}
