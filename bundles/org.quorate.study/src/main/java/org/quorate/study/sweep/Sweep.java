// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.quorate.model.Operation;

/**
 * What came of a sweep. Immutable; the same scenario, variations, seed and build give the same value, whatever was
 * kept from before.
 *
 * @param format         name and version of the JSON form, {@link #FORMAT}
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param basis          scenario and build that it is of; null in files of former programs, which is read as unknown
 * @param seed           of all random streams; absent if it is varied
 * @param replications   independent runs a contender; absent if they are varied
 * @param confidence     of every interval, 0 to 1; absent if it is varied
 * @param together       the fields go through their values together; else each combination is a point
 * @param fields         that vary
 * @param points         in order: of a grid, the last field changes fastest
 */
public record Sweep(String format, String scenario, String title, String quorateVersion, Basis basis, OptionalLong seed,
        OptionalInt replications, OptionalDouble confidence, boolean together, List<SweepField> fields, List<SweepPoint> points) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-sweep/2";

    public Sweep {
        basis = basis == null ? Basis.UNKNOWN : basis;
        fields = List.copyOf(fields);
        points = List.copyOf(points);
    }

    /** Labels of all contenders at any point, in order. */
    public List<String> contenders() {
        Set<String> labels = new LinkedHashSet<>();
        outcomes().forEach(outcome -> outcome.contenders().forEach(contender -> labels.add(contender.label())));
        return List.copyOf(labels);
    }

    /** The measured phases of any point with the kinds of operations in them, in order. */
    public Map<String, Set<Operation>> phases() {
        Map<String, Set<Operation>> phases = new LinkedHashMap<>();
        outcomes().forEach(outcome -> outcome.contenders().forEach(contender -> contender.phases().forEach(phase ->
                phase.operations().forEach(figures -> phases.computeIfAbsent(phase.phase(), name -> new TreeSet<>())
                        .add(figures.operation())))));
        return phases;
    }

    /** Points whose runs failed. */
    public long failures() {
        return points.stream().filter(point -> point.failure().isPresent()).count();
    }

    private List<PointOutcome> outcomes() {
        List<PointOutcome> outcomes = new ArrayList<>();
        points.forEach(point -> point.outcome().ifPresent(outcomes::add));
        return outcomes;
    }
}
