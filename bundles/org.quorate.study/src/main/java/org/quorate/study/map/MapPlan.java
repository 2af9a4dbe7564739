// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.map;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepSettings;

/**
 * Which comparisons a map needs: those of a sweep over its two fields, so that what one has kept serves the other. Immutable.
 *
 * @param sweep  over the field upwards and the field across, in this order
 * @param figure that the contenders are compared by
 * @param first  label of the one contender
 * @param second label of the other
 */
public record MapPlan(SweepPlan sweep, MapFigure figure, String first, String second) {

    /**
     * What is asked for.
     *
     * @param x          {@code FIELD=VALUES} across, as {@link org.quorate.study.sweep.Variation#of} reads it
     * @param y          the same, upwards
     * @param figure     as {@link MapFigure#of} reads it
     * @param contenders two labels; empty: the OCFS2 and the GFS2 of the scenario, if it has one of each
     */
    public record Wish(String x, String y, String figure, List<String> contenders) {
        public Wish {
            contenders = List.copyOf(contenders);
        }
    }

    /**
     * Makes the plan.
     *
     * @param settings  for every point, for example its seed
     * @param cancelled asked now and then
     * @throws IllegalArgumentException with a message for the user, of several lines if several values are wrong
     * @throws CancellationException    if cancelled
     */
    public static MapPlan of(ScenarioDocument document, Wish wish, SweepSettings settings, BooleanSupplier cancelled) {
        Scenario scenario = document.scenario();
        List<String> labels = contenders(scenario, wish.contenders());
        MapFigure figure = MapFigure.of(scenario, wish.figure());
        return new MapPlan(SweepPlan.of(document, List.of(wish.y(), wish.x()), false, settings, cancelled), figure, labels.get(0),
                labels.get(1));
    }

    /** The field across. */
    public SweepField x() {
        return sweep.fields().get(1);
    }

    /** The field upwards. */
    public SweepField y() {
        return sweep.fields().get(0);
    }

    /**
     * The two contenders that are meant.
     *
     * @param wanted two labels; empty: the OCFS2 and the GFS2 of the scenario, if it has one of each
     * @throws IllegalArgumentException with a message for the user
     */
    public static List<String> contenders(Scenario scenario, List<String> wanted) {
        List<FileSystemSpec> candidates = scenario.clusteredFileSystems();
        List<String> labels = candidates.stream().map(FileSystemSpec::label).toList();
        if (wanted.isEmpty()) {
            List<String> ocfs2 = candidates.stream().filter(Ocfs2Spec.class::isInstance).map(FileSystemSpec::label).toList();
            List<String> gfs2 = candidates.stream().filter(Gfs2Spec.class::isInstance).map(FileSystemSpec::label).toList();
            if (ocfs2.size() == 1 && gfs2.size() == 1) {
                return List.of(ocfs2.get(0), gfs2.get(0));
            }
            if (labels.size() == 2) {
                return labels;
            }
            throw new IllegalArgumentException("a map compares two cluster file systems, and the scenario has "
                    + (labels.isEmpty() ? "none" : labels.size() + ": " + String.join(", ", labels)) + " (allowed: one OCFS2 and one"
                    + " GFS2, or two that are chosen)");
        }
        if (wanted.size() != 2 || wanted.get(0).equals(wanted.get(1)) || !labels.containsAll(wanted)) {
            throw new IllegalArgumentException("a map compares two cluster file systems of the scenario (allowed: two of "
                    + (labels.isEmpty() ? "none that it has" : String.join(", ", labels)) + ")");
        }
        return wanted;
    }
}
