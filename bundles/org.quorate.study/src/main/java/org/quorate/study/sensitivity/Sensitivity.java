// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.quorate.study.map.MapFigure;
import org.quorate.study.sweep.Sweep;

/**
 * Which inputs move the answer, those that move it most first. Immutable; the same scenario, wish, seed and version give the same value.
 *
 * @param format         name and version of the JSON form, {@link #FORMAT}
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param seed           of all random streams; the same at every point
 * @param replications   independent runs a contender
 * @param confidence     of every interval, 0 to 1
 * @param figure         that the contenders are compared by; less is better
 * @param first          label of the one
 * @param second         label of the other
 * @param base           the answer as the scenario is
 * @param swings         of each input
 * @param skipped        what was left out and why, a sentence each
 */
public record Sensitivity(String format, String scenario, String title, String quorateVersion, OptionalLong seed,
        OptionalInt replications, OptionalDouble confidence, MapFigure figure, String first, String second, Answer base,
        List<Swing> swings, List<String> skipped) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-sensitivity/1";

    public Sensitivity {
        swings = List.copyOf(swings);
        skipped = List.copyOf(skipped);
    }

    /** What the sweep over the points of the plan gave. */
    public static Sensitivity of(SensitivityPlan plan, Sweep sweep) {
        Answer base = answer(plan, sweep, 0);
        List<Swing> swings = plan.inputs().stream().map(input -> Swing.of(input.spread(), answer(plan, sweep, input.low()),
                answer(plan, sweep, input.high()), base)).sorted(Comparator.comparing(Swing::lost)
                        .thenComparing(Swing::certain).thenComparingDouble(Swing::size).reversed()).toList();
        return new Sensitivity(FORMAT, sweep.scenario(), sweep.title(), sweep.quorateVersion(), sweep.seed(), sweep.replications(),
                sweep.confidence(), plan.figure(), plan.first(), plan.second(), base, swings, plan.skipped());
    }

    private static Optional<Answer> answer(SensitivityPlan plan, Sweep sweep, OptionalInt point) {
        return point.isPresent() ? Optional.of(answer(plan, sweep, point.getAsInt())) : Optional.empty();
    }

    private static Answer answer(SensitivityPlan plan, Sweep sweep, int point) {
        return Answer.of(sweep.points().get(point), plan.figure(), plan.first(), plan.second());
    }

    /** Points whose runs failed, the scenario as it is among them. */
    public long failures() {
        return Stream.concat(Stream.of(base), swings.stream().flatMap(swing -> Stream.concat(swing.low().stream(), swing.high().stream())))
                .filter(Answer::failed).count();
    }
}
