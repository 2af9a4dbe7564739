// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.map;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.study.sweep.Basis;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;

/**
 * Which of two contenders is better over two fields. Immutable; the same scenario, fields, seed and build give the same
 * value, whatever was kept from before.
 *
 * @param format         name and version of the JSON form, {@link #FORMAT}
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param basis          scenario and build that it is of; null in files of former programs, which is read as unknown
 * @param seed           of all random streams; absent if it is varied
 * @param replications   independent runs a contender; absent if they are varied
 * @param confidence     of every interval, 0 to 1; absent if it is varied
 * @param figure         that they are compared by; less is better
 * @param first          label of the one
 * @param second         label of the other
 * @param x              field across
 * @param y              field upwards
 * @param points         one for each pair of values, row by row: x changes fastest
 */
public record CrossoverMap(String format, String scenario, String title, String quorateVersion, Basis basis, OptionalLong seed,
        OptionalInt replications, OptionalDouble confidence, MapFigure figure, String first, String second, SweepField x,
        SweepField y, List<MapPoint> points) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-map/1";

    public CrossoverMap {
        basis = basis == null ? Basis.UNKNOWN : basis;
        points = List.copyOf(points);
    }

    /** What a sweep over the fields of the plan gave. */
    public static CrossoverMap of(MapPlan plan, Sweep sweep) {
        return new CrossoverMap(FORMAT, sweep.scenario(), sweep.title(), sweep.quorateVersion(), sweep.basis(), sweep.seed(), sweep.replications(),
                sweep.confidence(), plan.figure(), plan.first(), plan.second(), plan.x(), plan.y(), sweep.points().stream()
                        .map(point -> MapPoint.of(plan.figure(), plan.first(), plan.second(), point)).toList());
    }

    /** The point at the i-th value across and the j-th upwards. */
    public MapPoint at(int i, int j) {
        return points.get(j * x.values().size() + i);
    }

    /** Points of that kind. */
    public long count(MapPoint.State state) {
        return points.stream().filter(point -> point.state() == state).count();
    }
}
